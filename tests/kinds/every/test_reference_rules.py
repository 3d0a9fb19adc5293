"""The rules for reference data. The first line of a case names the file: ``# people.yaml``."""

import re
from pathlib import Path

import pytest

from docgen.diagnostics import Rule
from docgen.kinds.every.reference_rules import RULES
from docgen.kinds.protocol.rules.wording import ends_with_period
from tests.kinds.case import Case, cases_in, drawn, reference_problems, seen
from tests.kinds.manual import examples

FILES = sorted((Path(__file__).parent / "reference").glob("*.yaml"))
CASES = [case for file in FILES for case in cases_in(file)]
OWN = [rule for rule in RULES if rule.code != "C101" and not rule.code.startswith("L")]


def file_of(case: Case) -> str:
    match = re.match(r"# (\w+)\.yaml\n", case.text)
    assert match is not None, f"{case.name}: which file?"
    return match[1]


def test_every_rule_has_a_file_and_every_file_a_rule() -> None:
    assert [file.stem for file in FILES] == sorted([*(rule.code for rule in OWN), "C101"])
    assert FILES


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
    assert rule.code not in {p.rule.code for p in reference_problems(good, file_of(own))}
    for problem in found:
        assert problem.hint
        assert not ends_with_period(problem.message)
