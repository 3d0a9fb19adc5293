"""Results, logs, colour, reports."""

import io
import json
from pathlib import Path

import pytest

from docgen.__main__ import run
from docgen.cli.console import Console, exit_code
from docgen.cli.options import _FORMATS
from docgen.diagnostics import Severity
from docgen.diagnostics.report import FORMATS
from tests.diagnostics.samples import sample


class Terminal(io.StringIO):
    """A stream that calls itself a terminal."""

    def isatty(self) -> bool:
        return True


def test_colour_is_for_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    assert Console().colored(Terminal())
    assert not Console().colored(io.StringIO())
    assert Console("always").colored(io.StringIO())
    assert not Console("never").colored(Terminal())


@pytest.mark.parametrize(("variable", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colour_can_be_refused(variable: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(variable, value)
    assert not Console().colored(Terminal())
    assert Console("always").colored(Terminal())


@pytest.mark.parametrize(
    ("options", "expected"),
    [("", "идёт работа\n"), ("-q", ""), ("-v", "идёт работа\nочень подробно\n")],
)
def test_quiet_and_verbose_stand_on_either_side(
    options: str, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in (
        [*options.split(), "takes", "--as", "post"],
        ["takes", "--as", "post", *options.split()],
    ):
        assert run(arguments) == 0
        assert capsys.readouterr() == ("text Severity.ERROR\n", expected)


def test_text_report_ends_with_the_count(capsys: pytest.CaptureFixture[str]) -> None:
    Console().report(sample())
    assert capsys.readouterr().out.endswith(
        "\n\nНайдено: 6 ошибок, 1 пробел, 2 предупреждения, 1 замечание\n"
    )


def test_clean_report_says_so_unless_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    Console().report([])
    assert capsys.readouterr().out == "Замечаний нет\n"
    Console(quiet=True).report([])
    assert capsys.readouterr().out == ""


def test_report_is_sorted_by_file_and_place(capsys: pytest.CaptureFixture[str]) -> None:
    Console().report(list(reversed(sample())), "short")
    lines = capsys.readouterr().out.splitlines()
    Console().report(sample(), "short")
    assert lines == capsys.readouterr().out.splitlines()
    assert len(lines) == 10


def test_coloured_report_is_coloured(capsys: pytest.CaptureFixture[str]) -> None:
    Console("always").report(sample())
    assert "\x1b[31mошибка P104:\x1b[0m" in capsys.readouterr().out


def test_report_goes_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "отчёт.json"
    Console("always").report(sample(), "json", file)
    assert len(json.loads(file.read_text(encoding="utf-8"))["problems"]) == 10
    assert capsys.readouterr() == ("", "Найдено: 6 ошибок, 1 пробел, 2 предупреждения, 1 замечание\n")


@pytest.mark.parametrize(
    ("found", "level", "code"),
    [
        ([], "info", 0),
        (["info"], "warning", 0),
        (["info"], "info", 1),
        (["gap"], "error", 0),
        (["gap"], "warning", 1),
        (["warning", "error"], "error", 1),
    ],
)
def test_fail_level_decides_the_exit_code(found: list[str], level: str, code: int) -> None:
    problems = [problem for problem in sample() if problem.severity.value in found]
    assert bool(problems) is bool(found)
    assert exit_code(problems, Severity(level)) == code


def test_format_option_offers_every_format() -> None:
    assert set(_FORMATS) == set(FORMATS)
