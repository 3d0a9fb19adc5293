"""SVG drawings within a Word file: LibreOffice shows what they refer to, and no setting of it forbids that.

A drawing is known by its content, whatever its part is called, for LibreOffice looks at the content too; it may be
packed once more (svgz) or written in UTF-16. What it may refer to is itself and data within it, if those are no drawing.
"""

import re
import zipfile
import zlib

_MOST = 32 << 20
_HEAD = 16
_PACKED = b"\x1f\x8b"
_OTHERS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_DRAWING = re.compile(rb"<(?:[\w.-]+:)?svg[\s>/]", re.IGNORECASE)
_EBCDIC = b"\x4c\x6f\xa7\x94"
_ODD_LETTERS = re.compile(
    rb"""[^<]{0,8}<\?xml[^>]{0,200}encoding\s*=\s*["'](?!utf-8|utf-16|us-ascii|iso-8859|windows-125)""",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(
    rb"""(?:href|src|xml:base)\s*=\s*["']?\s*(?!["']|\#|data:(?!image/svg|text|application))"""
    rb"""|url\(\s*["']?\s*(?!\#|data:(?!image/svg|text|application))"""
    rb"""|@import|<!ENTITY|<\?xml-stylesheet|<(?:[\w.-]+:)?(?:foreignObject|script|iframe)""",
    re.IGNORECASE,
)


def reaching_out(package: zipfile.ZipFile) -> str:
    """The name of a drawing that refers to something outside of itself; empty if there is none."""
    for part in package.infolist():
        if _OUTSIDE.search(_drawing(package, part)):
            return part.filename
    return ""


def _drawing(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """The text of a drawing, as UTF-8; nothing for any other part."""
    with package.open(part) as stream:
        head = stream.read(_HEAD)
        if head.startswith(_OTHERS):
            return b""
        data = head + stream.read(_MOST)
    if data.startswith(_PACKED):
        data = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, _MOST)
    plain = data.replace(
        b"\0", b""
    )  # UTF-16 and UTF-32 of what matters here are its letters with zeros between
    if plain.startswith(_EBCDIC) or _ODD_LETTERS.match(plain):
        return b"<!ENTITY"  # in letters that cannot be looked at
    return plain if _DRAWING.search(plain) else b""
