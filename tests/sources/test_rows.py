"""Rows written in YAML: records, and totals kept apart."""

import pickle
from decimal import Decimal

import jsonschema
import pytest
from pydantic import Field

from docgen.diagnostics import Problem, Source
from docgen.model.values import Number
from docgen.sources import Record, parse, structure
from docgen.sources.rows import Rows, Total
from docgen.sources.schema import json_schema


class Line(Record):
    name: str = Field(title="Наименование")
    total: Number | None = None
    amounts: dict[int, Number] = Field(default_factory=dict)


class Plan(Record):
    lines: Rows[Line] = Field(default_factory=Rows, title="Строки")
    free: Rows[dict[str, str]] = Field(default_factory=Rows)


def read(text: str) -> tuple[Plan | None, list[Problem]]:
    tree, problems = parse(Source("x.yaml", text))
    assert tree is not None, problems
    return structure(tree, Plan)


def plan(text: str) -> Plan:
    record, problems = read(text)
    assert record is not None, problems
    return record


TEXT = """\
lines:
  - {name: А, total: "1 250,5"}
  - {total_row: Итого по разделу, total: 1250,5}
  - name: Б
    amounts: {2022: 3}
  - total_row: Всего
    amounts: {2022: 3, 2023:}
free:
  - {а: 1, total_row: Итого}
"""


def test_totals_stand_apart_with_their_values_and_places() -> None:
    record = plan(TEXT.replace("1250,5}", '"1250,5"}').replace(", 2023:", ""))
    assert [line.name for line in record.lines] == ["А", "Б"]
    section, whole = record.lines.totals
    assert (section.label, section.after, section.get("total")) == ("Итого по разделу", 1, Decimal("1250.5"))
    assert (whole.label, whole.after, whole.get("amounts")) == ("Всего", 2, {2022: 3})
    assert whole.get("total") is None
    assert str(whole.at("amounts", "2022")) == "x.yaml:7:21"
    assert str(section.at()) == "x.yaml:3:5"
    assert str(record.lines[1].at("name")) == "x.yaml:4:11"
    assert [type(one).__name__ for one in record.records()] == ["Plan", "Line", "Line"]


def test_rows_that_no_record_describes_have_no_totals() -> None:
    record = plan("free:\n  - {а: 1, total_row: Итого}\n")
    assert list(record.free) == [{"а": "1", "total_row": "Итого"}]
    assert record.free.totals == ()


def test_what_is_wrong_in_a_total_is_told_at_its_place() -> None:
    _, problems = read(
        "lines:\n  - {total_row: Итого, totl: 1}\n  - {total_row: Всего, total: много}\n  - Итого\n"
    )
    assert [(p.rule.code, str(p.span)) for p in problems] == [
        ("S101", "x.yaml:2:24"),
        ("S103", "x.yaml:3:31"),
        ("S105", "x.yaml:4:5"),
    ]
    assert problems[0].hint == "может быть, total?"


def test_rows_without_anything_have_no_totals() -> None:
    assert plan("free: []\n").lines == []
    assert plan("free: []\n").lines.totals == ()


def test_rows_are_made_by_code_as_any_list() -> None:
    made = Plan(lines=Rows([Line(name="А")]))
    assert made.lines == [Line(name="А")]
    assert str(Total("Итого", {}).at("total")).startswith("<данные>")


def test_rows_travel_to_a_worker_without_their_places() -> None:
    record = plan(TEXT.replace("1250,5}", '"1250,5"}').replace(", 2023:", ""))
    sent = pickle.loads(pickle.dumps(record))
    assert type(sent.lines) is Rows
    assert sent.lines.totals == record.lines.totals
    assert sent.model_dump() == record.model_dump()
    assert sent.lines.totals[0].node is None


@pytest.mark.parametrize(
    ("value", "valid"),
    [
        ("смета.xlsx", True),
        ("смета.CSV", True),
        ({"file": "смета.xlsx", "sheet": "Смета"}, True),
        ([{"name": "А", "amounts": {"2022": 1}}, {"total_row": "Итого", "total": 3}], True),
        ([], True),
        ("смета.doc", False),
        ({"sheet": "Смета"}, False),
        ([{"nam": "А"}], False),
    ],
)
def test_the_schema_admits_a_list_or_the_name_of_a_table(value: object, valid: bool) -> None:
    schema = json_schema(Plan, "План")
    jsonschema.Draft202012Validator.check_schema(schema)
    assert jsonschema.Draft202012Validator(schema).is_valid({"lines": value}) is valid
