"""``docgen check``: what it finds, how it says it, how it ends."""

import json
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from docgen.diagnostics.report import FORMATS
from docgen.diagnostics.report import json as json_report
from tests.cli.desk import COUNCIL, MINISTRY, Desk


def problems(desk: Desk, line: str = "check") -> list[dict[str, Any]]:
    """What a check finds, as its JSON says."""
    found = json.loads(desk(f"{line} --format json").out)["problems"]
    assert isinstance(found, list)
    return found


def codes(desk: Desk, line: str = "check") -> set[str]:
    """The codes of what a check finds."""
    return {problem["code"] for problem in problems(desk, line)}


@pytest.fixture
def broken(desk: Desk) -> Desk:
    """A workspace with an error, a gap and a warning in the council's protocol."""
    desk.change(COUNCIL, "до 27 марта 2026 г.", "до 1 марта 2026 г.")
    desk.change(COUNCIL, "title: заседания", "# title: заседания")
    return desk


def test_the_projects_own_content_is_clean_and_nothing_is_written(desk: Desk) -> None:
    before = desk.files()
    said = desk("check")
    assert said.code == 0
    assert said.out.splitlines()[-1].startswith("Найдено: ")
    assert "ошиб" not in said.out.splitlines()[-1]
    assert desk.files() == before
    assert not (desk.root / "out").exists()


def test_an_error_is_told_at_its_place(broken: Desk) -> None:
    said = broken("check", COUNCIL)
    assert said.code == 1
    line = broken.read(COUNCIL).splitlines().index("        deadline: до 1 марта 2026 г.") + 1
    assert f"{COUNCIL}:{line}:19: ошибка P104: " in said.out
    assert "docgen explain P104" in said.out


def test_a_path_limits_the_documents(broken: Desk) -> None:
    assert broken("check", MINISTRY).code == 0
    assert {problem["path"] for problem in problems(broken, f"check {COUNCIL}")} == {COUNCIL}
    assert problems(broken, "check .") == problems(broken)


def test_a_reference_file_can_be_checked_by_itself(desk: Desk) -> None:
    desk.write("content/reference/people.yaml", "x: {name: Иванов И.И., pots: директор}\n")
    said = desk("check content/reference/people.yaml --format short")
    assert said.code == 1
    assert "pots" in said.out


def test_the_template_is_proved_too(desk: Desk) -> None:
    desk.write("templates/protocol.docx", "это не файл Word")
    said = desk("check --format short")
    assert said.code == 1
    assert "templates/protocol.docx" in said.out


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("state", ["clean", "broken"])
def test_every_format_can_be_read(desk: Desk, format_: str, state: str) -> None:
    if state == "broken":
        desk.change(COUNCIL, "до 27 марта 2026 г.", "до 1 марта 2026 г.")
    said = desk(f"check --select P104 --format {format_}")
    count = state == "broken"
    assert said.code == count
    match format_:
        case "json":
            report = json.loads(said.out)
            jsonschema.validate(report, json_report.schema())
            assert report["summary"]["error"] == count
        case "sarif":
            assert len(json.loads(said.out)["runs"][0]["results"]) == count
        case "gitlab":
            assert len(json.loads(said.out)) == count
        case "junit":
            assert len(ET.fromstring(said.out).findall(".//failure")) == count
        case "github":
            assert said.out.count("::error ") == count
        case "short":
            assert len(said.out.splitlines()) == count
        case _:
            assert ("Замечаний нет\n" in said.out) == (not count)


def test_all_problems_keep_the_schema(broken: Desk) -> None:
    report = json.loads(broken("check --format json").out)
    jsonschema.validate(report, json_report.schema())
    assert {problem["severity"] for problem in report["problems"]} >= {"error", "gap", "warning", "info"}


def test_an_unknown_format_is_wrong_usage(desk: Desk) -> None:
    said = desk("check --format jsom")
    assert said.code == 2
    assert "может быть, json" in said.err


def test_the_report_can_go_to_a_file(broken: Desk) -> None:
    said = broken("check --format json --output-file отчёт.json")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("Найдено: ")
    assert json.loads(broken.read("отчёт.json"))["summary"]["error"] >= 1
    assert broken("check -q --output-file отчёт.txt").err == ""
    assert "ошибка P104" in broken.read("отчёт.txt")
    assert broken("check --output-file новая/папка/отчёт.txt").code == 1
    assert broken.read("новая/папка/отчёт.txt") == broken.read("отчёт.txt")
    said = broken("check --output-file отчёт.txt/внутри.txt")
    assert (said.code, "файл не записан" in said.err) == (3, True)


@pytest.mark.parametrize(
    ("line", "level", "code"),
    [
        ("check --ignore P104", "error", 0),
        ("check --ignore P104", "warning", 1),
        ("check --select P304", "warning", 1),
        ("check --select P604", "warning", 0),
        ("check --select P604", "info", 1),
        ("check", "error", 1),
    ],
)
def test_the_level_says_what_fails(broken: Desk, line: str, level: str, code: int) -> None:
    assert broken(f"{line} --fail-level {level}").code == code


def test_on_the_way_to_signature_a_gap_is_an_error(desk: Desk) -> None:
    desk.change(COUNCIL, "title: заседания", "# title: заседания")
    gaps = {p["code"] for p in problems(desk, f"check {COUNCIL}") if p["severity"] == "gap"}
    assert gaps
    assert desk(f"check {COUNCIL}").code == 0
    assert desk(f"check {COUNCIL} --stage to_sign").code == 1
    asked = problems(desk, f"check {COUNCIL} --stage to_sign")
    assert gaps <= {problem["code"] for problem in asked if problem["severity"] == "error"}
    assert "gap" not in {problem["severity"] for problem in asked}


def test_codes_can_be_chosen_by_their_beginnings(broken: Desk) -> None:
    everything = codes(broken)
    assert codes(broken, "check --select P1") == {code for code in everything if code.startswith("P1")}
    assert codes(broken, "check --ignore P,L0") == {
        code for code in everything if not code.startswith(("P", "L0"))
    }
    assert codes(broken, "check --select P1,P3 --ignore P104") == {
        code for code in everything if code.startswith(("P1", "P3"))
    } - {"P104"}
    assert codes(broken, "check --select р104") == {"P104"}


def test_a_baseline_hides_what_was_known_and_shows_what_is_new(desk: Desk) -> None:
    desk.change(COUNCIL, "до 27 марта 2026 г.", "до 1 марта 2026 г.")
    assert desk("check --format json --output-file old.json").code == 1
    assert desk("check --baseline old.json").out == "Замечаний нет\n"
    desk.write(COUNCIL, "# Ещё строка.\n# И ещё одна.\n" + desk.read(COUNCIL))
    said = desk("check --baseline old.json")
    assert (said.code, said.out) == (0, "Замечаний нет\n")
    desk.change(COUNCIL, "в течение 60 рабочих дней", "до 2 марта 2026 г.")
    new = problems(desk, "check --baseline old.json")
    assert "P104" in {problem["code"] for problem in new}
    lines = desk.read(COUNCIL).splitlines()
    assert all("до 2 марта" in lines[p["start"]["line"] - 1] for p in new if p["code"] == "P104")
    assert desk("check --baseline old.json").code == 1


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"problems": [1]}', '{"problems": [{"path": "x"}]}', "\udcff"]
)
def test_a_baseline_that_is_none_is_wrong_usage(desk: Desk, text: str) -> None:
    (desk.root / "old.json").write_bytes(text.encode(errors="surrogateescape"))
    said = desk("check --baseline old.json")
    assert said.code == 2
    assert "это не отчёт docgen check --format json: old.json" in said.err


def test_quiet_tells_problems_and_no_count(desk: Desk) -> None:
    said = desk("check -q --select P304")
    assert "P304" in said.out
    assert "Найдено" not in said.out
    assert said.err == ""
    assert desk("check -q --select R").out == ""


def test_what_lies_in_the_wrong_place_is_told(desk: Desk) -> None:
    desk.write("content/protokol/x.yaml", "title: x\n")
    desk.write("content/protocol/Совещание.yaml", "title: x\n")
    desk.write("content/protocol/2026.yml", "title: x\n")
    desk.write("content/reference/peoples.yaml", "x: y\n")
    assert codes(desk, "check --select C0") == {"C001", "C002", "C003", "C004"}


def test_broken_reference_data_are_told_without_a_cascade(desk: Desk) -> None:
    desk.change("content/reference/people.yaml", "name:", "nmae:")
    assert {problem["path"] for problem in problems(desk)} == {"content/reference/people.yaml"}
    assert desk("check").code == 1


def test_a_code_that_is_none_is_not_answered_with_all_there_are(desk: Desk) -> None:
    assert "может быть, P1" in desk("explain P1O4X").err
    said = desk("explain Q").err
    assert "все покажет docgen rules" in said
    assert "P104" not in said
