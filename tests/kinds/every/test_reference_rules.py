"""The rules for reference data. The first line of a case names the file: ``# people.yaml``, ``# layouts.yaml``."""

import re
from pathlib import Path

import pytest

from docgen.corpus import Corpus, check_references
from docgen.diagnostics import Rule
from docgen.kinds import REFERENCES
from docgen.kinds.protocol.rules.wording import ends_with_period
from tests.kinds.case import Case, cases_in, drawn, reference_problems, references, seen
from tests.kinds.manual import examples

FILES = sorted((Path(__file__).parent / "reference").glob("*.yaml"))
CASES = [case for file in FILES for case in cases_in(file)]
RULES = {rule.code: rule for reference in REFERENCES for rule in reference.rules if rule.code[0] != "L"}
OWN = [rule for code, rule in sorted(RULES.items()) if code != "C101"]


def file_of(case: Case) -> str:
    match = re.match(r"# (\w+)\.yaml\n", case.text)
    assert match is not None, f"{case.name}: which file?"
    return match[1]


def test_every_rule_has_a_file_and_every_file_a_rule() -> None:
    assert [file.stem for file in FILES] == sorted(RULES)
    assert FILES


def test_the_files_that_cases_use_have_no_problems() -> None:
    corpus = Corpus(references())
    assert check_references(corpus, REFERENCES) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_drawn_is_found_and_nothing_else(case: Case) -> None:
    problems = [p for p in reference_problems(case.text, file_of(case)) if not p.rule.code.startswith("L")]
    assert seen(problems) == case.expected, drawn(case.text, problems)


@pytest.mark.parametrize("rule", OWN, ids=lambda rule: rule.code)
def test_manual_examples(rule: Rule) -> None:
    own = next(case for case in CASES if case.name == f"{rule.code}-1")
    bad, good = examples(rule)
    found = [p for p in reference_problems(bad, file_of(own)) if p.rule.code == rule.code]
    assert found
    right = {problem.rule.code for problem in reference_problems(good, file_of(own))}
    assert rule.code not in right
    assert not any(code.startswith("S") for code in right)
    for problem in found:
        assert problem.hint
        assert not ends_with_period(problem.message)
