"""The straight lines of a page, whoever drew them: strokes, thin filled rectangles, edges of frames.

Word and «Microsoft Print to PDF» fill thin rectangles, LibreOffice and Cairo stroke lines, WeasyPrint fills rings.
"""

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from docgen.papers.pdf.budget import Budget
from docgen.papers.pdf.turn import Turn

_THIN = 4.0  # points: what is thinner is a line
_SHORTEST = 6.0  # of a line, put together of its dashes
_SAME, _GAP = 1.2, 3.2  # lines this near are one; dashes this far apart too
_DEEPEST = 4  # forms within forms
_DRAWING = 600  # segments: such a path is a drawing
_AXIS = 0.7

Bounds = tuple[float, float, float, float]
"""Left, bottom, right, top."""
Matrix = tuple[float, float, float, float, float, float]
_HERE: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A line: where it lies across its direction, from where to where it goes."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rulings:
    """The lines of a page: ``across`` from left to right, ``down`` from bottom to top."""

    across: tuple[Ruling, ...] = ()
    down: tuple[Ruling, ...] = ()


def rulings(raw: Any, page: Any, turn: Turn, budget: Budget) -> Rulings:
    """All lines of a page as the reader sees it; ``raw`` are PDFium's functions."""
    strips = [turn.box(*bounds) for bounds in _Strokes(raw, budget).of_page(page)]
    budget.spend(len(strips))
    across = [
        Ruling((bottom + top) / 2, left, right) for left, bottom, right, top in strips if _flat(bottom, top)
    ]
    down = [
        Ruling((left + right) / 2, bottom, top) for left, bottom, right, top in strips if _flat(left, right)
    ]
    return Rulings(tuple(_merged(across)), tuple(_merged(down)))


def _flat(low: float, high: float) -> bool:
    return high - low <= _THIN


def _merged(lines: Iterable[Ruling]) -> Iterator[Ruling]:
    """Dashes and borders of single cells put together, what lies on it counted once."""
    bands: list[list[Ruling]] = []
    for line in sorted(lines, key=lambda one: one.at):
        if bands and line.at - bands[-1][0].at <= _SAME:
            bands[-1].append(line)
        else:
            bands.append([line])
    for band in bands:
        at = sum(one.at for one in band) / len(band)
        band.sort(key=lambda one: one.start)
        start, end = band[0].start, band[0].end
        for one in band[1:]:
            if one.start - end > _GAP:
                yield from _long_enough(at, start, end)
                start, end = one.start, one.end
            end = max(end, one.end)
        yield from _long_enough(at, start, end)


def _long_enough(at: float, start: float, end: float) -> Iterator[Ruling]:
    if end - start >= _SHORTEST:
        yield Ruling(at, start, end)


class _Strokes:
    """Asks PDFium for the paths of a page, those of its forms too."""

    def __init__(self, raw: Any, budget: Budget) -> None:
        self._raw = raw
        self._budget = budget
        self._floats = [ctypes.c_float() for _ in range(4)]
        self._modes = ctypes.c_int(), ctypes.c_int()

    def of_page(self, page: Any) -> Iterator[Bounds]:
        """The bounds of everything thin, and of the edges of frames."""
        raw = self._raw
        yield from self._of(
            raw.FPDFPage_CountObjects(page), lambda at: raw.FPDFPage_GetObject(page, at), _HERE, 0
        )

    def _of(self, count: int, one_at: Any, matrix: Matrix, depth: int) -> Iterator[Bounds]:
        raw = self._raw
        self._budget.spend(count)
        for at in range(count):
            one = one_at(at)
            kind = raw.FPDFPageObj_GetType(one)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                for bounds in self._path(one):
                    yield _moved(bounds, matrix)
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = _product(self._matrix(one), matrix)
                within = lambda k, form=one: raw.FPDFFormObj_GetObject(form, k)  # noqa: E731
                yield from self._of(raw.FPDFFormObj_CountObjects(one), within, inner, depth + 1)

    def _path(self, path: Any) -> Iterator[Bounds]:
        raw = self._raw
        fill, stroke = self._modes
        raw.FPDFPath_GetDrawMode(path, fill, stroke)
        segments = raw.FPDFPath_CountSegments(path)
        if not (fill.value or stroke.value) or not 2 <= segments <= _DRAWING:
            return
        left, bottom, right, top = bounds = self._bounds(path)
        if min(right - left, top - bottom) <= _THIN:
            yield bounds
        elif segments > 2:
            self._budget.spend(segments)
            yield from self._edges(path, segments, bool(stroke.value))

    def _edges(self, path: Any, segments: int, stroked: bool) -> Iterator[Bounds]:
        """Of a path with an extent: its thin parts, its straight strokes, the sides of frames filled as rings."""
        parts = list(self._parts(path, segments))
        ring = len(parts) > 1
        for part in parts:
            xs, ys = [x for x, _ in part], [y for _, y in part]
            around = min(xs), min(ys), max(xs), max(ys)
            if not stroked and min(around[2] - around[0], around[3] - around[1]) <= _THIN:
                yield around
            elif stroked or ring:
                for (x, y), (u, v) in zip(part, [*part[1:], *([] if stroked else part[:1])], strict=False):
                    if abs(x - u) <= _AXIS or abs(y - v) <= _AXIS:
                        yield min(x, u), min(y, v), max(x, u), max(y, v)

    def _parts(self, path: Any, segments: int) -> Iterator[list[tuple[float, float]]]:
        """The points of each part of a path that has no curves."""
        raw, matrix = self._raw, self._matrix(path)
        x, y = self._floats[:2]
        part: list[tuple[float, float]] = []
        straight = True
        for at in range(segments):
            segment = raw.FPDFPath_GetPathSegment(path, at)
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                if len(part) > 1 and straight:
                    yield part
                part, straight = [], True
            straight = straight and kind != raw.FPDF_SEGMENT_BEZIERTO
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            part.append(_point(x.value, y.value, matrix))
            if raw.FPDFPathSegment_GetClose(segment):
                part.append(part[0])
        if len(part) > 1 and straight:
            yield part

    def _bounds(self, one: Any) -> Bounds:
        left, bottom, right, top = self._floats
        self._raw.FPDFPageObj_GetBounds(one, left, bottom, right, top)
        return left.value, bottom.value, right.value, top.value

    def _matrix(self, one: Any) -> Matrix:
        matrix = self._raw.FS_MATRIX()
        self._raw.FPDFPageObj_GetMatrix(one, matrix)
        return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _point(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _moved(bounds: Bounds, matrix: Matrix) -> Bounds:
    if matrix == _HERE:
        return bounds
    (x, y), (u, v) = _point(bounds[0], bounds[1], matrix), _point(bounds[2], bounds[3], matrix)
    return min(x, u), min(y, v), max(x, u), max(y, v)


def _product(first: Matrix, then: Matrix) -> Matrix:
    a, b = _point(first[0], first[1], then), _point(first[2], first[3], then)
    e, f = _point(first[4], first[5], then)
    return a[0] - then[4], a[1] - then[5], b[0] - then[4], b[1] - then[5], e, f
