"""The picture says what the data say: lengths, places, words."""

from datetime import date
from decimal import Decimal

import pytest

from docgen.charts import (
    Bars,
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
    Risk,
    RiskMatrix,
    Scatter,
    Series,
    Structure,
)
from docgen.charts.letters import SMALL, width, wrap
from docgen.charts.plot import apart, ticks
from docgen.charts.scene import Box, Scene, Sign, Text

NBSP = "\u00a0"


def words(scene: Scene) -> list[str]:
    return [text.words for text in scene.texts]


def filled(scene: Scene) -> list[Box]:
    return [mark for mark in scene.marks if isinstance(mark, Box) and mark.fill is not None]


def test_bars_are_as_high_as_their_values_and_go_down_from_zero_when_negative() -> None:
    scene = Bars("Прирост", "человек", ("2022", "2023", "2024"), (Series("а", (100, 50, -25)),)).scene()
    full, half, below = filled(scene)
    assert half.bottom - half.top == pytest.approx((full.bottom - full.top) / 2)
    assert below.bottom - below.top == pytest.approx((full.bottom - full.top) / 4)
    assert full.bottom == half.bottom == below.top


def test_parts_of_a_stack_stand_on_each_other_and_their_sum_above() -> None:
    chart = Bars(
        "Деньги", "тыс. рублей", ("2022",), (Series("а", (30000,)), Series("б", (20000,))), stacked=True
    )
    *_, low, high = filled(chart.scene())
    assert low.top + 1 == pytest.approx(high.bottom)
    assert low.bottom - low.top == pytest.approx((high.bottom - high.top) * 1.5, rel=0.02)
    assert {f"30{NBSP}000", f"20{NBSP}000", f"50{NBSP}000"} <= set(words(chart.scene()))
    assert chart.alt() == f"Деньги, тыс. рублей: 2022 – а 30{NBSP}000, б 20{NBSP}000, всего 50{NBSP}000."


def test_figures_are_written_as_in_russian_with_as_many_digits_as_the_finest_has() -> None:
    scene = Bars("Доля", "процентов", ("2022", "2023"), (Series("а", (Decimal("1234.5"), -3)),)).scene()
    assert {"1234,5", "−3,0", "процентов"} <= set(words(scene))


def test_what_is_not_known_is_a_dash_and_no_zero() -> None:
    scene = Bars("Доля", "процентов", ("2022", "2023"), (Series("а", (7, None)),)).scene()
    assert "–" in words(scene)
    assert "0" not in [text.words for text in scene.texts if text.x > 100]


def test_every_panel_has_its_own_scale() -> None:
    panels = tuple(
        Panel(name, "", (Moment("2022", value), Moment("2023", value // 2)))
        for name, value in (("а", 10), ("б", 10**6))
    )
    tall, low, tall_too, _ = filled(Multiples("Показатели", panels).scene())
    assert tall.bottom - tall.top == tall_too.bottom - tall_too.top
    assert low.bottom - low.top == pytest.approx((tall.bottom - tall.top) / 2)


def test_facts_and_plans_differ_and_are_explained_only_when_both_are_there() -> None:
    both = Multiples(
        "Показатели", (Panel("а", "", (Moment("2021", 1, fact=True), Moment("2022", 2))),)
    ).scene()
    assert {"факт", "план"} <= set(words(both))
    assert filled(both)[-1].fill != filled(both)[-2].fill
    assert "план" not in words(Multiples("Показатели", (Panel("а", "", (Moment("2022", 2),)),)).scene())


def test_a_measure_of_a_whole_year_takes_the_whole_of_its_year() -> None:
    year = Job(
        "1.1",
        "Ремонт",
        date(2023, 1, 1),
        date(2023, 12, 31),
        "Блок 1",
        (Milestone(date(2023, 7, 1), "сдача"),),
    )
    scene = Gantt("График", date(2022, 1, 1), date(2024, 12, 31), (year,)).scene()
    bar = filled(scene)[-1]
    heads = {text.words: text for text in scene.texts if text.words in {"2022", "2023", "2024"}}
    assert bar.left < heads["2023"].box[0] < heads["2023"].box[2] < bar.right < heads["2024"].box[0]
    diamonds = [mark for mark in scene.marks if isinstance(mark, Sign)]
    assert (bar.left + bar.right) / 2 == pytest.approx(diamonds[-1].x, abs=3)
    assert {"Блок 1", "1.1", "Ремонт", "01.07.2023 – сдача"} <= set(words(scene))


@pytest.mark.parametrize(
    ("end", "columns"),
    [(date(2022, 12, 31), "янв"), (date(2024, 12, 31), "IV"), (date(2030, 12, 31), "2027")],
)
def test_a_short_period_is_in_months_a_longer_one_in_quarters_a_long_one_in_years(
    end: date, columns: str
) -> None:
    job = Job("1", "Ремонт", date(2022, 2, 1), date(2022, 3, 1))
    assert columns in words(Gantt("График", date(2022, 1, 1), end, (job,)).scene())


def test_the_grant_recipient_is_marked_by_a_thick_frame_and_by_words() -> None:
    members = (Member("Колледж № 1"), Member("Колледж № 2", recipient=True))
    chart = Structure("Структура", Member("АНО «Кластер»"), (Group("Колледжи", members),))
    assert [box.thick for box in filled(chart.scene())] == [2, 1, 2, 6]
    assert words(chart.scene()).count("получатель гранта") == 1
    assert chart.alt() == (
        "Структура: управление – АНО «Кластер»; Колледжи (2): Колледж № 1, Колледж № 2 (получатель гранта)."
    )


def test_a_risk_stands_in_the_cell_of_its_likelihood_and_impact() -> None:
    scene = RiskMatrix(
        "Риски", (Risk("Р1", "Срыв", 5, 4), Risk("Р2", "Отток", 1, 1), Risk("Р3", "Рост", 5, 4))
    ).scene()
    high, low = (next(text for text in scene.texts if text.words == code) for code in ("Р1, Р3", "Р2"))
    cells = {
        name: next(b for b in filled(scene)[3:] if b.left < t.x < b.right and b.top < t.y < b.bottom).fill
        for name, t in (("high", high), ("low", low))
    }
    assert high.x > low.x
    assert high.y < low.y
    assert cells["high"] == filled(scene)[2].fill
    assert cells["low"] == filled(scene)[0].fill


def test_what_stands_out_in_a_ranking_is_dark_and_bold() -> None:
    chart = Ranked("Ряд", "%", (Place("Тула", 10, outlier=True), Place("Пенза", 5)), 7, "среднее")
    dark, light = filled(chart.scene())
    assert dark.right - dark.left == pytest.approx(2 * (light.right - light.left))
    assert [text.bold for text in chart.scene().texts if text.words in {"Тула", "Пенза"}] == [True, False]
    assert chart.alt() == "Ряд, %: среднее – 7; Тула – 10 (выделено); Пенза – 5."


def test_only_points_that_stand_out_are_named_and_those_without_room_below() -> None:
    dots = (*(Dot(f"Колледж {n}", 5, 5, outlier=True) for n in range(60)), Dot("Обычный", 3, 4))
    scene = Scatter("Колледжи", "приём, человек", "выпуск, человек", dots).scene()
    said = " ".join(words(scene))
    assert "Обычный" not in said
    assert all(f"Колледж {n}" in said for n in range(60))
    assert "Выделены, но не подписаны" in said


def test_words_break_at_spaces_then_hyphens_then_syllables_and_lose_nothing() -> None:
    text = "Научно-исследовательская деятельность"
    lines = wrap(text, 150, SMALL)
    assert all(width(line, SMALL) <= 150 for line in lines)
    assert lines[0] == "Научно-"
    assert "".join(lines).replace("-", "").replace(" ", "") == text.replace("-", "").replace(" ", "")
    assert "".join(wrap("щ" * 20, 150, SMALL)) == "щ" * 20
    assert wrap("профессионалитет", 150, SMALL) == ["профессиона-", "литет"]


def test_scales_are_round_and_hold_every_value() -> None:
    assert [int(step) for step in ticks([3, 97])] == [0, 20, 40, 60, 80, 100]
    assert [str(step) for step in ticks([Decimal("0.3")])] == ["0.0", "0.1", "0.2", "0.3"]
    assert [int(step) for step in ticks([0])] == [0, 1]
    assert ticks([85, 86], zero=False)[0] == 85


def test_labels_are_moved_apart_within_bounds_and_keep_their_order() -> None:
    assert apart([10, 11, 12], 5, 0, 100) == [10, 15, 20]
    assert apart([99, 98], 5, 0, 100) == [100, 95]


def test_upright_letters_take_the_room_of_their_height() -> None:
    left, top, right, bottom = Text(0, 0, "1250", SMALL, upright=True).box
    assert bottom - top > right - left > 0 == left == top
