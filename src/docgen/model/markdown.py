"""Marked text: CommonMark with tables, read into a small tree that knows where every word was written.

``read`` gives the blocks of a text and what cannot be printed; ``passages`` gives its plain texts, one for a paragraph,
a cell or a caption, so that rules of language see words and point at the source.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Annotated, TypeAlias

from docgen.sources.record import ProseMark


class MarkdownMark(ProseMark):
    """Marks a field as running text in CommonMark."""


Markdown = Annotated[str, MarkdownMark()]


@dataclass(frozen=True, slots=True)
class Words:
    """Text as it is printed; ``start`` and ``end`` are where it is written."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Break:
    """A new line within a paragraph."""


@dataclass(frozen=True, slots=True)
class Strong:
    """Set in bold."""

    pieces: "tuple[Piece, ...]"


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Set in italics."""

    pieces: "tuple[Piece, ...]"


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another site."""

    url: str
    pieces: "tuple[Piece, ...]"


@dataclass(frozen=True, slots=True)
class Mention:
    """``[](#table-funding)``: a table, a figure or a section of the same document; docgen knows its number."""

    key: str
    start: int
    end: int


Piece: TypeAlias = Words | Break | Strong | Emphasis | Link | Mention
Pieces: TypeAlias = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    pieces: Pieces


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` as many as the number signs before it."""

    level: int
    pieces: Pieces


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; each item is blocks. ``numbered`` is the sign after the number («.» or «)»), empty for dashes."""

    items: "tuple[tuple[Block, ...], ...]"
    numbered: str = ""
    first: int = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of somebody else."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Grid:
    """A pipe table: header, rows, and left, center, right or nothing for each column."""

    header: tuple[Pieces, ...]
    rows: tuple[tuple[Pieces, ...], ...]
    aligns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its caption; ``key`` is what mentions call it: the file's name without the extension."""

    path: str
    caption: Pieces
    start: int
    end: int

    @property
    def key(self) -> str:
        """``scheme`` of ``pictures/scheme.png``."""
        return self.path.rpartition("/")[2].partition(".")[0]


Block: TypeAlias = Paragraph | Heading | Listing | Quote | Grid | Figure


@dataclass(frozen=True, slots=True)
class Unprintable:
    """A mark that no document can show, and what to do about it."""

    start: int
    end: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A marked text that was read."""

    blocks: tuple[Block, ...]
    unprintable: tuple[Unprintable, ...] = ()


def read(text: str) -> Reading:
    """The blocks of a text; the same text is read once."""
    return _read(str(text))


@lru_cache(maxsize=4096)
def _read(text: str) -> Reading:
    from docgen.model.markdown_reading import reading  # the parser is loaded when there is something to parse

    return reading(text)


_STAND_IN = "1"  # for a mention: what is printed there is a number


@dataclass(frozen=True, slots=True)
class Passage:
    """A plain text without marks, and where its pieces are written: (place in the text, start, end)."""

    text: str
    places: tuple[tuple[int, int, int], ...]

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters ``start`` to ``end`` of the text stand in the marked text."""
        first = self._place(start, at_end=False)
        last = self._place(end, at_end=True) if end > start else first
        return first, max(first, last)

    def _place(self, offset: int, *, at_end: bool) -> int:
        begin = start = end = 0
        for place in self.places:
            if place[0] > offset or (at_end and place[0] == offset and place is not self.places[0]):
                break
            begin, start, end = place
        following = next((place[0] for place in self.places if place[0] > begin), len(self.text))
        if following - begin != end - start:  # written otherwise than it is printed: «&amp;»
            return end if at_end else start
        return min(start + offset - begin, end)


def passages(text: str) -> Iterator[Passage]:
    """The plain texts within a marked text, in their order."""
    for pieces in _texts(read(text).blocks):
        written = list(words(pieces))
        starts = accumulate((len(one.text) for one in written), initial=0)
        places = [(start, one.start, one.end) for start, one in zip(starts, written, strict=False)]
        if any(one.text for one in written):
            yield Passage("".join(one.text for one in written), tuple(places))


def plain(text: str) -> str:
    """All that is said, without marks; a paragraph per line."""
    return "\n".join(passage.text for passage in passages(text))


def mentions(text: str) -> Iterator[Mention]:
    """The cross-references of a text."""
    found = (piece for pieces in _texts(read(text).blocks) for piece in _leaves(pieces))
    return (piece for piece in found if isinstance(piece, Mention))


def figures(text: str) -> Iterator[Figure]:
    """The pictures of a text."""
    return (block for block in every_block(read(text).blocks) if isinstance(block, Figure))


def every_block(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Blocks and what is within them."""
    for block in blocks:
        yield block
        if isinstance(block, Listing):
            for item in block.items:
                yield from every_block(item)
        elif isinstance(block, Quote):
            yield from every_block(block.blocks)


def _texts(blocks: tuple[Block, ...]) -> Iterator[Pieces]:
    for block in every_block(blocks):
        if isinstance(block, Paragraph | Heading):
            yield block.pieces
        elif isinstance(block, Figure):
            yield block.caption
        elif isinstance(block, Grid):
            for row in (block.header, *block.rows):
                yield from row


def words(pieces: Pieces) -> Iterator[Words]:
    """The words of pieces without their marks; a mention counts as a number."""
    for piece in _leaves(pieces):
        if isinstance(piece, Words):
            yield piece
        elif isinstance(piece, Mention):
            yield Words(_STAND_IN, piece.start, piece.end)


def _leaves(pieces: Pieces) -> Iterator[Words | Break | Mention]:
    for piece in pieces:
        if isinstance(piece, Strong | Emphasis | Link):
            yield from _leaves(piece.pieces)
        else:
            yield piece
