"""What a PDF holds besides its text: claims, signatures, scripts, attachments, fonts that do not travel with it."""

import re
from collections.abc import Iterator
from typing import Any

from docgen.papers.paper import FontUse, Mark, MarkKind

_PART = re.compile(rb"pdfaid:part(?:>|\s*=\s*[\"'])\s*(\d)")
_CONFORMANCE = re.compile(rb"pdfaid:conformance(?:>|\s*=\s*[\"'])\s*([A-Za-z])")
_UA = re.compile(rb"pdfuaid:part(?:>|\s*=\s*[\"'])\s*(\d)")
_SUBSET = re.compile(r"^/?(?:[A-Z]{6}\+)?")
_MOST = 10_000
_SCRIPTED = ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData")


def claims(root: Any) -> Iterator[str]:
    """«PDF/A-2b», «PDF/UA-1»: what the file says of itself in its XMP."""
    stream = root.get("/Metadata")
    data = stream.get_object().get_data() if stream is not None else b""
    part, conformance, ua = _PART.search(data), _CONFORMANCE.search(data), _UA.search(data)
    if part:
        letter = conformance[1].decode().lower() if conformance else ""
        yield f"PDF/A-{part[1].decode()}{letter}"
    if ua:
        yield f"PDF/UA-{ua[1].decode()}"


def marks(root: Any) -> Iterator[Mark]:
    """Signatures, scripts, attachments."""
    yield from _signatures(root)
    names = _object(root, "/Names")
    if names is not None:
        if "/JavaScript" in names:
            yield Mark(MarkKind.SCRIPT, detail="JavaScript")
        if "/EmbeddedFiles" in names:
            yield Mark(MarkKind.ATTACHMENT, detail="вложенные файлы")
    action = _object(root, "/OpenAction")
    if isinstance(action, dict) and action.get("/S") in _SCRIPTED:
        yield Mark(MarkKind.SCRIPT, detail=str(action.get("/S"))[1:])
    if "/AA" in root:
        yield Mark(MarkKind.SCRIPT, detail="действия при открытии и закрытии")


def _signatures(root: Any) -> Iterator[Mark]:
    form = _object(root, "/AcroForm")
    waiting = list(_array(form, "/Fields")) if form is not None else []
    for _ in range(_MOST):
        if not waiting:
            return
        field = waiting.pop().get_object()
        if field.get("/FT") == "/Sig" and field.get("/V") is not None:
            signature = field["/V"].get_object()
            yield Mark(
                MarkKind.SIGNATURE,
                str(signature.get("/Name", "")),
                detail=str(signature.get("/SubFilter", "")),
            )
        waiting += list(_array(field, "/Kids"))


def page_marks(page: Any) -> Iterator[Mark]:
    """Notes, attachments and actions of one page."""
    for reference in _array(page, "/Annots"):
        note = reference.get_object()
        kind = note.get("/Subtype")
        if kind in (
            "/Text",
            "/FreeText",
            "/Highlight",
            "/StrikeOut",
            "/Underline",
            "/Squiggly",
            "/Caret",
            "/Ink",
        ):
            yield Mark(MarkKind.COMMENT, str(note.get("/Contents", ""))[:200], detail=str(note.get("/T", "")))
        elif kind == "/FileAttachment":
            yield Mark(MarkKind.ATTACHMENT, detail="вложение на странице")
        action = _object(note, "/A")
        if isinstance(action, dict) and action.get("/S") in _SCRIPTED:
            yield Mark(MarkKind.SCRIPT, detail=str(action.get("/S"))[1:])


def page_fonts(page: Any) -> Iterator[FontUse]:
    """The fonts that a page names, and whether the file holds them."""
    resources = _object(page, "/Resources")
    fonts = _object(resources, "/Font") if resources is not None else None
    for reference in fonts.values() if isinstance(fonts, dict) else ():
        font = reference.get_object()
        name = _SUBSET.sub("", str(font.get("/BaseFont", "")))
        if name or font.get("/Subtype") != "/Type3":
            yield FontUse(name, embedded=_embedded(font))


def _embedded(font: Any) -> bool:
    if font.get("/Subtype") == "/Type3":
        return True
    inner = font["/DescendantFonts"].get_object()[0].get_object() if "/DescendantFonts" in font else font
    descriptor = _object(inner, "/FontDescriptor")
    return descriptor is not None and any(
        key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")
    )


def _object(parent: Any, key: str) -> Any:
    value = parent.get(key) if hasattr(parent, "get") else None
    return None if value is None else value.get_object()


def _array(parent: Any, key: str) -> list[Any]:
    value = _object(parent, key)
    return list(value)[:_MOST] if isinstance(value, list) else []
