"""Deadlines of a finished protocol against its date (V514)."""

import re
from collections.abc import Iterator
from datetime import date

from docgen.diagnostics import Finding, Findings, Span, rule
from docgen.kinds.protocol.verify.minutes import items
from docgen.kinds.protocol.verify.order import Order
from docgen.kinds.protocol.verify.requisites import before_items, judged
from docgen.language.dates.day import parse_date
from docgen.papers.examined import Examined

_MONTH = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
_DATE = re.compile(
    rf"(?<![\d.])(?:«?\d{{1,2}}»?\s+(?:{_MONTH})\s+\d{{4}}|\d{{1,2}}\.\d{{1,2}}\.\d{{4}})(?!\d)"
)
_UNTIL = re.compile(
    r"(?:\bдо|\bне\s+позднее|\bк|\bсрок\w*(?:\s+исполнения)?\s*[:–—-])\s*(?:\d{1,2}[:.]\d\d\s*(?:\([^()]{1,12}\)\s*)?)?$",
    re.IGNORECASE,
)
_BEFORE = 80  # characters that may lead to a date: «Срок исполнения – до 12:00 (мск) »


@rule("V514")
def due_before_the_meeting(examined: Examined) -> Findings:
    """Срок поручения раньше даты совещания.

    Поручение дано, когда его срок уже прошёл: обычно это описка в годе или месяце.

    Плохо:   протокол от 21 ноября 2023 г.; Срок – до 27 октября 2023 г.
    Хорошо:  Срок – до 27 ноября 2023 г.
    """
    if not judged(examined):
        return
    head = [day for block in before_items(examined) for day, _, _ in _days(block.text)]
    if not head:
        return
    held = min(head)
    for item in items(examined):
        for order in item.orders:
            for day, span in _dues(examined, order):
                if day < held:
                    told = f"срок «{span.text}» раньше даты совещания {held:%d.%m.%Y}"
                    yield Finding(span, told, "исправьте срок или дату протокола")


def _days(text: str) -> Iterator[tuple[date, int, int]]:
    """The dates of a text with their places; a day that the calendar does not have is told by L051."""
    for match in _DATE.finditer(text):
        try:
            yield parse_date(match[0]), *match.span()
        except ValueError:
            continue


def _dues(examined: Examined, order: Order) -> Iterator[tuple[date, Span]]:
    for block in (order.block, *order.lines):
        for day, start, end in _days(block.text):
            if _UNTIL.search(block.text[max(0, start - _BEFORE) : start]):
                yield day, examined.paper.span(block, start, end)
