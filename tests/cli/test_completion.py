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


WANTED = {
    "docgen expl": ["explain"],
    "docgen check --base": ["--baseline"],
    "docgen check --format=sa": ["--format=sarif"],
    "docgen check --select P104,c151": ["P104,C151"],
    "docgen build -t docx,p": ["docx,pdf"],
    "docgen check 2026-03-12": [COUNCIL],
    "docgen schema stat": ["status"],
}


def environment() -> dict[str, str]:
    """One in which ``docgen`` is the one that is tested, and shells know no settings of the user."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    return os.environ | {"PATH": path, "TERM": "dumb", "HOME": os.devnull}


@pytest.mark.skipif(shutil.which("fish") is None, reason="no fish")
def test_fish_completes(desk: Desk) -> None:
    script = desk("completion fish").out
    asked = "\n".join(f"echo '?'; complete -C {shlex.quote(words)}" for words in WANTED)
    done = subprocess.run(
        ["fish", "--no-config", "-c", f"{script}\n{asked}\necho '?'; complete -C 'docgen doct'"],
        cwd=desk.root, capture_output=True, encoding="utf-8", check=True, env=environment(),
    )  # fmt: skip
    *told, described = [answer.splitlines()[1:] for answer in done.stdout.split("?")[1:]]
    offered = [[line.partition("\t")[0] for line in lines] for lines in told]
    assert dict(zip(WANTED, offered, strict=True)) == WANTED
    assert described == ["doctor\tПроверить, всё ли на этом компьютере готово к работе."], (
        "commas do not cut it"
    )


_ZSH = """
autoload -Uz compinit; compinit -D
zpty -b shell zsh -f -i
zpty -w shell 'autoload -Uz compinit; compinit -D; unsetopt zle_bracketed_paste; source ./script'
zpty -w shell 'show() { print -r -- "<<$BUFFER>>" }; zle -N show; bindkey "^P" show; print -r "READ""Y"'
zpty -r shell said '*READY*'
for words in "$@"; do
    zpty -n -w shell $'\\x15'"$words"$'\\t\\x10'
    zpty -r shell said '*<<*>>*'
    print -r -- "${${said##*<<}%%>>*}"
done
"""


@pytest.mark.skipif(shutil.which("zsh") is None, reason="no zsh")
def test_zsh_completes(desk: Desk) -> None:
    desk.write("script", desk("completion zsh").out)
    done = subprocess.run(
        ["zsh", "-f", "-c", f"zmodload zsh/zpty; {_ZSH}", "zsh", *WANTED],
        cwd=desk.root, capture_output=True, encoding="utf-8", check=True, timeout=120, env=environment(),
    )  # fmt: skip
    expected = [f"{words.rpartition(' ')[0]} {only}" for words, (only,) in WANTED.items()]
    assert [line.rstrip() for line in done.stdout.splitlines()] == expected


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
def test_bash_completes_what_stands_after_a_sign_of_equality(desk: Desk) -> None:
    script = desk("completion bash").out
    assert in_bash(["docgen", "check", "--format", "=", "sa"], script, desk.root) == ["sarif"]
    assert in_bash(["docgen", "check", "--fail-level", "="], script, desk.root) == [
        "error",
        "warning",
        "info",
    ]
