"""A programme is read whole, half-written, and with its values as an office writes them."""

from datetime import date
from decimal import Decimal

import pytest

from docgen.diagnostics import Problem
from docgen.model.programme import Role, WrittenProgramme
from tests.kinds.case import read


def _programme(text: str) -> WrittenProgramme:
    record, problems, _ = read(text, WrittenProgramme, "x.yaml")
    assert problems == []
    assert record is not None
    return record


def _problems(text: str) -> list[Problem]:
    return read(text, WrittenProgramme, "x.yaml")[1]


def test_nothing_is_required_of_a_draft() -> None:
    assert _programme("layout: programme-2022\n").text("general", "economy") == ""


def test_what_is_not_written_yet_may_stand_as_an_empty_key() -> None:
    programme = _programme("mission:\ntasks:\nsections:\n  general:\n    economy:\n  tasks:\n")
    assert (programme.mission, programme.tasks, programme.sections) == (None, [], {"general": {}})


def test_text_is_found_by_section_and_point_with_its_place() -> None:
    programme = _programme("sections:\n  general:\n    economy: |\n      Область **растёт**.\n")
    assert programme.text("general", "economy") == "Область **растёт**.\n"
    assert programme.at("sections", "general", "economy").line == 3


def test_a_cell_that_holds_several_is_read_like_a_list() -> None:
    rows = """\
    - {code: "1.1", text: Обновить программы, tasks: "З1, З2", indicators: [П1], executors: college; plant}
    """
    (measure,) = _programme(f"measures:\n{rows}").measures
    assert (measure.tasks, measure.indicators, measure.executors) == (
        ("З1", "З2"),
        ("П1",),
        ("college", "plant"),
    )


def test_a_measure_begins_with_the_first_day_and_ends_with_the_last() -> None:
    (measure,) = _programme(
        "measures: [{code: 1, text: Ремонт, start: март 2022 г., end: II квартал 2023 г.}]"
    ).measures
    assert measure.start is not None
    assert measure.end is not None
    assert (measure.start.first, measure.end.last) == (date(2022, 3, 1), date(2023, 6, 30))


def test_amounts_have_decimal_commas_and_groups() -> None:
    (line,) = _programme(
        'funding: [{source: grant, direction: equipment, amounts: {2022: "60 000", 2023: "20 000,5"}}]'
    ).funding
    assert line.amounts == {2022: Decimal(60000), 2023: Decimal("20000.5")}
    assert line.sum == Decimal("80000.5")


def test_totals_that_the_authors_state_are_no_rows() -> None:
    programme = _programme("""\
funding:
  - {source: grant, direction: equipment, amounts: {2022: 100}}
  - {source: grant, direction: repair, amounts: {2022: 50}}
  - {total_row: Итого, amounts: {2022: 150}}
""")
    assert [line.direction for line in programme.funding] == ["equipment", "repair"]
    (total,) = programme.funding.totals
    assert (total.get("amounts"), total.after) == ({2022: Decimal(150)}, 2)


def test_titles_and_words_stand_for_keys() -> None:
    programme = _programme("""\
participants: [{key: college, name: Колледж, kind: Базовый колледж, grant_recipient: да, functions: учит; растит}]
structure: {association: {council: [{person: Иванов Иван Иванович, role: Председатель}]}}
""")
    college = programme.participant("Колледж")
    assert college is not None
    assert college.kind is not None
    assert (college.kind.is_college, college.grant_recipient, college.functions) == (
        True,
        True,
        ("учит", "растит"),
    )
    assert programme.structure is not None
    assert programme.structure.body[0].role is Role.CHAIR


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("measures: [{code: 1, text: а, start: до марта}]", "до марта", "до марта"),
        ("measures: [{code: 1, text: а, start: март}]", "март", "в «март» не указан год"),
        ("indicators: [{code: 1, name: а, values: {2022: много}}]", "много", "«много» – не число"),
        ("participants: [{key: Завод, name: Завод}]", "Завод", "ключ: лишние или недостающие знаки"),
        ("risks: [{name: а, likelihood: высокая}]", "высокая", "«высокая» – не целое число"),
    ],
)
def test_what_cannot_be_read_is_shown_where_it_is_written(text: str, place: str, message: str) -> None:
    (problem,) = _problems(text)
    assert problem.span.text == place
    assert message in problem.message
    assert problem.hint


def test_the_level_of_a_risk_needs_both_its_sides() -> None:
    known, unknown = _programme(
        "risks: [{name: а, likelihood: 3, impact: 4}, {name: б, likelihood: 3}]"
    ).risks
    assert (known.level, unknown.level) == (12, None)
