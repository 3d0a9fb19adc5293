"""The path of a source as other programs want it."""

import re
from urllib.parse import quote

from docgen.diagnostics.source import Span

_PART = re.compile(r"(.+\.(?:do[ct][xm]|odt|pdf))#(.+)|(.+?\.xlsx)!(.+)", re.IGNORECASE)
_HALF = re.compile("[\ud800-\udc7f\udd00-\udfff]")


def split(span: Span) -> tuple[str, str]:
    """The file with forward slashes and, for Word, PDF or Excel, the part of it that the place is in.

    ``templates/protocol.docx#footer1`` is a file ``templates/protocol.docx`` to everybody but us, and
    ``estimate.xlsx!Смета!C14`` a file ``estimate.xlsx``.
    """
    file, part = file_and_part(span.source.path)
    return file, f"{part}!{span.cell}" if part and span.cell else part or span.cell


def file_and_part(path: str) -> tuple[str, str]:
    """The path of a source as a file and the part of it, which is empty for a text."""
    path = path.replace("\\", "/")
    match = _PART.fullmatch(path)
    if match is None:
        return path, ""
    file, part = (each for each in match.groups() if each)
    return file, part


def uri(path: str) -> str:
    """A relative path as a relative reference, an absolute one as ``file://``."""
    path = path.replace("\\", "/")
    if re.match(r"[A-Za-z]:/", path):
        return f"file:///{path[:2]}{_quoted(path[2:])}"
    if path.startswith("//"):
        return f"file:{_quoted(path)}"
    return f"file://{_quoted(path)}" if path.startswith("/") else _quoted(path)


def _quoted(path: str) -> str:
    """Percent-encoded; a name that is no UTF-8 keeps its bytes, half a pair of UTF-16 stands for no byte."""
    return quote(_HALF.sub("\ufffd", path), errors="surrogateescape")
