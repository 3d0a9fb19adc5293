"""Rules are made of generators, problems are values."""

from collections.abc import Iterator
from types import ModuleType

import pytest

from docgen.diagnostics import Finding, Rule, Severity, Source, declare, rule, rules_in

TEXT = Source("x.yaml", "раз два")


@rule("L900", Severity.WARNING)
def no_two(source: Source) -> Iterator[Finding]:
    """Слова «два» нет.

    Почему: так решили.
    """
    start = source.text.find("два")
    if start >= 0:
        yield Finding(source.span(start, start + 3), "есть «два»", "уберите")


def test_rule_signs_its_findings() -> None:
    (problem,) = no_two(TEXT)
    assert (problem.rule.code, problem.severity, problem.span.text) == ("L900", Severity.WARNING, "два")
    assert (problem.message, problem.hint) == ("есть «два»", "уберите")


def test_docstring_is_the_manual() -> None:
    assert no_two.title == "Слова «два» нет"
    assert no_two.explanation == "Слова «два» нет.\n\nПочему: так решили."


def test_rule_without_manual_is_refused() -> None:
    with pytest.raises(TypeError, match="L901"):
        rule("L901")(lambda: iter(()))


def test_declared_rule_is_signed_by_hand() -> None:
    declared = declare("S900", Severity.ERROR, "Файл читается.")
    assert declared.at(TEXT.span(), "не читается").severity is Severity.ERROR
    with pytest.raises(TypeError, match="S900"):
        list(declared(TEXT))


def test_problems_sort_by_file_and_place() -> None:
    other = Source("a.yaml", "раз два")
    declared = declare("S900", Severity.ERROR, "Файл читается.")
    problems = [
        declared.at(TEXT.span(4), "б"),
        declared.at(TEXT.span(0), "в"),
        declared.at(other.span(4), "а"),
    ]
    assert [problem.message for problem in sorted(problems)] == ["а", "в", "б"]


def test_rules_of_modules_come_by_code() -> None:
    module = ModuleType("rules")
    made: list[Rule] = [declare(code, Severity.INFO, "Есть.") for code in ("P2", "P1")]
    module.__dict__.update({each.code: each for each in made}, something=1)
    assert [each.code for each in rules_in(module)] == ["P1", "P2"]


def test_a_failure_keeps_its_hint_on_the_way_out_of_a_worker() -> None:
    import pickle

    from docgen.diagnostics import Failure

    copy = pickle.loads(pickle.dumps(Failure("нет LibreOffice", "установите его")))
    assert (copy.message, copy.hint) == ("нет LibreOffice", "установите его")
