"""A command line with two more commands."""

import pytest

from docgen.cli import COMMANDS


@pytest.fixture(autouse=True)
def commands(monkeypatch: pytest.MonkeyPatch) -> None:
    """``docgen ends WAY`` and ``docgen takes …`` beside the real ones."""
    monkeypatch.setitem(COMMANDS, "ends", ("tests.cli.failing:ends", "Завершиться."))
    monkeypatch.setitem(COMMANDS, "takes", ("tests.cli.failing:takes", "Принять."))
    for variable in ("NO_COLOR", "DOCGEN_DEBUG", "_DOCGEN_COMPLETE"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
