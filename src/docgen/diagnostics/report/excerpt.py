"""Lines of a source as they look on a screen, and where on the screen a place is.

Columns of a text and columns of a screen differ: a tab takes up to four, a Chinese character or an emoji two, a
combining accent none. A line longer than the screen is cut around the place with «…».
"""

import unicodedata
from dataclasses import dataclass

from docgen.diagnostics.harmless import visible

TAB = 4
WIDTH = 100
ELLIPSIS = "…"
_REACH = 500
"""How many characters around a place are looked at: a line may be a million long, most of them without width."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One character of a line: how it is shown, and how many screen columns it takes."""

    shown: str
    width: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line made fit for the screen, with the screen columns of the marked place."""

    text: str
    before: int
    marked: int


def shorten(line: str, width: int = WIDTH) -> str:
    """A line without its indent, cut at the end if it is longer than the screen."""
    return excerpt(line.strip(), 0, 0, width).text


def excerpt(line: str, start: int, end: int, width: int = WIDTH) -> Excerpt:
    """The line with the characters ``start`` to ``end`` marked; at least one column is."""
    near = max(0, start - _REACH)
    cells = _cells(line[near : start + _REACH])
    far = near + len(cells) < len(line)
    start, end = start - near, end - near
    first, last = _window(cells, start, end, width)
    cut_left, cut_right = near > 0 or first > 0, far or last < len(cells)
    text = "".join(cell.shown for cell in cells[first:last])
    before = _sum(cells[first:start]) + cut_left
    marked = _sum(cells[start : min(end, last)])
    return Excerpt(ELLIPSIS * cut_left + text + ELLIPSIS * cut_right, before, max(1, marked))


def _cells(line: str) -> list[Cell]:
    cells = []
    column = 0
    for char in line:
        cell = _cell(char, column)
        cells.append(cell)
        column += cell.width
    return cells


def _cell(char: str, column: int) -> Cell:
    if char == "\t":
        width = TAB - column % TAB
        return Cell(" " * width, width)
    return Cell(visible(char), _char_width(char))


def _char_width(char: str) -> int:
    if char.isascii():
        return 1
    if visible(char) != char:
        return 1
    if char != "\u00ad" and unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _sum(cells: list[Cell]) -> int:
    return sum(cell.width for cell in cells)


def _window(cells: list[Cell], start: int, end: int, width: int) -> tuple[int, int]:
    """Which cells to show: all if they fit, otherwise the place with a third of the screen before it."""
    if _sum(cells) <= width:
        return 0, len(cells)
    room = width - 2  # one column for «…» at each side
    wanted = min(_sum(cells[start:end]), room)
    first = _back(cells, start, min(room // 3, room - wanted))
    last = _forward(cells, first, room)
    return (_back(cells, last, room), last) if last == len(cells) else (first, last)


def _back(cells: list[Cell], position: int, room: int) -> int:
    while position > 0 and cells[min(position, len(cells)) - 1].width <= room:
        position = min(position, len(cells)) - 1
        room -= cells[position].width
    return min(position, len(cells))


def _forward(cells: list[Cell], position: int, room: int) -> int:
    while position < len(cells) and cells[position].width <= room:
        room -= cells[position].width
        position += 1
    return position
