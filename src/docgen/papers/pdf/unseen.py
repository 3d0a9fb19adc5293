"""Lines of a page that nobody sees: white on white, drawn without ink, smaller than can be read.

What may be unseen is held against a picture of the page: letters without ink over a scan are seen as the scan, white
ones on a dark ground are seen well.
"""

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from docgen.papers.paper import Block, Mark, MarkKind
from docgen.papers.pdf.budget import Budget
from docgen.papers.pdf.lines import PdfLine
from docgen.papers.pdf.turn import Turn

if TYPE_CHECKING:
    from docgen.papers.pdf.pages import Page

_TINY = 3.0
_WHITE = 0xF0  # and lighter: so light is no ink
_FAINT = 0x10  # more transparent than this is not seen
_CONTRAST = 24  # of 255: so much a picture differs where something is seen
_PIXELS = 4_000_000
_OBJECTS = 20_000  # a page with more of them is a map, long to draw
_INSET = 0.2  # of a line's height: above and below are rules and neighbours


def unseen_lines(
    raw: Any, page: Any, textpage: Any, lines: Sequence[PdfLine], turn: Turn, budget: Budget
) -> Iterator[tuple[PdfLine, Mark]]:
    """The lines that are not seen, and how they are told of."""
    doubtful: list[tuple[PdfLine, MarkKind]] = []
    for line in lines:
        size = max(
            abs(line.size), line.top - line.bottom
        )  # letters held upside down have a size below nothing
        if not any(char.isalnum() for char in line.text):
            continue
        if size < _TINY:
            yield line, Mark(MarkKind.TINY, line.text, detail=f"{size:.3g}")
        elif (kind := _doubt(raw, textpage, line)) is not None:
            doubtful.append((line, kind))
    turned = page.get_rotation() // 90 % 4 != turn.quarters
    if doubtful and not turned and raw.FPDFPage_CountObjects(page) < _OBJECTS and budget.picture():
        picture = _Picture(page, turn)
        for line, kind in doubtful:
            if not picture.shows(line):
                yield line, Mark(kind, line.text)


def _doubt(raw: Any, textpage: Any, line: PdfLine) -> MarkKind | None:
    """Why the first letter of a line may be unseen."""
    if raw.FPDFTextObj_GetTextRenderMode(raw.FPDFText_GetTextObject(textpage, line.at)) == (
        raw.FPDF_TEXTRENDERMODE_INVISIBLE
    ):
        return MarkKind.HIDDEN
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFText_GetFillColor(textpage, line.at, red, green, blue, alpha):
        return None
    pale = min(red.value, green.value, blue.value) >= _WHITE or alpha.value < _FAINT
    return MarkKind.PALE if pale else None


class _Picture:
    """A page as it looks, in greys."""

    def __init__(self, page: Any, turn: Turn) -> None:
        width, self._height = turn.size
        self._scale = min(2.0, (_PIXELS / max(1.0, width * self._height)) ** 0.5)
        bitmap = page.render(scale=self._scale, grayscale=True)
        self._stride, self._rows, self._columns = bitmap.stride, bitmap.height, bitmap.width
        self._pixels = bytes(bitmap.buffer)
        bitmap.close()

    def shows(self, line: PdfLine) -> bool:
        """Whether there is anything to be seen where the line stands."""
        inset = (line.top - line.bottom) * _INSET
        first = self._within(self._height - line.top + inset, self._rows)
        last = self._within(self._height - line.bottom - inset, self._rows)
        left, right = sorted(self._within(at, self._columns) for at in (line.left, line.right))
        darkest, lightest = 255, 0
        for row in range(first, last + 1):
            pixels = self._pixels[row * self._stride + left : row * self._stride + right + 1]
            darkest, lightest = min(darkest, min(pixels)), max(lightest, max(pixels))
        return lightest - darkest >= _CONTRAST

    def _within(self, place: float, count: int) -> int:
        return min(max(0, int(place * self._scale)), count - 1)


def marks_of(pages: Iterable["Page"], blocks: Sequence[Block]) -> Iterator[Mark]:
    """The unseen lines as marks of the blocks in which they stand."""
    by_page: dict[int | None, list[int]] = {}
    for at, block in enumerate(blocks):
        by_page.setdefault(block.page, []).append(at)
    for page in pages:
        for line, mark in page.unseen:
            found = next((at for at in by_page.get(page.number, ()) if line.text in blocks[at].text), None)
            start = 0 if found is None else blocks[found].text.index(line.text)
            yield replace(mark, block=found, start=start)
