"""What rules of language see of a marked text: plain passages, one for a paragraph, a cell or a caption, that know
where they are written.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from docgen.model.markdown.tree import (
    Block,
    Break,
    Emphasis,
    Figure,
    Grid,
    Heading,
    Link,
    Mention,
    Paragraph,
    Pieces,
    Reading,
    Strong,
    Words,
    every_block,
)


def read(text: str) -> Reading:
    """The blocks of a text; the same text is read once."""
    return _read(str(text))


@lru_cache(maxsize=256)  # the texts of a document; of hundreds of documents they would fill the memory
def _read(text: str) -> Reading:
    from docgen.model.markdown.reading import reading  # the parser is loaded when there is something to parse

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
    found = (passage(pieces) for pieces in _texts(read(text).blocks))
    return (one for one in found if one.text)


def passage(pieces: Pieces) -> Passage:
    """The plain text of pieces: of a paragraph, of a cell."""
    written = list(words(pieces))
    starts = accumulate((len(one.text) for one in written), initial=0)
    places = [(start, one.start, one.end) for start, one in zip(starts, written, strict=False)]
    return Passage("".join(one.text for one in written), tuple(places))


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
