"""What of a table stands on one page: cells with their lines."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from docgen.papers.pdf.boxes import Box
from docgen.papers.pdf.broken import unbroken
from docgen.papers.pdf.grids import Grid, Region
from docgen.papers.pdf.lines import PdfLine, Place, together
from docgen.papers.pdf.tagged import Path, TaggedTable

_PADDING = 5.0  # points between text and the right side of its cell
_STEP = 100.0  # a column whose width is not known
_FRAME = 0.5  # of the page: a cell as large as that, from side to side, frames the page
_SAME_LINE = 0.5  # of the lower one's height
_UPRIGHT = 1.5  # how much higher than wide a line of sideways letters is


@dataclass(slots=True)
class PartCell:
    """A cell: which rows of its part it takes, from where to where it goes, its lines from top to bottom.

    ``edge`` is how far its lines may go.
    """

    row: int
    rows: int
    left: float
    right: float
    edge: float = 0.0
    lines: list[PdfLine] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its lines on one."""
        return " ".join(line.text for line in self.lines)


@dataclass(slots=True)
class Part:
    """A table of one page, or the part of one that the page shows.

    ``parent`` is the part in a cell of which it stands. ``path`` and ``paths`` of its rows are places in the tree of tags,
    if the file has one.
    """

    rows: int
    cells: list[PartCell]
    parent: "Part | None" = None
    path: Path | None = None
    paths: dict[int, Path] = field(default_factory=dict)

    def row(self, number: int) -> list[PartCell]:
        """The cells that begin in a row, from left to right."""
        return sorted((one for one in self.cells if one.row == number), key=lambda one: one.left)

    @property
    def is_table(self) -> bool:
        """Whether it has text in several cells; with text in one it is only the rest of a table, or none."""
        return sum(bool(cell.lines) for cell in self.cells) > 1

    @property
    def sides(self) -> list[float]:
        """Where its columns begin and end."""
        return sorted({side for cell in self.cells for side in (cell.left, cell.right)})


class Finder:
    """Finds the cell of a page's tables in which a place lies: that of the innermost table."""

    def __init__(self, found: Sequence[Grid], area: float) -> None:
        self.grids = found
        self._frames = {
            (number, at)
            for number, grid in enumerate(found)
            for at, region in enumerate(grid.regions)
            if _frames(grid, region, area)
        }

    def __call__(self, box: Box) -> Place | None:
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        for number in range(len(self.grids) - 1, -1, -1):
            at = self.grids[number].region_at(x, y)
            if at is not None and (number, at) not in self._frames:
                return number, at
        return None


def _frames(grid: Grid, region: Region, area: float) -> bool:
    """Whether a cell frames the page, as drawings have it: text in it is no table's."""
    full = region.left == grid.xs[0] and region.right == grid.xs[-1]
    return full and (region.right - region.left) * (region.top - region.bottom) > _FRAME * area


def drawn(found: Sequence[Grid]) -> list[Part]:
    """Tables drawn with lines, still without text."""
    parts: list[Part] = []
    for grid in found:
        cells = [
            PartCell(one.row, one.rows, one.left, one.right, one.right - _PADDING) for one in grid.regions
        ]
        x, y = (grid.xs[0] + grid.xs[-1]) / 2, (grid.ys[0] + grid.ys[-1]) / 2
        around = [
            part for part, other in zip(parts, found, strict=False) if other.region_at(x, y) is not None
        ]
        parts.append(Part(len(grid.ys) - 1, cells, around[-1] if around else None))
    return parts


def tagged(found: Sequence[TaggedTable]) -> list[Part]:
    """Tables told by tags, still without text: their columns are so many steps wide."""
    parts: list[Part] = []
    for table in found:
        cells = [
            PartCell(one.row, one.rows, one.column * _STEP, (one.column + one.columns) * _STEP)
            for one in table.cells
        ]
        around = [part for part in parts if part.path and part.path == table.path[: len(part.path)]]
        paths = dict(enumerate(table.rows))
        parts.append(Part(len(table.rows), cells, around[-1] if around else None, table.path, paths))
    return parts


def filled(parts: Sequence[Part], lines: Iterable[PdfLine]) -> dict[int, Part]:
    """The parts with the lines that stand in them; those without any are left out."""
    inside: dict[int, dict[int, list[PdfLine]]] = defaultdict(lambda: defaultdict(list))
    for line in lines:
        if line.inside is not None:
            inside[line.inside[0]][line.inside[1]].append(line)
    known = {}
    for number, cells in sorted(inside.items()):
        known[number] = parts[number]
        for at, pieces in cells.items():
            parts[number].cells[at].lines = stacked(pieces)
    for part in known.values():
        _tell_edges(part)
        for cell in part.cells:
            cell.lines = unbroken(cell.lines, cell.edge)
        while part.parent is not None and all(part.parent is not one for one in known.values()):
            part.parent = part.parent.parent
    return known


def _tell_edges(part: Part) -> None:
    """How far the lines of a column go, where no line is drawn."""
    edges: dict[float, float] = {}
    for cell in part.cells:
        edges[cell.right] = max([edges.get(cell.right, cell.edge), *(line.right for line in cell.lines)])
    for cell in part.cells:
        cell.edge = cell.edge or edges[cell.right]


def stacked(pieces: Sequence[PdfLine]) -> list[PdfLine]:
    """The pieces of a cell as its lines from top to bottom; sideways ones from left to right."""
    if pieces and all(one.top - one.bottom > _UPRIGHT * (one.right - one.left) for one in pieces):
        return sorted(pieces, key=lambda one: one.left)
    lines: list[list[PdfLine]] = []
    for piece in sorted(pieces, key=lambda one: -(one.bottom + one.top)):
        if lines and _on_one_line(lines[-1][0], piece):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [together(sorted(line, key=lambda one: one.left)) for line in lines]


def _on_one_line(one: PdfLine, other: PdfLine) -> bool:
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared > _SAME_LINE * min(one.top - one.bottom, other.top - other.bottom)
