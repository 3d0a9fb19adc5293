"""Letters: how wide a text is and where its lines break. Sizes are in pixels; ``pt`` makes them from points."""

import re
from bisect import bisect_right
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

LEADING = 1.15
ASCENT = 0.92
"""Of the size: from the top of a line's box to the letters' foot."""

_VOWEL = "аеёиоуыэюяАЕЁИОУЫЭЮЯ"
_LETTER = "бвгджзйклмнпрстфхцчшщъьБВГДЖЗЙКЛМНПРСТФХЦЧШЩЪЬ"
_SYLLABLE = re.compile(
    rf"(?<=[{_VOWEL}])(?=[{_LETTER}][{_VOWEL}])|(?<=[{_VOWEL}][{_LETTER}ьъй])(?=[{_LETTER}]+[{_VOWEL}])"
)
_PIECE = re.compile(r"(?:[^ \-–—/]+|[-–—/])[-–—/]* *")
"""What may not be parted without a hyphen; the spaces belong to the piece before them."""
_BREAK = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ud800-\udfff\ufeff]")


def pt(points: float) -> float:
    """Points in pixels of the picture."""
    return points * 200 / 72


BODY = pt(9)
SMALL = pt(8)
TINY = pt(7)


@cache
def font(size: float, *, bold: bool = False) -> "FreeTypeFont":
    """The font of the documents. Its own kerning, no shaping library: one result everywhere."""
    from PIL import ImageFont

    face = BytesIO(_face("Bold" if bold else "Regular"))
    return ImageFont.truetype(face, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _face(style: str) -> bytes:
    return files("docgen.charts").joinpath("data", f"LiberationSerif-{style}.ttf").read_bytes()


@lru_cache(maxsize=16384)
def width(words: str, size: float, *, bold: bool = False) -> float:
    """How much room a line of letters takes."""
    return font(size, bold=bold).getlength(words)


def plain(text: str) -> str:
    """The text as one line of what can be printed."""
    words = _UNSEEN.sub("", _BREAK.sub(" ", text)).split(" ")
    return " ".join(word for word in words if word) or "–"


def widest(texts: list[str], size: float, *, bold: bool = False) -> float:
    """The room of the longest of several lines."""
    return max((width(text, size, bold=bold) for text in texts), default=0.0)


def wrap(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """The text in lines not wider than ``room``; a word that is longer is hyphenated, at worst cut anywhere."""
    lines: list[str] = []
    line = ""
    for piece in _PIECE.findall(plain(text)):
        if width((line + piece).rstrip(" "), size, bold=bold) <= room:
            line += piece
            continue
        if line:
            lines.append(line.rstrip(" "))
        *whole, line = _broken(piece, room, size, bold)
        lines += whole
    return [*lines, line.rstrip(" ")]


def longest_word(text: str, size: float) -> float:
    """The room that the text needs if no word of it may be hyphenated."""
    return widest([piece.strip(" ") for piece in _PIECE.findall(plain(text))], size)


def _broken(word: str, room: float, size: float, bold: bool) -> list[str]:
    lines: list[str] = []
    while len(word) > 1 and width(word.rstrip(" "), size, bold=bold) > room:
        count, hyphen = _first_part(word, room, size, bold)
        lines.append(word[:count] + hyphen)
        word = word[count:]
    return [*lines, word]


def _first_part(word: str, room: float, size: float, bold: bool) -> tuple[int, str]:
    """How many letters fit: up to a syllable and then a hyphen, else as many as there is room for."""
    most = max(
        1, bisect_right(range(1, len(word)), room, key=lambda count: width(word[:count], size, bold=bold))
    )
    ends = [match.start() for match in _SYLLABLE.finditer(word) if 1 < match.start() <= most]
    for end in reversed(ends):
        if width(word[:end] + "-", size, bold=bold) <= room:
            return end, "-"
    return most, ""
