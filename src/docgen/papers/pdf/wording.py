"""The lines of a paragraph in a cell as one text: numbers and words that the cell's width has broken are whole again."""

import re
from collections.abc import Sequence
from itertools import pairwise

from docgen.papers.pdf.lines import PdfLine

_DIGITS = re.compile(r"[+–−-]?[\d\s\u00a0\u202f.,]+")
_NUMBER = re.compile(r"[+–−-]?(?:\d{1,3}(?:[\s\u00a0\u202f]\d{3})+|\d+)(?:[.,]\d+)?")


def worded(lines: Sequence[PdfLine], edge: float) -> str:
    """The text of a paragraph without its line breaks; ``edge`` is how far its lines could go."""
    text = lines[0].text
    for last, line in pairwise(lines):
        numbers = _DIGITS.fullmatch(text) and _DIGITS.fullmatch(line.text)
        text = _number(text, last, line, edge) if numbers else _words(text, line.text)
    return text


def _words(text: str, more: str) -> str:
    hyphenated = text[-1:] == "-" and text[-2:-1].isalpha() and more[:1].islower()
    return f"{text}{more}" if hyphenated else f"{text} {more}"


def _number(text: str, last: PdfLine, line: PdfLine, edge: float) -> str:
    """A number broken between its groups, or at its comma; two numbers under each other stay two."""
    room = last.right + last.size / 4 + (line.right - line.left) < edge
    for whole in () if room else (f"{text} {line.text}", f"{text}{line.text}"):
        if _NUMBER.fullmatch(whole) and (
            " " in whole[len(text) :] or "," in (text[-2:-1], text[-1], line.text[0])
        ):
            return whole
    return f"{text}\n{line.text}"
