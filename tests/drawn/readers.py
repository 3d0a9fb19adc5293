"""The text of a finished file as different programs read it: ours, PDFium by the tags of a PDF."""

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from pypdf import PdfReader

from docgen.papers import Where, read_paper

_UNSEEN = re.compile(r"[\s_\u00ad\u200b-\u200d\u2060\ufeff]+")

_HYPHENS = {0x2011: "-", 0x02: "-"}  # PDFium calls the hyphen at a line's end \x02
_SAME_LINE = 4.0  # points

Mark = tuple[int | None, int]
"""A page, counted from 0, and the number of a piece of tagged content on it."""


def letters(text: str) -> str:
    """A text without what readers show differently: spaces, ends of lines, capitals, kinds of hyphens, lines to write on."""
    return _UNSEEN.sub("", unicodedata.normalize("NFC", text).casefold().translate(_HYPHENS))


@dataclass(frozen=True)
class Word:
    """A Word file in our own reading: the body, the same with the numbers that Word prints, all that is on paper."""

    body: str
    numbered: str
    everything: str


def word(docx: Path) -> Word:
    """Read a Word file."""
    paper = read_paper(docx.read_bytes(), docx.name)
    body = [block for block in paper.blocks if block.where is not Where.HEADER]
    return Word(
        letters("".join(block.text for block in body)),
        letters("".join(block.shown for block in body)),
        letters("".join(block.shown for block in paper.blocks)),
    )


def tagged(pdf: Path) -> str:
    """The body of a tagged PDF in the order of its tags: what a person who cannot see it hears."""
    pieces = _pieces(pdf)
    return letters("".join(pieces.get(mark, "") for mark in _marks(pdf)))


def _marks(pdf: Path) -> list[Mark]:
    reader = PdfReader(pdf)
    pages = {
        page.indirect_reference.idnum: number
        for number, page in enumerate(reader.pages)
        if page.indirect_reference is not None
    }
    return list(_under(reader.root_object["/StructTreeRoot"]["/K"], None, pages))  # type: ignore[index]


def _under(node: Any, page: int | None, pages: dict[int, int]) -> Iterator[Mark]:
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from _under(child, page, pages)
    elif isinstance(node, dict):
        if "/Pg" in node:
            page = pages.get(node.raw_get("/Pg").idnum, page)  # type: ignore[attr-defined]
        if "/MCID" in node:
            yield page, int(node["/MCID"])
        elif "/K" in node:
            yield from _under(node["/K"], page, pages)
    else:
        yield page, int(node)


def _pieces(pdf: Path) -> dict[Mark, str]:
    """The text of every piece as it is seen: signs that another font lends are drawn after the rest of their line."""
    found: dict[Mark, list[tuple[float, float, str]]] = {}
    with pdfium.PdfDocument(pdf) as document:
        for number, page in enumerate(document):
            text = page.get_textpage()
            for index in range(text.count_chars()):
                if raw.FPDFText_IsGenerated(text.raw, index) == 1:
                    continue
                of = raw.FPDFText_GetTextObject(text.raw, index)
                mark = number, raw.FPDFPageObj_GetMarkedContentID(of)
                found.setdefault(mark, []).append(_sign(text, index))
    return {mark: _in_lines(signs) for mark, signs in found.items()}


def _sign(text: Any, index: int) -> tuple[float, float, str]:
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text.raw, index, x, y)
    return y.value, x.value, chr(raw.FPDFText_GetUnicode(text.raw, index))


def _in_lines(signs: list[tuple[float, float, str]]) -> str:
    """Lines from top to bottom, each from left to right; a line's signs stand on about the same height."""
    lines: list[list[tuple[float, float, str]]] = []
    for sign in sorted(signs, key=lambda sign: -sign[0]):
        if lines and abs(lines[-1][0][0] - sign[0]) < _SAME_LINE:
            lines[-1].append(sign)
        else:
            lines.append([sign])
    return "".join(sign for line in lines for _, _, sign in sorted(line, key=lambda sign: sign[1]))
