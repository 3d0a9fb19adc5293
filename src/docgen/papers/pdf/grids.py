"""Lines that cross → grids of cells, joined cells as one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from docgen.papers.pdf.budget import Budget, SpentError
from docgen.papers.pdf.rulings import Ruling, Rulings

_TOUCH = 3.0  # points between lines that meet
_NEAR = 4.0  # lines nearer than this bound no cell
_COVERED = 0.6  # of a cell's side: so much of it must be drawn
_MOST_LINES, _MOST_CELLS = 4_000, 20_000


@dataclass(frozen=True, slots=True)
class Region:
    """A cell: its first row and column in the grid of its page, how many it takes, and where it lies."""

    row: int
    column: int
    rows: int
    columns: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of one page: ``xs`` from left to right, ``ys`` from top to bottom; the region of each place."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    regions: tuple[Region, ...]
    places: tuple[tuple[int, ...], ...]

    @property
    def area(self) -> float:
        """How large it is."""
        return (self.xs[-1] - self.xs[0]) * (self.ys[0] - self.ys[-1])

    def region_at(self, x: float, y: float) -> int | None:
        """The number of the region in which a point lies."""
        column = bisect_right(self.xs, x) - 1
        row = bisect_left(self.ys, -y, key=lambda one: -one) - 1
        inside = 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1
        return self.places[row][column] if inside else None


def grids(lines: Rulings, budget: Budget) -> list[Grid]:
    """The tables of a page that are drawn with lines, the largest first."""
    budget.spend(len(lines.across) + len(lines.down))
    if len(lines.across) + len(lines.down) > _MOST_LINES:  # a drawing: other pages may still be read
        raise SpentError
    found = (_grid(across, down, budget) for across, down in _components(lines, budget))
    return sorted((one for one in found if one is not None), key=lambda one: -one.area)


def _components(lines: Rulings, budget: Budget) -> Iterator[tuple[list[Ruling], list[Ruling]]]:
    """Lines that hang together."""
    across = sorted(lines.across, key=lambda one: one.at)
    heights = [one.at for one in across]
    parents = list(range(len(across) + len(lines.down)))
    for number, down in enumerate(lines.down, len(across)):
        first = bisect_left(heights, down.start - _TOUCH)
        last = bisect_right(heights, down.end + _TOUCH)
        budget.spend(last - first)
        for at in range(first, last):
            if across[at].start - _TOUCH <= down.at <= across[at].end + _TOUCH:
                parents[_root(parents, at)] = _root(parents, number)
    groups: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for number, line in enumerate([*across, *lines.down]):
        group = groups.setdefault(_root(parents, number), ([], []))
        group[number >= len(across)].append(line)
    yield from groups.values()


def _root(parents: list[int], one: int) -> int:
    while parents[one] != one:
        parents[one] = parents[parents[one]]
        one = parents[one]
    return one


def _grid(across: Sequence[Ruling], down: Sequence[Ruling], budget: Budget) -> Grid | None:
    """A grid of at least two columns; lines that make none are no table."""
    if not across or not down:
        return None
    xs = _places([one.at for one in down], [p for one in across for p in (one.start, one.end)])
    ys = _places([one.at for one in across], [p for one in down for p in (one.start, one.end)])[::-1]
    rows, columns = len(ys) - 1, len(xs) - 1
    if columns < 2 or rows < 1 or rows * columns > _MOST_CELLS:
        return None
    budget.spend(rows * (columns + len(down)) + columns * len(across))
    walls = _sides(down, xs, budget)
    floors = _sides(across, ys, budget)
    parents = list(range(rows * columns))
    for row in range(rows):
        for column in range(columns):
            here = row * columns + column
            if column and not _is_drawn(walls[column], ys[row + 1], ys[row]):
                parents[_root(parents, here)] = _root(parents, here - 1)
            if row and not _is_drawn(floors[row], xs[column], xs[column + 1]):
                parents[_root(parents, here)] = _root(parents, here - columns)
    return _with_regions(xs, ys, parents)


def _places(lines: Iterable[float], ends: Iterable[float]) -> list[float]:
    """Where cells may end: at lines, and where crossing lines stick out beyond the last of them."""
    found: list[float] = []
    for at in sorted(lines):
        if not found or at - found[-1] > _NEAR:
            found.append(at)
    low, high = min(ends_ := list(ends)), max(ends_)
    if low < found[0] - 2 * _NEAR:
        found.insert(0, low)
    if high > found[-1] + 2 * _NEAR:
        found.append(high)
    return found


def _sides(lines: Sequence[Ruling], places: Sequence[float], budget: Budget) -> list[list[Ruling]]:
    """The lines at each place."""
    budget.spend(len(lines) * len(places))
    found: list[list[Ruling]] = [[] for _ in places]
    for line in lines:
        nearest = min(range(len(places)), key=lambda at: abs(places[at] - line.at))
        found[nearest].append(line)
    return found


def _is_drawn(lines: Iterable[Ruling], low: float, high: float) -> bool:
    """Whether lines go along most of a side."""
    drawn = sum(max(0.0, min(one.end, high) - max(one.start, low)) for one in lines)
    return drawn >= _COVERED * (high - low)


def _with_regions(xs: Sequence[float], ys: Sequence[float], parents: list[int]) -> Grid | None:
    columns = len(xs) - 1
    members: dict[int, list[int]] = {}
    for place in range(len(parents)):
        members.setdefault(_root(parents, place), []).append(place)
    regions = []
    number_of = {}
    for number, (root, places) in enumerate(members.items()):
        number_of[root] = number
        rows, across = [place // columns for place in places], [place % columns for place in places]
        top, left, bottom, right = min(rows), min(across), max(rows) + 1, max(across) + 1
        regions.append(
            Region(top, left, bottom - top, right - left, xs[left], ys[bottom], xs[right], ys[top])
        )
    if max(one.column for one in regions) == 0:
        return None
    numbered = [number_of[_root(parents, place)] for place in range(len(parents))]
    rows_of = [tuple(numbered[at : at + columns]) for at in range(0, len(numbered), columns)]
    return Grid(tuple(xs), tuple(ys), tuple(regions), tuple(rows_of))
