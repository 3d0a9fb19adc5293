"""A paper with what else its PDF holds, as pypdf tells it; what that gives up on is first written anew by PDFium."""

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from docgen.papers.paper import FontUse, Paper
from docgen.papers.pdf import contents

_RC4 = 2  # the last version of encryption that knows no other cipher
_PROPERTIES = {
    "Author": "автор",
    "Title": "название",
    "Subject": "тема",
    "Keywords": "ключевые слова",
    "Company": "организация",
}


def with_contents(paper: Paper, data: bytes, seen: Counter[str]) -> Paper:
    """``seen`` counts the characters of each font."""
    reader = _reader(data)
    if reader is not None:
        return _by_pypdf(paper, reader, seen)
    copy, locked = _copy(data)
    reader = _reader(copy) if copy else None
    if reader is not None:
        return replace(_by_pypdf(paper, reader, seen), locked=locked)
    fonts = (FontUse(name, count) for name, count in sorted(seen.items()))
    return replace(paper, fonts=tuple(fonts), locked=locked)


def _reader(data: bytes) -> Any:
    """The file as pypdf reads it; ``None`` if it does not: broken at the root, or locked by a cipher it does not know."""
    import logging

    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and (_is_unknown(reader) or not reader.decrypt("")):
            return None
        len(reader.root_object)
    except Exception:  # it has dozens of ways to give up on files that PDFium still reads
        return None
    return reader


def _is_unknown(reader: Any) -> bool:
    """Whether the cipher is a newer one: pypdf finds out only when it comes upon a text."""
    return int(reader.trailer["/Encrypt"]["/V"]) > _RC4


def _copy(data: bytes) -> tuple[bytes, bool]:
    """The file as PDFium understands it, mended and without its lock, and whether it has one."""
    import pypdfium2
    from pypdfium2 import raw

    document = pypdfium2.PdfDocument(data)
    mended = io.BytesIO()
    try:
        locked = raw.FPDF_GetSecurityHandlerRevision(document) != -1
        document.save(mended, flags=raw.FPDF_REMOVE_SECURITY)
    except pypdfium2.PdfiumError:
        return b"", locked
    finally:
        document.close()
    return mended.getvalue(), locked


def _by_pypdf(paper: Paper, reader: Any, seen: Counter[str]) -> Paper:
    root = reader.root_object
    marks = list(contents.marks(root))
    fonts: dict[str, FontUse] = {}
    for page in _pages(reader):
        marks += contents.page_marks(page)
        for font in contents.page_fonts(page):
            known = fonts.get(font.name, font)
            fonts[font.name] = replace(
                font, embedded=known.embedded and font.embedded, mapped=known.mapped or font.mapped
            )
    said = _said(reader)
    unmapped = sum(seen.get(font.name, 0) for font in fonts.values() if not font.mapped)
    return replace(
        paper,
        garbled=max(paper.garbled, unmapped / max(1, seen.total())),
        claims=tuple(contents.claims(root)),
        marks=(*paper.marks, *marks),
        fonts=tuple(replace(font, characters=seen.get(name, 0)) for name, font in sorted(fonts.items())),
        properties=_properties(said),
        producer=said.get("Producer", ""),
        locked=reader.is_encrypted,
    )


def _pages(reader: Any) -> Iterator[Any]:
    """The pages as far as the tree of pages holds together."""
    try:
        yield from reader.pages
    except Exception:
        return


def _said(reader: Any) -> dict[str, str]:
    try:
        return {str(key)[1:]: str(value)[:200] for key, value in (reader.metadata or {}).items() if value}
    except Exception:
        return {}


def _properties(said: dict[str, str]) -> dict[str, str]:
    return {name: said[key] for key, name in _PROPERTIES.items() if said.get(key)}
