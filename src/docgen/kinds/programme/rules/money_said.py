"""Figures of money as a text says them, each with the words that belong to it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from docgen.language.numbers.numerals import parse_number

_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_MONEY = re.compile(
    rf"(?<![\d,.№–-])(?P<number>{_NUMBER})\s*"
    r"(?:(?P<scale>тыс\b\.?|тысяч[аи]?\b|млн\b|миллион(?:а|ов)?\b|млрд\b|миллиард(?:а|ов)?\b)\s*"
    r"(?:руб(?:л[а-я]+|\.)|(?=[,.;:)–—]|$|(?:в|на|и|или|приходится|составляет|–)\s))"
    r"|руб(?:л[а-я]+|\.))"
)
_SHARE = re.compile(rf"(?<![\d,.])(?P<number>{_NUMBER})\s*(?:%|процент(?:а|ов)?\b)")
_ANY = re.compile(r"\d\s*(?:%|процент|руб|тыс|мил|млн|млрд)")
_THOUSANDS = {"ты": Decimal(1), "мл": Decimal(1000), "ми": Decimal(1000)}
_VAGUE = re.compile(
    r"(?:около|почти|более|менее|свыше|порядка|примерно|приблизительно|выше|ниже|превы\w+|до|от|ещ[её]|лишь|на)\s+(?:чем\s+)?$",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\s*(?:на кажд|за кажд|в месяц|ежемесячно|на (?:одного|человека|студента)|за (?:штук|час|тонн|едини))"
)
_END = re.compile(r"(?<=[.!?;])\s+(?=[А-ЯЁ«„])|;")
_JOINT = re.compile(r"[,;:]|\sи\s|\(|\)")


@dataclass(frozen=True)
class Said:
    """A figure in a text; ``value`` in thousand roubles, or per cent; ``half`` is what rounding may have taken."""

    start: int
    end: int
    value: Decimal
    half: Decimal
    is_share: bool
    is_exact: bool
    before: str
    after: str


def figures(text: str, label: str = "") -> Iterator[list[Said]]:
    """The figures of each sentence; ``label`` is what stands before a text that is a figure and nothing else."""
    if not _ANY.search(text):
        return
    start = 0
    for end in [match.end() for match in _END.finditer(text)] + [len(text)]:
        found = list(_in_sentence(text, start, end, label))
        if found:
            yield found
        start = end


def _in_sentence(text: str, start: int, end: int, label: str) -> Iterator[Said]:
    matches = sorted(
        [*_MONEY.finditer(text, start, end), *_SHARE.finditer(text, start, end)], key=lambda one: one.start()
    )
    edges = [
        start,
        *(_edge(text, one.end(), two.start()) for one, two in pairwise(matches)),
        end,
    ]
    for count, match in enumerate(matches):
        before = text[edges[count] : match.start()]
        if count == 0 and not before.strip() and not text[match.end() :].strip(" ."):
            before = label
        yield _said(match, before, text[match.end() : edges[count + 1]])


def _edge(text: str, start: int, end: int) -> int:
    """Where the words that follow one figure end and those that lead to the next begin."""
    joints = [match.end() for match in _JOINT.finditer(text, start, end)]
    return joints[-1] if joints else end


def _said(match: re.Match[str], before: str, after: str) -> Said:
    is_share = match.re is _SHARE
    scale = Decimal(1) if is_share else _scale(match)
    digits = len(match["number"].partition(",")[2])
    return Said(
        match.start(),
        match.end(),
        parse_number(match["number"]) * scale,
        scale / 2 / 10**digits,
        is_share,
        not _VAGUE.search(before) and not _EACH.match(after),
        before,
        after,
    )


def _scale(match: re.Match[str]) -> Decimal:
    scale = match["scale"]
    if not scale:
        return Decimal("0.001")
    return Decimal(1000000) if scale.startswith(("млрд", "миллиард")) else _THOUSANDS[scale[:2]]
