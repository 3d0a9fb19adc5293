"""Tables that pages cut put together again: repeated headers left out, rows that a page's end has cut made whole."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from docgen.papers.pdf.parts import Part, PartCell

_NEAR = 4.0  # points between sides that are the same
_NUMBER = re.compile(r"[+–−-]?\d[\d\s.,]*%?")
_GROUPS = re.compile(r"\d{1,3}(?:\s\d{3})+(?:,\d+)?")  # of a number that the page's end has cut
_OPEN_END = re.compile(r"(?:[,(«–—-]|\b(?:и|в|на|с|по|о|об|для|от|до|из|за|при|или|к|не))$", re.IGNORECASE)
_ENDED = ".;:!?"


@dataclass(slots=True)
class Piece:
    """A part with what is new in it: how many of its rows repeat the header, which row of the table its first new one is.

    ``cut`` says that this row goes on with the last one of the page before.
    """

    part: Part
    repeated: int = 0
    first_row: int = 0
    cut: bool = False


@dataclass(slots=True)
class Placed:
    """A cell in its table: where it begins and how many columns it takes."""

    cell: PartCell
    row: int
    column: int
    columns: int


@dataclass(slots=True)
class Whole:
    """A table with its parts on all pages; ``sides`` are those of its columns."""

    pieces: list[Piece] = field(default_factory=list)
    sides: list[float] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """How many rows it has."""
        last = self.pieces[-1]
        return last.first_row + last.part.rows - last.repeated

    def put(self, piece: Piece) -> None:
        """Add a part."""
        self.pieces.append(piece)
        known: list[float] = []
        for side in sorted((*self.sides, *piece.part.sides)):
            if not known or side - known[-1] > _NEAR:
                known.append(side)
        self.sides = known

    def placed(self, piece: Piece) -> Iterator[Placed]:
        """The cells of a part; those of a repeated header are left out."""
        for cell in piece.part.cells:
            if cell.row >= piece.repeated:
                first, last = _column(self.sides, cell.left), _column(self.sides, cell.right)
                row = piece.first_row + cell.row - piece.repeated
                yield Placed(cell, row, first, max(1, last - first))


def _column(sides: Sequence[float], side: float) -> int:
    at = bisect_left(sides, side)
    near = [one for one in (at - 1, at) if 0 <= one < len(sides)]
    return min(near, key=lambda one: abs(sides[one] - side))


def begun(part: Part) -> Whole:
    """A table that begins with this part."""
    whole = Whole()
    whole.put(Piece(part))
    return whole


def goes_on(whole: Whole, part: Part) -> bool:
    """Whether a part at the top of a page has the columns of the table at the bottom of the page before."""
    before = whole.pieces[-1].part.path
    if before is not None and part.path is not None:
        return before == part.path
    known, new = whole.sides, part.sides
    fewer, more = sorted((known, new), key=len)
    ends = abs(known[0] - new[0]) <= _NEAR and abs(known[-1] - new[-1]) <= _NEAR
    return ends and all(abs(more[_column(more, side)] - side) <= _NEAR for side in fewer)


def add(whole: Whole, part: Part) -> None:
    """Put a part to a table."""
    repeated = _repeated(whole.pieces[0].part, part)
    cut = repeated < part.rows and _is_cut(whole, part, repeated)
    whole.put(Piece(part, repeated, whole.rows - cut, cut))


def _repeated(first: Part, part: Part) -> int:
    """How many rows of the table's beginning come again."""
    count = 0
    while count < min(first.rows, part.rows) and _texts(first.row(count)) == _texts(part.row(count)):
        if not any(_texts(part.row(count))):
            break
        count += 1
    return count


def _texts(cells: Sequence[PartCell]) -> list[str]:
    return ["".join(cell.text.split()) for cell in cells]


def _is_cut(whole: Whole, part: Part, row: int) -> bool:
    """Whether the first new row goes on with the last one: what it says goes on with what is said above."""
    last = whole.pieces[-1].part
    if last.paths and part.paths:
        return last.paths.get(last.rows - 1, ()) == part.paths.get(row)
    above = {
        _column(whole.sides, cell.left): cell for cell in last.cells if cell.row + cell.rows == last.rows
    }
    pairs = [(above.get(_column(whole.sides, cell.left)), cell) for cell in part.row(row)]
    filled = [(above_one, cell) for above_one, cell in pairs if cell.lines]
    both = [(one.text.strip(), cell.text.strip()) for one, cell in filled if one is not None and one.lines]
    finished = any(one is not None and one.lines and not cell.lines for one, cell in pairs)
    unlabelled = _is_unlabelled(*pairs[0]) if pairs else False
    if not filled or not finished or (len(both) < len(filled) and not unlabelled):
        return False
    figures = [(one, other) for one, other in both if _NUMBER.fullmatch(one) and _NUMBER.fullmatch(other)]
    if (
        any(not _GROUPS.fullmatch(f"{one} {other}") for one, other in figures)
        or len(figures) == len(both) > 0
    ):
        return False
    both = [pair for pair in both if pair not in figures]
    goes_on = bool(both) and all(_reads_on(one, other) for one, other in both)
    return goes_on or (unlabelled and all(one[-1] not in _ENDED for one, _ in both))


def _is_unlabelled(above: PartCell | None, cell: PartCell) -> bool:
    """Whether the first cell of a row is empty and that above it is not, nor joined over rows."""
    return above is not None and bool(above.lines) and above.rows == 1 and not cell.lines


def _reads_on(one: str, other: str) -> bool:
    """Whether a text goes on with another: a small letter, or an open end above."""
    return other[0].islower() or bool(_OPEN_END.search(one)) or not (other[0].isupper() or one[-1] in _ENDED)
