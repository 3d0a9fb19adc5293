"""What of a text bears a number: pictures, and tables with a title. Rules ask this too, so nothing here prints."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from docgen.model.markdown import tree as said
from docgen.model.markdown.passages import read, words

_TITLE = re.compile(r"^\s*(?:Таблица|Табл\.)\s*[:–—-]\s*(?=\S)")
_KEY = re.compile(r"\s*\{#(?P<key>table-[\w-]+)\}\s*$")


class Form(Enum):
    """What carries the number."""

    TEXT = "text"
    TABLE = "table"
    FIGURE = "figure"
    LIST = "list"


@dataclass(frozen=True)
class Counted:
    """A table or a picture of the text that bears a number."""

    block: said.Grid | said.Figure
    form: Form
    key: str
    title: str


def parts(text: str, place: str) -> Iterator[said.Block | Counted]:
    """The blocks of a text, those apart that are counted; a paragraph «Таблица: …» is the title of the table below."""
    title = key = ""
    held: said.Block | None = None
    for number, block in enumerate(read(text).blocks):
        if isinstance(block, said.Grid) and title:
            yield Counted(block, Form.TABLE, key or f"table-{place}-{number}", title)
        else:
            if held is not None:
                yield held
            if isinstance(block, said.Figure):
                yield Counted(block, Form.FIGURE, f"figure-{block.key}", bare(block.caption))
            elif not _TITLE.match(bare(getattr(block, "pieces", ()))):
                yield block
        title = key = ""
        held = None
        if isinstance(block, said.Paragraph) and _TITLE.match(written := bare(block.pieces)):
            found = _KEY.search(written)
            key = found["key"] if found else ""
            title, held = _TITLE.sub("", _KEY.sub("", written)), block
    if held is not None:
        yield held


def bare(pieces: said.Pieces) -> str:
    """The words without their marks."""
    return "".join(word.text for word in words(pieces))
