"""A table as rows of cells with places, whatever file it came from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from docgen.diagnostics import Source, Span, TableSource
from docgen.sources.tree import Scalar

_BETWEEN = " | "


class Spread(Enum):
    """Why a cell shows what is written in another: the cells are merged."""

    NO = "no"
    DOWN = "down"
    ACROSS = "across"


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows, and where that is written; ``wide`` and ``high`` say how far it is merged."""

    text: str
    start: int = 0
    end: int = 0
    style: str = ""
    spread: Spread = Spread.NO
    number: bool = False
    wide: int = 1
    high: int = 1

    @property
    def own(self) -> str:
        """Its text, unless it is only the continuation of the cell to the left."""
        return "" if self.spread is Spread.ACROSS else self.text


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells from the first column on, its place."""

    cells: tuple[Cell, ...]
    start: int
    end: int

    @property
    def filled(self) -> Iterator[tuple[int, Cell]]:
        """The cells that show something of their own, with their columns counted from 0."""
        return ((column, cell) for column, cell in enumerate(self.cells) if cell.own)

    def cell(self, column: int) -> Cell:
        """The cell of a column; an empty one at the row's end where the row is shorter."""
        return self.cells[column] if column < len(self.cells) else Cell("", self.end, self.end)

    @property
    def texts(self) -> list[str]:
        """What every cell shows."""
        return [cell.text for cell in self.cells]


@dataclass(frozen=True)
class Grid:
    """A table: ``source`` is the CSV's text or the sheet as it is shown."""

    source: Source
    rows: tuple[Row, ...] = field(repr=False)

    def scalar(self, cell: Cell, text: str | None = None) -> Scalar:
        """The text of a cell as a node of a tree."""
        return Scalar(cell.text if text is None else text, self.source, cell.start, cell.end, cell.style)

    def span(self, place: Cell | Row) -> Span:
        """Where a cell or a row stands."""
        return Span(self.source, place.start, place.end)


def drawn(path: str, rows: Sequence[Sequence[Cell]]) -> Grid:
    """The grid of a sheet: every row becomes a line, so that a report can show it."""
    lines, starts, placed = [], [], []
    offset = 0
    for row in rows:
        line, cells = _line(row, offset)
        starts.append(tuple(cell.start - offset for cell in cells) if line else ())
        placed.append(Row(cells, offset, offset + len(line)))
        lines.append(line)
        offset += len(line) + 1
    return Grid(TableSource(path, "\n".join(lines), tuple(starts)), tuple(placed))


def _line(row: Sequence[Cell], offset: int) -> tuple[str, tuple[Cell, ...]]:
    texts = [" ".join(cell.own.split("\n")) for cell in row]
    if not any(texts):
        texts = [""] * len(texts)
    cells = []
    at = offset
    for cell, text in zip(row, texts, strict=True):
        cells.append(replace(cell, start=at, end=at + len(text)))
        at += len(text) + len(_BETWEEN)
    return (_BETWEEN.join(texts) if any(texts) else ""), _within(cells, any(texts), offset)


def _within(cells: list[Cell], any_text: bool, offset: int) -> tuple[Cell, ...]:
    """An empty row is an empty line: all its cells stand at its beginning."""
    return tuple(cells if any_text else [replace(cell, start=offset, end=offset) for cell in cells])
