"""The doctor tells what is missing, how to mend it, and whether one can work without."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.__main__ import run
from docgen.cli import doctor, surroundings
from docgen.cli.surroundings import Check, checks
from docgen.diagnostics import Failure

WELL = Check("python", "Python", "3.11.7", "")
NO_OFFICE = Check("office", "LibreOffice", "", "установите LibreOffice", needed=False)
NO_WORDS = Check("dictionary", "Словарь", "", "установите словарь")


def given(monkeypatch: pytest.MonkeyPatch, *found: Check) -> None:
    """Let the doctor find this."""

    def told() -> Iterator[Check]:
        yield from found

    monkeypatch.setattr(doctor, "checks", told)


def test_all_is_well(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    given(monkeypatch, WELL)
    assert run(["doctor"]) == 0
    assert capsys.readouterr().out == "OK   Python:                 3.11.7\n\nВсё готово к работе.\n"


def test_missing_office_is_no_obstacle(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given(monkeypatch, WELL, NO_OFFICE)
    assert run(["doctor"]) == 0
    told = capsys.readouterr().out
    assert "нет  LibreOffice:            не найдено\n     → установите LibreOffice\n" in told
    assert "Работать можно" in told


def test_missing_dictionary_is_an_obstacle(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given(monkeypatch, WELL, NO_WORDS, NO_OFFICE)
    assert run(["doctor"]) == 3
    assert "Работать пока нельзя" in capsys.readouterr().out


def test_json_tells_the_same(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    given(monkeypatch, WELL, NO_WORDS)
    assert run(["doctor", "--json"]) == 3
    report = json.loads(capsys.readouterr().out)
    assert (report["version"], report["ok"]) == (1, False)
    assert [(each["name"], each["ok"], each["needed"]) for each in report["checks"]] == [
        ("python", True, True),
        ("dictionary", False, True),
    ]


def test_here_everything_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = {check.name: check for check in checks()}
    assert set(found) == {
        *("python", "docgen", "libyaml", "dictionary", "office"),
        *("font", "templates", "writing", "console"),
    }
    for name in ("python", "docgen", "dictionary", "writing"):
        assert found[name].ok, name
    assert all(check.remedy for name, check in found.items() if name != "docgen")


def test_templates_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "protocol.docx").touch()
    assert surroundings._templates().found == "templates (файлов Word: 1)"


def test_office_that_cannot_be_found_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    def lost() -> None:
        raise Failure("нет")

    monkeypatch.setattr("docgen.publish.install.find_office", lost)
    assert not surroundings._office().ok


def test_font_of_other_widths_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    class Answer:
        stdout = "DejaVu Sans"

    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("subprocess.run", lambda *args, **kwargs: Answer)
    assert surroundings._matched_font() == ""
    Answer.stdout = "Liberation Serif"
    assert surroundings._matched_font() == "Liberation Serif"


def test_folder_without_permission_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(**kwargs: object) -> None:
        raise PermissionError(13, "нет", "x")

    monkeypatch.setattr("tempfile.TemporaryFile", refused)
    check = surroundings._writing()
    assert check.needed
    assert not check.ok
