"""Fonts of a PDF: what a code means, how wide it is, whether the font travels with the file."""

import re
from dataclasses import dataclass, field
from typing import Any

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_STYLE = re.compile(r"(psmt|mt|ps|regular|bold|italic|oblique)+$")
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")


@dataclass(frozen=True, slots=True)
class Font:
    """A font as a page uses it. ``codes`` gives text for a code, ``widths`` thousandths of the size."""

    name: str
    embedded: bool
    wide: bool
    codes: dict[int, str]
    widths: dict[int, float]
    default_width: float

    def read(self, data: bytes) -> tuple[str, float, int]:
        """Text, width in thousandths, number of characters drawn."""
        codes = (
            [high << 8 | low for high, low in zip(data[::2], data[1::2], strict=False)]
            if self.wide
            else list(data)
        )
        text = "".join([self.codes.get(code, "") for code in codes])
        width = sum([self.widths.get(code, self.default_width) for code in codes])
        return text, width, len(codes)


@dataclass(slots=True)
class Fonts:
    """The fonts of a file, each read once however many pages share it."""

    known: dict[int, Font] = field(default_factory=dict)

    def named(self, resources: Any, name: str) -> Font | None:
        """The font that a page calls ``name``."""
        fonts: Any = resources["/Font"].get_object() if "/Font" in resources else {}
        if name not in fonts:
            return None
        entry = fonts.raw_get(name)
        key = getattr(entry, "idnum", id(entry))
        if key not in self.known:
            self.known[key] = font_of(entry.get_object())
        return self.known[key]


def font_of(described: Any) -> Font:
    """Read a font dictionary of a page."""
    wide = described.get("/Subtype") == "/Type0"
    inner = described["/DescendantFonts"][0].get_object() if wide else described
    name = _SUBSET.sub("", str(described.get("/BaseFont", "")).removeprefix("/"))
    return Font(
        name=name,
        embedded=_embedded(inner),
        wide=wide,
        codes=_codes(described),
        widths=_wide_widths(inner) if wide else _plain_widths(inner),
        default_width=float(inner.get("/DW", 1000)) if wide else 0.0,
    )


def family(name: str) -> str:
    """What is compared of a font's name: ``LiberationSerif-BoldItalic`` and «Liberation Serif» are one."""
    head = re.split(r"," if " " in name else r"[-,]", name)[0]
    plain = re.sub(r"[\s_-]", "", head).casefold()
    return _STYLE.sub("", plain) or plain


def _embedded(inner: Any) -> bool:
    if inner.get("/Subtype") == "/Type3":  # its glyphs are drawings in the file
        return True
    descriptor = inner.get("/FontDescriptor")
    return descriptor is not None and any(
        key in descriptor.get_object() for key in ("/FontFile", "/FontFile2", "/FontFile3")
    )


def _codes(described: Any) -> dict[int, str]:
    table = described.get("/ToUnicode")
    if table is None or not hasattr(table.get_object(), "get_data"):
        return {code: bytes([code]).decode("cp1251", "replace") for code in range(256)}
    codes: dict[int, str] = {}
    for kind, body in _SECTION.findall(table.get_object().get_data()):
        items = [
            bytes.fromhex(digits.decode()) if not (opened or closed) else opened or closed
            for digits, opened, closed in _HEX.findall(body)
        ]
        if kind == b"bfchar":
            codes.update(
                {_number(code): _text(value) for code, value in zip(items[::2], items[1::2], strict=False)}
            )
        else:
            _read_ranges(items, codes)
    return codes


def _read_ranges(items: list[bytes], codes: dict[int, str]) -> None:
    waiting = iter(items)
    for first, last, value in zip(waiting, waiting, waiting, strict=False):
        if value == b"[":
            for code in range(_number(first), _number(last) + 1):
                codes[code] = _text(next(waiting))
            next(waiting, b"]")
        else:
            start, head = _number(value[-2:]), value[:-2]
            for shift in range(min(_number(last) - _number(first), 0xFFFF) + 1):
                codes[_number(first) + shift] = _text(head + ((start + shift) & 0xFFFF).to_bytes(2, "big"))


def _number(data: bytes) -> int:
    return int.from_bytes(data, "big")


def _text(data: bytes) -> str:
    return data.decode("utf-16-be", "replace")


def _plain_widths(inner: Any) -> dict[int, float]:
    widths = inner.get("/Widths")
    first = int(inner.get("/FirstChar", 0))
    return {} if widths is None else {first + n: float(width) for n, width in enumerate(widths.get_object())}


def _wide_widths(inner: Any) -> dict[int, float]:
    """``/W`` is ``[first [w w w] first last w …]``."""
    found: dict[int, float] = {}
    items = [item.get_object() for item in inner["/W"].get_object()] if "/W" in inner else []
    position = 0
    while position + 1 < len(items):
        first, second = int(items[position]), items[position + 1]
        if isinstance(second, list):
            found.update({first + n: float(width.get_object()) for n, width in enumerate(second)})
            position += 2
        elif position + 2 < len(items):
            found.update(
                dict.fromkeys(range(first, min(int(second), 0xFFFF) + 1), float(items[position + 2]))
            )
            position += 3
        else:
            break
    return found
