"""Word files that try to show what lies elsewhere: another server's picture, a file of this machine.

Each attempt is a name and the bytes of a file; ``address`` is a server that counts, ``picture`` and ``text`` are files
that nobody may see in a PDF.
"""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from tests.papers.page import link, package

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="80" height="80">{}</svg>'


@dataclass(frozen=True)
class Goals:
    """What an attempt wants to reach."""

    server: str
    picture: str
    text: str

    def addresses(self, name: str) -> dict[str, str]:
        """Ways to write them; a request tells by its path who made it."""
        host = self.server.removeprefix("http://")
        name = name.replace(" ", "-")
        return {
            "http": f"{self.server}/{name}.png",
            "unc": f"\\\\{host.replace(':', '@')}\\share\\{name}.png",
            "webdav": f"vnd.sun.star.webdav://{host}/{name}.png",
            "file": f"file://{self.picture}",
            "localhost": f"file://localhost{self.picture}",
            "path": self.picture,
            "text": f"file://{self.text}",
        }


def _drawing(blip: str) -> str:
    """A picture in a paragraph."""
    return (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{_WP}"><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="p"/>'
        f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}"><pic:nvPicPr><pic:cNvPr id="1" name="p"/>'
        f"<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        '<a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def _vml(inside: str) -> str:
    shape = f'<v:shape {_SPACES} style="width:80pt;height:80pt" id="s">{inside}</v:shape>'
    return f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>"


_FOLLOWED = {  # the body that uses the relationship «x», and the kind of that relationship
    "picture": (_drawing('<a:blip r:link="x"/>'), "image"),
    "picture twice": (_drawing('<a:blip r:embed="x" r:link="x"/>'), "image"),
    "vml picture": (_vml('<v:imagedata r:id="x" o:title=""/>'), "image"),
    "vml reference": (_vml('<v:imagedata r:href="x"/>'), "image"),
    "vml fill": (_vml('<v:fill r:id="x" type="frame"/>'), "image"),
    "altChunk": ('<w:altChunk r:id="x"/>', "aFChunk"),
    "subdocument": ('<w:subDoc r:id="x"/>', "subDocument"),
    "ole": (
        f'<w:p><w:r><w:object><o:OLEObject {_SPACES} Type="Link" ProgID="Word.Document.8" ShapeID="s" DrawAspect="Content" r:id="x" UpdateMode="Always"/></w:object></w:r></w:p>',
        "oleObject",
    ),
    "film": (_drawing('<a:blip r:link="x"><a:extLst/></a:blip><a:videoFile r:link="x"/>'), "video"),
    "control": (
        '<w:p><w:r><w:object><w:control r:id="x" w:name="c" w:shapeid="s"/></w:object></w:r></w:p>',
        "control",
    ),
}
_BULLET = _vml('<v:imagedata r:id="x"/>')
_LED_BY = {  # another part, the kind of its relationship, what it says
    "template": ("settings", "settings", '<w:attachedTemplate r:id="x"/>', "attachedTemplate"),
    "mail merge": ("settings", "settings", '<w:mailMerge><w:dataSource r:id="x"/></w:mailMerge>', "mailMergeSource"),
    "frames": ("webSettings", "webSettings", '<w:frameset><w:frame><w:sourceFileName r:id="x"/></w:frame></w:frameset>', "frame"),
    "header": ("hdr", "header", _drawing('<a:blip r:link="x"/>'), "image"),
    "footer": ("ftr", "footer", _vml('<v:imagedata r:id="x"/>'), "image"),
    "bullets": ("numbering", "numbering", f'<w:numPicBullet w:numPicBulletId="0">{_BULLET}</w:numPicBullet>', "image"),
    "font": ("fonts", "fontTable", '<w:font w:name="F"><w:embedRegular r:id="x" w:fontKey="{00000000-0000-0000-0000-000000000000}"/></w:font>', "font"),
}  # fmt: skip
_FIELDS = {
    "INCLUDEPICTURE": 'INCLUDEPICTURE "{}" \\d',
    "INCLUDETEXT": 'INCLUDETEXT "{}"',
    "IMPORT": 'IMPORT "{}"',
    "LINK": 'LINK Word.Document.12 "{}" \\a \\p',
    "DDE": 'DDE soffice "{}" x',
    "DDEAUTO": 'DDEAUTO soffice "{}" x',
    "RD": 'RD "{}"',
    "DATABASE": 'DATABASE \\d "{}"',
}
_DRAWINGS = {
    "image": '<image width="80" height="80" xlink:href="{}"/>',
    "image of SVG 2": '<image width="80" height="80" href="{}"/>',
    "another quote": "<image width='80' height='80' xlink:href='{}'/>",
    "spaces": '<image width="80" height="80" xlink:href = "\n {}"/>',
    "another prefix": '<image xmlns:z="http://www.w3.org/1999/xlink" width="80" height="80" z:href="{}"/>',
    "pattern": '<defs><pattern id="p" width="80" height="80"><image width="80" height="80" xlink:href="{}"/></pattern></defs><rect width="80" height="80" fill="url(#p)"/>',
    "use": '<use xlink:href="{}#x"/>',
    "style": '<style>@import url("{0}"); rect {{ fill: url({0}) }}</style><rect width="80" height="80"/>',
    "fill": '<rect width="80" height="80" style="fill:url({})"/>',
    "filter": '<filter id="f"><feImage xlink:href="{}"/></filter><rect width="80" height="80" filter="url(#f)"/>',
}
_DISGUISED = {
    "html": '<html><body><img src="{0}"><iframe src="{0}"></iframe><link rel=stylesheet href="{0}"></body></html>',
    "rtf": '{{\\rtf1 {{\\field{{\\*\\fldinst INCLUDEPICTURE "{0}" \\\\d}}{{\\fldrslt x}}}}}}',
    "fodt": '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p><draw:frame><draw:image xlink:href="{0}"/></draw:frame></text:p></office:text></office:body></office:document>',
    "svg": _SVG.format('<image width="80" height="80" xlink:href="{0}"/>'),
    "mht": 'MIME-Version: 1.0\nContent-Type: text/html\n\n<img src="{0}">',
}


def attempts(goals: Goals) -> Iterator[tuple[str, bytes]]:
    """All of them, by name."""
    yield from _through_relationships(goals)
    yield from _through_fields(goals)
    yield from _through_drawings(goals)
    yield from _disguised(goals)


def _through_relationships(goals: Goals) -> Iterator[tuple[str, bytes]]:
    for (way, (body, kind)), form in product(_FOLLOWED.items(), ("http", "file", "unc", "text")):
        name = f"{way} {form}"
        yield name, package(body, links=link("x", kind, goals.addresses(name)[form], outside=True))
    for (way, (root, part, body, kind)), form in product(_LED_BY.items(), ("http", "file", "webdav")):
        name = f"{way} {form}"
        target = link("x", kind, goals.addresses(name)[form], outside=True)
        more = {
            f"word/{part}.xml": f"<w:{root} {_SPACES}>{body}</w:{root}>",
            f"word/_rels/{part}.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{target}</Relationships>',
        }
        shown = (
            f'<w:sectPr><w:{part}Reference w:type="default" r:id="p"/></w:sectPr>'
            if part in ("header", "footer")
            else ""
        )
        yield name, package(f"<w:p/>{shown}", more, link("p", part, f"{part}.xml"))


def _through_fields(goals: Goals) -> Iterator[tuple[str, bytes]]:
    for (way, code), form, simple in product(_FIELDS.items(), ("http", "file", "text"), (True, False)):
        name = f"{way} {form} {'simple' if simple else 'complex'}"
        said = code.format(goals.addresses(name)[form].replace("\\", "\\\\"))
        mark = '<w:r><w:fldChar w:fldCharType="{}" w:dirty="true"/></w:r>'
        inside = (
            f'<w:fldSimple w:dirty="true" w:instr="{said.replace(chr(34), "&quot;")}"><w:r><w:t>x</w:t></w:r></w:fldSimple>'
            if simple
            else f"{mark.format('begin')}<w:r><w:instrText>{said}</w:instrText></w:r>{mark.format('separate')}{mark.format('end')}"
        )
        yield name, package(f"<w:p>{inside}</w:p>")


def _through_drawings(goals: Goals) -> Iterator[tuple[str, bytes]]:
    for (way, inside), form in product(_DRAWINGS.items(), ("http", "file", "path")):
        name = f"svg {way} {form}"
        yield name, _with_drawing(_SVG.format(inside.format(goals.addresses(name)[form])), "picture.svg")
    local = _SVG.format(_DRAWINGS["image"].format(goals.addresses("")["file"]))
    entity = (
        f'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "{goals.addresses("")["file"]}">]>'
        + _SVG.format(_DRAWINGS["image"].format("&a;"))
    )
    yield "svg called png", _with_drawing(local, "picture.png")
    yield "svg called xml", _with_drawing(local, "picture.xml")
    yield "svg entity", _with_drawing(entity, "picture.svg")
    yield "svg letters as numbers", _with_drawing(local.replace("file:", "&#102;ile:"), "picture.svg")
    yield (
        "svg in UTF-16",
        _with_drawing('<?xml version="1.0" encoding="UTF-16"?>' + local, "picture.svg", "utf-16"),
    )
    yield "svg packed", _with_drawing(local, "picture.svgz", packed=True)
    nested = "data:image/svg+xml;utf8," + local.replace('"', "'").replace("#", "%23")
    yield "svg in svg", _with_drawing(_SVG.format(_DRAWINGS["image"].format(nested)), "picture.svg")


def with_drawing(inside: str) -> bytes:
    """A Word file with an SVG drawing."""
    return _with_drawing(_SVG.format(inside), "picture.svg")


def _with_drawing(svg: str, name: str, encoding: str = "utf-8", *, packed: bool = False) -> bytes:
    from tests.papers.page import parts_of
    from tests.render.word import zipped

    links = link("x", "image", f"media/{name}")
    parts = parts_of(_drawing('<a:blip r:embed="x"/>'), {}, links)
    types = parts["[Content_Types].xml"].replace("<Override", '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="svg" ContentType="image/svg+xml"/><Default Extension="png" ContentType="image/png"/><Override', 1)  # fmt: skip
    data = svg.encode(encoding)
    made = {part: text.encode() for part, text in (parts | {"[Content_Types].xml": types}).items()}
    return zipped(made | {f"word/media/{name}": gzip.compress(data, mtime=0) if packed else data})


def _disguised(goals: Goals) -> Iterator[tuple[str, bytes]]:
    for (way, text), form in product(_DISGUISED.items(), ("http", "file")):
        name = f"{way} {form}"
        said = text.format(goals.addresses(name)[form]).encode()
        yield f"{name} called docx", said
        chunk = {f"word/chunk.{way}": said.decode()}
        yield (
            f"{name} as a chunk",
            package('<w:altChunk r:id="c"/><w:p/>', chunk, link("c", "aFChunk", f"chunk.{way}")),
        )
