"""Whether the totals of a table are the sums of what stands above them and beside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from docgen.papers.sections.words import plain
from docgen.papers.tables import Seen, number

_TOTAL = re.compile(r"\s*(?:итого|всего|общий объ[её]м|общая сумма|общий итог)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(20[1-4]\d)\b")
_PART = re.compile(r"\s*(?:в том числе|из них|в т\.\s?ч\.)", re.IGNORECASE)


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
