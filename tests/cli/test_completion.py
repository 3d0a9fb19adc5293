"""Shells complete names of commands and options; the scripts come from docgen itself."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from docgen.__main__ import run
from tests.cli.desk import COUNCIL, Desk


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
        ("docgen fields progr", ["programme"]),
        ("docgen schema re", ["regions", "report"]),
        ("docgen explain р104", ["P104"]),
        ("docgen check --ignore S001,p104", ["S001,P104"]),
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


def in_bash(words: list[str], script: str, folder: Path) -> list[str]:
    """What bash itself offers for the last word, with the script that docgen prints."""
    line = shlex.join(words)
    program = (
        f'eval "$SCRIPT"; COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; COMP_LINE={shlex.quote(line)}; '
        'complete -p docgen >/dev/null || exit 3; _docgen_completion docgen; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "--norc", "--noprofile", "-c", program],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=True,
        env=os.environ | {"SCRIPT": script, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"},
    )
    return done.stdout.split()


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
def test_bash_completes_commands_options_kinds_documents_and_codes(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    script = desk("completion bash").out
    wanted = {
        "docgen expl": ["explain"],
        "docgen check --base": ["--baseline"],
        "docgen check --fail-level w": ["warning"],
        "docgen new proto": ["protocol"],
        "docgen check 2026-03-12": [COUNCIL],
        "docgen check --select P104,c15": [f"P104,C15{number}" for number in range(1, 6)],
        "docgen explain C15": [f"C15{number}" for number in range(1, 6)],
        "docgen verify --as proto": ["protocol"],
    }
    told = {words: in_bash(words.split(), script, desk.root) for words in wanted}
    assert told == wanted


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_shell_itself_takes_the_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell}")
    assert run(["completion", shell]) == 0
    script = capsys.readouterr().out
    subprocess.run([shell, "-n", "/dev/stdin"], input=script, encoding="utf-8", check=True)
