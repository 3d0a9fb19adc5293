"""Problems that are new since an earlier report; and codes that are asked for by mistake."""

import json
import shutil

import pytest

from docgen.cli.baseline import since
from docgen.diagnostics import Problem, Severity, Source, declare
from docgen.diagnostics.report import FORMATS
from tests.build.workshop import word_file
from tests.cli.desk import COUNCIL, Desk

RULE = declare("V999", Severity.ERROR, "Правило.\n\nПлохо: а\nХорошо: б")
CHECK = "check --select P104,P304 --fail-level info --baseline old.json --format short"


@pytest.fixture
def known(desk: Desk) -> Desk:
    """A workspace with errors, all of which a report of today tells."""
    desk.change(COUNCIL, "до 27 марта 2026 г.", "до 1 марта 2026 г.")
    desk("check --format json --output-file old.json")
    return desk


def test_a_renamed_file_has_no_new_problems(known: Desk) -> None:
    (known.root / COUNCIL).rename(known.root / "content/protocol/2026-03-12-renamed.yaml")
    said = known(CHECK)
    assert (said.code, said.out) == (0, "")
    assert "больше нет" not in known(CHECK.replace("check", "check -v")).err


def test_a_copy_has_new_problems(known: Desk) -> None:
    shutil.copy(COUNCIL, "content/protocol/2026-03-12-copy.yaml")
    told = known(CHECK).out.splitlines()
    assert {line.split(":")[0] for line in told} == {"content/protocol/2026-03-12-copy.yaml"}


def test_a_problem_that_came_to_another_file_is_new(known: Desk) -> None:
    shutil.copy(COUNCIL, "content/protocol/2026-03-12-copy.yaml")
    known.change(COUNCIL, "до 1 марта 2026 г.", "до 27 марта 2026 г.")
    assert "copy.yaml" in known(CHECK).out, "the old file is there: it was mended, not renamed"


def test_a_paragraph_that_moved_is_not_new(desk: Desk) -> None:
    def paper(*before: str) -> None:
        content = word_file(*before, "ПРОТОКОЛ", "РЕШИЛИ:", "1. Иванову  направить отчёт")
        (desk.root / "x.docx").write_bytes(content)

    paper()
    assert desk("verify x.docx --as protocol --format json --output-file old.json").code == 1
    assert json.loads(desk.read("old.json"))["problems"]
    paper("Министерство", "Отдел")
    assert desk("verify x.docx --as protocol --baseline old.json --select L").code == 0


def placed(*starts: int) -> list[Problem]:
    source = Source("x.yaml", "раз два три четыре")
    return [RULE.at(source.span(start), "одно и то же") for start in starts]


def test_which_of_two_is_new_does_not_depend_on_the_order(desk: Desk) -> None:
    desk.write("old.json", FORMATS["json"](placed(0)))
    one, another = (
        since(desk.root / "old.json", found, desk.root, bool) for found in (placed(0, 4), placed(4, 0))
    )
    assert one == another == (placed(4), [])


def test_a_report_of_another_version_is_refused(desk: Desk) -> None:
    desk.write("old.json", '{"version": 2, "problems": []}')
    said = desk("check --baseline old.json")
    assert (said.code, "отчёт другой версии docgen" in said.err) == (2, True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--select", "P999"), "правила «P999» нет: их "),
        (("--ignore", "P1O44"), "правила «P1O44» нет: может быть, P104?"),
        (("--select", "P104,зз"), "правила «зз» нет: их "),
        (("--select", ""), "не назван ни один код"),
        (("--ignore", " , "), "не назван ни один код"),
    ],
)
def test_a_code_that_no_rule_has_is_wrong_usage(desk: Desk, words: tuple[str, ...], told: str) -> None:
    said = desk("check", *words)
    assert said.code == 2
    assert f"неверное значение параметра {words[0]}: {told}" in said.err


def test_codes_may_be_parted_by_spaces_and_typed_in_russian(known: Desk) -> None:
    said = known("check --format short", "--select", "р1О4; з304")
    assert {line.split()[2] for line in said.out.splitlines()} == {"P104", "P304"}
