"""Waivers and baselines on the command line."""

import json
from datetime import date
from pathlib import Path

import pytest

from docgen.cli import clock
from tests.cli.desk import COUNCIL, Desk

LAST, AFTER = date(2026, 6, 30), date(2026, 7, 1)
PEOPLE = "content/reference/people.yaml"


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: LAST)


@pytest.fixture
def desk(desk: Desk, today: None) -> Desk:
    """A workspace with an early deadline that is waived until the last day of June."""
    late = "до 27 марта 2026 г."
    desk.change(
        COUNCIL, late, "до 1 марта 2026 г.  # docgen: допустить P104 до 2026-06-30: поручение дано устно"
    )
    return desk


def test_a_waived_problem_fails_nothing_and_is_counted(desk: Desk) -> None:
    said = desk("check --select P104")
    assert (said.code, said.out) == (0, "Замечаний нет\n")
    assert said.err == "Допущено замечаний: 1 (какие и почему – с ключом -v)\n"
    told = desk("check -v --select P104").err
    assert "P104 допущено до 30.06.2026: поручение дано устно" in told
    assert desk("check -q --select P104").err == ""
    assert desk("check --fail-level info --select P104").code == 0


def test_reports_tell_it(desk: Desk) -> None:
    report = json.loads(desk("check --format json --select P104").out)
    assert report["problems"] == []
    assert [one["waiver"]["until"] for one in report["waived"]] == ["2026-06-30"]
    (result,) = json.loads(desk("check --format sarif --select P104").out)["runs"][0]["results"]
    assert result["suppressions"][0]["kind"] == "inSource"
    assert "<skipped" in desk("check --format junit --select P104").out


def test_one_that_is_ignored_is_not_counted(desk: Desk) -> None:
    assert "Допущено" not in desk("check --ignore P104").err


def test_on_the_next_day_it_is_told_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: AFTER)
    said = desk("check --select P104,C154 --format short")
    assert said.code == 1
    assert [line.split()[2] for line in said.out.splitlines()] == ["P104", "C154"]
    assert "срок допуска истёк 30.06.2026" in said.out


def test_a_build_obeys_it_and_notices_its_end(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    said = desk("build -t docx")
    assert said.code == 0
    assert "Допущено замечаний: 1" in said.err
    assert "собрано 0" in desk("build -t docx").err
    monkeypatch.setattr(clock, "today", lambda: AFTER)
    said = desk("build -t docx --why")
    assert said.code == 1
    assert "ошибка P104" in said.out
    assert "НЕ СОБРАН – есть ошибки" in said.err


def test_reference_data_have_waivers_too(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = "\nprobe: {name: Пробный Пётр Петрович, gender: m, email: нет}"
    waiver = "  # docgen: допустить C122 до 2026-06-30: ящик ещё не заведён\n"
    desk.write(PEOPLE, desk.read(PEOPLE).rstrip() + wrong + "\n")
    assert "C122" in desk("check --select C122 --format short").out
    assert desk("build -t docx").code == 1
    desk.write(PEOPLE, desk.read(PEOPLE).rstrip() + waiver)
    assert desk("check --select C1").code == 0
    assert desk("build -t docx").code == 0
    monkeypatch.setattr(clock, "today", lambda: AFTER)
    assert desk("build -t docx").code == 1


def test_a_report_of_a_build_can_be_written(desk: Desk) -> None:
    said = desk("build -t docx --format json --output-file report.json")
    assert (said.code, said.out) == (0, "")
    assert [one["code"] for one in json.loads(desk.read("report.json"))["waived"]] == ["P104"]
    assert desk("build -t docx --format json").code == 0
    desk("build -t docx --format json --output-file report.json")
    assert json.loads(desk.read("report.json"))["problems"] == []


def test_a_baseline_knows_a_moved_line_and_a_changed_message(desk: Desk) -> None:
    desk.write(COUNCIL, desk.read(COUNCIL) + "title: ещё раз\n")
    assert desk(f"check {COUNCIL} --format json --output-file old.json").code == 1
    desk.write(COUNCIL, "# Ещё строка.\n" + desk.read(COUNCIL))
    said = desk(f"check {COUNCIL} --baseline old.json")
    assert (said.code, said.out) == (0, "Замечаний нет\n"), "though the message names a line that has moved"
    desk.write(COUNCIL, desk.read(COUNCIL).removesuffix("title: ещё раз\n") + "chair: ещё раз\n")
    said = desk(f"check {COUNCIL} --baseline old.json --format short")
    assert said.code == 1
    assert "S003" in said.out


def test_what_a_baseline_had_and_is_mended_is_told_if_asked(desk: Desk) -> None:
    desk("check --format json --output-file old.json")
    before = json.loads(desk.read("old.json"))["problems"]
    gone = next(one for one in before if one["code"] == "P304")
    desk.change(
        gone["path"], "[bondar, sokolov, ivanova, gorgiashvili]", "[bondar, gorgiashvili, ivanova, sokolov]"
    )
    told = f"{gone['path']}: P304 больше нет: {gone['message']}"
    assert told in desk("check -v --baseline old.json").err
    assert "больше нет" not in desk("check --baseline old.json").err
    assert "больше нет" not in desk("check -v --baseline old.json --ignore P3").err
    assert "больше нет" not in desk(f"check -v --baseline old.json {COUNCIL}").err, "it was not looked at"


def test_the_schema_of_reports_can_be_printed(desk: Desk) -> None:
    schema = json.loads(desk("schema report").out)
    assert schema["properties"]["version"] == {"const": 1}
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_what_is_kept_between_runs_does_not_outlive_a_waiver(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCGEN_CACHE", str(tmp_path / "kept"))
    for _ in range(2):
        said = desk("check --select P104,C154")
        assert (said.code, "Допущено замечаний: 1" in said.err) == (0, True)
    monkeypatch.setattr(clock, "today", lambda: AFTER)
    assert desk("check --select P104,C154").code == 1
    monkeypatch.setattr(clock, "today", lambda: LAST)
    assert desk("check --select P104,C154").code == 0
