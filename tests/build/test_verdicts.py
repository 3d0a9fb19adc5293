"""What was found without fault is not looked at again; what was not is told every time."""

from pathlib import Path

import pytest

from docgen.__main__ import run
from docgen.build import run as building
from docgen.corpus import check_references

BAD = "ivanov: {name: Иванов Иван Иванович, post: ректор, organisation: irpo, email: не почта}\n"


@pytest.fixture
def checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A new workspace to build in; how often its reference data were read against the rules."""
    monkeypatch.setenv("DOCGEN_CACHE", str(tmp_path / "kept"))
    assert run(["init", "-q", str(tmp_path / "w")]) == 0
    monkeypatch.chdir(tmp_path / "w")
    times: list[str] = []

    def noted(*arguments: object) -> object:
        times.append("checked")
        return check_references(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(building, "check_references", noted)
    return times


def build() -> int:
    return run(["build", "-q", "--force", "-t", "docx"])


def test_clean_reference_data_are_checked_once(checked: list[str]) -> None:
    assert [build(), build(), build()] == [0, 0, 0]
    assert len(checked) == 1


def test_changed_reference_data_are_checked_again(checked: list[str]) -> None:
    build()
    people = Path("content/reference/people.yaml")
    people.write_text(people.read_text(encoding="utf-8") + "# слово\n", encoding="utf-8")
    build()
    assert len(checked) == 2


def test_wrong_reference_data_are_told_every_time(
    checked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    people = Path("content/reference/people.yaml")
    people.write_text(people.read_text(encoding="utf-8") + BAD, encoding="utf-8")
    told = []
    for _ in range(2):
        assert build() == 1
        told.append(capsys.readouterr().out)
    assert "C122" in told[0]
    assert told[0] == told[1]
    assert len(checked) == 2


def test_without_a_cache_they_are_checked_every_time(
    checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCGEN_CACHE", "off")
    assert [build(), build()] == [0, 0]
    assert len(checked) == 2
