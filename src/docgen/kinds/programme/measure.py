"""How much room the words of a table take, in the letters that it will be printed with."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from math import ceil

from docgen.charts.letters import font
from docgen.render import Cell, Inline, Table

_POINTS, _SMALL_POINTS, _SCALE = 11.0, 10.0, 100.0
_MM = 25.4 / 72
MARGINS_MM = 3.4
"""The margins of a cell and a little more: rounding must not part a word."""

LINE_MM, _PADDING_MM = _POINTS * 1.15 * _MM, 0.9
SMALL = _SMALL_POINTS / _POINTS
"""How much of the room a table takes in the smaller letters."""

_LOOSE = 1.12
"""A line is seldom filled to its end: words are not parted."""

_WORD_END = re.compile(r"[ \t\n]+|(?<=[-–—])")
_GLUED = re.compile(r"(?:(?<=\d)|(?<=№)|(?<=\bтыс\.)|(?<=\bмл[нр])|(?<=\bмлрд)|(?<=\b[А-ЯЁ]\.)) (?=\S)")
"""Where typography will put a no-break space."""


class _Advances(dict[str, float]):
    """Letter → its width in millimetres."""

    def __init__(self, *, bold: bool) -> None:
        self.bold = bold

    def __missing__(self, letter: str) -> float:
        found = font(_SCALE, bold=self.bold).getlength(letter) / _SCALE * _POINTS * _MM
        self[letter] = found
        return found


@cache
def _advances(bold: bool) -> _Advances:
    return _Advances(bold=bold)


def width(text: str, *, bold: bool = False) -> float:
    """The length of a line of text in millimetres."""
    return sum(map(_advances(bold).__getitem__, text))


@lru_cache(maxsize=4096)
def longest_word(text: str, *, bold: bool = False) -> float:
    """The length of the longest word in millimetres; what a no-break space joins, or will join, is one word."""
    words = _WORD_END.split(_GLUED.sub("\N{NO-BREAK SPACE}", text))
    long = 0.6 * max(map(len, words))
    return max((width(word, bold=bold) for word in words if len(word) >= long), default=0.0)


@lru_cache(maxsize=4096)
def lines(text: str, room: float, *, bold: bool = False) -> int:
    """About how many lines a text takes in a column of that room."""
    return sum(max(1, ceil(width(line, bold=bold) * _LOOSE / room - 0.12)) for line in text.split("\n"))


def words_of(cell: Cell | Inline | str) -> str:
    """What a cell says, without marks."""
    content = cell.content if isinstance(cell, Cell) else cell
    return "" if isinstance(content, tuple) else str(content)


def heights(table: Table) -> list[float]:
    """About how high each row is, in millimetres."""
    return [_height(row, table.widths, bold=number < table.header) for number, row in enumerate(table.rows)]


def _height(row: Sequence[Cell | Inline | str], widths: Sequence[float], *, bold: bool) -> float:
    most, place = 1, 0
    for cell in row:
        span = cell.span if isinstance(cell, Cell) else 1
        room = sum(widths[place : place + span]) - MARGINS_MM
        strong = bold or (isinstance(cell, Cell) and cell.bold)
        most = max(most, lines(words_of(cell), max(room, 4.0), bold=strong))
        place += span
    return most * LINE_MM + _PADDING_MM


def least(rows: Sequence[Sequence[Cell | Inline | str]], columns: int, header: int) -> list[float]:
    """How narrow each column can be without parting a word, margins apart; cells over several columns do not count."""
    found = [0.0] * columns
    for number, row in enumerate(rows):
        if len(row) == columns:
            for place, cell in enumerate(row):
                strong = number < header or (isinstance(cell, Cell) and cell.bold)
                found[place] = max(found[place], longest_word(words_of(cell), bold=strong))
    return found


def shared(room: float, shares: Sequence[float], least: Sequence[float]) -> tuple[float, ...]:
    """The room by shares, but nobody gets less than the least; if there is not enough for that, by the least."""
    fixed: set[int] = set()
    while len(fixed) < len(shares):
        left = room - sum(least[place] for place in fixed)
        rest = sum(share for place, share in enumerate(shares) if place not in fixed)
        narrow = {
            place
            for place, share in enumerate(shares)
            if place not in fixed and left * share / rest < least[place]
        }
        if not narrow:
            found = [least[n] if n in fixed else left * share / rest for n, share in enumerate(shares)]
            return tuple(round(one, 1) for one in found)
        fixed |= narrow
    return tuple(round(one * room / sum(least), 1) for one in least)
