"""Word files written in a few signs, for tests: a line is a paragraph, and what is in it unseen is marked.

    # heading 1    ## heading 2    **bold**    | a | b |  a row of a table
    {+inserted+} {-deleted-} {!hidden!} {~white~} {.tiny.} {=highlighted=}

:func:`package` takes the XML of a body as it is.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_STYLES = f"""<w:styles xmlns:w="{_W}"><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style></w:styles>"""
_HIDDEN_IN = {
    "!": "<w:vanish/>",
    "~": '<w:color w:val="FFFFFF"/>',
    ".": '<w:sz w:val="3"/>',
    "=": '<w:highlight w:val="yellow"/>',
    "*": "<w:b/>",
}
_SIGN = re.compile(r"\{([+\-!~.=])(.*?)\1\}|\*\*(.*?)\*\*")


def page(text: str) -> bytes:
    """A Word file of lines."""
    return package(body(text))


def body(text: str) -> str:
    """The XML of lines."""
    parts: list[str] = []
    rows: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            cells = "".join(f"<w:tc>{paragraph(cell.strip())}</w:tc>" for cell in line.strip("|").split("|"))
            rows.append(f"<w:tr>{cells}</w:tr>")
            continue
        if rows:
            parts.append(f"<w:tbl>{''.join(rows)}</w:tbl>")
            rows = []
        parts.append(paragraph(line))
    return "".join(parts[:-1])


def paragraph(line: str) -> str:
    """The XML of one line."""
    style = ""
    for sign, name in (("## ", "H2"), ("# ", "H1")):
        if line.startswith(sign):
            style, line = f'<w:pPr><w:pStyle w:val="{name}"/></w:pPr>', line.removeprefix(sign)
    runs = []
    last = 0
    for match in _SIGN.finditer(line):
        runs += [_run(line[last : match.start()]), _special(match)]
        last = match.end()
    return f"<w:p>{style}{''.join(runs)}{_run(line[last:])}</w:p>"


def _special(match: re.Match[str]) -> str:
    kind, text = match[1] or "*", match[2] if match[1] else match[3]
    if kind == "+":
        return f'<w:ins w:id="1" w:author="Петрова">{_run(text)}</w:ins>'
    if kind == "-":
        return f'<w:del w:id="2" w:author="Петрова"><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del>'
    return _run(text, _HIDDEN_IN[kind])


def _run(text: str, properties: str = "") -> str:
    if not text:
        return ""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def parts_of(
    content: str, more: Mapping[str, str] | None = None, links: str = "", kind: str = _MAIN
) -> dict[str, str]:
    """The parts of a package by name."""
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="r2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{content}</w:body></w:document>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="s" Type="{_OFFICE}/styles" Target="styles.xml"/>{links}</Relationships>',
        "word/styles.xml": _STYLES,
        **(more or {}),
    }


def link(key: str, kind: str, target: str, outside: bool = False) -> str:
    """A relationship of the main part."""
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'


def package(content: str, more: Mapping[str, str] | None = None, links: str = "", kind: str = _MAIN) -> bytes:
    """A Word file of the XML of a body and of further parts."""
    return zipped(list(parts_of(content, more, links, kind).items()))


def zipped(parts: list[tuple[str, str]]) -> bytes:
    """A zip of parts, twins allowed."""
    import warnings

    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # a part given twice is what the test wants
        for name, text in parts:
            archive.writestr(name, text)
    return out.getvalue()
