"""The Excel book of a portfolio, read back."""

import io
from functools import cache
from typing import Any

import pytest
from openpyxl import load_workbook

from docgen.kinds.portfolio.book import book
from docgen.render.spreadsheet import Filled, Head, spreadsheet
from tests.kinds.portfolio.programmes import corpus, portfolio
from tests.kinds.portfolio.test_printed import TEXT, found, programmes

SHEETS = [
    "Программы",
    "Показатели",
    "По отраслям",
    "По регионам",
    "Финансирование",
    "География",
    "Выбросы",
    "Совпадения",
    "Не готово",
]


@cache
def content() -> bytes:
    document = portfolio(TEXT)
    return book(document, corpus(*programmes(), document))


@cache
def opened() -> Any:
    return load_workbook(io.BytesIO(content()))


def rows(sheet: str) -> list[tuple[Any, ...]]:
    """The rows under the head."""
    return list(opened()[sheet].iter_rows(min_row=4, values_only=True))


def test_a_sheet_for_every_question() -> None:
    assert opened().sheetnames == SHEETS


@pytest.mark.parametrize("sheet", SHEETS)
def test_no_cell_is_a_formula_and_the_head_stays_in_sight(sheet: str) -> None:
    page = opened()[sheet]
    assert {cell.data_type for row in page.iter_rows() for cell in row} <= {"s", "n"}
    assert page.freeze_panes == "B4"
    assert page.print_title_rows == "$3:$3"
    assert page.page_setup.fitToHeight == 0
    assert all(dimension.width > 7 for dimension in page.column_dimensions.values())


def test_a_programme_is_a_row_of_numbers() -> None:
    lipetsk = next(row for row in rows("Программы") if row[0] == "lipetsk")
    assert lipetsk[1:3] == ("Липецкая область", "металлургия")
    assert lipetsk[5:8] == (40, 80, 120)
    assert lipetsk[8:11] == (26_000, 20_000, 5_000)


def test_totals_are_the_sums_of_the_rows_above() -> None:
    for sheet in ("По отраслям", "По регионам", "Финансирование"):
        *above, total = rows(sheet)
        for place in range(1, len(total)):
            assert total[place] == sum(row[place] or 0 for row in above), (sheet, place)


def test_all_regions_are_there() -> None:
    assert {row[0] for row in rows("География")} == {
        subject.code for subject in found().book.regions.root.values()
    }


def test_a_shared_text_is_told_with_both_places() -> None:
    ((first, _, one, second, _, other, words, percent, _),) = rows("Совпадения")
    assert (first, second) == ("lipetsk", "nowhere")
    assert one.startswith("content/programme/lipetsk.yaml:")
    assert other.startswith("content/programme/nowhere.yaml:")
    assert (words > 40, percent) == (True, 100)


def test_every_lack_of_every_programme_is_a_row() -> None:
    assert len(rows("Не готово")) == sum(len(member.readiness.lacks) for member in found().members)


def test_the_same_bytes_every_time() -> None:
    document = portfolio(TEXT)
    assert book(document, corpus(*programmes(), document)) == content()


def test_a_book_of_nothing_can_be_made() -> None:
    document = portfolio("stage: draft\n")
    assert load_workbook(io.BytesIO(book(document, corpus(document)))).sheetnames == SHEETS


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("x")', "+7 900", "@SUM(A1)", "-1", "а\x07б"])
def test_a_text_is_a_text_whatever_it_begins_with(text: str) -> None:
    made = spreadsheet([Filled("Лист", "=2", (Head("=3"),), ((text,),))], "Книга")
    page: Any = load_workbook(io.BytesIO(made)).active
    assert [page[place].data_type for place in ("A1", "A3", "A4")] == ["s"] * 3
    assert page["A4"].value == text.replace("\x07", "")
