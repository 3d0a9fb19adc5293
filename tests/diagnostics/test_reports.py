"""Every format, compared whole with a readable file in ``golden/``.

``DOCGEN_UPDATE_GOLDEN=1 pytest tests/diagnostics`` rewrites them.
"""

import json
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from lxml import etree

from docgen.diagnostics import Problem, Source
from docgen.diagnostics.report import FORMATS
from docgen.diagnostics.report import json as json_report
from docgen.diagnostics.report.path import split, uri
from docgen.diagnostics.report.text import render, summary
from tests.diagnostics.samples import DEADLINE, EMOJI, PROTOCOL, sample, waived

GOLDEN = Path(__file__).parent / "golden"
SCHEMAS = Path(__file__).parent / "schemas"
SAMPLES = [[], sample(), [*sample(), waived()], [waived()]]


def same(name: str, told: str) -> None:
    """Compare with the golden file, or rewrite it."""
    file = GOLDEN / name
    if os.environ.get("DOCGEN_UPDATE_GOLDEN"):
        file.write_text(told, encoding="utf-8", newline="\n")
    assert told == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_format_looks_as_recorded(name: str) -> None:
    same(f"{name}.txt", FORMATS[name]([*sample(), waived()]))


@pytest.mark.parametrize("name", FORMATS)
def test_format_of_nothing_looks_as_recorded(name: str) -> None:
    same(f"{name}-nothing.txt", FORMATS[name]([]))


def test_colour_changes_nothing_but_colour() -> None:
    coloured = render(sample(), color=True).replace("\x1b", "␛")
    same("text-colour.txt", coloured)


def test_every_golden_file_is_compared() -> None:
    expected = {f"{name}{end}.txt" for name in FORMATS for end in ("", "-nothing")} | {"text-colour.txt"}
    assert {file.name for file in GOLDEN.iterdir()} == expected
    assert len(expected) == 15


@pytest.mark.parametrize("problems", SAMPLES)
def test_json_keeps_its_schema(problems: list[Problem]) -> None:
    schema = json_report.schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(FORMATS["json"](problems)), schema)


def nobody(problem: Problem) -> Problem:
    """The same problem, not waived."""
    return replace(problem, waiver=None)


@pytest.mark.parametrize("problems", SAMPLES)
@pytest.mark.parametrize(("name", "schema"), [("sarif", "sarif-2.1.0.json"), ("gitlab", "gitlab.json")])
def test_report_is_what_its_readers_demand(problems: list[Problem], name: str, schema: str) -> None:
    demanded = json.loads((SCHEMAS / schema).read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(demanded)
    report = json.loads(FORMATS[name](problems))
    jsonschema.validate(report, demanded, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("problems", SAMPLES)
def test_junit_is_what_its_readers_demand(problems: list[Problem]) -> None:
    demanded = etree.RelaxNG(etree.parse(SCHEMAS / "junit.rng"))
    demanded.assertValid(etree.fromstring(FORMATS["junit"](problems).encode()))


def test_what_is_waived_fails_nowhere_and_is_told_with_its_reason() -> None:
    report = json.loads(FORMATS["json"]([*sample(), waived()]))
    assert report["summary"] == json.loads(FORMATS["json"](sample()))["summary"]
    assert [one["waiver"]["reason"] for one in report["waived"]] == ["так в приказе № 5 <б>"]
    (result,) = json.loads(FORMATS["sarif"]([waived()]))["runs"][0]["results"]
    assert result["suppressions"][0]["justification"] == "так в приказе № 5 <б> (до 31.12.2026)"
    suites = ET.fromstring(FORMATS["junit"]([waived()]))
    assert (suites.get("failures"), suites[0].get("skipped")) == ("0", "1")
    for name in ("text", "short", "github"):
        assert FORMATS[name]([waived()]) == ""
        assert FORMATS[name]([nobody(waived())]) != ""
    assert FORMATS["gitlab"]([waived()]) == "[]\n"


def test_json_counts_every_problem_once() -> None:
    report = json.loads(FORMATS["json"](sample()))
    assert report["version"] == 1
    assert report["summary"] == {"error": 6, "gap": 1, "warning": 2, "info": 1}


def sarif() -> dict[str, Any]:
    document = json.loads(FORMATS["sarif"](sample()))
    assert document["version"] == "2.1.0"
    (run,) = document["runs"]
    assert isinstance(run, dict)
    return run


def test_sarif_results_point_at_their_rules() -> None:
    run = sarif()
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules) == 5
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("none", "note", "warning", "error")
        assert result["message"]["text"]
    assert all(rule["help"]["text"].startswith(rule["shortDescription"]["text"]) for rule in rules)


def test_sarif_columns_are_code_points_counted_from_one() -> None:
    run = sarif()
    assert run["columnKind"] == "unicodeCodePoints"
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in run["results"]]
    assert len(regions) == 10
    for region in regions:
        starts, ends = ((region[f"{end}Line"], region[f"{end}Column"]) for end in ("start", "end"))
        assert (1, 1) <= starts <= ends
    emoji = regions[1]
    assert emoji["endColumn"] - emoji["startColumn"] == 2


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("content/a b.yaml", "content/a%20b.yaml"),
        ("кадры.yaml", "%D0%BA%D0%B0%D0%B4%D1%80%D1%8B.yaml"),
        ("content\\protocol\\x.yaml", "content/protocol/x.yaml"),
        ("C:\\docs\\x y.yaml", "file:///C:/docs/x%20y.yaml"),
        ("\\\\server\\docs\\x.yaml", "file://server/docs/x.yaml"),
        ("/home/x.yaml", "file:///home/x.yaml"),
        ("a#b?.yaml", "a%23b%3F.yaml"),
        ("\udcff.yaml", "%FF.yaml"),
    ],
)
def test_path_becomes_uri(path: str, expected: str) -> None:
    assert uri(path) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("templates/protocol.docx#footer1", ("templates/protocol.docx", "footer1")),
        ("out\\x.PDF#page3", ("out/x.PDF", "page3")),
        ("content/a#b.yaml", ("content/a#b.yaml", "")),
        ("content\\x\\Смета!.XLSX!Лист!1", ("content/x/Смета!.XLSX", "Лист!1")),
    ],
)
def test_part_of_a_file_is_no_file(path: str, expected: tuple[str, str]) -> None:
    assert split(Source(path, "").span()) == expected


@pytest.mark.parametrize("name", FORMATS)
def test_name_that_is_no_utf8_breaks_no_format(name: str) -> None:
    told = FORMATS[name]([DEADLINE.at(Source("\udcff.yaml", "x").span(), "\udcff")])
    assert told.encode(errors="backslashreplace")


def test_junit_is_xml_whatever_the_text() -> None:
    nasty = Source("x\x00\x1b<&>\"'.yaml", "a\x08b\ufffe\ud800]]>\n")
    root = ET.fromstring(FORMATS["junit"]([DEADLINE.at(nasty.span(0, 3), "\x07<&>\"'")]).encode())
    assert root.get("failures") == "1"
    assert root.find("testsuite/testcase/failure") is not None


def test_junit_fails_only_for_errors() -> None:
    root = ET.fromstring(FORMATS["junit"](sample()))
    assert (root.get("tests"), root.get("failures")) == ("10", "6")
    assert len(root.findall("*/testcase")) == 10
    assert len(root.findall("*/testcase/failure")) == 6


def test_github_escapes_what_would_end_a_command() -> None:
    source = Source("a,b:c%.yaml", "x\n")
    line = FORMATS["github"]([EMOJI.at(source.span(), "100%\r\nили нет::error::")])
    assert line.count("\n") == 1
    assert line.startswith("::warning file=a%2Cb%3Ac%25.yaml,")
    assert line.endswith("::100%25%0D%0Aили нет::error::\n")


def test_gitlab_fingerprints_survive_lines_added_above() -> None:
    def fingerprints(text: str) -> list[str]:
        source = Source(PROTOCOL.path, text)
        start = text.index("2026-03-01")
        problems = [DEADLINE.at(source.span(start, start + 10), "рано") for _ in range(2)]
        return [issue["fingerprint"] for issue in json.loads(FORMATS["gitlab"](problems))]

    before = fingerprints(PROTOCOL.text)
    assert before == fingerprints("# новое\n\n" + PROTOCOL.text)
    assert len(set(before)) == 2


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "1 ошибка"),
        (2, "2 ошибки"),
        (5, "5 ошибок"),
        (11, "11 ошибок"),
        (12, "12 ошибок"),
        (21, "21 ошибка"),
        (104, "104 ошибки"),
        (112, "112 ошибок"),
    ],
)
def test_summary_counts_in_russian(number: int, expected: str) -> None:
    problems = [DEADLINE.at(PROTOCOL.span(), "x")] * number
    assert summary(problems) == f"Найдено: {expected}"


def test_summary_names_the_gravest_first() -> None:
    assert summary(sample()) == "Найдено: 6 ошибок, 1 пробел, 2 предупреждения, 1 замечание"
    assert summary([]) == "Замечаний нет"


def test_an_editor_reads_the_short_report_as_the_readme_says() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    tasks = json.loads(readme.partition("// .vscode/tasks.json\n")[2].partition("```")[0])
    pattern = tasks["tasks"][0]["problemMatcher"]["pattern"]
    lines = [line for line in FORMATS["short"](sample()).splitlines() if ".xlsx!" not in line]
    found = [re.match(pattern["regexp"], line) for line in lines]
    assert len(found) == 9
    groups = ("file", "line", "column", "severity", "code")
    first = found[0]
    assert first is not None
    assert [first[pattern[name]] for name in groups] == [PROTOCOL.path, "5", "15", "error", "P104"]
    assert all(found)
