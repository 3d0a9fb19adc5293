"""Waivers, seen through protocols: what they cover, what is wrong with them, what they may not waive."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docgen.corpus import UNLIMITED, Checked, Corpus, Document, Kind, problems, rules_by_code, waived_for
from docgen.diagnostics import Problem, Rule, Severity, rules_in
from docgen.kinds import KINDS, REFERENCES, programme, protocol
from docgen.kinds.protocol.rules.wording import ends_with_period
from docgen.model.forms import viewed
from docgen.sources import parse
from docgen.sources.waivers import written_waivers
from tests.kinds.case import Case, cases_in, drawn, merged, problems_of, read, references, seen
from tests.kinds.manual import examples

HERE = Path(__file__).parent
BASE = (HERE.parent / "protocol" / "base.yaml").read_text(encoding="utf-8")
CASES = [case for file in sorted((HERE / "waivers").glob("*.yaml")) for case in cases_in(file)]
RULES = [rule for rule in rules_in(problems) if rule.code.startswith("C15")]
ALL = rules_by_code(*(kind.rules for kind in KINDS), *(one.rules for one in REFERENCES))
TODAY = date(2026, 6, 1)


def checked(text: str, today: date = TODAY) -> Checked:
    record, wrong, source = read(text, protocol.KIND.record, "protocol.yaml")
    assert record is not None, wrong
    found = Checked(problems_of(text, protocol.KIND))
    return waived_for(Document("protocol", "case", source, record), found, ALL, today)


def grave(problems: list[Problem]) -> list[Problem]:
    """Without what is merely noticed in every short text."""
    return [problem for problem in problems if problem.severity is not Severity.INFO]


def test_every_rule_has_a_file() -> None:
    files = {file.stem for file in (HERE / "waivers").glob("*.yaml")}
    assert files == {"scope", *(rule.code for rule in RULES)}
    for file in files - {"scope"}:
        assert any(one.code == file for case in CASES if case.name.startswith(file) for one in case.expected)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_drawn_is_told_and_nothing_else(case: Case) -> None:
    text = merged(case.text, BASE)
    told = grave(checked(text).problems)
    assert seen(told) == case.expected, drawn(text, told)
    assert all(problem.hint and not ends_with_period(problem.message) for problem in told)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_manual_examples(rule: Rule) -> None:
    bad, good = (checked(merged(text, BASE)).problems for text in examples(rule))
    assert rule.code in {problem.rule.code for problem in bad}
    assert grave(good) == []


def test_a_waived_problem_remembers_who_waived_it() -> None:
    told = checked(
        "title: совещания  об итогах  # docgen: допустить L024 до 31.12.2026: так: в приказе\n"
        + BASE.replace("title", "place")
    )
    (one,) = told.waived
    assert one.rule.code == "L024"
    assert one.waiver is not None
    assert (one.waiver.until, one.waiver.reason) == (date(2026, 12, 31), "так: в приказе")
    assert one.waiver.span.text.startswith("# docgen: допустить")


def test_a_signed_document_keeps_its_waivers() -> None:
    text = "title: совещания  об итогах  # docgen: допустить L024 до 2020-12-31: так в приказе\n"
    text += "stage: signed\nsigned: {file: x.pdf, sha256: " + "0" * 64 + "}\n"
    told = checked(merged(text, BASE))
    assert [one.rule.code for one in told.waived] == ["L024"]
    assert "C154" not in {problem.rule.code for problem in told.problems}


def test_by_itself_no_waiver_expires() -> None:
    text = merged("title: совещания  об итогах  # docgen: допустить L024 до 2020-12-31: так\n", BASE)
    assert len(checked(text, UNLIMITED).waived) == 1


@pytest.mark.parametrize("end", ["", "\n", "\n\n# конец"])
def test_a_waiver_may_be_the_last_thing_in_a_file(end: str) -> None:
    _, _, source = read(
        "title: x  # docgen: допустить L024 до 2026-12-31: так" + end, protocol.KIND.record, "x"
    )
    (waiver,) = written_waivers(source)
    assert waiver.clause is not None
    assert waiver.clause.reason == "так"
    assert 0 in waiver.covers


CASES_OF_RULES = [
    (kind, file)
    for kind, folder in ((protocol.KIND, "every"), (protocol.KIND, "protocol"), (programme.KIND, "programme"))
    for file in sorted((HERE.parent / folder / "rules").glob("*.yaml"))
]


def waivable(kind: Kind[Any, Any], file: Path) -> Iterator[tuple[Document[Any], Corpus, set[str]]]:
    """The cases that hold nothing but errors that may be waived."""
    base = (HERE.parent / kind.name / "base.yaml").read_text(encoding="utf-8")
    for case in cases_in(file):
        record, wrong, source = read(merged(case.text, base), kind.record, "case.yaml")
        if record is None or wrong:
            continue
        document = Document(kind.name, "case", source, record)
        corpus = Corpus((*references(), document))
        found = [p for rule in kind.rules if rule.check for p in rule(document, corpus)]
        errors = {p.rule for p in found if p.severity is Severity.ERROR}
        if errors and not any(rule.essential for rule in errors):
            yield document, corpus, {rule.code for rule in errors}


@pytest.mark.parametrize(("kind", "file"), CASES_OF_RULES, ids=lambda one: getattr(one, "stem", one.name))
def test_whatever_may_be_waived_can_be_printed(kind: Kind[Any, Any], file: Path) -> None:
    for document, corpus, codes in waivable(kind, file):
        view = viewed(kind.view, document, corpus.only(kind.reads)).view
        assert view.document_title is not None, codes


def test_what_cannot_be_read_has_no_waivers() -> None:
    _, _, source = read("title: [  # docgen: допустить L024 до 2026-12-31: так\n", protocol.KIND.record, "x")
    assert parse(source)[0] is None
    assert written_waivers(source) == []
