"""A part of a Word file as a text that a person wrote: its lines are the paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.diagnostics import Source, Span
from docgen.render.package import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PARAGRAPH = f"{W}p"
_TEXT = f"{W}t"
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}br": " ",
    f"{W}cr": " ",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}


@dataclass(frozen=True)
class Piece:
    """An element that gives a paragraph some of its characters, from ``start`` to ``end``."""

    element: "Element"
    start: int
    end: int

    @property
    def editable(self) -> bool:
        """Whether the characters are the element's own text."""
        return self.element.tag == _TEXT


@dataclass(frozen=True)
class Line:
    """One paragraph: its element, its text, and where the text starts in the source."""

    element: "Element"
    text: str
    pieces: tuple[Piece, ...]
    start: int


@dataclass(frozen=True)
class Page:
    """A part as it is read by a person: the source and the paragraphs that it was made from."""

    source: Source
    lines: tuple[Line, ...]

    def span(self, line: Line, start: int, end: int) -> Span:
        """The place of some characters of a paragraph."""
        return Span(self.source, line.start + start, line.start + end)


def read_page(root: "Element", path: str) -> Page:
    """The paragraphs of a part, in the order of the document; a nested one (a text frame) is a line of its own."""
    lines: list[Line] = []
    start = 0
    for element in root.iter(_PARAGRAPH):
        pieces = tuple(_pieces(element))
        text = "".join(_characters(piece.element) for piece in pieces)
        lines.append(Line(element, text, pieces, start))
        start += len(text) + 1
    return Page(Source(path, "\n".join(line.text for line in lines)), tuple(lines))


def _characters(element: "Element") -> str:
    if element.tag == _TEXT:
        return (element.text or "").replace("\n", " ").replace("\r", " ")
    return _SIGNS[str(element.tag)]


def _pieces(paragraph: "Element") -> Iterator[Piece]:
    end = 0
    for element in _own(paragraph):
        if element.tag == _TEXT or (element.tag in _SIGNS and _printed(element)):
            start, end = end, end + len(_characters(element))
            yield Piece(element, start, end)


def _printed(element: "Element") -> bool:
    """A ``w:tab`` in a run is a sign; the one in the list of tab stops is not."""
    parent = element.getparent()
    return parent is not None and parent.tag == f"{W}r"


def _own(element: "Element") -> Iterator["Element"]:
    for child in element:
        if child.tag != _PARAGRAPH:
            yield child
            yield from _own(child)
