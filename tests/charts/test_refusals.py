"""What no picture can be made of is refused when the chart is made, in a sentence that says what is wrong."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from docgen.charts import (
    Bars,
    Chart,
    Dot,
    Gantt,
    Group,
    Job,
    Member,
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

FIRST, LAST = date(2022, 1, 1), date(2024, 12, 31)


def one_bar(*values: Decimal | int | None, over: tuple[str, ...] = ("2022",), stacked: bool = False) -> Chart:
    return Bars("Деньги", "рублей", over, (Series("грант", values),), stacked)


def one_job(start: date, end: date, first: date = FIRST, last: date = LAST) -> Chart:
    return Gantt("График", first, last, (Job("1.1", "Ремонт", start, end),))


def regions(*found: RegionTile) -> Chart:
    return TileMap("Участие", ("участвует",), found)


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        (lambda: Bars("Деньги", "рублей", (), ()), "нет данных для рисунка: столбцы"),
        (lambda: Bars("Деньги", "рублей", ("2022",), ()), "нет данных для рисунка: ряды"),
        (lambda: one_bar(None), "нет данных для рисунка: числа"),
        (lambda: one_bar(1, 2), "в ряду «грант» не столько чисел, сколько столбцов"),
        (lambda: one_bar(-1, stacked=True), "отрицательное число нельзя показать частью столбца"),
        (lambda: one_bar(Decimal("NaN")), "не является числом"),
        (lambda: one_bar(Decimal("sNaN")), "не является числом"),
        (lambda: one_bar(Decimal("Infinity")), "не является числом"),
        (lambda: one_bar(10**15), "укрупните единицу измерения"),
        (lambda: one_bar(*[1] * 49, over=("год",) * 49), "столбцы: 49, можно не больше 48"),
        (lambda: one_bar(1, over=("и" * 201,)), "слишком длинное название под столбцом"),
        (lambda: Multiples("Показатели", ()), "нет данных для рисунка: показатели"),
        (lambda: Multiples("Показатели", (Panel("Приём", "человек", ()),)), "годы показателя «Приём»"),
        (lambda: Gantt("График", FIRST, LAST, ()), "нет данных для рисунка: мероприятия"),
        (lambda: one_job(LAST, FIRST), "мероприятие 1.1 кончается раньше, чем начинается"),
        (lambda: one_job(FIRST, date(2025, 1, 1)), "мероприятие 1.1 выходит за период графика"),
        (lambda: one_job(FIRST, LAST, LAST, FIRST), "период на графике кончается раньше"),
        (lambda: one_job(FIRST, LAST, FIRST, date(2199, 1, 1)), "длиннее 30 лет"),
        (lambda: one_job(FIRST, LAST, FIRST, date.max), "годы на графике – от 1900 до 2200"),
        (lambda: Structure("Структура", Member("АНО"), ()), "нет данных для рисунка: группы участников"),
        (
            lambda: Structure("Структура", Member("АНО"), (Group("Колледжи", ()),)),
            "участники группы «Колледжи»",
        ),
        (lambda: RiskMatrix("Риски", ()), "нет данных для рисунка: риски"),
        (lambda: RiskMatrix("Риски", (Risk("Р1", "Срыв", 0, 5),)), "вероятность и влияние риска Р1"),
        (lambda: regions(), "нет данных для рисунка: регионы"),
        (lambda: regions(RegionTile("00", 0)), "на карте нет региона с кодом «00»"),
        (lambda: regions(RegionTile("16", 0), RegionTile("16", 0)), "регион с кодом «16» назван дважды"),
        (lambda: regions(RegionTile("16", 1)), "у региона с кодом «16» нет такого класса"),
        (lambda: regions(RegionTile("16", 0, "очень много")), "«очень много» не помещается на плитку карты"),
        (lambda: Ranked("Ряд", "рублей", ()), "нет данных для рисунка: строки"),
        (lambda: Ranked("Ряд", "рублей", (Place("Тула", 1),), 5), "линия на рисунке не названа"),
        (lambda: Scatter("Точки", "x", "y", ()), "нет данных для рисунка: точки"),
        (lambda: Scatter("Точки", "x", "y", (Dot("А", 1, Decimal("NaN")),)), "не является числом"),
    ],
)
def test_data_that_cannot_be_drawn_are_refused(make: Callable[[], Chart], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        make()
