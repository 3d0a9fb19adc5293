"""The tree of a marked text: blocks, the pieces within them, and where every word was written."""

from collections.abc import Iterator
from dataclasses import dataclass
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


def every_block(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Blocks and what is within them."""
    for block in blocks:
        yield block
        if isinstance(block, Listing):
            for item in block.items:
                yield from every_block(item)
        elif isinstance(block, Quote):
            yield from every_block(block.blocks)
