"""On which page of a PDF each bookmark of the Word file stands."""

import io
import re
from collections.abc import Iterable

_SIGN = re.compile(r"[^0-9A-Za-z]")


def pages_of(pdf: bytes, bookmarks: Iterable[str]) -> dict[str, int]:
    """Pages, counted from one, by bookmark; what the file does not tell is left out."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(pdf))
    found = reader.named_destinations
    pages = {}
    for bookmark in bookmarks:
        destination = next((found[name] for name in _names(bookmark) if name in found), None)
        page = reader.get_destination_page_number(destination) if destination is not None else None
        if page is not None and page >= 0:
            pages[bookmark] = page + 1
    return pages


def _names(bookmark: str) -> tuple[str, ...]:
    """As LibreOffice may write it: «_Toc1» has become «/5FToc1», in others it stays."""
    escaped = _SIGN.sub(lambda sign: f"{ord(sign[0]):02X}", bookmark)
    return f"/{escaped}", bookmark, f"/{bookmark}", escaped
