"""A command line with two more commands, and a workspace to use it in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.cli import COMMANDS
from docgen.publish import install
from tests.cli.desk import Desk


@pytest.fixture(autouse=True)
def commands(monkeypatch: pytest.MonkeyPatch) -> None:
    """``docgen ends WAY`` and ``docgen takes …`` beside the real ones."""
    monkeypatch.setitem(COMMANDS, "ends", ("tests.cli.failing:ends", "Завершиться."))
    monkeypatch.setitem(COMMANDS, "takes", ("tests.cli.failing:takes", "Принять."))
    for variable in ("NO_COLOR", "DOCGEN_DEBUG", "_DOCGEN_COMPLETE"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A copy of the project's content, and the command line in its folder."""
    root = tmp_path / "рабочая папка"
    root.mkdir()
    monkeypatch.chdir(root)
    return Desk(root, capsys)


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without LibreOffice."""

    def nowhere() -> Iterator[Path]:
        yield Path("/nowhere/soffice")

    monkeypatch.setattr(install, "_programs", nowhere)
