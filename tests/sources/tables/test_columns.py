"""Which column is which field; what is unknown, double or missing is told once, at the header."""

from pathlib import Path

import pytest
from pydantic import Field

from docgen.diagnostics import Source
from docgen.model.values import Number
from docgen.sources import Record, Scalar
from docgen.sources.tables.columns import Column, columns_of
from docgen.sources.tables.filling import records
from docgen.sources.tables.separated import grids
from tests.sources.tables.workshop import Line, plan, told

COLUMNS = "Наименование, Источник, Цена, База: Год, База: Значение, Суммы по годам"


class TwoYears(Record):
    name: str = Field(title="Показатель")
    planned: dict[int, Number] = Field(default_factory=dict, title="План")
    done: dict[int, Number] = Field(default_factory=dict, title="Факт")


class Listed(Record):
    name: str
    codes: list[str] = Field(default_factory=list, title="Коды")


@pytest.mark.parametrize(
    ("title", "column"),
    [
        ("name", Column(("name",))),
        ("  НАИМЕНОВАНИЕ ", Column(("name",))),
        ("Что  закупается", Column(("name",))),
        ("Цена, тыс. руб.", Column(("price",))),
        ("Цена (тыс. рублей)", Column(("price",))),
        ("База: год", Column(("base", "year"))),
        ("База (значение)", Column(("base", "value"))),
        ("base.value", Column(("base", "value"))),
        ("2022", Column(("amounts",), 2022)),
        ("2022 г.", Column(("amounts",), 2022)),
        ("План на 2024 год, тыс. руб.", Column(("amounts",), 2024)),
        ("Суммы по годам 2023", Column(("amounts",), 2023)),
        ("Факт 2022", None),
        ("2022–2024", None),
        ("12022", None),
        ("Примечание", None),
    ],
)
def test_a_title_names_a_field(title: str, column: Column | None) -> None:
    assert columns_of(Line).of(title) == column


@pytest.mark.parametrize(
    ("title", "column"),
    [
        ("План 2022", Column(("planned",), 2022)),
        ("2022 факт", Column(("done",), 2022)),
        ("2022", None),
    ],
)
def test_of_several_fields_by_year_the_title_names_one(title: str, column: Column | None) -> None:
    assert columns_of(TwoYears).of(title) == column


def test_columns_that_are_wrong_are_told_at_the_header(tmp_path: Path) -> None:
    table = "Наименованее;Цена;Цена, руб.;Что-то\nА;1;2;3\nБ;1;2;3\n"
    assert told(tmp_path, "lines: a.csv\n", a_csv=table) == [
        "x/a.csv:1:1 S307 неизвестный столбец «Наименованее» → может быть, «Наименование»?",
        "x/a.csv:1:19 S309 столбец «Цена, руб.» – второй об одном → оставьте один из двух",
        f"x/a.csv:1:30 S307 неизвестный столбец «Что-то» → уберите столбец; есть: {COLUMNS}",
        "x/a.csv:1:1 S308 нет столбца «Наименование» → добавьте столбец «Наименование»",
    ]


def test_a_value_that_is_missing_is_told_at_its_cell(tmp_path: Path) -> None:
    assert told(tmp_path, "lines: a.csv\n", a_csv="Цена;Наименование\n1;А\n2;\n") == [
        "x/a.csv:3:3 S102 поле «name» (наименование) не заполнено → впишите значение"
    ]


def test_a_value_without_a_title_is_told_once_for_its_column(tmp_path: Path) -> None:
    assert told(tmp_path, "lines: a.csv\n", a_csv="Наименование;Цена;\nА;1;да\nБ;2;нет\n") == [
        "x/a.csv:2:5 S313 значение в столбце без названия → назовите столбец или удалите значение"
    ]


def test_a_table_without_a_header_is_told_where_it_is_named(tmp_path: Path) -> None:
    assert told(tmp_path, "lines: a.csv\n", a_csv="1;2;3\n4;5;6\n") == [
        f"x.yaml:1:8 S306 в таблице нет строки с названиями столбцов → назовите столбцы: {COLUMNS}"
    ]


def test_a_record_within_a_row_is_made_only_where_it_is_written(tmp_path: Path) -> None:
    record = plan(tmp_path, "lines: a.csv\n", a_csv="Наименование;База: год;База: значение\nА;2021;5\nБ;;\n")
    assert [line.base and line.base.model_dump() for line in record.lines] == [
        {"year": 2021, "value": 5},
        None,
    ]
    assert str(record.lines[0].at("base", "value")) == "content/plan/x/a.csv:2:8"


def test_titles_repeated_on_the_next_page_are_no_record(tmp_path: Path) -> None:
    table = "Наименование;Цена\nА;1\nНаименование;Цена\nБ;2\n"
    assert [line.name for line in plan(tmp_path, "lines: a.csv\n", a_csv=table).lines] == ["А", "Б"]


def test_a_note_under_the_table_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, "lines: a.csv\n", a_csv="Наименование;Цена\nА;1\n* с учётом НДС;\n") == [
        "x/a.csv:3:1 S313 строка не похожа на запись → подзаголовок вынесите в столбец, примечание – в текст"
    ]


def test_several_values_in_a_cell_keep_their_places() -> None:
    (grid,) = grids(Source("a.csv", 'name\tКоды\nА\t"П1; П2\n П3 ;"\n'))[:1]
    rows, problems = records(grid, Listed, None)
    assert not problems
    codes = [code for code in rows[0]["codes"] if isinstance(code, Scalar)]  # type: ignore[call-overload,index]
    assert codes == ["П1", "П2", "П3"]
    assert [(str(code.span), code.span.text) for code in codes] == [
        ("a.csv:2:4", "П1"),
        ("a.csv:2:8", "П2"),
        ("a.csv:3:2", "П3"),
    ]


def test_a_total_may_stand_between_rows(tmp_path: Path) -> None:
    table = "Наименование;Цена;2022\nА;1;1\nИТОГО по разделу 1;1;\nВсего;;5\nВсеобуч;2;2\n"
    record = plan(tmp_path, "lines: a.csv\n", a_csv=table)
    assert [line.name for line in record.lines] == ["А", "Всеобуч"]
    assert [(total.label, total.after, total.get("price")) for total in record.lines.totals] == [
        ("ИТОГО по разделу 1", 1, 1),
        ("Всего", 1, None),
    ]


def test_free_tables_take_their_keys_from_the_titles(tmp_path: Path) -> None:
    table = "Показатель;Единица;2020\nЧисленность;тыс. чел.;1 113\nИтого;;–\n"
    record = plan(tmp_path, "free: {region: a.csv}\n", a_csv=table)
    assert record.free["region"] == [
        {"Показатель": "Численность", "Единица": "тыс. чел.", "2020": "1 113"},
        {"Показатель": "Итого", "Единица": "", "2020": "–"},
    ]
    assert str(record.at("free", "region", 0, "2020")) == "content/plan/x/a.csv:2:23"


def test_a_free_table_has_no_two_columns_of_one_name(tmp_path: Path) -> None:
    assert told(tmp_path, "free: {region: a.csv}\n", a_csv="а;б;а\n1;2;3\n") == [
        "x/a.csv:1:5 S309 второй столбец «а» → назовите их по-разному"
    ]
