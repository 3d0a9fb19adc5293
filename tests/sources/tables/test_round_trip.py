"""Records written into a table and read from it are the same records."""

import csv
from collections.abc import Sequence
from decimal import Decimal
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sources.tables.workshop import Base, Line, Plan, Source, book, plan

HEADER = ("Наименование", "Источник", "Цена", "База: год", "База: значение", "2022", "2023")

names = st.text("абвЖЁ xyZ019.,;:!«»№–\"'|&<>%()\n", min_size=1, max_size=30).filter(
    lambda text: text == text.strip() and text not in ("-", "–", "~", "null") and not text.startswith("*")
)
numbers = st.decimals(-(10**9), 10**9, places=2).map(lambda value: value.normalize() + 0)
lines = st.builds(
    Line,
    name=names,
    source=st.none() | st.sampled_from(Source),
    price=st.none() | numbers,
    base=st.none() | st.builds(Base, year=st.integers(1990, 2100), value=numbers),
    amounts=st.dictionaries(st.sampled_from((2022, 2023)), numbers),
)


def cells(line: Line) -> tuple[Any, ...]:
    base = line.base or Base()
    source = line.source.value if line.source else None
    return (
        line.name,
        source,
        line.price,
        base.year,
        base.value,
        *(line.amounts.get(y) for y in (2022, 2023)),
    )


def told(records: Sequence[Line]) -> list[dict[str, Any]]:
    return [record.model_dump() for record in records]


def read(files: dict[str, Any], name: str) -> Plan:
    with TemporaryDirectory() as folder:
        return plan(Path(folder), f"lines: {name}\n", **files)


@settings(max_examples=40, deadline=None)
@given(st.lists(lines, max_size=6))
def test_through_a_workbook(written: list[Line]) -> None:
    rows = [[_plain(value) for value in cells(line)] for line in written]
    assert told(read({"a_xlsx": book(HEADER, *rows)}, "a.xlsx").lines) == told(written)


def _plain(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else value


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1251"])
@settings(max_examples=40, deadline=None)
@given(written=st.lists(lines, max_size=6), sign=st.sampled_from(";,\t"))
def test_through_separated_text(encoding: str, written: list[Line], sign: str) -> None:
    text = StringIO()
    writer = csv.writer(text, delimiter=sign)
    writer.writerow(HEADER)
    writer.writerows([[_shown(value) for value in cells(line)] for line in written])
    assert told(read({"a_csv": text.getvalue().encode(encoding)}, "a.csv").lines) == told(written)


def _shown(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"{value:,f}".replace(",", " ").replace(".", ",")
    return "" if value is None else str(value)


def same_place(record: Plan, texts: Sequence[str]) -> bool:
    return [record.lines[at].at("name").text for at in range(len(texts))] == list(texts)


@settings(max_examples=30, deadline=None)
@given(st.lists(names.filter(lambda text: "\n" not in text), min_size=1, max_size=5))
def test_every_place_shows_the_text_that_was_read(texts: list[str]) -> None:
    table = book(("Цена", "Наименование"), *((number, text) for number, text in enumerate(texts)))
    assert same_place(read({"a_xlsx": table}, "a.xlsx"), texts)
