"""Workbooks: what a person sees in a cell is what a record reads, and what cannot be read is told at the cell."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from docgen.diagnostics.report.text import render
from docgen.sources import Mapping
from docgen.sources.tables.values import shown
from tests.sources.tables.workshop import Source, book, lines, loaded, plan, saved, told

HEADER = ("Наименование", "Цена")


def cell(workbook: Workbook, place: str) -> Any:
    sheet = workbook.active
    assert sheet is not None
    return sheet[place]


MARCH = datetime.combine(date(2022, 3, 1), time())


def merge(workbook: Workbook, *places: str) -> Workbook:
    for place in places:
        workbook.active.merge_cells(place)  # type: ignore[union-attr]
    return workbook


def with_value(data: bytes, formula: str, value: str, kind: str = "") -> bytes:
    """The workbook with the value of a formula saved beside it, as Excel does."""
    from io import BytesIO
    from zipfile import ZipFile

    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode()
            assert "worksheets" not in name or f"<f>{formula}</f><v" in part
            part = part.replace(f"<f>{formula}</f><v></v>", f"<f>{formula}</f><v>{value}</v>")
            part = part.replace(f"<f>{formula}</f><v />", f"<f>{formula}</f><v>{value}</v>")
            new.writestr(name, part)
    return made.getvalue()


def test_rows_become_records_with_the_places_of_their_cells(tmp_path: Path) -> None:
    table = book(HEADER, ("Станок", 1250.5), (), ("Стол", 3))
    record = plan(tmp_path, "lines: a.xlsx\n", a_xlsx=table)
    assert lines(record) == [("Станок", Decimal("1250.5"), {}), ("Стол", Decimal(3), {})]
    assert str(record.lines[1].at("price")) == "content/plan/x/a.xlsx!Смета!B4"
    assert str(record.lines[1].at()) == "content/plan/x/a.xlsx!Смета!A4"
    assert str(record.at("lines", 0, "name")) == "content/plan/x/a.xlsx!Смета!A2"


def test_an_empty_cell_of_a_year_has_a_place_and_no_value(tmp_path: Path) -> None:
    table = book((*HEADER, "2022", "2023"), ("Станок", 1250.5, 10, None))
    (line,) = plan(tmp_path, "lines: a.xlsx\n", a_xlsx=table).lines
    amounts = line.node["amounts"] if line.node else None
    assert isinstance(amounts, Mapping)
    assert (list(amounts), amounts.names["2023"].span.cell) == (["2022"], "D2")


def test_a_problem_is_drawn_under_its_cell(tmp_path: Path) -> None:
    table = book(HEADER, ("Станок\nтокарный", "дорого"))
    assert render(loaded(tmp_path, "lines: a.xlsx\n", a_xlsx=table).problems).splitlines()[:4] == [
        "content/plan/x/a.xlsx!Смета!B2: ошибка S103: «дорого» – не число: ожидается запись вида «150 000» или «253,2»",
        "    1 | Наименование | Цена",
        "    2 | Станок токарный | дорого",
        "      |                   ^^^^^^",
    ]


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (0.1 + 0.2, "General", "0,3"),
        (1234.5, "#,##0.00", "1234,5"),
        (1e21, "General", "1000000000000000000000"),
        (-0.0, "General", "0"),
        (1e-7, "General", "0,0000001"),
        (4825001234, "General", "4825001234"),
        (7, "000", "007"),
        (0.85, "0%", "85%"),
        (0.8567, "0%", "85,67%"),
        (5, '0" %"', "5"),
        (True, "General", "да"),
        (MARCH, "dd.mm.yyyy", "01.03.2022"),
        (MARCH, "yyyy", "2022"),
        (MARCH + timedelta(hours=9, minutes=30), "General", "01.03.2022 09:30"),
        (date(987, 1, 2), "General", "02.01.0987"),
        (time(9, 5), "hh:mm", "09:05"),
        (timedelta(hours=30, minutes=5), "[h]:mm", "30:05"),
        ("а_x000D_\nб\u00a0", "General", "а\nб"),
        (None, "General", ""),
    ],
)
def test_a_value_is_read_as_it_is_seen(value: Any, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text


def test_formats_are_read_from_the_book(tmp_path: Path) -> None:
    table = book(HEADER, ("Станок", 0.5), (MARCH, 0.1 + 0.2))
    cell(table, "B2").number_format = "0%"
    record = plan(tmp_path, "lines: a.xlsx\n", a_xlsx=table)
    assert lines(record) == [("Станок", Decimal(50), {}), ("01.03.2022", Decimal("0.3"), {})]


def test_a_formula_is_read_by_the_value_that_excel_saved(tmp_path: Path) -> None:
    data = saved(book(HEADER, ("Станок", "=2*625")))
    assert told(tmp_path, "lines: a.xlsx\n", a_xlsx=data) == [
        "x/a.xlsx!Смета!B2 S310 формула не посчитана → откройте файл в Excel и сохраните"
    ]
    counted = with_value(data, "2*625", "1250")
    assert lines(plan(tmp_path, "lines: a.xlsx\n", a_xlsx=counted)) == [("Станок", Decimal(1250), {})]


def test_a_value_of_another_book_may_be_stale(tmp_path: Path) -> None:
    data = saved(book(HEADER, ("Станок", "=[1]Sheet1!A1")))
    counted = with_value(data, "[1]Sheet1!A1", "5")
    found = loaded(tmp_path, "lines: a.xlsx\n", a_xlsx=counted)
    assert [(str(p.span), p.rule.code) for p in found.problems] == [
        ("content/plan/x/a.xlsx!Смета!B2", "S315")
    ]
    assert found.corpus.documents, "a warning does not keep the document from being read"


def test_an_error_of_excel_is_told_once_by_its_russian_name(tmp_path: Path) -> None:
    table = book(HEADER, ("Станок", "#DIV/0!"))
    cell(table, "B2").data_type = "e"
    assert told(tmp_path, "lines: a.xlsx\n", a_xlsx=table) == [
        "x/a.xlsx!Смета!B2 S310 в ячейке ошибка #ДЕЛ/0! → исправьте формулу или впишите значение"
    ]


def test_text_merged_downwards_counts_for_every_row(tmp_path: Path) -> None:
    table = merge(book(("Наименование", "Источник", "Цена"), ("А", "grant", 1), ("Б", None, 2)), "B2:B3")
    record = plan(tmp_path, "lines: a.xlsx\n", a_xlsx=table)
    assert [line.source for line in record.lines] == [Source.GRANT, Source.GRANT]
    assert str(record.lines[1].at("source")) == "content/plan/x/a.xlsx!Смета!B3"


def test_a_number_merged_downwards_is_nobodys(tmp_path: Path) -> None:
    table = merge(book(HEADER, ("А", 10), ("Б", None)), "B2:B3")
    assert told(tmp_path, "lines: a.xlsx\n", a_xlsx=table) == [
        "x/a.xlsx!Смета!B3 S312 число в объединённых ячейках → впишите в каждую строку своё число"
    ]


def test_a_heading_over_the_whole_width_is_no_record(tmp_path: Path) -> None:
    table = merge(book(HEADER, ("Раздел 1", None), ("А", 1)), "A2:B2")
    assert told(tmp_path, "lines: a.xlsx\n", a_xlsx=table) == [
        "x/a.xlsx!Смета!A2 S313 строка не похожа на запись → подзаголовок вынесите в столбец, примечание – в текст"
    ]


def test_a_header_of_two_rows_is_read_where_cells_are_merged(tmp_path: Path) -> None:
    table = merge(
        book(
            ("Смета программы",),
            ("№ п/п", "Наименование", "Сумма, тыс. рублей", None),
            (None, None, 2022, "2023 год"),
            (1, 2, 3, 4),
            (1, "А", 10, 20.5),
            (2, "Б", "–", 5),
            ("Итого", None, 10, 25.5),
        ),
        "A1:D1",
        "C2:D2",
        "A2:A3",
        "B2:B3",
        "A7:B7",
    )
    record = plan(tmp_path, "lines: a.xlsx\n", a_xlsx=table)
    assert lines(record) == [
        ("А", None, {2022: Decimal(10), 2023: Decimal("20.5")}),
        ("Б", None, {2023: Decimal(5)}),
    ]
    (total,) = record.lines.totals
    assert (total.label, total.after) == ("Итого", 2)
    assert total.get("amounts") == {2022: Decimal(10), 2023: Decimal("25.5")}
    assert str(total.at("amounts", "2023")) == "content/plan/x/a.xlsx!Смета!D7"


def test_what_is_hidden_is_read_and_told_once(tmp_path: Path) -> None:
    table = book(HEADER, ("А", 1), ("Б", 2), ("В", 3))
    for row in (3, 4):
        table.active.row_dimensions[row].hidden = True  # type: ignore[union-attr]
    found = loaded(tmp_path, "lines: a.xlsx\n", a_xlsx=table)
    assert [(str(p.span), p.rule.code) for p in found.problems] == [
        ("content/plan/x/a.xlsx!Смета!A3", "S314")
    ]
    assert len(found.corpus.documents[0].record.lines) == 3


def test_a_hidden_column_is_told(tmp_path: Path) -> None:
    table = book(HEADER, ("А", 1))
    table.active.column_dimensions["B"].hidden = True  # type: ignore[union-attr]
    assert told(tmp_path, "lines: a.xlsx\n", a_xlsx=table) == [
        "x/a.xlsx!Смета!B1 S314 есть скрытые строки или столбцы, но прочитано всё → покажите скрытое или удалите"
    ]


def test_the_only_sheet_with_data_needs_no_name(tmp_path: Path) -> None:
    table = book(HEADER, ("А", 1), Пустой=[])
    table.create_sheet("Служебный").sheet_state = "hidden"
    assert len(plan(tmp_path, "lines: a.xlsx\n", a_xlsx=table).lines) == 1


def test_of_several_sheets_one_must_be_named(tmp_path: Path) -> None:
    table = book(HEADER, ("А", 1), Другая=[HEADER, ("Б", 2)])
    assert told(tmp_path, "lines: a.xlsx\n", a_xlsx=table) == [
        "x.yaml:1:8 S305 в книге несколько листов: «Смета», «Другая» → назовите лист: {file: …, sheet: Смета}"
    ]
    both = "lines: {file: a.xlsx, sheet: смета }\nothers: {file: a.xlsx, sheet: Другая}\n"
    record = plan(tmp_path, both, a_xlsx=table)
    assert [line.name for line in (*record.lines, *(record.others or ()))] == ["А", "Б"]
    assert told(tmp_path, "lines: {file: a.xlsx, sheet: Смерта}\n", a_xlsx=table) == [
        "x.yaml:1:15 S305 листа «Смерта» в книге нет → может быть, «Смета»?"
    ]


def test_the_header_may_be_named_by_its_row(tmp_path: Path) -> None:
    table = book(HEADER, ("А", 1), HEADER, ("Б", 2))
    record = plan(tmp_path, "lines: {file: a.xlsx, header: 3}\n", a_xlsx=table)
    assert [line.name for line in record.lines] == ["Б"]
    assert told(tmp_path, "lines: {file: a.xlsx, header: 9}\n", a_xlsx=table)[0].startswith(
        "x.yaml:1:15 S306"
    )


def test_an_invisible_character_is_told_at_its_cell(tmp_path: Path) -> None:
    table = book(HEADER, ("А\u202eБ", 1))
    assert told(tmp_path, "lines: a.xlsx\n", a_xlsx=table) == [
        "x/a.xlsx!Смета!A2 S006 невидимый символ U+202E → удалите символ"
    ]
