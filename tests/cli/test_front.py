"""The page that is printed without click is click's own."""

import subprocess
import sys

import click
import pytest

from docgen.__main__ import run
from docgen.cli.front import NARROWEST, WIDEST, page
from docgen.cli.program import docgen


@pytest.mark.parametrize("width", range(NARROWEST, WIDEST - 1))
def test_the_page_is_the_one_that_click_prints(width: int) -> None:
    settings = docgen.context_settings
    with click.Context(docgen, info_name="docgen", terminal_width=width, **settings) as context:
        assert page(width) == context.get_help() + "\n"


@pytest.mark.parametrize("way", ["-h", "--help"])
def test_it_is_printed_at_the_width_of_the_terminal(
    way: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "72")
    assert run([way]) == 0
    assert capsys.readouterr() == (page(70), "")
    assert run(["-q", way]) == 0
    assert capsys.readouterr() == (page(70), "")


def test_it_loads_neither_click_nor_any_room() -> None:
    code = "import sys; from docgen.__main__ import run; run(['--help']); print(*sys.modules, sep='\\n')"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    loaded = set(said.splitlines())
    assert "docgen.cli.front" in loaded
    assert not {"click", "docgen.diagnostics", "docgen.build", "docgen.kinds"} & loaded
