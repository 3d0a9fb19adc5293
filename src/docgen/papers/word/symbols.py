"""Signs of symbol fonts, as they look."""

import re

_SYMBOLS = {
    0xF0B7: "•",
    0xF0A7: "▪",
    0xF02D: "–",
    0xF0E0: "→",
    0xF0FC: "✓",
    0xF052: "☑",
    0xF0A8: "□",
    0xF06F: "□",
}


def symbol(code: str) -> str:
    """A sign given by its code in hexadecimal digits."""
    number = int(code, 16) if re.fullmatch(r"[0-9A-Fa-f]{1,4}", code) else 0
    unknown = number < 0x20 or 0xD800 <= number <= 0xF8FF
    return _SYMBOLS.get(number, "□" if unknown else chr(number))
