"""Waivers in sources of strangers: whatever is written, they are read in time and nothing breaks."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from docgen.diagnostics import Source
from docgen.diagnostics.waiver import passed, read_clause
from docgen.sources import parse
from docgen.sources.waivers import MAX_WAIVERS, written_waivers

WAIVER = "# docgen: допустить L024 до 2026-12-31: так"
PIECES = st.sampled_from(
    ["a", "- ", ": ", "\n", "  ", "#", " # docgen: ", "допустить", " L024", ",", " до ", "2026-12-31", "٣١.12.2026",
     "9999999-1-1", '"', "'", "|", ">-", "{", "}", "[", "]", "\t", "я", "🎉", WAIVER, " " + WAIVER + "\n"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_whatever_is_written_is_read(text: str) -> None:
    source = Source("x.yaml", text)
    found = written_waivers(source)
    assert not found or parse(source)[0] is not None
    for waiver in found:
        assert waiver.span.text.startswith("#")
        assert (waiver.clause is None) == bool(waiver.fault)
        assert 0 <= waiver.covers.start <= waiver.covers.stop <= len(text) + 1
        assert [span.text for _, span in waiver.codes()] == [code for code, _ in waiver.codes()]
    assert passed(text, date.min) == []


@given(st.text())
def test_any_words_are_a_clause_or_told_why_not(words: str) -> None:
    try:
        clause = read_clause(words)
    except ValueError:
        clause = None
    assert clause is None or (clause.codes and clause.reason)


def test_one_line_of_many_texts_may_have_one_waiver() -> None:
    text = "a: [" + "b, " * 100_000 + f"]  {WAIVER}\n"
    (waiver,) = written_waivers(Source("x.yaml", text))
    assert waiver.covers == range(len(text))


def test_of_very_many_waivers_the_first_are_read() -> None:
    text = "".join(f"{WAIVER}\n" for _ in range(20_000)) + "a: b\n"
    found = written_waivers(Source("x.yaml", text))
    assert len(found) == MAX_WAIVERS + 1
    assert [one.fault for one in found if one.fault] == [f"допусков в файле больше {MAX_WAIVERS}"]
    assert all(len(text) - 2 in one.covers for one in found[:-1])


def test_a_long_row_of_signs_is_no_trap() -> None:
    text = "#" * 1_000_000 + f"x {WAIVER}\n" + f"#{' ' * 1_000_000}docgen\n#докген{' ' * 1_000_000}\na: b\n"
    assert len(written_waivers(Source("x.yaml", text))) == 1


def test_a_waiver_on_a_line_of_a_text_is_told_to_be_printed() -> None:
    text = f"a: |  {WAIVER}\n  раз\n  {WAIVER}\nb: >-\n  два {WAIVER}\nc: 'три\n\n  {WAIVER}'\n"
    acting, *faulty = written_waivers(Source("x.yaml", text))
    assert (acting.fault, acting.covers) == ("", range(text.index("b:")))
    assert [text[: one.span.start].count("\n") + 1 for one in faulty] == [3, 8]
    assert all("так и напечатается" in one.fault for one in faulty)
