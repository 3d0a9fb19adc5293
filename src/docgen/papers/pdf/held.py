"""A paper with what else its PDF holds: pypdf tells it; of a file that it gives up on, PDFium tells what matters most."""

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from docgen.papers.paper import FontUse, Mark, MarkKind, Paper
from docgen.papers.pdf import contents

_MOST = 10_000
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
    return _by_pdfium(paper, data, seen) if reader is None else _by_pypdf(paper, reader, seen)


def _reader(data: bytes) -> Any:
    """The file as pypdf reads it; ``None`` if it does not: broken at the root, or locked by a cipher it does not know."""
    import logging

    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if not reader.is_encrypted or reader.decrypt(""):
            len(reader.root_object)
            return reader
    except Exception:  # it has dozens of ways to give up on files that PDFium still reads
        pass
    return None


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


def _by_pdfium(paper: Paper, data: bytes, seen: Counter[str]) -> Paper:
    import pypdfium2
    from pypdfium2 import raw

    document = pypdfium2.PdfDocument(data)
    try:
        said = {key: text[:200] for key, text in document.get_metadata_dict().items()}
        return replace(
            paper,
            marks=(*paper.marks, *_told_marks(raw, document)),
            fonts=tuple(FontUse(name, count) for name, count in sorted(seen.items())),
            properties=_properties(said),
            producer=said.get("Producer", ""),
            locked=raw.FPDF_GetSecurityHandlerRevision(document) != -1,
        )
    finally:
        document.close()


def _told_marks(raw: Any, document: Any) -> Iterator[Mark]:
    for _ in range(max(0, raw.FPDF_GetSignatureCount(document))):
        yield Mark(MarkKind.SIGNATURE)
    if raw.FPDFDoc_GetJavaScriptActionCount(document) > 0:
        yield Mark(MarkKind.SCRIPT, detail="JavaScript")
    if raw.FPDFDoc_GetAttachmentCount(document) > 0:
        yield Mark(MarkKind.ATTACHMENT, detail="вложенные файлы")
    kinds = {getattr(raw, f"FPDF_ANNOT_{name[1:].upper()}") for name in contents.NOTES}
    for at in range(len(document)):
        page = raw.FPDF_LoadPage(document, at)
        for note in _notes(raw, page) if page else ():
            if raw.FPDFAnnot_GetSubtype(note) in kinds:
                yield Mark(MarkKind.COMMENT)
        if page:
            raw.FPDF_ClosePage(page)


def _notes(raw: Any, page: Any) -> Iterator[Any]:
    for at in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST)):
        note = raw.FPDFPage_GetAnnot(page, at)
        if note:
            yield note
            raw.FPDFPage_CloseAnnot(note)
