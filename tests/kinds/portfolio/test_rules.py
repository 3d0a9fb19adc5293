"""Every rule of a portfolio: its case file and the examples of its manual."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from docgen.corpus import Document
from docgen.diagnostics import Problem, Rule, rules_in
from docgen.kinds.portfolio import KIND, rules
from docgen.kinds.protocol.rules.wording import ends_with_period
from tests.kinds.case import Case, cases_in, drawn, merged, problems_of, seen
from tests.kinds.manual import examples
from tests.kinds.portfolio.programmes import COPIED, corpus, portfolio, programme

HERE = Path(__file__).parent
BASE = (HERE / "base.yaml").read_text(encoding="utf-8")
FILES = sorted((HERE / "rules").glob("*.yaml"))
CASES = [case for file in FILES for case in cases_in(file)]
RULES = rules_in(rules)


@cache
def programmes() -> tuple[Document[Any], ...]:
    """One programme of the base's period, an older one of the same cluster, two later ones that share a text."""
    text = f"sections:\n  general:\n    economy: {COPIED}\n"
    mine = f"mission: Учить портных.\nregion: Город Москва\nindustry: light\n{text}"
    return (
        programme("lipetsk"),
        programme(
            "lipetsk-older", "period: {from: 2019, to: 2021}\nmission: Учить.\ngoal: Обучить.\nsections:\n"
        ),
        programme("moscow", f"period: {{from: 2025, to: 2027}}\n{mine}"),
        programme(
            "vladimir", f"period: {{from: 2025, to: 2027}}\nindustry: metallurgy\n{text}region: Владимир\n"
        ),
    )


def found_in(text: str) -> list[Problem]:
    return problems_of(text, KIND, programmes())


def test_the_base_has_no_problems() -> None:
    assert found_in(BASE) == []


def test_every_rule_has_a_file_and_every_file_a_rule() -> None:
    assert [file.stem for file in FILES] == [rule.code for rule in RULES]
    for file in FILES:
        assert any(one.code == file.stem for case in cases_in(file) for one in case.expected), file.name


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_drawn_is_found_and_nothing_else(case: Case) -> None:
    text = merged(case.text, BASE)
    problems = found_in(text)
    assert seen(problems) == case.expected, drawn(text, problems)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_manual_examples(rule: Rule) -> None:
    bad, good = examples(rule)
    mine = [problem for problem in found_in(merged(bad, BASE)) if problem.rule.code == rule.code]
    assert mine
    assert rule.code not in {problem.rule.code for problem in found_in(merged(good, BASE))}
    for problem in mine:
        assert problem.hint
        assert not ends_with_period(problem.message)
        assert re.match("[а-яё«0-9]", problem.message)


def test_a_copied_text_is_told_with_both_places() -> None:
    (problem,) = [
        problem
        for problem in found_in(merged("period: {from: 2024, to: 2025}\n", BASE))
        if problem.rule.code == "R201"
    ]
    assert "moscow и vladimir" in problem.message
    assert [one.span.source.path.rpartition("/")[2] for one in problem.related] == [
        "moscow.yaml",
        "vladimir.yaml",
    ]
    assert [one.span.text for one in problem.related] == [COPIED.rstrip(".")] * 2


def test_the_problem_lies_in_the_portfolio() -> None:
    document = portfolio(merged("period: {from: 2024, to: 2025}\n", BASE))
    found = [problem for rule in RULES for problem in rule(document, corpus(*programmes(), document))]
    assert {problem.span.source.path for problem in found} == {"content/portfolio/case.yaml"}
