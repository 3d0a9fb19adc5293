"""A line on the screen: carets stand under what they mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.diagnostics.harmless import clean
from docgen.diagnostics.report.excerpt import WIDTH, excerpt, shorten


def drawn(line: str, start: int, end: int, width: int = WIDTH) -> list[str]:
    """The line and the carets under it."""
    shown = excerpt(line, start, end, width)
    return [shown.text, " " * shown.before + "^" * shown.marked]


@pytest.mark.parametrize(
    ("line", "word", "expected"),
    [
        ("date: 2026", "2026", ["date: 2026", "      ^^^^"]),
        ("\tdate: 2026", "2026", ["    date: 2026", "          ^^^^"]),
        ("ab\tdate", "date", ["ab  date", "    ^^^^"]),
        ("日本: x", "x", ["日本: x", "      ^"]),
        ("日本: x", "本", ["日本: x", "  ^^"]),
        ("и\u0301 да", "да", ["и\u0301 да", "  ^^"]),
        ("👨\u200d👩 да", "да", ["👨\u200d👩 да", "     ^^"]),
        ("\x1b[31m да", "да", ["␛[31m да", "      ^^"]),
        ("a\u202eb да", "да", ["a\ufffdb да", "    ^^"]),
    ],
)
def test_carets_stand_under_the_word(line: str, word: str, expected: list[str]) -> None:
    start = line.index(word)
    assert drawn(line, start, start + len(word)) == expected


def test_empty_place_gets_one_caret() -> None:
    assert drawn("", 0, 0) == ["", "^"]
    assert drawn("date:", 5, 5) == ["date:", "     ^"]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 2, ["0123456789abcdefgh…", "^^"]),
        (20, 22, ["…efghijklmnopqrstuv…", "       ^^"]),
        (34, 36, ["…ijklmnopqrstuvwxyz", "                 ^^"]),
        (2, 36, ["…23456789abcdefghij…", " ^^^^^^^^^^^^^^^^^^"]),
    ],
)
def test_long_line_is_cut_around_the_place(start: int, end: int, expected: list[str]) -> None:
    assert drawn("0123456789abcdefghijklmnopqrstuvwxyz", start, end, 20) == expected


@given(st.text(st.characters(exclude_characters="\n")), st.data())
def test_marked_columns_show_the_marked_text(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    shown = excerpt(line, start, end, 30)
    assert shown.before + shown.marked <= 31  # one past the end for a place at the end of the line
    assert clean(shown.text) == shown.text
    if line.isascii() and line.isprintable() and len(line) <= 30:
        assert (
            shown.text[shown.before : shown.before + max(1, end - start)] == line[start : max(start + 1, end)]
        )


def test_short_form_has_neither_indent_nor_length() -> None:
    assert shorten("    date: 2026  ") == "date: 2026"
    assert len(shorten("x" * 500)) == WIDTH - 1


def test_a_line_of_signs_without_width_is_cut_too() -> None:
    line = "а" + "\u0301" * 1_000_000 + "б"
    shown = excerpt(line, 500_000, 500_001)
    assert len(shown.text) < 1_100
    assert shown.text.startswith("…")
    assert shown.text.endswith("…")
