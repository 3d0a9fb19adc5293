"""Shells complete names of commands and options; the scripts come from docgen itself."""

import subprocess
import sys

import pytest

from docgen.__main__ import run


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_script_is_printed(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert script.startswith("#")
    assert f"_DOCGEN_COMPLETE={shell}_complete" in script


def completed(words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What zsh would offer for the last word: names only."""
    monkeypatch.setenv("_DOCGEN_COMPLETE", "zsh_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
    run([])
    return capsys.readouterr().out.splitlines()[1::3]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("docgen doc", ["doctor"]),
        ("docgen --ver", ["--version", "--verbose"]),
        ("docgen doctor --j", ["--json"]),
        ("docgen completion f", ["fish"]),
        ("docgen takes --as p", ["person", "post"]),
        ("docgen takes --format s", ["short", "sarif"]),
    ],
)
def test_words_are_completed(
    words: str, expected: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert completed(words, monkeypatch, capsys) == expected


def test_completing_a_command_loads_no_command() -> None:
    program = (
        "import os, sys; os.environ |= {'_DOCGEN_COMPLETE': 'zsh_complete', 'COMP_WORDS': 'docgen d', 'COMP_CWORD': '1'}; "
        "from docgen.__main__ import run; run([]); sys.exit('docgen.cli.doctor' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert "doctor" in done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_click_own_way_gives_the_same_script(
    shell: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["completion", shell])
    ours = capsys.readouterr().out.partition("\n")[2]
    monkeypatch.setenv("_DOCGEN_COMPLETE", f"{shell}_source")
    assert run([]) == 0
    assert capsys.readouterr().out.strip() == ours.strip()
