"""JSON that may be shown on a terminal and in the log of a build server, and the words of which its schemas are made."""

import json
import re
from typing import Any

_LONE = re.compile("[\ud800-\udfff]")
# C1 controls and directions change what a terminal shows after them; «##[» and «##vso[» are commands to build servers.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|(?<=#)#")


def json_text(value: Any, indent: int | None = None) -> str:
    """A value as JSON: Russian stays readable, what a terminal or a server would obey is written as «\\uXXXX».

    Halves of surrogate pairs, which strict readers refuse, become U+FFFD.
    """
    return _UNSAFE.sub(_escaped, whole(json.dumps(value, ensure_ascii=False, indent=indent)))


def whole(text: str) -> str:
    """A text that is Unicode throughout, unlike a file name that is no UTF-8."""
    return _LONE.sub("\ufffd", text)


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def object_of(properties: dict[str, Any]) -> dict[str, Any]:
    """The schema of an object that has all of these properties; others may be added by a later docgen."""
    return {"type": "object", "required": list(properties), "properties": properties}


def text_of(description: str) -> dict[str, Any]:
    """The schema of a text."""
    return {"type": "string", "description": description}


def number_of(minimum: int = 0, description: str = "") -> dict[str, Any]:
    """The schema of a whole number."""
    told = {"description": description} if description else {}
    return {"type": "integer", "minimum": minimum, **told}
