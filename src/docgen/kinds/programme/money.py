"""The money of a programme in tables: by source and direction, by source, by direction, and the estimate."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from docgen.kinds.programme import looks
from docgen.kinds.programme.looks import Column
from docgen.kinds.programme.matter import DASH, Matter, number, places, sums
from docgen.language.numbers.numerals import group
from docgen.model.programme import EstimateLine, FundingLine
from docgen.render import Block, Cell

UNIT = "В тысячах рублей."

Parts = Iterable[object]
Row = Sequence[Cell | looks.Said]


def funding(matter: Matter, width: float) -> tuple[Block, ...]:
    """Sources, within each its directions, by year, with totals of every kind."""
    lines = matter.programme.funding
    if not lines:
        return ()
    columns = _columns(matter, "Источник, направление", 92)
    rows: list[Row] = []
    for title, of_source in grouped(
        lines, lambda line: matter.title(line.source, matter.layout.sources), matter.layout.sources
    ):
        rows.append(_sum_row(title, of_source, matter))
        rows += [
            [direction, *_figures(found, matter)]
            for direction, found in grouped(
                of_source,
                lambda line: matter.title(line.direction, matter.layout.directions),
                matter.layout.directions,
            )
        ]
    rows.append(_sum_row("Итого", lines, matter))
    return (looks.grid(columns, rows, width),)


def by_source(matter: Matter, width: float) -> tuple[Block, ...]:
    """What each source gives, and its share."""
    return _by(
        matter,
        width,
        "Источник",
        lambda line: matter.title(line.source, matter.layout.sources),
        matter.layout.sources,
    )


def by_direction(matter: Matter, width: float) -> tuple[Block, ...]:
    """What is spent on each direction, and its share."""
    directions = matter.layout.directions
    return _by(
        matter, width, "Направление", lambda line: matter.title(line.direction, directions), directions
    )


def _by(
    matter: Matter, width: float, head: str, title_of: Callable[[FundingLine], str], parts: Parts
) -> tuple[Block, ...]:
    lines = matter.programme.funding
    if not lines:
        return ()
    whole = sum((line.sum for line in lines), Decimal())
    columns = (*_columns(matter, head, 66), Column("Доля, %", 18, looks.NUMBER))
    rows: list[Row] = [
        [title, *_figures(found, matter), _share(sum((line.sum for line in found), Decimal()), whole)]
        for title, found in grouped(lines, title_of, parts)
    ]
    last = looks.total_row("Итого", 1, _figures(lines, matter))
    rows.append([*last, Cell(_share(whole, whole), bold=True)])
    return (looks.grid(columns, rows, width),)


def grouped(
    lines: Iterable[FundingLine], title_of: Callable[[FundingLine], str], parts: Parts
) -> list[tuple[str, list[FundingLine]]]:
    """Lines by title: in the layout's order, what it does not know after that."""
    found: dict[str, list[FundingLine]] = {str(getattr(part, "title", "")): [] for part in parts}
    for line in lines:
        found.setdefault(title_of(line), []).append(line)
    return [(title, of_title) for title, of_title in found.items() if of_title]


def _columns(matter: Matter, head: str, share: float) -> tuple[Column, ...]:
    years = (Column(str(year), 26, looks.NUMBER) for year in matter.years)
    return Column(head, share), *years, Column("Всего", 28, looks.NUMBER)


def _figures(lines: Sequence[FundingLine], matter: Matter) -> list[str]:
    scale = _scale(matter)
    by_year = sums((line.amounts for line in lines), matter.years)
    whole = sum((line.sum for line in lines), Decimal())
    return [number(value, scale) if value else DASH for value in (*by_year.values(), whole)]


def _scale(matter: Matter) -> int:
    return places((value for line in matter.programme.funding for value in line.amounts.values()), 1)


def _sum_row(title: str, lines: Sequence[FundingLine], matter: Matter) -> Row:
    return looks.total_row(title, 1, _figures(lines, matter))


def _share(part: Decimal, whole: Decimal) -> str:
    return group(100 * part / whole, 1) if whole else DASH


_ESTIMATE = (
    Column("№", 12, looks.CENTRE),
    Column("Наименование расходов", 55),
    Column("Направление", 30),
    Column("Источник", 33),
    Column("Мероприятие", 28, looks.CENTRE),
    Column("Год", 13, looks.CENTRE),
    Column("Количество", 25, looks.NUMBER),
    Column("Единица", 19, looks.CENTRE),
    Column("Цена", 19, looks.NUMBER),
    Column("Сумма", 23, looks.NUMBER),
)


def estimate(matter: Matter, width: float) -> tuple[Block, ...]:
    """The estimate line by line, and its sum."""
    lines = matter.programme.estimate
    if not lines:
        return ()
    scale = places((value for line in lines for value in (line.price, line.sum)), 1)
    rows: list[Row] = [_line(count, line, matter, scale) for count, line in enumerate(lines, 1)]
    whole = sum((_sum_of(line) or Decimal() for line in lines), Decimal())
    rows.append(looks.total_row("Итого", len(_ESTIMATE) - 1, [number(whole, scale)]))
    return (looks.grid(_ESTIMATE, rows, width),)


def _line(count: int, line: EstimateLine, matter: Matter, scale: int) -> list[str]:
    return [
        line.number or str(count),
        line.name,
        matter.title(line.direction, matter.layout.directions) or DASH,
        matter.title(line.source, matter.layout.sources) or DASH,
        line.measure or DASH,
        str(line.year) if line.year else DASH,
        number(line.quantity),
        line.unit or DASH,
        number(line.price, scale) if line.price is not None else DASH,
        number(_sum_of(line), scale),
    ]


def _sum_of(line: EstimateLine) -> Decimal | None:
    if line.sum is not None or line.quantity is None or line.price is None:
        return line.sum
    return line.quantity * line.price
