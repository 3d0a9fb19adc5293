"""What is laid over a page and seen with it: values of form fields, stamps, notes written on the page.

PDFium reads the text of the page alone; so they are made a part of it, in memory.
"""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

from docgen.papers.pdf.lines import PdfLine

_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Seen:
    """A page with all that is seen on it; characters from ``own`` on were laid over it, ``None`` if none were."""

    page: Any
    own: int | None = None


def seen_page(raw: Any, document: Any, at: int) -> Seen:
    """The page as it is seen."""
    page = document[at]
    if not _is_overlaid(raw, page):
        return Seen(page)
    textpage = page.get_textpage()
    own = textpage.count_chars()
    textpage.close()
    if raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
        return Seen(page)
    page.close()
    return Seen(document[at], own)


def _is_overlaid(raw: Any, page: Any) -> bool:
    """Whether there is more over the page than links."""
    for at in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST)):
        note = raw.FPDFPage_GetAnnot(page, at)
        if note:
            kind = raw.FPDFAnnot_GetSubtype(note)
            raw.FPDFPage_CloseAnnot(note)
            if kind not in (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP):
                return True
    return False


def in_place(lines: list[PdfLine], own: int | None) -> list[PdfLine]:
    """The lines with those laid over the page put where they stand: after the last line that is not below them."""
    if own is None:
        return lines
    page = [line for line in lines if line.at < own]
    lowest = [0.0] * len(
        page
    )  # how low, at most, everything from here on stands, negative as bisect wants it
    highest = float("-inf")
    for at in range(len(page) - 1, -1, -1):
        highest = max(highest, page[at].bottom)
        lowest[at] = -highest
    placed = [(at, 0, line) for at, line in enumerate(page, 1)]
    for line in lines:
        if line.at >= own:
            middle = (line.bottom + line.top) / 2
            placed.append((bisect_left(lowest, -middle + line.size), 1, line))
    return [line for _, _, line in sorted(placed, key=lambda one: one[:2])]
