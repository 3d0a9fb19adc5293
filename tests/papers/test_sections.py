"""Programmes in every way of writing, good and spoilt: what is found, what is not, and in which order."""

from functools import cache
from pathlib import Path

import pytest

from docgen.diagnostics import Source
from docgen.kinds.programme.verify import outline
from docgen.model.layout.layout import Layout
from docgen.papers import read_paper
from docgen.papers.outline import Outline
from docgen.papers.paper import Block, Paper
from docgen.papers.sections import Map, find_sections
from docgen.sources import parse, structure
from tests.papers.page import page
from tests.papers.styles import SECTIONS, WAYS, Spoilt, Way, written

LAYOUT = Path(__file__).parents[2] / "content/reference/layouts/programme-2022.yaml"
KEYS = tuple(key for key, _, _ in SECTIONS)
WRONG_ORDER = ("general", "organisation", "mission", "measures", "finance", "outcomes")


@cache
def the_outline() -> Outline:
    tree, _ = parse(Source(str(LAYOUT), LAYOUT.read_text(encoding="utf-8")))
    assert tree is not None
    layout, problems = structure(tree, Layout)
    assert layout is not None, problems
    return outline(layout)


def found(data: bytes) -> Map:
    return find_sections(read_paper(data, "x.docx"), the_outline())


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_a_good_programme_has_every_section_in_order(way: Way) -> None:
    seen = found(written(way))
    assert set(seen.sections) == set(KEYS)
    assert all(one.in_order for one in seen.sections.values())
    assert seen.repeated == ()


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
@pytest.mark.parametrize("missing", [("mission",), ("finance", "organisation"), ("outcomes", "general")])
def test_what_is_missing_is_not_found_in_running_text(way: Way, missing: tuple[str, ...]) -> None:
    seen = found(written(way, Spoilt(missing=frozenset(missing)), seed=len(missing)))
    assert set(seen.sections) == set(KEYS) - set(missing)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_a_section_in_a_wrong_place_is_known(way: Way) -> None:
    seen = found(written(way, Spoilt(order=WRONG_ORDER)))
    assert set(seen.sections) == set(KEYS)
    assert [key for key, one in seen.sections.items() if not one.in_order] in (["mission"], ["organisation"])


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_points_are_found_under_their_headings(way: Way) -> None:
    seen = found(written(way))
    wanted = {(key, point) for key, _, points in SECTIONS for point, _ in points}
    assert wanted - set(seen.points) == set()


TRAPS = {
    "a list of sections in the text": """
Программа состоит из следующих разделов:
1. Общие положения;
2. Миссия, стратегическая цель и задачи кластера;
3. Организационная структура центра;
Текст продолжается и о разделах больше не говорит.
""",
    "bold sentences about the sections": """
**Финансовое обеспечение программы развития согласовано с министерством финансов области и предприятиями.**
**Общие положения устава приняты единогласно, замечаний не поступило.**
""",
    "captions": """
Таблица 3 – Ожидаемые результаты и риски реализации программы
Рисунок 1 – Организационная структура центра
""",
    "cells": """
| Раздел | Ответственный |
| Сведения о том, что общие положения уточнены в мае | Жук Н.С. |
| финансовое обеспечение программы развития проверено | Ким Р.А. |
""",
    "contents only": """
Содержание
1. Общие положения ........ 3
2. Миссия, стратегическая цель и задачи кластера ........ 5
3. Организационная структура центра\t7
""",
    "headings of something else": """
# Положение о наблюдательном совете
# Структура затрат на закупку сырья
# Цель поездки
# Мероприятия месячника безопасности
""",
}


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_is_no_section(trap: str) -> None:
    assert found(page(TRAPS[trap].strip("\n"))).sections == {}


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("# ОБЩИЕ ПОЛОЖЕНИЯ", "general"),
        ("# Общая часть", "general"),
        ("# 5 Финансовое обеспечение", "finance"),
        (
            "**Раздел V. Финансовое обеспечение реализации программы развития кластера на 2022–2024 годы**",
            "finance",
        ),
        ("**РАЗДЕЛ №3. ОРГАНИЗАЦИОННАЯ СТРУКТУРА ЦЕНТРА (КЛАСТЕРА)**", "organisation"),
        ("# Ожидаемые резултаты и риски реализации програмы", "outcomes"),
        ("**6. Результаты и риски**", "outcomes"),
        ("**2. Миссия, цель, задачи**", "mission"),
        ("# Мероприятия и этапы реализации программы", "measures"),
        ("**IV МЕРОПРИЯТИЯ ПРОГРАММЫ, ЭТАПЫ ИХ РЕАЛИЗАЦИИ**", "measures"),
    ],
)
def test_headings_of_all_kinds(heading: str, key: str) -> None:
    assert set(found(page(f"{heading}\nТекст раздела, в котором что-то сказано.")).sections) == {key}


def test_how_sure_it_is_falls_with_what_speaks_for_it() -> None:
    sure = found(page("# Общие положения\nТекст.")).sections["general"].sure
    unsure = found(page("Общие положения\nТекст.")).sections["general"].sure
    assert sure > 0.9 > 0.8 > unsure


def test_a_line_of_capitals_heads_the_text_it_was_joined_to_on_a_page() -> None:
    text = "РАЗДЕЛ III. ОРГАНИЗАЦИОННАЯ СТРУКТУРА\nЦЕНТРА\nУчастники выбрали объединение."
    paper = Paper("x.pdf", "pdf", (Block(1, text, page=1),), pages=(text,))
    heading = find_sections(paper, the_outline()).sections["organisation"].heading
    assert (heading.text, heading.number, heading.run_in) == (
        "ОРГАНИЗАЦИОННАЯ СТРУКТУРА\nЦЕНТРА",
        (3,),
        True,
    )


def test_a_point_under_headings_of_higher_rank_is_not_taken_for_its_section() -> None:
    text = "\n".join(
        (
            "# Общие положения",
            "Текст раздела, в котором что-то сказано.",
            "# Миссия, цели, задачи",
            "## Миссия кластера",
            "Текст.",
            "## Стратегическая цель и задачи кластера",
            "Текст.",
            "# Организационная структура центра",
            "Текст раздела.",
        )
    )
    assert found(page(text)).sections["mission"].heading.text == "Миссия, цели, задачи"


MEASURES = """# Мероприятия программы и этапы их реализации
## Развитие кадрового потенциала
За три года стажировку на предприятиях пройдут 90 преподавателей и мастеров.
"""
PLAN = """| № | Мероприятие | Срок | Ответственный |
| Создание и модернизация инфраструктуры и МТБ |
| 1 | Разработать девять образовательных программ | 2022 | Колледж |
| 2 | Отремонтировать помещения мастерских | 2023 | Колледж |
"""


@pytest.mark.parametrize("point", ["programmes", "infrastructure"])
def test_what_a_table_lists_is_no_point(point: str) -> None:
    seen = found(page(MEASURES + PLAN))
    assert ("measures", "staff") in seen.points
    assert ("measures", point) not in {*seen.points, *seen.told, *seen.strayed}


@pytest.mark.parametrize(
    "table",
    [
        "| Создание и модернизация инфраструктуры и МТБ |",
        "| 4.2 | Создание и модернизация инфраструктуры и МТБ |",
        "| Пункт | Содержание |\n| Создание и модернизация инфраструктуры и МТБ | Ремонтируются мастерские. |",
        "| № | Пункт | Содержание |\n| 2 | Создание и модернизация инфраструктуры и МТБ | "
        + "Ремонтируются помещения мастерских. " * 6
        + "|",
    ],
    ids=["one cell", "one row", "beside its text", "numbered, beside its text"],
)
def test_a_point_may_stand_in_a_table_that_sets_the_page(table: str) -> None:
    seen = found(page(f"{MEASURES}{table}\nТекст пункта, в котором что-то сказано."))
    key = ("measures", "infrastructure")
    assert key in seen.points or key in seen.told


def test_points_may_stand_in_the_table_of_their_section() -> None:
    table = (
        "| Раздел | Пункт | Содержание |\n| **4. Мероприятия программы и этапы их реализации** |\n"
        "| 4.1 | Создание и модернизация инфраструктуры и МТБ | Ремонтируются мастерские. |\n"
    )
    seen = found(page(table))
    key = ("measures", "infrastructure")
    assert "measures" in seen.sections
    assert key in seen.points or key in seen.told
