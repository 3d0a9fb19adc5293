"""Sources count lines and columns as editors do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.diagnostics import Source, TableSource
from docgen.diagnostics.source import column_letters


def test_place_is_counted_from_one() -> None:
    source = Source("x", "ab\nвг😀д\r\n\n")
    assert [source.place(offset) for offset in (0, 2, 3, 6, 9, 10)] == [
        (1, 1),
        (1, 3),
        (2, 1),
        (2, 4),
        (3, 1),
        (4, 1),
    ]


def test_line_has_no_line_end() -> None:
    source = Source("x", "ab\nвг\r\n")
    assert [source.line(number) for number in (-1, 0, 1, 2, 3, 4)] == ["", "", "ab", "вг", "", ""]


def test_span_tells_its_text_and_place() -> None:
    span = Source("a.yaml", "ab\nвгд").span(4, 6)
    assert (span.text, span.line, span.column, span.end_place) == ("гд", 2, 2, (2, 4))
    assert str(span) == "a.yaml:2:2"
    assert span.part(1, 2).text == "д"


def test_span_at_the_end_is_empty() -> None:
    assert Source("x", "ab").span(2).text == ""
    assert Source("x", "").span().text == ""


@given(st.text(), st.data())
def test_place_and_line_find_the_character(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    source = Source("x", text)
    line, column = source.place(offset)
    assert text.count("\n", 0, offset) == line - 1
    if offset < len(text) and text[offset] not in "\r\n":
        assert source.line(line)[column - 1] == text[offset]


def test_a_place_in_a_table_is_a_cell() -> None:
    table = TableSource("x.xlsx!Смета", "а | б\n\nв |  | г", ((0, 4), (), (0, 4, 7)))
    assert str(table.span(4)) == "x.xlsx!Смета!B1"
    assert str(table.span(table.text.index("г"))) == "x.xlsx!Смета!C3"
    assert table.span(table.text.index("в") + 4, table.text.index("в") + 4).cell == "B3"
    assert str(table.span(6, 6)) == "x.xlsx!Смета!A2"
    assert str(Source("x.csv", "а;б").span(2)) == "x.csv:1:3"
    assert Source("x.csv", "а;б").span(2).cell == ""


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_columns_are_named_as_excel_names_them(number: int, letters: str) -> None:
    assert column_letters(number) == letters
