"""Values that stand out among the programmes, by a method that a few wild ones cannot upset."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from statistics import median

from docgen import charts
from docgen.kinds.portfolio.figures import DASH, number
from docgen.kinds.portfolio.members import Matter, Member
from docgen.kinds.portfolio.pages import Column, Pages, Row
from docgen.kinds.portfolio.record import Method, OutlierOptions

_TO_SIGMA = Decimal("0.6745")
"""The median deviation of a normal distribution, in its standard deviations (Iglewicz and Hoaglin, 1993)."""
_USUAL = {Method.MAD: Decimal("3.5"), Method.IQR: Decimal("1.5")}


@dataclass(frozen=True)
class Spread:
    """The middle of several values, and the bounds beyond which a value stands out."""

    middle: Decimal
    low: Decimal
    high: Decimal

    def outside(self, value: Decimal) -> bool:
        """Whether a value stands out."""
        return not self.low <= value <= self.high


def spread(values: Sequence[Decimal], options: OutlierOptions) -> Spread | None:
    """The bounds; ``None`` where there are too few values, or no spread to measure them by."""
    if len(values) < options.at_least:
        return None
    limit = options.threshold or _USUAL[options.method]
    middle = median(values)
    if options.method is Method.MAD:
        deviation = median(abs(value - middle) for value in values)
        reach = limit * deviation / _TO_SIGMA
        return Spread(middle, middle - reach, middle + reach) if deviation else None
    lower, upper = _quartiles(sorted(values))
    reach = limit * (upper - lower)
    return Spread(middle, lower - reach, upper + reach) if reach else None


def _quartiles(ordered: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """Tukey's hinges: the medians of the halves, both with the middle value."""
    half = (len(ordered) + 1) // 2
    return median(ordered[:half]), median(ordered[-half:])


@dataclass(frozen=True)
class Measure:
    """Something that programmes are compared by."""

    title: str
    unit: str
    of: Callable[[Member], Decimal | None]
    places: int | None = 1

    def values(self, members: Sequence[Member]) -> list[tuple[Member, Decimal]]:
        """The members that have a value."""
        return [(member, value) for member in members if (value := self.of(member)) is not None]


def measures(matter: Matter) -> list[Measure]:
    """Cost, co-funding, and every indicator of the passport in its last year."""
    found = [
        Measure("Расходы на одного обучающегося", "тыс. рублей", lambda member: member.per_student),
        Measure("Доля софинансирования", "%", lambda member: member.cofunding_share),
    ]
    indicators = matter.passport.indicators if matter.passport is not None else {}
    for key, one in indicators.items():
        found.append(Measure(one.name, one.unit, _last(key), places=None))
    return found


def _last(key: str) -> Callable[[Member], Decimal | None]:
    return lambda member: member.last(key)


def outliers(matter: Matter, pages: Pages) -> None:
    """For each measure the middle, the bounds and who is beyond them, and all values as a ranking."""
    options = matter.portfolio.outliers
    pages.text(_method(options))
    columns = [
        Column("Величина", 52),
        Column("Программ", 22, number=True),
        Column("Медиана", 21, number=True),
        Column("Границы", 28, number=True),
        Column("Выделяются", 42),
    ]
    found = [one for one in measures(matter) if one.values(matter.members)]
    if not found:
        return
    rows: list[Row] = [_row(one, matter.members, options) for one in found]
    pages.table("Величины, по которым сравниваются программы", columns, rows)
    for one in found:
        values = one.values(matter.members)
        if len(values) > 1:
            pages.figure(one.title, partial(_ranked, one, values, options))


def _method(options: OutlierOptions) -> str:
    limit = number(options.threshold or _USUAL[options.method])
    method = (
        f"устойчивая z-оценка (отклонение от медианы, делённое на медиану отклонений; порог {limit})"
        if options.method is Method.MAD
        else f"межквартильный размах Тьюки (порог {limit} размаха)"
    )
    return (
        f"Способ – {method}. Границы находятся, если значений не меньше {options.at_least}: по меньшему числу "
        "программ судить нельзя."
    )


def _row(one: Measure, members: Sequence[Member], options: OutlierOptions) -> Row:
    values = one.values(members)
    bounds = spread([value for _, value in values], options)
    beyond = [
        f"{member.name} ({number(value, one.places)})"
        for member, value in values
        if bounds is not None and bounds.outside(value)
    ]
    return [
        f"{one.title}, {one.unit}",
        str(len(values)),
        number(median(value for _, value in values), 1),
        f"{number(max(bounds.low, Decimal()), 1)} – {number(bounds.high, 1)}" if bounds is not None else DASH,
        "; ".join(beyond) or ("нет" if bounds is not None else "не оценивалось"),
    ]


def _ranked(one: Measure, values: Sequence[tuple[Member, Decimal]], options: OutlierOptions) -> charts.Chart:
    bounds = spread([value for _, value in values], options)
    ordered = sorted(values, key=lambda pair: (-pair[1], pair[0].name))
    shown = tuple(
        charts.Place(member.name, round(value, 1), bounds is not None and bounds.outside(value))
        for member, value in ordered
    )
    middle = round(median(value for _, value in values), 1)
    return charts.Ranked(one.title, one.unit, shown, line=middle, line_name="медиана")
