"""Lines of a page gathered into paragraphs: what belongs together by place, size and weight."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from docgen.papers.paper import Look
from docgen.papers.pdf.lines import PdfLine, together

_NUMBERED = re.compile(
    r"(?:\d{1,2}[.)](?:\d{1,2}[.)]?){0,3}|\d{1,2}(?:\.\d{1,2}){1,3}|[IVXLC]{1,5}[.)]|[•▪–-]|раздел|глава|таблица|рисунок)\s",
    re.IGNORECASE,
)
_ITEM = re.compile(
    rf"{_NUMBERED.pattern}|\d{{1,3}}\s", re.IGNORECASE
)  # text under it hangs, in a list or in a row
_LEADER = re.compile(r"\.{5,}\s*\d{1,4}\b")
_SIZE = 0.6
_STEP = 1.9  # of the line's height: a larger step down begins a paragraph
_SHORT = 0.85  # of the text's width: a line that ends before this ends its paragraph
_INDENT = 8.0
_BEARING = 0.25  # of the size: letters do not begin at their places' very beginnings
_CENTRE = 0.06
_CAPITALS = 10  # letters


@dataclass(frozen=True, slots=True)
class Column:
    """What a text is set in, a page or a cell: from where to where its lines go."""

    margin: float
    edge: float

    @property
    def middle(self) -> float:
        """Where centred lines have their middle."""
        return (self.margin + self.edge) / 2


def column_of(lines: Iterable[PdfLine], width: float) -> Column:
    """From the first line's beginning to the last one's end."""
    known = list(lines)
    return Column(
        min((line.left for line in known), default=0.0), max((line.right for line in known), default=width)
    )


def rejoined(lines: Sequence[PdfLine], column: Column) -> Iterator[PdfLine]:
    """The lines, two words that only fill out a justified line as one: the paragraph goes on below them."""
    at = 0
    while at < len(lines):
        if at + 2 < len(lines) and _fills_out(lines[at], lines[at + 1], lines[at + 2], column):
            yield replace(together(lines[at : at + 2]), cell=None)
            at += 1
        else:
            yield lines[at]
        at += 1


def _fills_out(one: PdfLine, other: PdfLine, below: PdfLine, column: Column) -> bool:
    if one.cell is None or other.cell != (one.cell[0], 1) or (below.cell or (0, 0))[0] == one.cell[0]:
        return False
    flush = other.right > column.edge - one.size / 2 and below.left <= one.left + one.size / 2
    alike = abs(one.size - below.size) <= _SIZE and one.bold == other.bold == below.bold
    near = 0 < one.bottom - below.bottom < one.size * _STEP
    heading = one.bold and f"{one.text}{other.text}{below.text}".isupper()
    return flush and alike and near and (heading or below.text[:1].islower())


def look_of(group: Sequence[PdfLine], text: str, column: Column) -> Look:
    """How a paragraph is set."""
    bold_start = 0
    for line in group:
        bold_start += line.bold_start + 1
        if not line.bold:
            break
    bold = all(line.bold for line in group)
    return Look(
        bold=bold,
        bold_start=len(text) if bold else max(0, bold_start - 1),
        centred=all(_is_centred(line, column.middle) for line in group),
        size=max(line.size for line in group),
        caps=text.isupper(),
    )


def is_listed(text: str) -> bool:
    """Whether it is a line of a table of contents."""
    return bool(_LEADER.search(text))


def _is_centred(line: PdfLine, middle: float) -> bool:
    off = abs((line.left + line.right) / 2 - middle)
    return off < _CENTRE * middle and line.right - line.left < 1.7 * middle


def paragraphs(lines: Iterable[PdfLine], column: Column) -> Iterator[list[PdfLine]]:
    """Lines under each other put together to paragraphs."""
    margin, edge = column.margin, column.edge
    group: list[PdfLine] = []
    for line in lines:
        if group and not _continues(group[-1], line, margin, edge):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _continues(last: PdfLine, line: PdfLine, margin: float, edge: float) -> bool:
    """Whether a line goes on with the paragraph of the one above it."""
    if abs(last.size - line.size) > _SIZE or (last.bold != line.bold and not last.bold_start):
        return False
    if last.bold and not line.bold and last.bold_start == len(last.text):
        return False
    if _in_capitals(last.text) and not line.text.isupper():
        return False
    middle = (margin + edge) / 2
    if (
        _is_centred(last, middle) != _is_centred(line, middle)
        and last.right < margin + (edge - margin) * _SHORT
        and not _had_no_room(last, line, edge)
    ):
        return False
    height = max(last.top - last.bottom, line.top - line.bottom, last.size * 0.7)
    step = last.bottom - line.bottom
    if step < height * 0.3 or step > height * _STEP + last.size * 0.6:
        return False
    if _NUMBERED.match(line.text):
        return False
    return not _ended(last, line, margin, edge)


def _had_no_room(last: PdfLine, line: PdfLine, edge: float) -> bool:
    """Two lines that begin at one place, the second with a word for which the first one had no room."""
    letter = (line.right - line.left) / max(1, len(line.text))
    word = (len(line.text.split()[0]) + 1) * letter
    return abs(last.left - line.left) < _BEARING * last.size and last.right + word > edge


def _in_capitals(text: str) -> bool:
    """Whether a line is a heading by its letters; an abbreviation at a line's end is none."""
    return text.isupper() and sum(map(str.isalpha, text)) >= _CAPITALS


def _ended(last: PdfLine, line: PdfLine, margin: float, edge: float) -> bool:
    """Whether the line above was its paragraph's last: it stops short, or the next one is indented."""
    middle = (margin + edge) / 2
    if _is_centred(last, middle) and _is_centred(line, middle) and last.bold == line.bold:
        return False
    if line.left - last.left > _INDENT and abs(last.left - margin) < _INDENT and not _ITEM.match(last.text):
        return True
    if last.bold and line.bold and _would_fit(last, line, edge):
        return True
    return last.right < margin + (edge - margin) * _SHORT and last.text[-1:] in ".;:!?"


def _would_fit(last: PdfLine, line: PdfLine, edge: float) -> bool:
    """Two headings, one under the other: the first word of the second had room above, and begins with a capital."""
    word = line.text.split()[0]
    letter = (last.right - last.left) / max(1, len(last.text))
    return word[:1].isupper() and last.right + (len(word) + 2) * letter < edge
