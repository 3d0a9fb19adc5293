"""A text changed as a whole falls back into its pieces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.build.dress import dress
from docgen.build.spreading import spread
from docgen.language.typography import typeset
from docgen.render import Bold, Bookmark, Cell, Gap, Link, Reference, Text


@pytest.mark.parametrize(
    ("pieces", "new", "spread_out"),
    [
        (
            ['слово "', "кластер", '" в кавычках'],
            "слово «кластер» в кавычках",
            ["слово «", "кластер", "» в кавычках"],
        ),
        (["цена ", "12000", " руб - много"], "цена 12 000 руб – много", ["цена ", "12 000", " руб – много"]),
        (["раз", "два"], "раздва", ["раз", "два"]),
        ([], "", []),
    ],
)
def test_pieces_get_their_own_back(pieces: list[str], new: str, spread_out: list[str]) -> None:
    assert spread(pieces, "".join(pieces), new) == spread_out


@given(st.lists(st.text('аб "-–.,№ 125%', max_size=12), max_size=6))
def test_nothing_is_lost_and_nothing_added(pieces: list[str]) -> None:
    whole = "".join(pieces)
    new = typeset(whole)
    found = spread(pieces, whole, new)
    assert len(found) == len(pieces)
    assert "".join(found) == (new if pieces else "")


def test_quotes_open_in_one_piece_and_close_in_another() -> None:
    dressed = dress(Text.of('Колледж "', Bold("Металлург"), '" - базовый'))
    assert str(dressed) == "Колледж «Металлург»\N{NO-BREAK SPACE}– базовый"
    assert dressed.pieces[1] == Bold("Металлург")


def test_fields_links_and_names_of_styles_are_left_alone() -> None:
    link = Link("сайт - наш", "https://example.ru/a-b")
    value = Text.of("см. ", Reference("_Ref_table-x", "7"), " и ", link)
    assert dress(value) == value
    assert dress(Cell("а - б", style="Таблица - текст")) == Cell(
        "а\N{NO-BREAK SPACE}– б", style="Таблица - текст"
    )
    assert dress(Bookmark("_Toc_x", "⟦раздел⟧")) == Bookmark("_Toc_x", Text.of(Gap("раздел")))
