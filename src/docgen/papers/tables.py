"""Tables of a finished document: which is which by caption and columns, and whether their sums are right."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from docgen.language.numerals import parse_number
from docgen.papers.outline import WantedTable
from docgen.papers.paper import Block, Paper, Table
from docgen.papers.sections.words import covered, likeness, phrase, plain

_CAPTION = re.compile(r"\s*(?:таблица|табл\.)\s*№?\s*[\dIVX.]*\s*[.:–—-]?\s*", re.IGNORECASE)
_TOTAL = re.compile(r"\s*(?:итого|всего|общий объ[её]м|общая сумма|общий итог)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(20[1-4]\d)\b")
_PART = re.compile(r"\s*(?:в том числе|из них|в т\.\s?ч\.)", re.IGNORECASE)
_ABOVE = 4
_ALIKE, _COLUMNS = 0.68, 0.6


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
            numbers = [number(cell) for cell in row[1:]]
            years = [
                cell for cell in row if _YEAR.fullmatch(cell.replace("год", "").replace("г.", "").strip())
            ]
            if any(found is not None for found in numbers) and not years and not _is_numbering(row):
                return max(1, at)
        return 1

    @cached_property
    def columns(self) -> list[str]:
        """The header of each column: all its header rows together."""
        width = len(self.grid[0]) if self.grid else 0
        return [" ".join(row[at] for row in self.grid[: self.header]).strip() for at in range(width)]

    def likeness(self, wanted: WantedTable) -> float:
        """How sure it is that this is the table wanted."""
        captions = [phrase(_CAPTION.sub("", block.text, count=1)) for block in self.captions]
        by_caption = max(
            (likeness(caption, phrase(title)) for caption in captions for title in wanted.wordings),
            default=0.0,
        )
        there = [column for column in wanted.columns if self.column(column) is not None]
        share = len(there) / len(wanted.columns) if wanted.columns else 0.0
        by_columns = share if len(there) >= min(2, len(wanted.columns)) and share >= _COLUMNS else 0.0
        return max(by_caption if by_caption >= _ALIKE else 0.0, by_columns)

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


def _is_numbering(row: Sequence[str]) -> bool:
    """«1 2 3 4»: the row that numbers the columns."""
    return [cell.strip() for cell in row if cell.strip()] == [
        str(n + 1) for n in range(sum(bool(c.strip()) for c in row))
    ]


@dataclass(frozen=True)
class WrongSum:
    """A total that is not the sum of what it is said to be: stated, reckoned, and of what."""

    row: int
    column: int
    stated: Decimal
    sums: Decimal
    what: str


def wrong_sums(seen: Seen) -> Iterator[WrongSum]:
    """Totals that do not add up, by columns and by rows."""
    yield from _by_columns(seen)
    yield from _by_rows(seen)


def _by_columns(seen: Seen) -> Iterator[WrongSum]:
    rows = list(enumerate(seen.grid))[seen.header :]
    for at, row in rows:
        if not _is_total(row):
            continue
        for column in range(1, len(row)):
            stated = number(row[column])
            above = [(one, number(one[column])) for place, one in rows if place < at]
            if stated is None or sum(value is not None for _, value in above) < 2:
                continue
            if not _is_sum_column(seen, column):
                continue
            sums = list(_possible_sums(above))
            if all(abs(one - stated) > _tolerance(stated, len(above)) for one in sums):
                yield WrongSum(at, column, stated, sums[0], f"«{seen.columns[column]}»")


def _is_sum_column(seen: Seen, column: int) -> bool:
    """Prices, shares and units are not summed."""
    words = plain(seen.columns[column])
    return not any(
        word in words
        for word in (
            "цена",
            "доля",
            "ед изм",
            "единиц",
            "процент",
            "стоимость единицы",
            "№",
            "п п",
            "количество",
        )
    )


def _possible_sums(above: Sequence[tuple[list[str], Decimal | None]]) -> Iterator[Decimal]:
    """What a total may be the sum of: the rows above, those since the last total, the totals above, the main rows."""
    values = [(row, value) for row, value in above if value is not None]
    plain_rows = [value for row, value in values if not _is_total(row) and not _PART.match(_head(row))]
    yield sum(plain_rows, Decimal())
    yield sum(plain_rows, Decimal()) / 2  # groups with their own sums over their rows, not called totals
    since: list[Decimal] = []
    totals: list[Decimal] = []
    for row, value in values:
        if _is_total(row):
            totals.append(value)
            since = []
        else:
            since.append(value)
    yield sum(since, Decimal())
    if totals:
        yield sum(totals, Decimal())
        yield sum(totals, Decimal()) + sum(since, Decimal())
    main = [
        value
        for row, value in values
        if re.fullmatch(r"\s*\d{1,2}\.?\s*", row[0]) or re.match(r"\s*\d{1,2}\.?\s+\D", row[0])
    ]
    if main:
        yield sum(main, Decimal())
    for _, value in values[:1]:  # a first row that is itself the whole, its parts below
        yield value


def _by_rows(seen: Seen) -> Iterator[WrongSum]:
    years = [
        at for at, header in enumerate(seen.columns) if _YEAR.search(header) and not _TOTAL.match(header)
    ]
    total = next(
        (at for at, header in enumerate(seen.columns) if _TOTAL.search(header) and at not in years), None
    )
    if (
        total is None
        or len(years) < 2
        or len({_YEAR.findall(seen.columns[at])[0] for at in years}) < len(years)
    ):
        return
    for at, row in list(enumerate(seen.grid))[seen.header :]:
        stated = number(row[total])
        parts = [number(row[year]) for year in years]
        if stated is None or any(part is None for part in parts):
            continue
        sums = sum((part for part in parts if part is not None), Decimal())
        if abs(sums - stated) > _tolerance(stated, len(parts)):
            yield WrongSum(at, total, stated, sums, f"«{_head(row)}»")


def _tolerance(stated: Decimal, count: int) -> Decimal:
    """Half of the last digit for each addend: what rounding can do."""
    exponent = stated.as_tuple().exponent
    digit = Decimal(1).scaleb(int(exponent)) if int(exponent) < 0 else Decimal(0)
    return digit * count / 2 if digit else Decimal("0.5") if count > 2 and stated > 1000 else Decimal(0)


def _is_total(row: Sequence[str]) -> bool:
    return bool(_TOTAL.match(_head(row)))


def _head(row: Sequence[str]) -> str:
    """The first cell that says something."""
    return next((cell for cell in row if cell.strip() and number(cell) is None), "")
