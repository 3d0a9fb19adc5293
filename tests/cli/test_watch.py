"""``docgen build --watch``: builds after a save, waits broken input out, ends with Ctrl-C."""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 60  # seconds; a loaded machine is slow, a hung one is a failure


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    (tmp_path / "content/protocol/2023-11-08-mshrg-4.yaml").unlink()
    return tmp_path


@pytest.fixture
def watching(workspace: Path) -> Iterator["subprocess.Popen[str]"]:
    asked = [sys.executable, "-m", "docgen", "build", "--watch", "-t", "docx"]
    with subprocess.Popen(
        asked, cwd=workspace, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        if process.poll() is None:
            process.kill()


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.02)


def told_until(process: "subprocess.Popen[str]", word: str) -> str:
    assert process.stderr is not None
    told = ""
    while word not in told:
        line = process.stderr.readline()
        assert line, told
        told += line
    return told


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent another way there")
def test_a_save_is_built_broken_input_is_told_and_ctrl_c_ends_it(
    workspace: Path, watching: "subprocess.Popen[str]"
) -> None:
    docx = workspace / "out/protocol/2026-03-12-sovet.docx"
    source = workspace / "content/protocol/2026-03-12-sovet.yaml"
    good = source.read_text(encoding="utf-8")
    told_until(watching, "Слежу")
    first = docx.read_bytes()

    source.write_text(
        good.replace("place:", "# place:").replace('number: "4"', 'number: "5"'), encoding="utf-8"
    )
    wait_for(lambda: docx.read_bytes() != first)
    told_until(watching, "собрано 1")
    second = docx.read_bytes()

    source.write_text("title: [\n", encoding="utf-8")
    assert "НЕ СОБРАН" in told_until(watching, "не собрано 1")
    assert docx.read_bytes() == second

    source.write_text(good, encoding="utf-8")
    wait_for(lambda: docx.read_bytes() == first)
    watching.send_signal(signal.SIGINT)
    assert watching.wait(PATIENCE) == 130
    assert not list((workspace / "out").rglob("*.tmp"))
