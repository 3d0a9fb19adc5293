"""Sentences torn by the ends of paragraphs: a text copied from a PDF or a letter, where every line is a paragraph.

A single torn sentence may be a list without signs or a title in two lines; a text is torn when many are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from docgen.papers.paper import Block, Where

_LONG = 35  # characters: a line that was full goes on, a short one was ended on purpose
_MANY = 6
_SHARE = 0.15
_OPEN_ENDS = ",–—-()»"


def torn(blocks: Sequence[Block]) -> list[Block]:
    """The paragraphs whose sentence goes on in the next one; none unless the text as a whole is torn."""
    found = [one for one, following in pairwise(blocks) if _goes_on(one, following)]
    return found if len(found) >= max(_MANY, _SHARE * len(blocks)) else []


def joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """The same text with torn sentences as one paragraph each, that stands where it begins; its lines end in ``\\n``."""
    open_ends = {id(block) for block in torn(blocks)}
    lines: list[Block] = []
    for block in blocks:
        lines.append(block)
        if id(block) not in open_ends:
            yield _one(lines)
            lines = []


def _one(lines: list[Block]) -> Block:
    return lines[0] if len(lines) == 1 else replace(lines[0], text="\n".join(line.text for line in lines))


def _goes_on(block: Block, following: Block) -> bool:
    if not (_is_plain(block) and _is_plain(following)) or block.look.bold != following.look.bold:
        return False
    text, rest = block.text.rstrip(), following.text.lstrip()
    if len(text) < _LONG or not rest:
        return False
    return (text[-1].isalnum() or text[-1] in _OPEN_ENDS) and rest[0].islower()


def _is_plain(block: Block) -> bool:
    """Whether it is running text: no heading, no item of a list, no cell."""
    marked = block.label or block.level is not None or block.list_level is not None
    return block.where is Where.BODY and block.cell is None and not marked and not block.contents
