"""Charts of several sizes, with the names and figures that real programmes have."""

from datetime import date
from decimal import Decimal

from docgen.charts import (
    Bars,
    Chart,
    Dot,
    Gantt,
    Group,
    Job,
    Member,
    Milestone,
    Moment,
    Multiples,
    Panel,
    Place,
    Ranked,
    RegionTile,
    Risk,
    RiskMatrix,
    Scatter,
    Series,
    Structure,
    TileMap,
)
from docgen.charts.tiles import tiles

LONG = (
    "Доля обучающихся, трудоустроившихся в организациях реального сектора экономики, "
    "в общей численности выпускников образовательных организаций"
)
COLLEGE = (
    "Государственное автономное профессиональное образовательное учреждение "
    "«Нижнекамский агропромышленный колледж имени Героя Советского Союза»"
)
SOURCES = (
    "федеральный бюджет (грант)",
    "бюджет субъекта Российской Федерации",
    "средства работодателей",
    "внебюджетные средства образовательных организаций",
)


def bars(years: int, *, stacked: bool = False) -> Bars:
    series = tuple(
        Series(name, tuple(Decimal((place + 3) * (year + 2) * 7919 % 90001) / 10 for year in range(years)))
        for place, name in enumerate(SOURCES)
    )
    over = tuple(str(2022 + year) for year in range(years))
    return Bars("Финансирование программы", "тыс. рублей", over, series, stacked)


def named_bars(count: int) -> Bars:
    names = tuple(f"Колледж № {number} имени академика Вавилова" for number in range(count))
    values = tuple(number * 37 % 23 - 9 for number in range(count))
    return Bars("Прирост приёма", "процентов", names, (Series("прирост", values), Series("план", values)))


def multiples(count: int) -> Multiples:
    def panel(number: int) -> Panel:
        values = (Decimal("61.2"), Decimal(-15000), Decimal(0), Decimal(123456789))[number % 4]
        moments = tuple(Moment(str(2021 + year), values * (year + 1), fact=year == 0) for year in range(4))
        return Panel((LONG, "Приём")[number % 2], "процентов", moments)

    return Multiples("Целевые показатели", tuple(panel(number) for number in range(count)))


def gantt(count: int) -> Gantt:
    def job(number: int) -> Job:
        year = 2022 + number % 3
        events = (Milestone(date(year, 12, 20), "открытие мастерских"),) if number % 4 == 0 else ()
        name = ("Оснащение мастерских", LONG)[number % 2]
        return Job(
            f"{number // 5 + 1}.{number % 5 + 1}",
            name,
            date(year, number % 12 + 1, 1),
            date(year, 12, 31),
            f"Блок {number // 5 + 1}. {LONG}",
            events,
        )

    return Gantt(
        "График мероприятий",
        date(2022, 1, 1),
        date(2024, 12, 31),
        tuple(job(number) for number in range(count)),
    )


def structure(count: int) -> Structure:
    names = ("ООО «Завод»", COLLEGE, "АО «Татнефть»")
    members = tuple(Member(names[n % 3], "сетевая площадка" if n % 2 else "", n == 1) for n in range(count))
    head = Member("АНО «Агентство развития образовательно-производственного кластера»", "управляющий совет")
    return Structure(
        "Структура кластера", head, (Group("Колледжи", members), Group("Органы власти", members[:1]))
    )


def matrix(count: int) -> RiskMatrix:
    risks = tuple(
        Risk(f"Р{n + 1}", "Недостаток средств", n * 7 % 5 + 1, 5 - n // 2 % 5) for n in range(count)
    )
    return RiskMatrix("Матрица рисков", risks)


def tile_map(classes: int) -> TileMap:
    names = tuple(f"{number} кластера" for number in range(classes))
    regions = tuple(
        RegionTile(tile.code, n % classes, f"{n % 10},5")
        for n, tile in enumerate(tiles())
        if n % 4 or classes > 3
    )
    return TileMap("Участие регионов", names, regions)


def ranked(count: int) -> Ranked:
    places = tuple(
        Place(("Тула", LONG, "Республика Татарстан")[n % 3], Decimal(300 - 17 * n) / 10, n in (0, count - 1))
        for n in range(count)
    )
    return Ranked("Трудоустройство", "процентов", places, Decimal("11.5"), "среднее по стране")


def scatter(count: int) -> Scatter:
    dots = tuple(
        Dot(f"{COLLEGE} № {n}", n * 7919 % 3000, Decimal(n * 104729 % 1000) / 10, n % 7 == 0)
        for n in range(count)
    )
    return Scatter("Колледжи", "Численность обучающихся, человек", "Трудоустройство, процентов", dots)


SAMPLES: dict[str, Chart] = {
    **{f"bars of {n} years": bars(n) for n in (1, 3, 12, 40)},
    **{f"stacks of {n} years": bars(n, stacked=True) for n in (1, 3, 12, 40)},
    **{f"bars of {n} long names": named_bars(n) for n in (1, 3, 12, 40)},
    **{f"{n} panels": multiples(n) for n in (1, 2, 3, 12, 40)},
    **{f"Gantt of {n}": gantt(n) for n in (1, 3, 12, 40)},
    **{f"structure of {n}": structure(n) for n in (1, 3, 12, 40)},
    **{f"matrix of {n}": matrix(n) for n in (1, 3, 12, 100)},
    **{f"map of {n} classes": tile_map(n) for n in (1, 2, 3, 4, 5)},
    **{f"ranking of {n}": ranked(n) for n in (1, 3, 12, 40)},
    **{f"scatter of {n}": scatter(n) for n in (1, 3, 40, 200)},
}
