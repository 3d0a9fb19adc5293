"""Tables of a finished document: which is which by caption and columns."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from docgen.language.numbers.numerals import parse_number
from docgen.papers.outline import WantedTable
from docgen.papers.paper import APART, Block, Paper, Table, Where
from docgen.papers.sections.words import covered, likeness, phrase, plain

_CAPTION = re.compile(r"\s*(?:таблица|табл\.)\s*№?\s*[\dIVX.]*\s*[.:–—-]?\s*", re.IGNORECASE)
_YEAR = re.compile(r"\b(20[1-4]\d)\b")
_NAME = re.compile(r"[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]{2,}|[А-ЯЁ][а-яё]{2,}\s[А-ЯЁ]\.\s?[А-ЯЁ]\.")
_ABOVE = 4
_ALIKE, _COLUMNS = 0.68, 0.6
_SCRAP, _MANY, _FEW = 25, 10, 4  # letters of a line; pieces one after another; under a caption
_SENTENCE_ENDS = (".", ";", ":")


@dataclass(frozen=True)
class Seen:
    """A table with its caption: the paragraph before it (or after), if there is one."""

    paper: Paper
    table: Table
    captions: tuple[Block, ...]

    @cached_property
    def grid(self) -> list[list[str]]:
        """The texts of its cells."""
        return self.table.texts

    @cached_property
    def header(self) -> int:
        """How many rows are the header: those before the first row with a number beside its first cell."""
        for at, row in enumerate(self.grid[:4]):
            if not is_numbering(row) and (
                any(map(_is_value, row[1:])) or (at and number(row[0]) is not None)
            ):
                return max(1, at)
        return 1

    @cached_property
    def columns(self) -> list[str]:
        """The header of each column: all its header rows together."""
        width = len(self.grid[0]) if self.grid else 0
        return [" ".join(row[at] for row in self.grid[: self.header]).strip() for at in range(width)]

    def likeness(self, wanted: WantedTable) -> tuple[float, float]:
        """How sure it is that this is the table wanted; and by its caption alone."""
        captions = [phrase(_CAPTION.sub("", block.text, count=1)) for block in self.captions]
        by_caption = max(
            (likeness(caption, phrase(title)) for caption in captions for title in wanted.wordings),
            default=0.0,
        )
        there = [column for column in wanted.columns if self.column(column) is not None]
        share = len(there) / len(wanted.columns) if wanted.columns else 0.0
        if not there and self._is_of_signatures:
            return 0.0, 0.0
        by_columns = share if len(there) >= min(2, len(wanted.columns)) and share >= _COLUMNS else 0.0
        return max(by_caption if by_caption >= _ALIKE else 0.0, by_columns), by_caption

    @cached_property
    def _is_of_signatures(self) -> bool:
        """Whether people sign in it: names with initials in most rows, lines or nothing beside them."""
        signed = sum(any(_NAME.search(cell) for cell in row) for row in self.grid)
        return 2 * signed > len(self.grid) and not any(
            _is_value(cell) for row in self.grid for cell in row[1:]
        )

    def column(self, wordings: Sequence[str]) -> int | None:
        """Which column is called so."""
        for at, header in enumerate(self.columns):
            if _is_called(header, tuple(wordings)):
                return at
        return None

    def place(self, row: int, column: int) -> Block | None:
        """A paragraph of a cell."""
        number_of = self.paper.tables.index(self.table)
        for block in self.paper.blocks[self.table.first_block :]:
            if block.cell and (block.cell.table, block.cell.row, block.cell.column) == (
                number_of,
                row,
                column,
            ):
                return block
        return None


@lru_cache(maxsize=16384)
def _is_called(header: str, wordings: tuple[str, ...]) -> bool:
    """Whether the header of a column is one of the wordings, or holds one."""
    words = tuple(plain(header).split())
    return bool(words) and any(
        covered(phrase(wording).words, words) >= 0.85 or likeness(phrase(header), phrase(wording)) >= 0.8
        for wording in wordings
    )


def seen_tables(paper: Paper) -> list[Seen]:
    """All tables with rows and more than one column."""
    return [
        Seen(paper, table, tuple(_captions(paper, table)))
        for table in paper.tables
        if len(table.rows) > 1 and max(len(row) for row in table.rows) > 1
    ]


def unread(paper: Paper, wanted: WantedTable, section: range) -> Block | None:
    """Where a PDF may show a table that could not be read: at its caption, its columns in a line, scraps in its section."""
    if paper.format != "pdf":
        return None
    known = {id(block) for seen in seen_tables(paper) for block in seen.captions}
    rows: dict[int, list[Block]] = {}
    for at, block in enumerate(paper.body):
        named = id(block) not in known and _is_caption(block, wanted)
        if block.page in paper.unread_tables or (
            named and _scraps(paper.body[at + 1 : at + 1 + _MANY], _FEW)
        ):
            return block
        if block.cell is not None and block.cell.table == APART:
            rows.setdefault(block.cell.row, []).append(block)
    for row in rows.values():
        there = sum(any(_is_called(block.text, one) for block in row) for one in wanted.columns)
        if there >= max(2, _COLUMNS * len(wanted.columns)):
            return row[0]
    return _scraps([paper.blocks[at] for at in section])


def _scraps(blocks: Sequence[Block], many: int = _MANY) -> Block | None:
    """Where many short pieces stand one after another that are no lines of a list, as cells without lines do."""
    first: Block | None = None
    count = 0
    for block in (one for one in blocks if one.where is Where.BODY):
        first, count = (first or block, count + 1) if _is_scrap(block) else (None, 0)
        if count == many:
            return first
    return None


def _is_scrap(block: Block) -> bool:
    """Whether a piece is short and no sentence; a name with initials and a line to sign are of signatures."""
    text = block.text.strip()
    if _NAME.search(text) or not any(map(str.isalnum, text)):
        return False
    loose = block.cell is None or block.cell.table == APART
    return loose and text[-1] not in _SENTENCE_ENDS and all(len(line) < _SCRAP for line in text.splitlines())


def _is_caption(block: Block, wanted: WantedTable) -> bool:
    caption = None if block.contents or block.cell is not None else _CAPTION.match(block.text)
    title = phrase(block.text[caption.end() :]) if caption else None
    return title is not None and any(likeness(title, phrase(one)) >= _ALIKE for one in wanted.wordings)


def _captions(paper: Paper, table: Table) -> Iterator[Block]:
    """The paragraphs just above that are no text of another table."""
    above = 0
    for block in reversed(paper.blocks[: table.first_block]):
        if block.cell is not None:
            return
        if block.text.strip():
            yield block
            above += 1
            if above == _ABOVE or _CAPTION.match(block.text):
                return


def number(text: str) -> Decimal | None:
    """The number of a cell; «–» and an empty cell are none."""
    try:
        return parse_number(
            text.replace("\N{NO-BREAK SPACE}", " ").replace("руб.", "").replace("%", "").strip()
        )
    except ValueError:
        return None


def _is_value(cell: str) -> bool:
    """Whether a cell is a number and no year: «2022», «2022 г.» head columns."""
    year = _YEAR.fullmatch(re.sub(r"\s*(?:год\w*|г\.)\s*$", "", cell.strip()))
    return year is None and number(cell) is not None


def is_numbering(row: Sequence[str]) -> bool:
    """«1 2 3 4»: the row that numbers the columns."""
    return [cell.strip() for cell in row if cell.strip()] == [
        str(n + 1) for n in range(sum(bool(c.strip()) for c in row))
    ]
