"""The table of contents: its lines are no headings."""

import re
from collections import Counter
from collections.abc import Sequence

from docgen.papers.paper import Block
from docgen.papers.sections.words import plain

_LEADER = re.compile(r"(?:\.{3,}|…{1,}|(?:\s\.){3,}|\t)\s*\d{1,4}\s*$")
_CONTENTS_TITLE = frozenset(("содержание", "оглавление"))
_LONGEST = 320
_LEADER_REACH = 200
"""Where a leader ends; in a paragraph of a million dots any of them could begin one."""


def contents(blocks: Sequence[Block]) -> frozenset[int]:
    """The paragraphs of a table of contents: by style, by leaders with page numbers, by standing under «Содержание»."""
    found = set()
    under = False
    for at, block in enumerate(blocks):
        text = block.text.strip()
        if block.contents or _LEADER.search(text[-_LEADER_REACH:]):
            found.add(at)
        elif text and plain(text) in _CONTENTS_TITLE:
            found.add(at)
            under = True
        elif under and text:
            if _in_list(block, text):
                found.add(at)
            else:
                under = False
    return frozenset(found | _typed_contents(blocks))


def _in_list(block: Block, text: str) -> bool:
    """A line under «Содержание»: it ends with a page's number."""
    return block.level is None and bool(re.search(r"\s\d{1,3}$", text)) and len(text) < _LONGEST


def _typed_contents(blocks: Sequence[Block]) -> set[int]:
    """Contents typed without page numbers: under «Содержание» come lines that all come again further down."""
    start = next((at for at, b in enumerate(blocks) if plain(b.text) in _CONTENTS_TITLE), None)
    if start is None:
        return set()
    later = Counter(plain(block.text) for block in blocks[start + 1 :] if block.text.strip())
    found = set()
    for at in range(start + 1, len(blocks)):
        text = plain(blocks[at].text)
        if not text:
            continue
        if later[text] < 2 or blocks[at].level is not None:
            break
        later[text] -= 1
        found.add(at)
    return found
