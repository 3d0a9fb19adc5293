"""A build obeys waivers as a check does, and notices the day on which one expires."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docgen.build.checking import check_workspace
from docgen.build.ledger import Ledger
from docgen.build.outcome import Report
from docgen.build.plan import Target, plan
from docgen.build.unchanged import all_unchanged
from docgen.corpus import Checked, Stage
from docgen.diagnostics import Problem
from tests.build.workshop import MEANS, NOTE, WORDS, Workshop

SHOUTED = "title: СРОЧНО  # docgen: допустить X101 до 2026-06-30: так в приказе\nauthor: Иванов И.И.\n"
LAST, AFTER = date(2026, 6, 30), date(2026, 7, 1)


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    workshop = Workshop(tmp_path)
    workshop.write("content/note/a.yaml", SHOUTED)
    return workshop


def built(shop: Workshop, today: date) -> Report:
    return shop.build(means=replace(MEANS, today=today))


def checked(shop: Workshop, today: date, stage: Stage | None = None) -> Checked:
    return check_workspace(shop.workspace, [NOTE], [WORDS], stage=stage, today=today)


def codes(problems: list[Problem]) -> list[str]:
    return [problem.rule.code for problem in problems]


def states(report: Report) -> dict[str, tuple[str, str]]:
    return {outcome.target.id: (outcome.state, outcome.reason) for outcome in report.outcomes}


def test_what_is_waived_is_built(shop: Workshop) -> None:
    report = built(shop, LAST)
    assert {state for state, _ in states(report).values()} == {"built"}
    assert (codes(report.problems), codes(report.waived)) == ([], ["X101"])
    assert report.waived == checked(shop, LAST).waived
    assert report.problems == checked(shop, LAST).problems


def test_the_day_after_the_last_one_is_a_change(shop: Workshop) -> None:
    built(shop, LAST)
    report = built(shop, AFTER)
    assert states(report) == {"a": ("failed", "есть ошибки"), "b": ("fresh", "")}
    assert codes(report.problems) == ["X101", "C154"] == codes(checked(shop, AFTER).problems)
    assert codes(built(shop, AFTER).problems) == ["X101", "C154"], "and is told until it is mended"


def test_the_reason_is_named(shop: Workshop) -> None:
    shop.write("content/note/b.yaml", SHOUTED.replace("СРОЧНО", "О сроках"))
    shop.write(
        "content/reference/words.yaml",
        "# docgen: допустить X101 до 2026-06-30: так\nhello: {text: Здравствуйте}\n",
    )
    built(shop, LAST)
    reasons = {target.id: target.reason for target in _planned(shop, AFTER)}
    expected = "истёк срок допуска, истёк срок допуска в content/reference/words.yaml"
    assert reasons == {"a": expected, "b": expected}
    assert {target.reason for target in _planned(shop, LAST)} == {""}


def _planned(shop: Workshop, today: date) -> list[Target]:
    return plan(shop.workspace, [NOTE], [WORDS], shop.ledger(), ("docx",), today=today)


def test_the_quiet_build_notices_it_too(shop: Workshop) -> None:
    built(shop, LAST)

    def unchanged(today: date) -> list[str]:
        ledger = Ledger.read(shop.root / "out/.ledger.json")
        return all_unchanged(shop.workspace, ledger, ("docx",), "", today=today)

    assert unchanged(date(2026, 1, 1)) == unchanged(LAST) == ["note/a", "note/b"]
    assert unchanged(AFTER) == []


def test_a_document_without_waivers_does_not_age(shop: Workshop) -> None:
    shop.write("content/note/a.yaml", "title: О сроках\nauthor: docgen\n# docgen\n")
    built(shop, LAST)
    assert states(built(shop, AFTER)) == {"a": ("fresh", ""), "b": ("fresh", "")}


def test_a_gap_is_never_waived(shop: Workshop) -> None:
    shop.write("content/note/a.yaml", "title: О сроках  # docgen: допустить X102 до 2026-06-30: впишем\n")
    assert codes(checked(shop, LAST, Stage.TO_SIGN).problems) == ["X102", "C153"]
    assert states(built(shop, LAST))["a"] == ("failed", "есть ошибки")


def test_a_path_limits_what_is_told_of_waived_problems_too(shop: Workshop) -> None:
    other = check_workspace(shop.workspace, [NOTE], [WORDS], [shop.root / "content/note/b.yaml"], today=LAST)
    assert (other.problems, other.waived) == ([], [])
    own = check_workspace(shop.workspace, [NOTE], [WORDS], [shop.root / "content/note/a.yaml"], today=LAST)
    assert codes(own.waived) == ["X101"]
