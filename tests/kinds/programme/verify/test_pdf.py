"""Finished programmes as PDF: judged as the same text in Word is."""

import re

import pytest

from docgen.kinds.programme.verify import RULES
from docgen.papers import read_paper
from docgen.papers.examined import Examined
from tests.kinds.programme.verify.test_verify import BASE, CASES, OUTLINE, whole
from tests.papers.case import Case
from tests.papers.sheet import LEFT, WAYS, sheet, written


def codes(pdf: bytes, wanted: str = "V[34]") -> list[str]:
    """The problems of sections and tables, or others that are wanted."""
    examined = Examined(read_paper(pdf, "x.pdf"), outline=OUTLINE)
    problems = [problem for rule in RULES if rule.check for problem in rule(examined)]
    return sorted(one.rule.code for one in problems if re.match(wanted, one.rule.code))


def in_pdf(case: Case, way: str) -> list[str]:
    return codes(sheet("\n".join(whole(case).lines), way))


@pytest.mark.parametrize("way", WAYS)
def test_the_base_has_no_problems_however_its_tables_are_drawn(way: str) -> None:
    assert in_pdf(Case("base", BASE, {"bare": "yes"}), way) == []


TABLES = [case for case in CASES if re.match("V40", case.name)]


@pytest.mark.parametrize("case", TABLES, ids=lambda case: case.name)
def test_tables_are_judged_as_in_word(case: Case) -> None:
    expected = sorted(code for _, code, _ in case.expected if re.match("V[34]", code))
    assert in_pdf(case, "strokes") == expected


def test_signatures_without_lines_are_seen() -> None:
    made = written("\n".join(BASE[:12]), "strokes")
    for post, name in (
        ("Министр образования Липецкой области", "Н.С. Жук"),
        ("Директор металлургического колледжа", "Р.А. Ким"),
        ("Генеральный директор комбината", "И.П. Лебедев"),
    ):
        made.y -= 40
        made.text(post, LEFT, made.y)
        made.text("___________", 300, made.y)
        made.text(name, 440, made.y + 15)  # a little above its line
    assert codes(made.bytes(), "V[34]|V207") == []


def test_a_table_without_lines_is_told_as_unread_and_not_as_missing() -> None:
    assert in_pdf(Case("base", BASE, {"bare": "yes"}), "nothing") == ["V409"]


def test_two_figures_in_a_cell_are_no_wrong_sum() -> None:
    rows = ["| Бюджет | 100,0/20,5 | 50,0 | 150,0 |", *BASE[10:12]]
    assert codes(sheet("\n".join([*BASE[:9], *rows, *BASE[12:]]))) == []


def test_signatures_are_no_table_that_could_not_be_read() -> None:
    made = written("\n".join([*BASE[:7], "", *BASE[12:]]), "strokes")
    for post, name in [("Директор завода", "Н.С. Жук"), ("Министр области", "Р.А. Ким")] * 3:
        made.y -= 40
        for shown, x in ((post, LEFT), ("_______", 250), (name, 440)):
            made.text(shown, x, made.y)
    assert codes(made.bytes()) == ["V401"]


def test_a_caption_without_its_table_is_a_missing_table() -> None:
    assert "V401" in codes(sheet("\n".join([*BASE[:8], *BASE[12:]])))
