"""The rules for a finished protocol: case files that stand between the heading and the signature of a good one."""

import re
from pathlib import Path

import pytest

from docgen.diagnostics import Rule
from docgen.kinds.protocol.verify import RULES
from docgen.papers import read_paper
from docgen.papers.examined import Examined
from docgen.papers.outline import Outline
from docgen.papers.paper import Block, Paper
from tests.papers.case import Case, cases_in, found
from tests.papers.page import body, package, paragraph

HERE = Path(__file__).parent
BASE = (HERE / "base.txt").read_text(encoding="utf-8").splitlines()
END = (HERE / "end.txt").read_text(encoding="utf-8").splitlines()
FILES = sorted((HERE / "cases").glob("*.txt"))
OWN = [rule for rule in RULES if rule.code.startswith("V5")]


def between(case: Case) -> Case:
    """The case with a good beginning and end, unless it is ``bare``."""
    if case.asked.get("bare"):
        return case
    moved = [(line + len(BASE) if line else 0, code, text) for line, code, text in case.expected]
    return Case(case.name, [*BASE, *case.lines, *END], case.asked, moved)


@pytest.mark.parametrize(
    "case", [case for file in FILES for case in cases_in(file)], ids=lambda case: case.name
)
def test_what_is_drawn_is_found_and_nothing_else(case: Case) -> None:
    whole = between(case)
    problems = found(whole, RULES, Outline())
    if case.name == "V512-1":
        assert [code for _, code, _ in problems] == ["V512"]
    else:
        assert problems == whole.expected


@pytest.mark.parametrize(
    ("line", "codes"),
    [("Директор Департамента ______ В.С. Неумывакин", []), ("и сообщить об этом Неумывакину В.С.", ["V510"])],
)
def test_a_signature_may_be_the_last_line_of_a_paragraph_that_a_page_has_joined(
    line: str, codes: list[str]
) -> None:
    lines = [*BASE, "I. Об итогах приёма.", "РЕШИЛИ:", f"1. Утвердить итоги приёма\n{line}"]
    blocks = tuple(Block(number, text, page=1) for number, text in enumerate(lines, 1))
    paper = Paper("x.pdf", "pdf", blocks, pages=("\n".join(lines),), page_count=1, letters=900)
    assert [problem.rule.code for rule in OWN for problem in rule(Examined(paper))] == codes


def test_a_joined_deadline_of_several_orders_is_told_once() -> None:
    def row(*cells: str, joined: str = "") -> str:
        *others, last = (paragraph(cell) for cell in cells)
        first = "".join(f"<w:tc>{cell}</w:tc>" for cell in others)
        return f"<w:tr>{first}<w:tc><w:tcPr>{joined}</w:tcPr>{last}</w:tc></w:tr>"

    rows = [
        row("Поручение", "Исполнитель", "Срок"),
        row("Составить график", "Колледжи", "27.10.2023", joined="<w:vMerge w:val='restart'/>"),
        row("Закупить станки", "Колледжи", "", joined="<w:vMerge/>"),
    ]
    above, below = body("\n".join([*BASE, "РЕШИЛИ:"])), body("\n".join(END))
    paper = read_paper(package(f"{above}<w:tbl>{''.join(rows)}</w:tbl>{below}"), "x.docx")
    (overdue,) = (rule for rule in OWN if rule.code == "V514")
    assert [problem.span.text for problem in overdue(Examined(paper))] == ["27.10.2023"]


def test_a_question_is_heard_in_the_middle_of_a_paragraph_that_a_page_has_joined() -> None:
    agenda = ["ПОВЕСТКА ДНЯ:", "1. Отчёт дирекции.", "2. Ремонт мастерских.", "3. Выборы секретаря."]
    heard = ["По вопросу 1 повестки дня СЛУШАЛИ: Бондарь О.А.", "РЕШИЛИ:", "1.1. Утвердить отчёт."]
    joined = ["ГОЛОСОВАЛИ: «за» – 4.\nПо вопросу 2 повестки дня СЛУШАЛИ: Соколова А.С.", "РЕШИЛИ:"]
    lines = [*BASE, *agenda, *heard, *joined, "2.1. Утвердить смету.", *END]
    page = "\n".join(lines)
    blocks = tuple(Block(number, one, page=1, start=page.index(one)) for number, one in enumerate(lines, 1))
    paper = Paper("x.pdf", "pdf", blocks, pages=(page,), page_count=1, letters=900)
    (unheard,) = (rule for rule in OWN if rule.code == "V513")
    assert [problem.span.text for problem in unheard(Examined(paper))] == ["3. Выборы секретаря."]


@pytest.mark.parametrize("rule", OWN, ids=lambda rule: rule.code)
def test_a_manual_says_what_is_bad_and_what_is_good(rule: Rule) -> None:
    assert re.search(r"^Плохо: .+\n(.*\n)*Хорошо: ", rule.explanation, re.MULTILINE)
