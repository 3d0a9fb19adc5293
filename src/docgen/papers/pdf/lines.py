"""The lines of a page: their text, place, size and weight, as PDFium sees them; those of tables by cells."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from docgen.papers.pdf.apart import HYPHENS, apart
from docgen.papers.pdf.boxes import Boxes

_SAMPLES = 6
_LETTERSPACED, _SHORTEST_SPACED, _WIDE = 0.3, 7, 1.6
_BREAK = re.compile(r"\r\n|\r|\n")
UNSEEN: dict[int, str | None] = {
    **dict.fromkeys((0x00AD, 0x0000, 0xFEFF, 0x200B)),
    **dict.fromkeys(map(ord, HYPHENS), "-"),
}
_WIDE_SPACE = re.compile("\u00a0* [ \u00a0]+|\u00a0+ ")
_SPACES = re.compile(r"(?<=\S) +(?=\S)")
_BACKWARDS = 0.5  # of the letters' size: what stands so far before the last word is not read after it
_SPACE = 0.15  # of it: from here on two pieces are two words

Place = tuple[int, int]
"""A table of the page, a cell of it."""
Finder = Callable[[int], Place | None]
"""In which cell a character of the page stands."""


@dataclass(slots=True)
class PdfLine:
    """A line of a page, or a part of one between wide gaps: ``cell`` tells which line and which part; places in points.

    ``inside`` is the cell of a table in which it stands; ``running`` says that it is a running head,
    ``at`` which character of the page is its first.
    """

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
    inside: Place | None = None
    running: bool = False
    at: int = -1


def lines_of(boxes: Boxes, text: str, cell_of: Finder | None) -> Iterator[PdfLine]:
    """The lines of a page with this text; with ``cell_of`` those that cross cells are cut there."""
    for start, end in _cut(text):
        if not text[start:end].translate(UNSEEN).strip():
            continue
        for first, last, place in _pieces(text, start, end, cell_of):
            for line in _seen(boxes, text[first:last], first, place):
                line.inside = place
                yield line


def _seen(boxes: Boxes, text: str, first: int, place: Place | None) -> Iterator[PdfLine]:
    """A line or the parts of it that stand apart; words that PDFium gives in another order are put in that of reading."""
    gaps = {m.start(): boxes.gap(first + m.start() - 1, first + m.end()) for m in _SPACES.finditer(text)}
    if any(gap < -_BACKWARDS * boxes.size(first) for gap in gaps.values()):
        words = (_line(boxes, part, at) for at, part in _at_jumps(text, first, gaps, boxes.size(first)))
        for row in _rows(word for word in words if word is not None):
            yield together(sorted(row, key=lambda one: one.left))
        return
    seen = _unspaced(boxes, text, first)
    cells = (
        [(first + at, part) for at, part in apart(seen, gaps, boxes.size(first))]
        if place is None and seen == text
        else [(first, seen)]
    )
    for column, (at, part) in enumerate(cells):
        line = _line(boxes, part, at)
        if line is not None:
            line.cell = (first, column) if len(cells) > 1 else None
            yield line


def _rows(words: Iterable[PdfLine]) -> Iterator[list[PdfLine]]:
    """Words that PDFium puts into one line, parted where they stand above or below each other."""
    row: list[PdfLine] = []
    for word in words:
        if row and not row[0].bottom < (word.bottom + word.top) / 2 < row[0].top:
            yield row
            row = []
        row.append(word)
    if row:
        yield row


def _at_jumps(text: str, start: int, gaps: dict[int, float], size: float) -> Iterator[tuple[int, str]]:
    """A line cut where the next word does not stand right after the last."""
    last = 0
    for at, gap in gaps.items():
        if not -_BACKWARDS * size <= gap <= size:
            yield start + last, text[last:at]
            last = at
    yield start + last, text[last:]


def _pieces(
    text: str, start: int, end: int, cell_of: Finder | None
) -> Iterator[tuple[int, int, Place | None]]:
    """A line cut where it goes over from one cell of a table to another, or to the next line of a cell."""
    if cell_of is None:
        yield start, end, None
        return
    first, place, begun = start, None, False
    for at in range(start, end):
        if text[at].isspace() or (ord(text[at]) in UNSEEN and text[at] not in HYPHENS):
            continue
        here = cell_of(at)
        if begun and (here != place or (here is not None and at > first and text[at - 1] in HYPHENS)):
            yield first, at, place
            first = at
        place, begun = here, True
    yield first, end, place


def _unspaced(boxes: Boxes, seen: str, start: int) -> str:
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


def _shown(seen: str) -> str:
    """What is seen of a line: how wide its spaces are is no matter of the text."""
    one = lambda run: "\N{NO-BREAK SPACE}" if "\N{NO-BREAK SPACE}" in run[0] else " "  # noqa: E731
    return _WIDE_SPACE.sub(one, seen.translate(UNSEEN)).strip()


def _line(boxes: Boxes, seen: str, start: int) -> PdfLine | None:
    """A line that begins at a character of the page; ``None`` if there is nothing to be seen."""
    shown = _shown(seen)
    if not shown:
        return None
    visible = [
        start + at for at, char in enumerate(seen) if not char.isspace() and ord(char) not in UNSEEN
    ] or [start]
    places = [boxes.box(at) for at in (visible[0], visible[len(visible) // 2], visible[-1])]
    step = max(1, len(visible) // _SAMPLES)
    fonts: dict[str, int] = {}
    weights = []
    for at in visible[::step]:
        name, bold = boxes.font(at)
        fonts[name] = fonts.get(name, 0) + step
        weights.append(bold)
    bold = all(weights) and boxes.font(visible[-1])[1]
    return PdfLine(
        at=visible[0],
        text=shown,
        left=min(place[0] for place in places),
        right=max(place[2] for place in places),
        bottom=min(place[1] for place in places),
        top=max(place[3] for place in places),
        size=round(boxes.size(visible[0]), 1),
        bold=bold,
        bold_start=len(shown)
        if bold
        else len(_shown(seen[: _bold_start(boxes, visible, weights, step, start)])),
        fonts=fonts,
    )


def _bold_start(boxes: Boxes, visible: list[int], weights: list[bool], step: int, start: int) -> int:
    """How far the bold beginning goes, when only a part is bold."""
    if not weights[0]:
        return 0
    first_plain = weights.index(False) * step if False in weights else len(visible)
    for at in visible[max(0, first_plain - step) :]:
        if not boxes.font(at)[1]:
            return at - start
    return visible[-1] - start + 1


def together(pieces: Sequence[PdfLine]) -> PdfLine:
    """The pieces of one line as one."""
    whole = pieces[0]
    for piece in pieces[1:]:
        space = " " if piece.left - whole.right > _SPACE * whole.size else ""
        bold = whole.bold and piece.bold
        text = f"{whole.text}{space}{piece.text}"
        begun = len(whole.text) + len(space) + piece.bold_start if whole.bold else whole.bold_start
        whole = replace(
            whole,
            text=text,
            right=max(whole.right, piece.right),
            bottom=min(whole.bottom, piece.bottom),
            top=max(whole.top, piece.top),
            bold=bold,
            bold_start=begun,
            fonts={
                name: whole.fonts.get(name, 0) + piece.fonts.get(name, 0)
                for name in {**whole.fonts, **piece.fonts}
            },
        )
    return whole
