"""The rules for documents of every kind, seen through protocols."""

from pathlib import Path

import pytest

from docgen.diagnostics import Rule
from docgen.kinds import every, protocol
from docgen.kinds.protocol.rules.wording import ends_with_period
from tests.kinds.case import Case, cases_in, drawn, merged, problems_of, seen
from tests.kinds.manual import examples

HERE = Path(__file__).parent
BASE = (HERE.parent / "protocol" / "base.yaml").read_text(encoding="utf-8")
FILES = sorted((HERE / "rules").glob("*.yaml"))
CASES = [case for file in FILES for case in cases_in(file)]
RULES = [
    rule
    for rule in (*every.RULES, *every.form_rules(protocol.KIND.view, protocol.KIND.reads))
    if rule.code.startswith("C") and rule.check is not None
]


def test_every_rule_has_a_file_and_every_file_a_rule() -> None:
    assert [file.stem for file in FILES] == sorted(rule.code for rule in RULES)
    assert FILES


def test_every_file_draws_its_own_rule() -> None:
    for file in FILES:
        assert any(one.code == file.stem for case in cases_in(file) for one in case.expected), file.name


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_drawn_is_found_and_nothing_else(case: Case) -> None:
    text = merged(case.text, BASE)
    problems = [p for p in problems_of(text, protocol.KIND) if not p.rule.code.startswith("L")]
    assert seen(problems) == case.expected, drawn(text, problems)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_manual_examples(rule: Rule) -> None:
    bad, good = examples(rule)
    found = [p for p in problems_of(merged(bad, BASE), protocol.KIND) if p.rule.code == rule.code]
    assert found
    assert rule.code not in {p.rule.code for p in problems_of(merged(good, BASE), protocol.KIND)}
    for problem in found:
        assert problem.hint
        assert not ends_with_period(problem.message)
