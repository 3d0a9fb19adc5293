"""Tables: widths that part no word, letters that suit them, turned pages where nothing else helps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.charts.letters import font
from docgen.kinds.programme import looks, measure
from docgen.kinds.programme.looks import Column
from docgen.render import Cell

SHORT = [[str(number), "Слово"] for number in range(3)]


def _columns(*titles: str) -> list[Column]:
    return [Column(title, 10) for title in titles]


@given(
    st.lists(st.tuples(st.floats(1, 100), st.floats(4, 40)), min_size=1, max_size=12),
    st.floats(60, 260),
)
def test_room_is_shared_out_whole_and_nobody_gets_too_little(
    columns: list[tuple[float, float]], room: float
) -> None:
    shares, least = [one for one, _ in columns], [one for _, one in columns]
    widths = measure.shared(room, shares, least)
    assert abs(sum(widths) - room) < 0.1 * len(columns)
    if sum(least) <= room:
        assert all(width > needed - 0.1 for width, needed in zip(widths, least, strict=True))


def test_no_column_is_narrower_than_the_longest_word_of_its_head() -> None:
    columns = (Column("Выпуск, человек", 1), Column("Профессии и специальности", 50), Column("Источник", 200))
    table = looks.grid(columns, [["1", "два", "три"]])
    for column, width in zip(columns, table.widths, strict=True):
        longest = max(measure.width(word, bold=True) for word in column.title.split())
        assert width >= longest + measure.MARGINS_MM - 0.1


def test_what_typography_will_join_is_one_word() -> None:
    assert measure.longest_word("млрд рублей") > measure.longest_word("рублей") * 1.5
    assert measure.longest_word("учебно-производственный") == measure.longest_word("производственный")


def test_letters_have_the_widths_of_the_font() -> None:
    for text, bold in (("Трудоустроенных выпускников, 25 %", False), ("Источник", True)):
        whole = font(110.0, bold=bold).getlength(text) / 10 * 25.4 / 72
        assert measure.width(text, bold=bold) == pytest.approx(whole, rel=0.01)


def test_a_table_too_wide_for_its_page_takes_smaller_letters_if_they_help() -> None:
    words = ["Трудоустроенность"] * 4 + ["Показатель"]
    table = looks.grid(_columns(*words), [words])
    assert table.styles == (looks.SMALL[looks.HEAD], looks.SMALL[looks.CELL])
    assert looks.fits(table)
    assert all(isinstance(cell, Cell) and cell.style == looks.SMALL[looks.CELL] for cell in table.rows[-1])


def test_a_table_that_no_letters_help_does_not_fit() -> None:
    words = ["Трудоустроенность"] * 8
    table = looks.grid(_columns(*words), [words])
    assert table.styles == (looks.HEAD, looks.CELL)
    assert not looks.fits(table)
    assert looks.fits(looks.grid(_columns(*words), [words], looks.TURNED_MM + 40))


def test_few_low_rows_stay_together_and_others_do_not() -> None:
    columns = _columns("Номер", "Слово")
    assert looks.grid(columns, SHORT).whole
    assert not looks.grid(columns, SHORT * 3).whole
    assert not looks.grid(columns, [["1", "слово " * 400]]).whole


def test_a_row_higher_than_half_a_page_may_be_split_and_no_other() -> None:
    table = looks.grid(_columns("Номер", "Слово"), [*SHORT, ["4", "слово " * 900]])
    assert table.tall == {4}
    assert looks.grid(_columns("Номер", "Слово"), SHORT).tall == frozenset()
