"""The path of a source as other programs want it."""

import re
from urllib.parse import quote


def split(path: str) -> tuple[str, str]:
    """The file with forward slashes and, for a Word file or a PDF, the part of it that was read as a source.

    ``templates/protocol.docx#footer1`` is a file ``templates/protocol.docx`` to everybody but us.
    """
    path = path.replace("\\", "/")
    match = re.fullmatch(r"(.+\.(?:docx|dotx|odt|pdf))#(.+)", path, re.IGNORECASE)
    return (match[1], match[2]) if match else (path, "")


def uri(path: str) -> str:
    """A relative path as a relative reference, an absolute one as ``file://``."""
    path = path.replace("\\", "/")
    if re.match(r"[A-Za-z]:/", path):
        return f"file:///{path[:2]}{_quoted(path[2:])}"
    if path.startswith("//"):
        return f"file:{_quoted(path)}"
    return f"file://{_quoted(path)}" if path.startswith("/") else _quoted(path)


def _quoted(path: str) -> str:
    return quote(path, errors="surrogateescape")  # a name that is no UTF-8 keeps its bytes
