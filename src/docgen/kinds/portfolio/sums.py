"""The programmes added up: against the passport, by industry, by region, by source of money."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial

from docgen import charts
from docgen.kinds.portfolio.figures import DASH, THOUSAND, millions, number, share
from docgen.kinds.portfolio.members import STUDENTS, ByYear, Matter, Member, added
from docgen.kinds.portfolio.pages import Column, Pages, Row, group, total
from docgen.model.clusters import Card
from docgen.model.passport import PassportIndicator

ENTERPRISES = "enterprises"


def against_passport(matter: Matter, pages: Pages) -> None:
    """Every indicator of the passport by year: all programmes together, the passport, the share."""
    rows: list[Row] = []
    for key, indicator in _indicators(matter).items():
        rows.append(group(f"{indicator.name}, {indicator.unit}", len(matter.years) + 1))
        rows += _compared(matter, key, indicator, bold=False)
    pages.table("Показатели программ и паспорта федерального проекта", _columns(matter, "Показатель"), rows)
    for key, indicator in _indicators(matter).items():
        pages.figure(indicator.name, partial(_bars, matter, key, indicator))


def _bars(matter: Matter, key: str, indicator: PassportIndicator) -> charts.Chart:
    sums = indicator_sums(matter.members, key, matter.years)
    series = (
        charts.Series("Паспорт федерального проекта", tuple(indicator.values.get(y) for y in matter.years)),
        charts.Series("Программы", tuple(sums.get(year) for year in matter.years)),
    )
    return charts.Bars(indicator.name, indicator.unit, tuple(map(str, matter.years)), series)


def by_group(
    matter: Matter, groups: Mapping[str, Sequence[Member]], pages: Pages, head: str, title: str
) -> None:
    """Every indicator of the passport by year for each industry or region."""
    for key, indicator in _indicators(matter).items():
        rows: list[Row] = []
        for name, members in groups.items():
            sums = indicator_sums(members, key, matter.years)
            rows.append([name, *(number(sums.get(year)) for year in matter.years)])
        rows += _compared(matter, key, indicator, bold=True)
        pages.table(f"{indicator.name} {title}, {indicator.unit}", _columns(matter, head), rows)


def _compared(matter: Matter, key: str, indicator: PassportIndicator, *, bold: bool) -> list[Row]:
    """The sum of the programmes, the passport's value, the share of one in the other."""
    sums = indicator_sums(matter.members, key, matter.years)
    lines = {
        "Всего по программам": [number(sums.get(year)) for year in matter.years],
        "Паспорт федерального проекта": [number(indicator.values.get(year)) for year in matter.years],
        "Доля программ, %": [share(sums.get(year), indicator.values.get(year)) for year in matter.years],
    }
    return [total(name, values) if bold else [name, *values] for name, values in lines.items()]


def indicator_sums(members: Sequence[Member], key: str, years: Sequence[int]) -> ByYear:
    """An indicator over several programmes by year."""
    return added((member.indicators.get(key, {}) for member in members), years)


def _indicators(matter: Matter) -> dict[str, PassportIndicator]:
    return dict(matter.passport.indicators) if matter.passport is not None else {}


def _columns(matter: Matter, head: str) -> list[Column]:
    return [Column(head, 81), *(Column(str(year), 28, number=True) for year in matter.years)]


def industries_and_cards(matter: Matter, pages: Pages) -> None:
    """What the cards of the industries promise, and what the programmes bring."""
    columns = [
        Column("Отрасль", 44),
        Column("Программ", 26, number=True),
        Column("Кластеров по карточке", 26, number=True),
        Column("Обучающихся", 30, number=True),
        Column("по карточке", 22, number=True),
        Column("Предприятий", 31, number=True),
        Column("по карточке", 22, number=True),
        Column("Софинансирование, млн рублей", 42, number=True),
        Column("по карточке, млн рублей", 26, number=True),
    ]
    groups = matter.by_industry()
    cards = _cards(matter)
    names = [*groups, *(name for name in cards if name not in groups)]
    rows: list[Row] = [_industry(name, groups.get(name, []), cards.get(name)) for name in sorted(names)]
    rows.append(total("Итого", _totals(matter, list(cards.values()))))
    note = "Обучающиеся и предприятия – по последнему году, за который в программе есть значение; карточки – на весь период."
    pages.table("Программы и карточки отраслей", columns, rows, note=note, turned=True)


def _cards(matter: Matter) -> dict[str, Card]:
    found = {}
    for card in matter.book.clusters.root.values():
        industry = matter.book.industries.find(card.industry)
        found[industry.name if industry is not None else card.industry] = card
    return found


def _industry(name: str, members: Sequence[Member], card: Card | None) -> Row:
    return [
        name,
        number(len(members)),
        number(card.clusters) if card else DASH,
        number(last_sum(members, STUDENTS)),
        number(card.students) if card else DASH,
        number(last_sum(members, ENTERPRISES)),
        number(card.enterprises) if card else DASH,
        millions(sum((member.cofunding for member in members), Decimal())) if members else DASH,
        number(card.cofunding, 1) if card else DASH,
    ]


def _totals(matter: Matter, cards: Sequence[Card]) -> list[str]:
    return [
        number(len(matter.members)),
        number(sum(card.clusters or 0 for card in cards)),
        number(last_sum(matter.members, STUDENTS)),
        number(sum(card.students or 0 for card in cards)),
        number(last_sum(matter.members, ENTERPRISES)),
        number(sum(card.enterprises or 0 for card in cards)),
        millions(sum((member.cofunding for member in matter.members), Decimal())),
        number(sum((card.cofunding or Decimal() for card in cards), Decimal()), 1),
    ]


def last_sum(members: Sequence[Member], key: str) -> Decimal | None:
    """The last values of an indicator, added up; nothing where no programme has it."""
    values = [value for member in members if (value := member.last(key)) is not None]
    return sum(values, Decimal()) if values else None


def money(matter: Matter, pages: Pages) -> None:
    """Sources by year, then industries and regions with their shares."""
    sources = money_by_source(matter)
    everything = added(sources.values(), matter.years)
    columns = [
        Column("Источник", 67),
        *(Column(str(year), 24, number=True) for year in matter.years),
        Column("Всего", 26, number=True),
    ]
    rows: list[Row] = [[title, *_years_and_sum(amounts, matter.years)] for title, amounts in sources.items()]
    rows.append(total("Итого", _years_and_sum(everything, matter.years)))
    pages.table("Средства программ по источникам, млн рублей", columns, rows)
    series = tuple(
        charts.Series(title, tuple(amounts.get(year, Decimal()) / THOUSAND for year in matter.years))
        for title, amounts in sources.items()
    )
    years = tuple(map(str, matter.years))
    pages.figure(
        "Средства программ по источникам",
        partial(charts.Bars, "Средства программ", "млн рублей", years, series, stacked=True),
    )
    _money_of(matter, pages, "Отрасль", matter.by_industry(), "по отраслям")
    _money_of(matter, pages, "Регион", matter.by_region(), "по регионам")


def _years_and_sum(amounts: ByYear, years: Sequence[int]) -> list[str]:
    whole = sum(amounts.values(), Decimal())
    return [*(millions(amounts.get(year)) for year in years), millions(whole)]


def money_by_source(matter: Matter) -> dict[str, ByYear]:
    """All money by source, in the order of the layouts."""
    layouts = {id(one.layout): one.layout for one in matter.members if one.layout is not None}
    ordered = [source.title for layout in layouts.values() for source in layout.sources]
    titles = dict.fromkeys([*ordered, *(title for member in matter.members for title in member.money)])
    sums = {
        title: added((member.money.get(title, {}) for member in matter.members), matter.years)
        for title in titles
    }
    return {title: amounts for title, amounts in sums.items() if amounts}


def _money_of(
    matter: Matter, pages: Pages, head: str, groups: Mapping[str, Sequence[Member]], title: str
) -> None:
    columns = [
        Column(head, 55),
        Column("Программ", 22, number=True),
        Column("Всего, млн рублей", 24, number=True),
        Column("Грант, млн рублей", 24, number=True),
        Column("Софинансирование, млн рублей", 40, number=True),
    ]
    rows: list[Row] = [[name, *_money_row(members)] for name, members in groups.items()]
    rows.append(total("Итого", _money_row(matter.members)))
    pages.table(f"Средства программ {title}", columns, rows)


def _money_row(members: Sequence[Member]) -> list[str]:
    parts = [(member.total, member.grant, member.cofunding) for member in members]
    sums = [sum(amounts, Decimal()) for amounts in zip(*parts, strict=True)]
    return [number(len(members)), *map(millions, sums)]
