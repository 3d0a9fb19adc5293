"""Whether the totals of a table are the sums of what stands above them, below them and beside them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from docgen.papers.sections.words import plain
from docgen.papers.tables import Seen, is_numbering, number

_WORD = r"(?:итого|всего|общий объ[её]м|общая сумма|общий итог)\b"
_TOTAL = re.compile(rf"\s*{_WORD}", re.IGNORECASE)
_OF_GROUP = re.compile(r"[,;:(–—-]\s*(?:итого|всего)\b[^,;]{0,40}$|\bв\s+том\s+числе\s*:?\s*$", re.IGNORECASE)
_FIGURES = re.compile(r"[\d\s.,%–-]+")
_YEAR = re.compile(r"\b(20[1-4]\d)\b")
_PART = re.compile(r"\s*(?:в том числе|из них|в т\.\s?ч\.)", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:в том числе|в т\.\s?ч\.)", re.IGNORECASE)
_QUANTITY = ("Количество", "Кол-во")
_PRICE = ("Цена", "Цена за единицу", "Стоимость единицы", "Стоимость за единицу")
_SUM = ("Сумма", "Стоимость", "Общая стоимость", "Всего", "Итого")
_SCALES = (Decimal(1), Decimal(1000), Decimal(1000000))  # prices in roubles, sums in thousands


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


def _rows(seen: Seen) -> list[tuple[int, list[str]]]:
    """The rows below the header; «1 2 3 4» numbers the columns and is none of them."""
    return [(at, row) for at, row in enumerate(seen.grid) if at >= seen.header and not is_numbering(row)]


def _by_columns(seen: Seen) -> Iterator[WrongSum]:
    rows = _rows(seen)
    for place, (at, row) in enumerate(rows):
        if not _is_total(row):
            continue
        for column in range(1, len(row)):
            stated = number(row[column])
            if stated is None or not _is_sum_column(seen, column) or _is_stacked(rows, column):
                continue
            above = [(one, number(one[column])) for _, one in rows[:place]]
            below = [(one, number(one[column])) for _, one in rows[place + 1 :]]
            sums = [*_sums_above(above), *_sums_below(row, below)]
            if sums and all(abs(one - stated) > _tolerance(stated, len(rows)) for one in sums):
                yield WrongSum(at, column, stated, sums[0], f"«{seen.columns[column]}»")


def _is_stacked(rows: Sequence[tuple[int, list[str]]], column: int) -> bool:
    """Whether a cell holds several figures, one under the other: what they add up to cannot be told."""
    return any("\n" in row[column] and _FIGURES.fullmatch(row[column]) for _, row in rows)


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


Valued = tuple[Sequence[str], Decimal | None]


def _sums_above(above: Sequence[Valued]) -> Iterator[Decimal]:
    """What a total may be the sum of: the rows above, those since the last total, the totals above, the main rows."""
    values = [(row, value) for row, value in above if value is not None]
    if len(values) < 2:
        return
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


def _sums_below(row: Sequence[str], below: Sequence[Valued]) -> Iterator[Decimal]:
    """«Всего, в том числе:» above its parts: the rows as far as the next total or fewer, all plain rows, the totals."""
    first = next((_head(one) for one, _ in below), "")
    if not (_OF_GROUP.search(_head(row)) or _WITHIN.search(_head(row)) or _WITHIN.match(first)):
        return
    end = next((at for at, (one, _) in enumerate(below) if _is_total(one)), len(below))
    values = [value for _, value in below[:end] if value is not None]
    yield from (sum(values[:count], Decimal()) for count in range(len(values), 1, -1))
    totals = [value for one, value in below if value is not None and _is_total(one)]
    if len(totals) > 1:
        yield sum(totals, Decimal())
    everything = [value for one, value in below if value is not None and not _is_total(one)]
    if len(everything) > len(values):
        yield sum(everything, Decimal())


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
    for at, row in _rows(seen):
        stated = number(row[total])
        parts = [number(row[year]) for year in years]
        if stated is None or any(part is None for part in parts):
            continue
        sums = sum((part for part in parts if part is not None), Decimal())
        if abs(sums - stated) > _tolerance(stated, len(parts)):
            yield WrongSum(at, total, stated, sums, f"«{_head(row)}»")


def wrong_products(seen: Seen) -> Iterator[WrongSum]:
    """Rows whose sum is not the price times the quantity; the sum may be in thousands when the price is in roubles."""
    quantity, price, whole = (seen.column(one) for one in (_QUANTITY, _PRICE, _SUM))
    if quantity is None or price is None or whole is None or len({quantity, price, whole}) < 3:
        return
    for at, row in _rows(seen):
        count, each, stated = (number(row[column]) for column in (quantity, price, whole))
        if _is_total(row) or count is None or each is None or stated is None:
            continue
        slack = _half(stated) + abs(count) * _half(each)
        if all(abs(count * each / scale - stated) > slack for scale in _SCALES):
            yield WrongSum(at, whole, stated, count * each, f"«{_head(row)}»")


def grand_totals(seen: Seen) -> Iterator[Decimal]:
    """The largest number of each row of totals: the total of all years, where there is one."""
    for _, row in _rows(seen):
        values = [value for cell in row[1:] if (value := number(cell)) is not None]
        if _is_total(row) and values:
            yield max(values)


def _half(value: Decimal) -> Decimal:
    """Half of the last digit after the comma; whole numbers are exact."""
    exponent = int(value.as_tuple().exponent)
    return Decimal(1).scaleb(exponent) / 2 if exponent < 0 else Decimal(0)


def _tolerance(stated: Decimal, count: int) -> Decimal:
    """Half of the last digit for each addend: what rounding can do."""
    exponent = stated.as_tuple().exponent
    digit = Decimal(1).scaleb(int(exponent)) if int(exponent) < 0 else Decimal(0)
    return digit * count / 2 if digit else Decimal("0.5") if count > 2 and stated > 1000 else Decimal(0)


def _is_total(row: Sequence[str]) -> bool:
    head = _head(row)
    return bool(_TOTAL.match(head) or _OF_GROUP.search(head))


def _head(row: Sequence[str]) -> str:
    """The first cell that says something."""
    return next((cell for cell in row if cell.strip() and number(cell) is None), "")
