"""The lines of a page: their text, place, size and weight, as PDFium sees them."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_BOLD_NAME = re.compile(r"bold|black|heavy|demi|semibold|-bd|полужирный", re.IGNORECASE)
_BOLD_WEIGHT = 600
_SAMPLES = 6
_LETTERSPACED, _SHORTEST_SPACED, _WIDE = 0.3, 7, 1.6
_BREAK = re.compile(r"\r\n|\r|\n")
_UNSEEN: dict[int, str | None] = {**dict.fromkeys((0x00AD, 0x0000, 0xFEFF, 0x200B)), 0x0002: "-", 0xFFFE: "-"}


_SPACES = re.compile(r"(?<=\S) +(?=\S)")
_LABEL = re.compile(
    r"\s*(?:(?:раздел|глава|РАЗДЕЛ|ГЛАВА|Раздел|Глава)\s+[\dIVX]{1,4}[.:]?|(?:\d{1,2}[.)]?){1,4}|[IVXLC]{1,5}[.)]?|[а-яa-z][.)]|[•▪–—-]|[\uF000-\uF0FF])"
)
_CELL_GAP, _FEW_GAPS = 0.75, 4  # of the letters' size; with fewer gaps none is usual
_UNEVEN = 1.6  # how much wider a justified line's widest gap is than its narrowest


def _least(gaps: list[float], size: float) -> float:
    """How wide a gap between cells is at least; a justified line has wide gaps too, but all alike."""
    few = len(gaps) <= _FEW_GAPS
    justified = len(gaps) > 1 and max(gaps) < _UNEVEN * min(gaps)
    usual = max(gaps) if justified else 0.0 if few else sorted(gaps)[len(gaps) // 2]
    return max(usual * _WIDE, size * _CELL_GAP)


@dataclass(slots=True)
class PdfLine:
    """A line of a page, or a part of one between wide gaps: ``cell`` tells which line and which part; places in points."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool
    bold_start: int
    fonts: dict[str, int] = field(default_factory=dict)
    cell: tuple[int, int] | None = None


def lines_of(raw: Any, textpage: Any) -> Iterator[PdfLine]:
    """The lines of a page; ``raw`` are PDFium's functions."""
    text = textpage.get_text_range(errors="replace")
    boxes = _Boxes(raw, textpage)
    for start, end in _cut(text):
        cells = list(_cells(boxes, text[start:end], start))
        for column, (first, seen) in enumerate(cells):
            shown = seen.translate(_UNSEEN).strip()
            if shown:
                line = boxes.line(seen, shown, first)
                line.cell = (start, column) if len(cells) > 1 else None
                yield line


def _cells(boxes: "_Boxes", line: str, start: int) -> Iterator[tuple[int, str]]:
    """A line cut where it goes over from one cell to the next: at gaps much wider than its others."""
    seen = _unspaced(boxes, line, start)
    if seen != line:
        yield start, seen
        return
    gaps = {
        match.start(): boxes.gap(start + match.start() - 1, start + match.end())
        for match in _SPACES.finditer(line)
    }
    inner = [gap for at, gap in gaps.items() if not _LABEL.fullmatch(line[:at])]
    least = _least(inner, boxes.size(start)) if inner else 0.0
    last = 0
    for at, gap in gaps.items():
        if gap > least and not _LABEL.fullmatch(line[last:at]):
            yield start + last, line[last:at]
            last = at
    yield start + last, line[last:]


def _unspaced(boxes: "_Boxes", seen: str, start: int) -> str:
    """Letters set apart by the typesetter: PDFium takes the gaps for spaces; only the wide ones are.

    The others become zero-width so that places in the line stay.
    """
    if seen.count(" ") < _LETTERSPACED * len(seen) or len(seen) < _SHORTEST_SPACED:
        return seen
    inner = [at for at, char in enumerate(seen) if char == " " and 0 < at < len(seen) - 1]
    gaps = {at: boxes.gap(start + at - 1, start + at + 1) for at in inner}
    usual = sorted(gaps.values())[len(gaps) // 2] if gaps else 0.0
    narrow = {at for at, gap in gaps.items() if gap < usual * _WIDE}
    return "".join("\N{ZERO WIDTH SPACE}" if at in narrow else char for at, char in enumerate(seen))


def _cut(text: str) -> Iterator[tuple[int, int]]:
    last = 0
    for match in _BREAK.finditer(text):
        yield last, match.start()
        last = match.end()
    yield last, len(text)


class _Boxes:
    """Asks PDFium for a few characters of a line instead of all: a page has thousands."""

    def __init__(self, raw: Any, textpage: Any) -> None:
        self._raw = raw
        self._page = textpage
        self._doubles = [ctypes.c_double() for _ in range(4)]
        self._name = ctypes.create_string_buffer(256)
        self._flags = ctypes.c_int()

    def line(self, seen: str, shown: str, start: int) -> PdfLine:
        """A line that begins at a character of the page."""
        visible = [
            start + at for at, char in enumerate(seen) if not char.isspace() and ord(char) not in _UNSEEN
        ]
        places = [self._box(at) for at in (visible[0], visible[len(visible) // 2], visible[-1])]
        step = max(1, len(visible) // _SAMPLES)
        fonts: dict[str, int] = {}
        weights = []
        for at in visible[::step]:
            name, bold = self._font(at)
            fonts[name] = fonts.get(name, 0) + step
            weights.append(bold)
        bold = all(weights) and self._font(visible[-1])[1]
        return PdfLine(
            text=shown,
            left=min(place[0] for place in places),
            right=max(place[1] for place in places),
            bottom=min(place[2] for place in places),
            top=max(place[3] for place in places),
            size=round(
                self._raw.FPDFText_GetFontSize(self._page, visible[0]) or places[0][3] - places[0][2], 1
            ),
            bold=bold,
            bold_start=len(shown) if bold else self._bold_start(visible, weights, step, start),
            fonts=fonts,
        )

    def _bold_start(self, visible: list[int], weights: list[bool], step: int, start: int) -> int:
        """How far the bold beginning goes, when only a part is bold."""
        if not weights[0]:
            return 0
        first_plain = weights.index(False) * step if False in weights else len(visible)
        for at in visible[max(0, first_plain - step) :]:
            if not self._font(at)[1]:
                return at - start
        return visible[-1] - start + 1

    def _box(self, at: int) -> tuple[float, float, float, float]:
        left, right, bottom, top = self._doubles
        self._raw.FPDFText_GetCharBox(self._page, at, left, right, bottom, top)
        return left.value, right.value, bottom.value, top.value

    def size(self, at: int) -> float:
        """The size of a character."""
        _, _, bottom, top = self._box(at)
        return float(self._raw.FPDFText_GetFontSize(self._page, at)) or top - bottom

    def gap(self, one: int, other: int) -> float:
        """How far apart two characters of a line stand."""
        return self._box(other)[0] - self._box(one)[1]

    def _font(self, at: int) -> tuple[str, bool]:
        self._raw.FPDFText_GetFontInfo(self._page, at, self._name, 256, self._flags)
        name = self._name.value.decode("utf-8", "replace").rpartition("+")[2]
        weight = self._raw.FPDFText_GetFontWeight(self._page, at)
        return name, bool(_BOLD_NAME.search(name)) or weight >= _BOLD_WEIGHT
