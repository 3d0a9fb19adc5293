"""A small language for Word files in tests: write one in a line, read it back as text."""

import io
import re
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ROOTS = {"header": "hdr", "footer": "ftr"}
_SPACES = f'xmlns:w="{W}" xmlns:r="{_R}"'


def run(text: str, look: str = "") -> str:
    """A run; ``look`` is the inside of its properties: ``<w:b/>``."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*runs: str, look: str = "") -> str:
    """A paragraph of texts and finished runs; ``look`` is the inside of its properties."""
    properties = f"<w:pPr>{look}</w:pPr>" if look else ""
    return f"<w:p>{properties}{''.join(one if one.startswith('<w:') else run(one) for one in runs)}</w:p>"


def cell(*content: str) -> str:
    """A cell of texts and finished paragraphs."""
    inside = "".join(
        one if one.startswith(("<w:p>", "<w:p ", "<w:tbl")) else p(one) for one in content or ("",)
    )
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


def row(*cells: str) -> str:
    """A row of texts and finished cells."""
    return f"<w:tr>{''.join(one if one.startswith('<w:tc>') else cell(one) for one in cells)}</w:tr>"


def table(*rows: str, columns: int = 2) -> str:
    """A table of rows."""
    grid = '<w:gridCol w:w="2000"/>' * columns
    look = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def docx(
    *blocks: str,
    header: str = "",
    footer: str = "",
    footnote: str = "",
    title: str = "",
    extra: dict[str, bytes] | None = None,
) -> bytes:
    """A whole file; a block that is no markup is a paragraph."""
    body = "".join(one if one.startswith("<w:") else p(one) for one in blocks)
    overrides = {"word/document.xml": "document.main", "word/styles.xml": "styles"}
    relations = [("rId1", "styles", "styles.xml")]
    references = ""
    parts = {"word/styles.xml": _STYLES}
    for name, inside in (("header", header), ("footer", footer)):
        if inside:
            root = _ROOTS[name]
            parts[f"word/{name}1.xml"] = f"<w:{root} {_SPACES}>{_block(inside)}</w:{root}>"
            overrides[f"word/{name}1.xml"] = name
            relations.append((f"rId{name}", name, f"{name}1.xml"))
            references += f'<w:{name}Reference w:type="default" r:id="rId{name}"/>'
    if footnote:
        parts["word/footnotes.xml"] = _footnotes(footnote)
        overrides["word/footnotes.xml"] = "footnotes"
        relations.append(("rIdFootnotes", "footnotes", "footnotes.xml"))
        body += p('<w:r><w:footnoteReference w:id="2"/></w:r>')
    parts["word/document.xml"] = (
        f"<w:document {_SPACES}><w:body>{body}<w:sectPr>{references}{_PAGE}</w:sectPr></w:body></w:document>"
    )
    parts["word/_rels/document.xml.rels"] = _relations(
        (one, f"{_R}/{kind}", target) for one, kind, target in relations
    )
    roots = [("rId1", f"{_R}/officeDocument", "word/document.xml")]
    if title:
        parts["docProps/core.xml"] = _core(title)
        roots.append(("rId2", f"{_REL}/metadata/core-properties", "docProps/core.xml"))
    parts["_rels/.rels"] = _relations(roots)
    parts["[Content_Types].xml"] = _types(overrides, bool(title))
    return zipped({name: (_HEAD + text).encode() for name, text in parts.items()} | (extra or {}))


_PAGE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="708" w:footer="708" w:gutter="0"/>'
_STYLES = (
    f'<w:styles xmlns:w="{W}">'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="character" w:styleId="a4"><w:name w:val="Hyperlink"/></w:style></w:styles>'
)


def _block(inside: str) -> str:
    return inside if inside.startswith("<w:") else p(inside)


def _footnotes(text: str) -> str:
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for number, kind in enumerate(("separator", "continuationSeparator"))
    )
    return (
        f'<w:footnotes {_SPACES}>{separators}<w:footnote w:id="2">{_block(text)}</w:footnote></w:footnotes>'
    )


def _relations(items: Iterable[tuple[str, str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{one}" Type="{kind}" Target="{target}"/>' for one, kind, target in items
    )
    return f'<Relationships xmlns="{_REL}">{inside}</Relationships>'


def _types(overrides: dict[str, str], core: bool) -> str:
    parts = "".join(
        f'<Override PartName="/{name}" ContentType="{_TYPE}.{kind}+xml"/>' for name, kind in overrides.items()
    )
    if core:
        parts += '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _core(title: str) -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title>'
        "<dc:creator>Составитель шаблона</dc:creator></cp:coreProperties>"
    )


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of a file by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {one: archive.read(one) for one in archive.namelist()}


def tree(content: bytes, part: str = "word/document.xml") -> etree._Element:
    """The tree of a part, parsed strictly."""
    return etree.fromstring(parts_of(content)[part])


def body(content: bytes, part: str = "word/document.xml") -> str:
    """The markup of a part without declarations of namespaces."""
    text = etree.tostring(tree(content, part), encoding="unicode")
    return re.sub(r' xmlns:\w+="[^"]*"', "", text)


def lines(content: bytes, part: str = "word/document.xml") -> list[str]:
    """What a person reads: a line per paragraph, a table row in bars, an empty table as «(нет строк)»."""
    return [line for child in _content(tree(content, part)) for line in _lines(child)]


def _content(root: etree._Element) -> list[etree._Element]:
    found = root.find(f"{{{W}}}body")
    return [one for one in (root if found is None else found) if one.tag != f"{{{W}}}sectPr"]


def _lines(element: etree._Element) -> list[str]:
    if element.tag == f"{{{W}}}p":
        return [said(element)]
    if element.tag == f"{{{W}}}tbl":
        rows = [
            "| " + " | ".join(_cell(one) for one in row.iterfind(f"{{{W}}}tc")) + " |"
            for row in element.iterfind(f"{{{W}}}tr")
        ]
        return rows or ["(нет строк)"]
    return [line for child in element for line in _lines(child)]


def _cell(element: etree._Element) -> str:
    return " ¶ ".join(line for child in element for line in _lines(child))


_SIGNS = {"br": "\n", "tab": "\t", "noBreakHyphen": "\u2011"}


def said(element: etree._Element) -> str:
    """The characters of runs: text, breaks, tabs, no-break hyphens."""
    made = []
    for one in element.iter():
        parent = one.getparent()
        name = etree.QName(one).localname
        if name == "t":
            made.append(one.text or "")
        elif name in _SIGNS and parent is not None and etree.QName(parent).localname == "r":
            made.append(_SIGNS[name])
    return "".join(made)
