"""Servers are told files from the root of the repository; people and programs as the workspace names them."""

import json
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.build.workshop import word_file
from tests.cli.desk import COUNCIL, Desk

IN_REPOSITORY = f"рабочая папка/{COUNCIL}"


@pytest.fixture
def inner(desk: Desk) -> Desk:
    """A workspace in a folder of a repository, with an error that tells of another line."""
    (desk.root.parent / ".git").mkdir()
    desk.change(COUNCIL, "до 27 марта 2026 г.", "до 1 марта 2026 г.")
    return desk


def told(desk: Desk, line: str, format_: str, *more: str) -> list[str]:
    """The files that a report names."""
    out = desk(f"{line} --format {format_}", *more).out
    match format_:
        case "sarif":
            results = json.loads(out)["runs"][0]["results"]
            places = [
                each for one in results for each in (*one["locations"], *one.get("relatedLocations", ()))
            ]
            return [unquote(one["physicalLocation"]["artifactLocation"]["uri"]) for one in places]
        case "gitlab":
            return [one["location"]["path"] for one in json.loads(out)]
        case "github":
            return [line.split("file=")[1].split(",")[0] for line in out.splitlines()]
        case "json":
            return [one["path"] for one in json.loads(out)["problems"]]
    return [line.split(":")[0] for line in out.splitlines()]


@pytest.mark.parametrize("format_", ["sarif", "gitlab", "github"])
def test_a_server_is_told_the_path_from_the_root(inner: Desk, format_: str) -> None:
    assert set(told(inner, "check --select P104", format_)) == {IN_REPOSITORY}
    files = told(inner, "build -t docx", format_)
    assert IN_REPOSITORY in files
    assert all(file.startswith("рабочая папка/") for file in files)


@pytest.mark.parametrize("format_", ["json", "short"])
def test_others_are_told_the_path_in_the_workspace(inner: Desk, format_: str) -> None:
    assert set(told(inner, "check --select P104", format_)) == {COUNCIL}


def test_where_docgen_was_run_is_of_no_account(inner: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    here = told(inner, "check --select P104", "sarif")
    monkeypatch.chdir(inner.root.parent)
    assert told(inner, "check --select P104", "sarif", inner.root.name) == here


def test_a_finished_file_is_told_so_however_it_was_named(
    inner: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = inner.root / "x.docx"
    file.write_bytes(word_file("ПРОТОКОЛ", "РЕШИЛИ:", "1. Иванову  направить отчёт"))
    for name in ("x.docx", "./x.docx", str(file), "../рабочая папка/x.docx"):
        assert set(told(inner, "verify --as protocol", "gitlab", name)) == {"рабочая папка/x.docx"}


def test_without_a_repository_nothing_changes(desk: Desk, tmp_path: Path) -> None:
    desk.change(COUNCIL, "до 27 марта 2026 г.", "до 1 марта 2026 г.")
    assert not [each for each in tmp_path.parents if (each / ".git").exists()]
    assert set(told(desk, "check --select P104", "sarif")) == {COUNCIL}
