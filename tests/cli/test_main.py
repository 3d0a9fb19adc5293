"""However a command ends, the exit code is the promised one and the words are Russian."""

import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from docgen.__main__ import run


@pytest.mark.parametrize(
    ("way", "code"),
    [
        ("clean", 0),
        ("problems", 1),
        ("exit", 1),
        ("failure", 3),
        ("locked", 3),
        ("bug", 4),
        ("interrupt", 130),
    ],
)
def test_exit_code_tells_how_it_ended(way: str, code: int) -> None:
    assert run(["ends", way]) == code


def test_result_goes_to_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    run(["ends", "clean"])
    assert capsys.readouterr() == ("готово\n", "")


def test_failure_is_a_sentence_and_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    run(["ends", "failure"])
    assert capsys.readouterr() == ("", "Ошибка: не найден LibreOffice\n  подсказка: установите его\n")


def test_locked_file_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    run(["ends", "locked"])
    assert capsys.readouterr().err.startswith("Ошибка: out/protocol/x.docx: нет доступа")


def test_bug_keeps_its_traceback_in_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    run(["ends", "bug"])
    told = capsys.readouterr().err
    assert told.startswith("Сбой в самом docgen: KeyError: 'протокол'\n")
    assert "Traceback" not in told
    (name,) = re.findall(r"подробности: (.+)", told)
    story = Path(name)
    assert "Traceback" in story.read_text(encoding="utf-8")
    story.unlink()


@pytest.mark.parametrize("arguments", [["-v", "ends", "bug"], ["ends", "bug", "-v"]])
def test_bug_shows_its_traceback_when_asked(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 4
    assert "Traceback" in capsys.readouterr().err


def test_bug_shows_its_traceback_to_developers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DOCGEN_DEBUG", "1")
    run(["ends", "bug"])
    assert "Traceback" in capsys.readouterr().err


def test_interruption_is_one_word(capsys: pytest.CaptureFixture[str]) -> None:
    run(["ends", "interrupt"])
    assert "Прервано" in capsys.readouterr().err


def docgen(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The real thing, in a process of its own."""
    asked = [sys.executable, "-m", "docgen", *arguments]
    return subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", check=False)


def test_process_exits_with_the_code() -> None:
    assert docgen("--version").stdout.startswith("docgen 0.")
    assert docgen("--help").returncode == 0
    assert docgen("нет-такой").returncode == 2


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys; from docgen.__main__ import run; code = run(['--help']); "
        "heavy = {'pydantic', 'pymorphy3', 'docx', 'docxtpl', 'jinja2', 'lxml', 'yaml', 'pypdf', 'xml', 'json'}; "
        "rooms = {name for name in sys.modules if name.startswith('docgen.')}; "
        "print('LOADED', heavy & set(sys.modules), sorted(rooms)); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, encoding="utf-8", check=True
    )
    loaded = done.stdout.partition("LOADED ")[2]
    assert loaded.startswith("set()")
    assert "docgen.diagnostics.report" not in loaded
    assert "docgen.cli.doctor" not in loaded


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGPIPE to speak of")
def test_reader_that_leaves_is_no_bug() -> None:
    program = f"{sys.executable} -m docgen --help | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", program], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.stderr == ""
    assert done.stdout.strip() in ("0", "1")  # 0 if it was quicker than true


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a Linux device")
def test_full_disk_is_no_bug() -> None:
    with Path("/dev/full").open("w") as full:
        asked = [sys.executable, "-m", "docgen", "--help"]
        done = subprocess.run(asked, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (
        3,
        "Ошибка: на диске нет места\n  подсказка: освободите место и повторите: то, что было готово, цело\n",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another story there")
def test_ctrl_c_is_told_in_one_word() -> None:
    program = (
        "import os, signal, sys; from docgen.__main__ import main; from docgen.cli import COMMANDS; "
        "COMMANDS['ends'] = ('tests.cli.failing:ends', ''); sys.argv[1:] = ['ends', 'sleep']; main()"
    )
    asked = [sys.executable, "-c", program]
    with subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)
    assert (process.returncode, told.strip()) == (130, "Прервано")


def test_ascii_terminal_does_not_stop_the_words() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "docgen", "--help"],
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONIOENCODING": "cp1251", "PATH": ""},
        check=False,
    )
    assert "Использование" in done.stdout
