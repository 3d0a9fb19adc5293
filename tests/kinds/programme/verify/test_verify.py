"""The rules for a finished programme: case files over a small layout of three sections."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from docgen.diagnostics import Rule
from docgen.kinds.programme.verify import RULES
from docgen.papers.outline import Outline, Point, Section, WantedTable
from tests.papers.case import Case, cases_in, found

HERE = Path(__file__).parent
BASE = (HERE / "base.txt").read_text(encoding="utf-8").splitlines()
TABLE, SIGNATURES = BASE[7:12], BASE[12:]
FILES = sorted((HERE / "cases").glob("*.txt"))
CASES = [case for file in FILES for case in cases_in(file)]
OWN = [rule for rule in RULES if re.match("V[34]", rule.code)]
BY_LAYOUT = {"V310", "V405", "V407", "V408"}  # need a whole layout: test_other_words.py
OF_PDF = {"V409"}  # test_pdf.py
OUTLINE = Outline(
    "Макет",
    (
        Section(
            "general",
            ("Общие положения",),
            (
                Point(
                    "economy",
                    ("Анализ ситуации в регионе",),
                    hint="Опишите экономику региона за последние три года: валовой продукт, занятость.",
                ),
            ),
        ),
        Section("mission", ("Миссия и цель кластера",)),
        Section("finance", ("Финансовое обеспечение",)),
    ),
    (
        WantedTable(
            "funding", ("Источники финансирования",), (("Источник",), ("Сумма", "Итого", "Всего", "Объём")), 1
        ),
    ),
    signed_by=("region", "base_college", "enterprise"),
)


def whole(case: Case) -> Case:
    """The case with what it does not write of a good programme: text, table, signatures."""
    if case.asked.get("bare"):
        return case
    before = BASE[:7] if case.asked.get("table") else []
    after = [*([] if before else TABLE), *([] if case.asked.get("unsigned") else SIGNATURES)]
    moved = [(line + len(before) if line else 0, code, text) for line, code, text in case.expected]
    return Case(case.name, [*before, *case.lines, *after], case.asked, moved)


def test_the_base_has_no_problems() -> None:
    assert found(Case("base", BASE), RULES, OUTLINE) == []


def test_only_the_sides_that_the_layout_names_must_sign() -> None:
    case = next(one for one in CASES if any(code == "V412" for _, code, _ in one.expected))
    assert found(whole(case), RULES, replace(OUTLINE, signed_by=("base_college",))) == []


def test_every_rule_has_a_case() -> None:
    assert {code for case in CASES for _, code, _ in case.expected} >= {
        rule.code for rule in OWN
    } - BY_LAYOUT - OF_PDF


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_drawn_is_found_and_nothing_else(case: Case) -> None:
    assert found(whole(case), RULES, OUTLINE) == whole(case).expected


@pytest.mark.parametrize("rule", OWN, ids=lambda rule: rule.code)
def test_a_manual_says_what_is_bad_and_what_is_good(rule: Rule) -> None:
    assert re.search(r"^Плохо: .+\n(.*\n)*Хорошо: ", rule.explanation, re.MULTILINE)
