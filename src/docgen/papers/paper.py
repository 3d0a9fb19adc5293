"""A finished document as it was read, whoever made it: text in order, tables, and what else the file holds.

Everything here is plain frozen data: a child process reads the file and sends a :class:`Paper` back as JSON.
"""

from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import Literal

from docgen.diagnostics import Source, Span


class Where(Enum):
    """The part of a document that a paragraph stands in; the value is what the reader of a problem sees."""

    BODY = "абзац"
    HEADER = "колонтитул"
    FOOTNOTE = "сноска"
    BOX = "надпись"
    PICTURE = "текст рисунка"


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set: what the eye takes for a heading. ``bold_start`` is how many characters are bold first."""

    bold: bool = False
    bold_start: int = 0
    centred: bool = False
    size: float | None = None
    caps: bool = False


APART = -1  # instead of a table: parts of a line that stand apart in a PDF


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in a table, counted from 0; in a PDF tables are not known, only what stands apart in one line."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph. ``text`` is what is seen, a line's end is ``\\n``; ``label`` the number that Word prints before it.

    ``number`` counts paragraphs of its ``where`` from 1. ``level`` is that of a heading by style or outline (1 is the
    highest). ``page`` is known in a PDF, ``start`` is then the offset in the page's text.
    """

    number: int
    text: str
    where: Where = Where.BODY
    label: str = ""
    level: int | None = None
    style: str = ""
    look: Look = Look()
    list_level: int | None = None
    contents: bool = False
    picture: bool = False
    cell: Cell | None = None
    page: int | None = None
    start: int = 0

    @property
    def shown(self) -> str:
        """The text with its number, as the reader sees it."""
        return f"{self.label} {self.text}" if self.label else self.text


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: its text, how many columns it takes, whether it continues the one above."""

    text: str
    column: int
    columns: int = 1
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its rows, the block before which it stands, the table it is nested in."""

    rows: tuple[tuple[TableCell, ...], ...]
    first_block: int
    parent: int | None = None

    @property
    def texts(self) -> list[list[str]]:
        """The texts of the cells by row; a joined cell stands at its first place, the others are empty."""
        width = max((cell.column + cell.columns for row in self.rows for cell in row), default=0)
        grid = []
        for row in self.rows:
            line = [""] * width
            for cell in row:
                line[cell.column] = cell.text
            grid.append(line)
        return grid


class MarkKind(Enum):
    """What may be left in a file besides its text."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"
    REFORMATTED = "reformatted"
    COMMENT = "comment"
    HIDDEN = "hidden"
    PALE = "pale"
    TINY = "tiny"
    HIGHLIGHTED = "highlighted"
    PLACEHOLDER = "placeholder"
    MACRO = "macro"
    OBJECT = "object"
    OUTSIDE = "outside"
    FIELD = "field"
    SIGNATURE = "signature"
    SCRIPT = "script"
    ATTACHMENT = "attachment"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something left in a file: in which paragraph (index into ``Paper.blocks``), which text, what more is known."""

    kind: MarkKind
    text: str = ""
    block: int | None = None
    start: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class FontUse:
    """A font: how many characters are set in it, whether a PDF holds it (``None`` where that is no question).

    ``mapped`` says that it is known which letters its drawings are.
    """

    name: str
    characters: int = 0
    embedded: bool | None = None
    mapped: bool = True


@dataclass(frozen=True, slots=True)
class Numbering:
    """Where page numbers are printed: not at all, on all pages, on all but the first."""

    fields: bool = False
    first_page_differs: bool = False
    sections: int = 1


@dataclass(frozen=True)
class Paper:
    """A document that was read.

    ``path`` is how problems call the file; ``pages`` are the texts of a PDF's pages. ``properties`` are those of the
    file: author, last editor, company, title, custom ones; ``producer`` the program that made it. ``unread_tables`` are
    pages of a PDF whose tables could not be read.
    """

    path: str
    format: Literal["docx", "pdf"]
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    marks: tuple[Mark, ...] = ()
    fonts: tuple[FontUse, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)
    producer: str = ""
    numbering: Numbering = Numbering()
    pages: tuple[str, ...] = ()
    page_count: int | None = None
    claims: tuple[str, ...] = ()
    locked: bool = False
    letters: int = 0
    garbled: float = 0.0
    unread_tables: tuple[int, ...] = ()

    def span(self, block: Block, start: int = 0, end: int | None = None) -> Span:
        """The place of the characters ``start`` to ``end`` of a block (its first character, if it has none)."""
        source = self._source(block)
        first = block.start + start
        if end is None:
            end = max(start + 1, len(block.text))
        return source.span(min(first, len(source.text)), min(block.start + end, len(source.text)))

    def whole(self) -> Span:
        """The place of what concerns the file as a whole."""
        return Source(self.path, "").span(0)

    def _source(self, block: Block) -> Source:
        if block.page is not None:
            return self._page_sources[block.page - 1]
        return Source(f"{self.path}#{block.where.value} {block.number}", block.text)

    @cached_property
    def _page_sources(self) -> tuple[Source, ...]:
        return tuple(
            Source(f"{self.path}#страница {number}", text) for number, text in enumerate(self.pages, 1)
        )

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """The paragraphs of the text itself, without headers and notes."""
        return tuple(block for block in self.blocks if block.where in (Where.BODY, Where.BOX))

    @property
    def scanned(self) -> bool:
        """Whether it is a PDF of pictures without text."""
        unreadable = self.garbled * sum(map(len, self.pages))
        return self.format == "pdf" and self.letters + unreadable < 10 * max(1, self.page_count or 1)
