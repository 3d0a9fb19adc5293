"""Every rule of a programme: its case file and the examples of its manual."""

import re
from pathlib import Path

import pytest

from docgen.diagnostics import Problem, Rule
from docgen.kinds import programme
from docgen.kinds.programme.rules import RULES
from docgen.kinds.protocol.rules.wording import ends_with_period
from tests.kinds.case import Case, cases_in, drawn, merged, problems_of, seen
from tests.kinds.manual import examples

HERE = Path(__file__).parent
BASE = (HERE / "base.yaml").read_text(encoding="utf-8")
FILES = sorted((HERE / "rules").glob("*.yaml"))
CASES = [case for file in FILES for case in cases_in(file)]

# What a case with a few words of prose cannot help: tables nobody refers to, abbreviations nobody uses; of the pictures
# it names only those in pictures/ are there.
BYSTANDERS = frozenset({"D702", "D723", "D725"})


def test_the_base_has_no_problems() -> None:
    assert found_in(BASE) == []


def test_every_rule_has_a_file_and_every_file_a_rule() -> None:
    assert [file.stem for file in FILES] == [rule.code for rule in RULES]


def test_every_file_draws_its_own_rule() -> None:
    for file in FILES:
        assert any(one.code == file.stem for case in cases_in(file) for one in case.expected), file.name


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_drawn_is_found_and_nothing_else(case: Case) -> None:
    text = merged(case.text, BASE)
    drawn_codes = {one.code for one in case.expected}
    problems = [
        problem
        for problem in found_in(text)
        if problem.rule.code in drawn_codes or problem.rule.code not in BYSTANDERS
    ]
    assert seen(problems) == case.expected, drawn(text, problems)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_manual_examples(rule: Rule) -> None:
    bad, good = examples(rule)
    assert rule.code in codes(merged(bad, BASE))
    assert rule.code not in codes(merged(good, BASE))


def codes(text: str) -> set[str]:
    found = {problem.rule.code for problem in found_in(text)}
    assert not any(code.startswith("S") for code in found), text
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_problem_is_one_sentence_with_a_hint(rule: Rule) -> None:
    mine = [
        problem for problem in found_in(merged(examples(rule).bad, BASE)) if problem.rule.code == rule.code
    ]
    assert mine
    for problem in mine:
        assert problem.hint
        assert not ends_with_period(problem.message)
        assert re.match("[а-яё«0-9]", problem.message)


def found_in(text: str) -> list[Problem]:
    """What is wrong with a programme but for the language of its texts."""
    problems = problems_of(text, programme.KIND, folder=HERE / "pictures")
    return [problem for problem in problems if problem.rule.code[0] != "L"]
