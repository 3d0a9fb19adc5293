"""Lines of a page gathered into paragraphs: what belongs together by place, size and weight."""

import re
from collections.abc import Iterable, Iterator

from docgen.papers.paper import APART, Block, Cell, Look, Where
from docgen.papers.pdf.lines import PdfLine

_NUMBERED = re.compile(
    r"(?:\d{1,2}[.)](?:\d{1,2}[.)]?){0,3}|\d{1,2}(?:\.\d{1,2}){1,3}|[IVXLC]{1,5}[.)]|[•▪–-]|раздел|глава|таблица|рисунок)\s",
    re.IGNORECASE,
)
_ITEM = re.compile(
    rf"{_NUMBERED.pattern}|\d{{1,3}}\s", re.IGNORECASE
)  # text under it hangs, in a list or in a row
_LEADER = re.compile(r"\.{5,}\s*\d{1,4}\b")
_SIZE = 0.6
_ROWS = 1_000_000  # more than a page has characters: rows of all pages stay apart
_STEP = 1.9  # of the line's height: a larger step down begins a paragraph
_SHORT = 0.85  # of the text's width: a line that ends before this ends its paragraph
_INDENT = 8.0
_CENTRE = 0.06


def blocks_of(lines: list[PdfLine], page: int, width: float, first: int) -> tuple[str, list[Block]]:
    """The text of a page, and its paragraphs as blocks with their places in it; ``first`` is the first one's number."""
    texts: list[str] = []
    blocks: list[Block] = []
    length = 0
    edge = max((line.right for line in lines), default=width)
    margin = min((line.left for line in lines), default=0.0)
    for group in _groups(lines, margin, edge):
        text = "\n".join(line.text for line in group)
        blocks.append(_block(group, text, page, (margin + edge) / 2, first + len(blocks), length))
        texts.append(text)
        length += len(text) + 1
    return "\n".join(texts), blocks


def _block(group: list[PdfLine], text: str, page: int, middle: float, number: int, start: int) -> Block:
    bold_start = 0
    for line in group:
        bold_start += line.bold_start + 1
        if not line.bold:
            break
    bold = all(line.bold for line in group)
    return Block(
        number=number,
        text=text,
        where=Where.BODY,
        look=Look(
            bold=bold,
            bold_start=len(text) if bold else max(0, bold_start - 1),
            centred=all(_is_centred(line, middle) for line in group),
            size=max(line.size for line in group),
            caps=text.isupper(),
        ),
        cell=Cell(APART, page * _ROWS + group[0].cell[0], group[0].cell[1]) if group[0].cell else None,
        contents=bool(_LEADER.search(text)),
        page=page,
        start=start,
    )


def _is_centred(line: PdfLine, middle: float) -> bool:
    off = abs((line.left + line.right) / 2 - middle)
    return off < _CENTRE * middle and line.right - line.left < 1.7 * middle


def _groups(lines: Iterable[PdfLine], margin: float, edge: float) -> Iterator[list[PdfLine]]:
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
    middle = (margin + edge) / 2
    if (
        _is_centred(last, middle) != _is_centred(line, middle)
        and last.right < margin + (edge - margin) * _SHORT
    ):
        return False
    height = max(last.top - last.bottom, line.top - line.bottom, last.size * 0.7)
    step = last.bottom - line.bottom
    if step < height * 0.3 or step > height * _STEP + last.size * 0.6:
        return False
    if _NUMBERED.match(line.text):
        return False
    return not _ended(last, line, margin, edge)


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
