"""Strangers' text as it may be shown: neither a terminal nor the log of a build server obeys what stands in it."""

import re

# What would move the cursor, change the colours, or turn round what is seen after it.
_OBEYED = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
# «::error::» at the start of a line, «##[…]» and «##vso[…]» anywhere.
_COMMAND = re.compile(r"^[^\S\n]*:(?=:)|#(?=#(?:vso)?\[)", re.MULTILINE)


def visible(char: str) -> str:
    """A character as it may be shown: «␛» for what begins the commands of a terminal."""
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\ufffd" if _OBEYED.fullmatch(char) else char


def clean(text: str) -> str:
    """One line; line ends and tabs in it are made visible too."""
    return _OBEYED.sub(lambda found: visible(found[0]), text)


def tame(text: str) -> str:
    """Lines of which none is a command to a build server: an invisible space parts what makes it one."""
    return _COMMAND.sub("\\g<0>\u200b", text)


def harmless(text: str) -> str:
    """Lines that may be shown."""
    return tame(_OBEYED.sub(lambda found: found[0] if found[0] in "\n\t" else visible(found[0]), text))
