"""Deadlines of a finished protocol against its date (V514)."""

import re
from collections.abc import Iterator
from datetime import date

from docgen.diagnostics import Finding, Findings, Span, rule
from docgen.kinds.protocol.verify.minutes import items
from docgen.kinds.protocol.verify.order import Order
from docgen.kinds.protocol.verify.order_tables import Row
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
    orders = (order for item in items(examined) for order in item.orders)
    dues = ((span, day) for order in orders for day, span in _dues(examined, order))
    for span, day in dict(dues).items():  # orders of a table may have one deadline in a joined cell
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
    yield from _due_in_row(examined, order.row)
    for block in (order.block, *order.lines):
        for day, start, end in _days(block.text):
            if _UNTIL.search(block.text[max(0, start - _BEFORE) : start]):
                yield day, examined.paper.span(block, start, end)


def _due_in_row(examined: Examined, row: Row | None) -> Iterator[tuple[date, Span]]:
    """The last day of a cell of deadlines: «1 марта 2026 г. – 15 марта 2026 г.». Without doers it may be a calendar."""
    if row is None or row.reported or row.who is None:
        return
    days = [(day, block, at) for block in row.dues for day, *at in _days(block.text)]
    if days:
        day, block, (start, end) = max(days, key=lambda one: one[0])
        yield day, examined.paper.span(block, start, end)
