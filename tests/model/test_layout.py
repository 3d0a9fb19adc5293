"""The layout of a programme: what it tells those who draft, check, print and verify by it."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from docgen.corpus import load
from docgen.diagnostics import Problem, Source
from docgen.kinds import KINDS, REFERENCES
from docgen.model.layout.layout import Choice, Component, Layout, ParticipantKind, component_named
from docgen.sources import parse, structure

ROOT = Path(__file__).parents[2]
SHIPPED = {document.id: document.record for document in load(ROOT, KINDS, REFERENCES, []).corpus.of(Layout)}
LAYOUT = SHIPPED["programme-2022"]

# What a methodologist writes for the next period: four sections, a table and a block of their own. No Python.
NEXT = """
title: Макет программы развития на 2025–2027 годы
period: {from: 2025, to: 2027}
sections:
  - key: state
    title: Исходное состояние
    points:
      - {key: region, title: Регион и отрасль, hint: Опишите регион и отрасль., shows: [partners]}
  - key: aims
    title: Цель, задачи и показатели
    points:
      - {key: aims, title: Цель и задачи, hint: Запишите цель и задачи., prose: none, shows: [goal, tasks]}
      - {key: figures, title: Показатели, hint: Внесите показатели., prose: optional, shows: [indicators]}
  - key: actions
    title: Действия
    points:
      - {key: plan, title: План действий, hint: Внесите мероприятия., at_least: 100, shows: [measures]}
  - key: money
    title: Деньги
    points:
      - {key: sources, title: Источники, hint: Внесите суммы., prose: optional, shows: [funding]}
tables:
  partners:
    title: Предприятия-партнёры и их вклад
    required: true
    at_least: 2
    columns:
      - {key: name, title: Предприятие, required: true}
      - {key: places, title: Ученических мест, type: integer, aliases: [Мест]}
components:
  goal: {required: true}
  indicators: {required: true, title: Показатели на 2025–2027 годы}
blocks: [{key: digital, title: Цифровая среда}, {key: staff, title: Кадры}]
sources: [{key: grant, title: Грант, grant: true}]
directions: [{key: equipment, title: Оборудование}]
signatories: [{side: region, title: Субъект}]
"""


@dataclass
class Party:
    key: str
    kind: ParticipantKind
    federal: bool = False


def read(text: str) -> tuple[Layout | None, list[Problem]]:
    tree, found = parse(Source("next.yaml", text))
    assert tree is not None, found
    return structure(tree, Layout)


def next_layout() -> Layout:
    layout, problems = read(NEXT)
    assert layout is not None, problems
    return layout


def test_the_layout_of_2022_has_the_six_sections_of_the_source() -> None:
    assert [section.title for section in LAYOUT.sections] == [
        "Общие положения",
        "Миссия, стратегическая цель и задачи кластера",
        "Организационная структура центра",
        "Мероприятия программы и этапы их реализации",
        "Финансовое обеспечение программы развития",
        "Ожидаемые результаты и риски реализации программы",
    ]
    assert list(LAYOUT.period.years) == [2022, 2023, 2024]
    assert str(LAYOUT.period) == "2022–2024"


def test_every_component_has_its_place_in_the_layout_of_2022() -> None:
    printed = list(LAYOUT.printed())
    assert sorted(printed) == sorted([*(component.value for component in Component), *LAYOUT.tables])


def test_every_point_of_the_layout_of_2022_tells_its_authors_what_to_write() -> None:
    assert all(len(one.point.hint or "") > 100 for one in LAYOUT.points())


def test_points_are_numbered_within_their_sections() -> None:
    layout = next_layout()
    assert [(one.number, one.point.key) for one in layout.points()] == [
        ("1.1", "region"),
        ("2.1", "aims"),
        ("2.2", "figures"),
        ("3.1", "plan"),
        ("4.1", "sources"),
    ]
    assert [one.number for one in layout.required_points()] == ["1.1", "3.1"]
    assert layout.number_of("money") == 4
    assert layout.number_of("nothing") is None


def test_parts_are_found_by_their_keys() -> None:
    layout = next_layout()
    found = layout.find("aims", "figures")
    assert found is not None
    assert found.point.title == "Показатели"
    assert layout.find("aims", "plan") is None
    section = layout.section("actions")
    assert section is not None
    assert str(section.at("title")) == "next.yaml:15:12"


def test_a_layout_knows_where_and_under_which_title_everything_is_printed() -> None:
    layout = next_layout()
    at = layout.shown_at(Component.INDICATORS)
    assert at is not None
    assert at.number == "2.2"
    assert layout.shown_at("partners") == layout.find("state", "region")
    assert layout.shown_at(Component.RISKS) is None
    assert layout.title_of(Component.INDICATORS) == "Показатели на 2025–2027 годы"
    assert layout.title_of("measures") == "План-график мероприятий программы"
    assert layout.title_of("partners") == "Предприятия-партнёры и их вклад"
    with pytest.raises(KeyError):
        layout.title_of("nothing")


def test_what_is_required_is_said_by_the_layout_alone() -> None:
    layout = next_layout()
    assert layout.setting(Component.GOAL).required
    assert not layout.setting(Component.RISKS).required
    assert LAYOUT.setting(Component.RISKS).required
    assert component_named("riks") is None


def test_a_choice_tells_every_complete_way() -> None:
    (numbered,) = LAYOUT.choices()
    ways = [way for choice in numbered.point.exactly_one_of for way in choice.ways()]
    assert [[step.key for step in way] for way in ways] == [
        ["ano"],
        ["association", "managing_company"],
        ["association", "council"],
    ]
    assert [[step.key for step in way] for way in Choice(key="ano", title="АНО").ways()] == [["ano"]]


def test_who_signs_follows_from_who_takes_part() -> None:
    college = Party("lmk", ParticipantKind.BASE_COLLEGE)
    plant, ministry = Party("plant", ParticipantKind.ENTERPRISE), Party("min", ParticipantKind.AUTHORITY)
    own = [one.side for one in LAYOUT.signatures([plant, ministry, college])]
    assert own == ["region", "lmk", "plant", "min"]
    federal = Party("lmk", ParticipantKind.BASE_COLLEGE, federal=True)
    assert [one.side for one in LAYOUT.signatures([federal])] == ["region", "founder:lmk", "lmk"]
    assert [one.side for one in next_layout().signatures([federal])] == ["region"]


@pytest.mark.parametrize(
    ("wrong", "right", "told"),
    [
        ("at_least: 100", "at_least: сто", "next.yaml:17:81 «сто» – не целое число"),
        ("prose: none", "prose: нет", "next.yaml:12:81 «нет» – не из допустимых значений"),
        ("key: money", "key: Деньги", "next.yaml:18:10 ключ «Деньги» не годится"),
        ("to: 2027", "to: 2024", "next.yaml:3:9 период кончается (2024) раньше, чем начинается (2025)"),
        ("type: integer", "type: int", "next.yaml:29:54 «int» – не из допустимых значений"),
        ("title: Деньги", "titel: Деньги", "next.yaml:18:5 не хватает ключа «title» (название)"),
    ],
)
def test_a_slip_of_the_methodologist_is_told_at_its_place(wrong: str, right: str, told: str) -> None:
    assert wrong in NEXT
    layout, problems = read(NEXT.replace(wrong, right, 1))
    assert layout is None
    assert told in [f"{problem.span} {problem.message}" for problem in problems]
