"""`docgen proof`: places, JSON, mending, encodings, exit codes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from docgen.cli.proof import command


def run(*arguments: str, given: str | bytes = "") -> Result:
    return CliRunner().invoke(command, list(arguments), input=given)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "письмо.txt"
    path.write_text("Уважаемые коллеги!\nСрок - в 2023году.\n", encoding="utf-8")
    return path


def test_problems_with_places(letter: Path) -> None:
    result = run(str(letter))
    assert result.exit_code == 1
    assert "письмо.txt:2:6: предупреждение L040: вместо тире стоит дефис" in result.output
    assert "письмо.txt:2:10: ошибка L020: между числом и словом нет пробела" in result.output
    assert "^^^^^^^^" in result.output


def test_a_clean_text_is_clean() -> None:
    result = run("-", given="Срок – до 5 июля 2023 г.\n")
    assert result.exit_code == 0
    assert "^" not in result.output


def test_warnings_do_not_fail() -> None:
    assert run("-", given="Срок - завтра\n").exit_code == 0


def test_json_is_one_object_a_line(letter: Path) -> None:
    result = run(str(letter), "--json")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert found[1] == {
        "line": 2,
        "column": 10,
        "end_column": 18,
        "code": "L020",
        "severity": "error",
        "message": "между числом и словом нет пробела",
        "suggestion": "2023 году",
    }


def test_fixing_prints_the_text_as_printed(letter: Path) -> None:
    result = run(str(letter), "--fix")
    assert result.stdout == "Уважаемые коллеги!\nСрок\u00a0– в\u00a02023\u00a0году.\n"
    assert result.exit_code == 1
    assert run("-", "--fix", given="№ Д05-84/05пр\n").stdout == "№\u00a0Д05\u201184/05пр\n"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("﻿Срок – завтра\r\n".encode(), ""),
        ("Срок – завтра\r\n".encode("cp1251"), "Windows-1251"),
        ("Срок – завтра\r\n".encode("utf-16"), "UTF-16"),
    ],
)
def test_encodings_are_understood_and_told(data: bytes, told: str) -> None:
    result = run("-", "--fix", given=data)
    assert result.stdout == "Срок\u00a0– завтра\n"
    assert told in result.stderr
    assert bool(result.stderr) == bool(told)


def test_a_binary_file_is_refused_politely() -> None:
    result = run("-", given=b"PK\x03\x04\x00\x00\x08\x00")
    assert result.exit_code == 2
    assert "это не текст" in result.stderr


def test_wrong_usage(letter: Path) -> None:
    assert run(str(letter), "--json", "--fix").exit_code == 2
    assert run("нет-такого.txt").exit_code == 2
    assert run().exit_code == 2


def test_an_empty_text_is_no_trouble() -> None:
    assert run("-", given="").exit_code == 0
