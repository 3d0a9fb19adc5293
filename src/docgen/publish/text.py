"""A page as lines of text with places, made of the pieces that the page draws."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from docgen.diagnostics import Source, Span
from docgen.publish.content import Fragment, drawn_on
from docgen.publish.fonts import Fonts

_GAP = 0.15  # of the type size: a wider gap between two pieces is a space
_RISE = 0.5  # of the type size: a larger step up or down is another line
_NO_LETTERS = (
    " \N{NO-BREAK SPACE}⟦⟧"  # the brackets of a gap are in no office font: some other font lends them
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: where it is in the page's text, where on the sheet (points from the bottom)."""

    start: int
    end: int
    y: float
    artifact: bool


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of one page, as a source that problems can point into."""

    number: int
    source: Source
    lines: tuple[Line, ...]
    first_use: dict[str, tuple[int, int]]
    width: float
    height: float
    has_pictures: bool

    @property
    def text(self) -> str:
        """All lines, one below the other."""
        return self.source.text

    def line_text(self, line: Line) -> str:
        """The characters of a line."""
        return self.source.text[line.start : line.end]

    def top(self) -> Span:
        """The place of what concerns the page as a whole."""
        return self.source.span(0)


def read_page(path: str, number: int, page: Any, fonts: Fonts) -> PageText:
    """Read page ``number`` (from 1) of the file shown as ``path``."""
    drawn = drawn_on(page, fonts)
    text, lines, uses = _laid_out(drawn.fragments)
    box = page.mediabox
    turned = int(page.get("/Rotate", 0)) % 180 == 90
    width, height = float(box.width), float(box.height)
    return PageText(
        number=number,
        source=Source(f"{path}#page{number}", text),
        lines=tuple(lines),
        first_use=uses,
        width=height if turned else width,
        height=width if turned else height,
        has_pictures=drawn.has_pictures,
    )


def _laid_out(pieces: Iterable[Fragment]) -> tuple[str, list[Line], dict[str, tuple[int, int]]]:
    texts: list[str] = []
    lines: list[Line] = []
    uses: dict[str, tuple[int, int]] = {}
    length = 0
    for row in _rows(pieces):
        start = length
        for piece, glue in row:
            begin = length + len(glue)
            length = begin + len(piece.text)
            texts += [glue, piece.text]
            if piece.text.strip(_NO_LETTERS):
                uses.setdefault(piece.font, (begin, length))
        lines.append(Line(start, length, row[0][0].y, all(piece.artifact for piece, _ in row)))
        texts.append("\n")
        length += 1
    return "".join(texts), lines, uses


def _rows(pieces: Iterable[Fragment]) -> list[list[tuple[Fragment, str]]]:
    """Pieces gathered into lines, each with the space that the eye sees before it; blank lines dropped."""
    rows: list[list[Fragment]] = []
    for piece in pieces:
        if rows and _continues(rows[-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [_spaced(sorted(row, key=_x)) for row in rows if any(piece.text.strip() for piece in row)]


def _x(piece: Fragment) -> float:
    return piece.x


def _continues(row: list[Fragment], piece: Fragment) -> bool:
    """Whether a piece belongs to the line: on its height, and in free space (a gap may be filled later)."""
    last = row[-1]
    size = max(last.size, piece.size)
    if abs(piece.y - last.y) > _RISE * size:
        return False
    return piece.x >= last.end - size or not any(
        min(other.end, piece.end) - max(other.x, piece.x) > _GAP * size for other in row
    )


def _spaced(row: list[Fragment]) -> list[tuple[Fragment, str]]:
    glued = [(row[0], "")]
    for last, piece in pairwise(row):
        parted = piece.x - last.end > _GAP * piece.size
        spaced = last.text[-1:].isspace() or piece.text[:1].isspace()
        glued.append((piece, " " if parted and not spaced else ""))
    return glued
