"""A paper as the rules ask it."""

from docgen.papers import read_paper
from docgen.papers.examined import Examined
from tests.papers.page import page


def test_blocks_that_look_alike_have_places_of_their_own() -> None:
    examined = Examined(read_paper(page("____\n____\nПредседатель"), "x.docx"))
    assert [examined.at(block) for block in examined.paper.blocks] == [0, 1, 2]


def test_a_row_is_known_by_any_of_its_cells() -> None:
    examined = Examined(read_paper(page("| а | б |\n| в | г |"), "x.docx"))
    rows = [examined.row(block.cell) for block in examined.paper.blocks if block.cell is not None]
    assert [[one.text for one in row] for row in rows] == [["а", "б"], ["а", "б"], ["в", "г"], ["в", "г"]]
