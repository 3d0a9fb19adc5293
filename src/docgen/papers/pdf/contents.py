"""What a PDF holds besides its text: claims, signatures, scripts, attachments, fonts that do not travel with it.

Foreign files are broken in every place: what cannot be read is passed over, and hides nothing of the rest.
"""

import re
from collections.abc import Iterator
from typing import Any

from pypdf.generic import NullObject

from docgen.papers.paper import FontUse, Mark, MarkKind

_PART = re.compile(rb"pdfaid:part(?:>|\s*=\s*[\"'])\s*(\d)")
_CONFORMANCE = re.compile(rb"pdfaid:conformance(?:>|\s*=\s*[\"'])\s*([A-Za-z])")
_UA = re.compile(rb"pdfuaid:part(?:>|\s*=\s*[\"'])\s*(\d)")
_SUBSET = re.compile(r"^/?(?:[A-Z]{6}\+)?")
_MOST = 10_000
_SCRIPTED = ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData")
_COLLECTIONS = ("GB1", "CNS1", "Japan1", "Japan2", "Korea1", "KR")
NOTES = ("/Text", "/FreeText", "/Highlight", "/StrikeOut", "/Underline", "/Squiggly", "/Caret", "/Ink")
"""The kinds of remarks that a reviewer leaves on a page."""


def claims(root: Any) -> Iterator[str]:
    """«PDF/A-2b», «PDF/UA-1»: what the file says of itself in its XMP."""
    stream = _object(root, "/Metadata")
    try:
        data = stream.get_data() if stream is not None else b""
    except Exception:  # packed in a way that the reader does not know
        return
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
    if _object(names, "/JavaScript") is not None:
        yield Mark(MarkKind.SCRIPT, detail="JavaScript")
    if _object(names, "/EmbeddedFiles") is not None:
        yield Mark(MarkKind.ATTACHMENT, detail="вложенные файлы")
    yield from _action(_object(root, "/OpenAction"))
    if _object(root, "/AA") is not None:
        yield Mark(MarkKind.SCRIPT, detail="действия при открытии и закрытии")


def _signatures(root: Any) -> Iterator[Mark]:
    waiting = _array(_object(root, "/AcroForm"), "/Fields")
    for _ in range(_MOST):
        if not waiting:
            return
        field = _resolved(waiting.pop())
        signature = _object(field, "/V")
        if _object(field, "/FT") == "/Sig" and signature is not None:
            name, filtered = (_object(signature, key) or "" for key in ("/Name", "/SubFilter"))
            yield Mark(MarkKind.SIGNATURE, str(name), detail=str(filtered))
        waiting += _array(field, "/Kids")


def page_marks(page: Any) -> Iterator[Mark]:
    """Notes, attachments and actions of one page."""
    yield from _own_actions(page)
    for reference in _array(page, "/Annots"):
        note = _resolved(reference)
        kind = _object(note, "/Subtype")
        if kind in NOTES:
            text, author = (_object(note, key) or "" for key in ("/Contents", "/T"))
            yield Mark(MarkKind.COMMENT, str(text)[:200], detail=str(author))
        elif kind == "/FileAttachment":
            yield Mark(MarkKind.ATTACHMENT, detail="вложение на странице")
        yield from _action(_object(note, "/A"))
        yield from _own_actions(note)


def _own_actions(thing: Any) -> Iterator[Mark]:
    """What is done when a page is opened or a field is filled in."""
    actions = _object(thing, "/AA")
    for key in actions if isinstance(actions, dict) else ():
        yield from _action(_object(actions, key))


def _action(action: Any) -> Iterator[Mark]:
    kind = _object(action, "/S")
    if isinstance(kind, str) and kind in _SCRIPTED:
        yield Mark(MarkKind.SCRIPT, detail=kind[1:])


def page_fonts(page: Any) -> Iterator[FontUse]:
    """The fonts that a page names, and whether the file holds them."""
    fonts = _object(_object(page, "/Resources"), "/Font")
    for key in fonts if isinstance(fonts, dict) else ():
        font = _object(fonts, key)
        name = _SUBSET.sub("", str(_object(font, "/BaseFont") or ""))
        if font is not None and (name or _object(font, "/Subtype") != "/Type3"):
            yield FontUse(name, embedded=_embedded(font), mapped=_mapped(font))


def _embedded(font: Any) -> bool:
    if _object(font, "/Subtype") == "/Type3":
        return True
    descendants = _array(font, "/DescendantFonts")
    descriptor = _object(_resolved(descendants[0]) if descendants else font, "/FontDescriptor")
    return any(_object(descriptor, key) is not None for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _mapped(font: Any) -> bool:
    """Whether the letters that its codes stand for are known; without a table the codes are numbers of drawings."""
    if _object(font, "/Subtype") != "/Type0" or _object(font, "/ToUnicode") is not None:
        return True
    descendants = _array(font, "/DescendantFonts")
    system = _object(_resolved(descendants[0]) if descendants else None, "/CIDSystemInfo")
    known = str(_object(system, "/Ordering") or "") in _COLLECTIONS
    return known or not str(_object(font, "/Encoding")).startswith("/Identity")


def _object(parent: Any, key: str) -> Any:
    """What a dictionary holds under a key; ``None`` if it is no dictionary or what it names is not there."""
    return _resolved(parent.get(key)) if isinstance(parent, dict) else None


def _resolved(value: Any) -> Any:
    """What a reference refers to; ``None`` where that is broken."""
    try:
        found = None if value is None else value.get_object()
    except Exception:  # the reader has dozens of ways to give up
        return None
    return None if isinstance(found, NullObject) else found


def _array(parent: Any, key: str) -> list[Any]:
    value = _object(parent, key)
    return list(value)[:_MOST] if isinstance(value, list) else []
