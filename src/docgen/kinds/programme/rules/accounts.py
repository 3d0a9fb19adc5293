"""The money of a programme laid out for comparing: every amount of the funding table and every line of the estimate
with its source, direction and year, whatever words the authors name them with."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import product
from typing import NamedTuple

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Span
from docgen.kinds.programme.matter import named
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.walk import layout_of
from docgen.kinds.programme.rules.years import Years, years_by
from docgen.model.layout.layout import Layout
from docgen.model.layout.parts import Named
from docgen.model.programme import EstimateLine, FundingLine

NOTHING = Decimal()


class Cell(NamedTuple):
    """A place where the funding table and the estimate meet; ``None`` is not known, which may be anything."""

    source: str | None
    direction: str | None
    year: int | None

    @property
    def is_known(self) -> bool:
        """Whether all three are known."""
        return None not in self

    def may_be(self, other: "Cell") -> bool:
        """Whether what is known of both does not part them."""
        return all(
            mine is None or theirs is None or mine == theirs for mine, theirs in zip(self, other, strict=True)
        )


@dataclass(frozen=True)
class Amount:
    """What a line of the funding table gives in a year."""

    cell: Cell
    line: FundingLine
    year: int
    value: Decimal

    def at(self) -> Span:
        """Its cell of the table."""
        return self.line.at("amounts", str(self.year))


@dataclass(frozen=True)
class Expense:
    """A line of the estimate; ``worth`` is what it may mean: the sum as stated, quantity by price."""

    cell: Cell
    line: EstimateLine
    worth: tuple[Decimal, ...]
    repeated: bool

    @property
    def value(self) -> Decimal:
        """The sum as stated, otherwise as computed; nothing if neither is there."""
        return self.worth[0] if self.worth else NOTHING


class Accounts:
    """The two tables of a programme, ready to be compared."""

    def __init__(self, programme: Programme, layout: Layout | None) -> None:
        self.programme, self.layout = programme, layout
        self._sources = _Keys(layout.sources if layout is not None else None)
        self._directions = _Keys(layout.directions if layout is not None else None)

    def source(self, written: str | None) -> str | None:
        """The key of a source; ``None`` for what is not written or not in the layout."""
        return self._sources.key(written)

    def direction(self, written: str | None) -> str | None:
        """The key of a direction."""
        return self._directions.key(written)

    def title(self, cell: Cell) -> str:
        """«Федеральный бюджет (грант), Закупка оборудования»."""
        return f"{self._sources.title(cell.source)}, {self._directions.title(cell.direction)}"

    @property
    def rounding(self) -> Decimal:
        """The difference that rounding explains."""
        return (self.layout.limits.rounding if self.layout is not None else None) or NOTHING

    @cached_property
    def years(self) -> Years | None:
        """The years of the programme; ``None`` if nobody says."""
        return years_by(self.programme, self.layout)

    @cached_property
    def lines(self) -> list[FundingLine]:
        """The lines of the funding table, what is written twice only once."""
        kept: dict[object, FundingLine] = {}
        for count, line in enumerate(self.programme.funding):
            place = (self.source(line.source), self.direction(line.direction))
            same = (*place, *sorted(line.amounts.items())) if None not in place and line.amounts else count
            kept.setdefault(same, line)
        return list(kept.values())

    @cached_property
    def amounts(self) -> list[Amount]:
        """Every figure of the funding table."""
        return [
            Amount(Cell(self.source(line.source), self.direction(line.direction), year), line, year, value)
            for line in self.lines
            for year, value in line.amounts.items()
        ]

    @cached_property
    def expenses(self) -> list[Expense]:
        """Every line of the estimate."""
        seen: set[object] = set()
        found = []
        for line in self.programme.estimate:
            same = said_by(line)
            found.append(Expense(self._cell(line), line, _worth(line), same in seen))
            seen.add(same)
        return found

    def _cell(self, line: EstimateLine) -> Cell:
        year = line.year if self.years is None or line.year in self.years.admitted else None
        return Cell(self.source(line.source), self.direction(line.direction), year)

    @cached_property
    def spent(self) -> dict[Cell, list[Expense]]:
        """The lines of the estimate by cell."""
        found: dict[Cell, list[Expense]] = defaultdict(list)
        for expense in self.expenses:
            found[expense.cell].append(expense)
        return found


class _Keys:
    """What the authors may call a part of the layout."""

    def __init__(self, parts: Sequence[Named] | None) -> None:
        self._parts = parts
        self._found: dict[str, Named | None] = {}

    def key(self, written: str | None) -> str | None:
        if not written:
            return None
        if self._parts is None:
            return written.casefold()
        found = self._find(written)
        return found.key if found is not None else None

    def title(self, key: str | None) -> str:
        found = self._find(key) if key and self._parts is not None else None
        return found.title if found is not None else key or "…"

    def _find(self, written: str) -> Named | None:
        if written not in self._found:
            part = named(written, self._parts or ())
            self._found[written] = part if isinstance(part, Named) else None
        return self._found[written]


def said_by(line: EstimateLine) -> object:
    """Everything a line says but for its number."""
    names = (line.name, line.direction, line.source, line.measure, line.unit)
    return *names, line.year, line.quantity, line.price, line.sum


def _worth(line: EstimateLine) -> tuple[Decimal, ...]:
    computed = line.quantity * line.price if line.quantity is not None and line.price is not None else None
    return tuple(dict.fromkeys(value for value in (line.sum, computed) if value is not None))


def possible_sums(expenses: Iterable[Expense]) -> list[Decimal]:
    """What lines may add up to, the stated sums first: a line that contradicts itself or is repeated is told by its
    own rule, so whichever reading agrees with the other table is the one meant."""
    lines = list(expenses)
    once = [one for one in lines if not one.repeated]
    readings = product((lines, once), (0, -1))
    sums = (sum((one.worth[end] for one in some if one.worth), NOTHING) for some, end in readings)
    return list(dict.fromkeys(sums))


class _Last:
    """The accounts of the document that was asked for last: all rules ask for the same one in turn."""

    accounts: Accounts | None = None


def accounts_of(document: Document[Programme], corpus: Corpus) -> Accounts:
    """The accounts of a programme."""
    layout = layout_of(document, corpus)
    last = _Last.accounts
    if last is None or last.programme is not document.record or last.layout is not layout:
        last = _Last.accounts = Accounts(document.record, layout)
    return last
