"""XML of strangers: no DOCTYPE, no entities, a bounded number of elements; Strict (ISO) names read as the usual ones."""

import codecs
import re

from lxml import etree

from docgen.papers import problems
from docgen.papers.limits import Limits
from docgen.papers.refusal import Refusal

_RESAVE = "заново сохраните документ в Word"
_DOCTYPE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL: tuple[tuple[bytes, bytes], ...] = (
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/chart",
        b"http://schemas.openxmlformats.org/drawingml/2006/chart",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/extendedProperties",
        b"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/customProperties",
        b"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    ),
)


def parsed(data: bytes, name: str, limits: Limits) -> etree._Element:
    """The root of a part, or a :class:`Refusal`."""
    data = _as_utf8(data)
    if _DOCTYPE.search(data):
        raise Refusal(problems.DOCTYPE, f"в части «{name}» объявлен DOCTYPE", _RESAVE)
    if data.count(b"<") > 2 * limits.elements:
        raise Refusal(
            problems.TOO_LARGE,
            f"в части «{name}» больше {limits.elements} элементов",
            "разделите документ на несколько",
        )
    if _STRICT in data:
        for strict, usual in _TRANSITIONAL:
            data = data.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _refused(name, error) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refusal(problems.DOCTYPE, f"в части «{name}» объявлен DOCTYPE", _RESAVE)
    return root


def _as_utf8(data: bytes) -> bytes:
    """UTF-16 with a mark becomes UTF-8, so that nothing hides from the search for DOCTYPE."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", "replace")
        return re.sub(r"^\s*<\?xml.*?\?>", "", text, count=1, flags=re.DOTALL).encode()
    return data


def _refused(name: str, error: Exception) -> Refusal:
    code = getattr(error, "code", None)
    if code == etree.ErrorTypes.ERR_RESOURCE_LIMIT or "depth" in str(error).lower():
        return Refusal(
            problems.TOO_LARGE,
            f"в части «{name}» слишком глубокая вложенность или слишком длинный текст",
            _RESAVE,
        )
    return Refusal(problems.BROKEN, f"файл повреждён: XML части «{name}» не разбирается", _RESAVE)
