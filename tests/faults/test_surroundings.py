"""Where docgen runs: without a screen, in a folder that is gone, told to end."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from docgen.build.lock import alone
from tests.build.workshop import Workshop
from tests.faults.scenarios import SCENARIOS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="descriptors and signals of Linux")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    SCENARIOS["docx"].laid(tmp_path / "ws")
    return tmp_path / "ws"


def shell(root: Path, line: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """A line of the shell, where ``docgen`` is ours."""
    return subprocess.run(
        ["sh", "-c", f'docgen() {{ "{sys.executable}" -m docgen "$@"; }}; {line}'],
        cwd=root,
        env=os.environ | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("where", [">&-", "2>&-", ">&- 2>&-", "<&-", "2>/dev/full"])
def test_nobody_to_speak_to_is_no_reason_not_to_work(root: Path, where: str) -> None:
    done = shell(root, f"docgen build -t docx {where}")
    assert done.returncode == 0, done.stderr
    assert len(list((root / "out" / "protocol").glob("*.docx"))) == 1


def test_results_that_cannot_be_told_are_no_success(root: Path) -> None:
    done = shell(root, "docgen check > /dev/full")
    assert (done.returncode, done.stderr.count("\n")) == (3, 2)
    assert "на диске нет места" in done.stderr


@pytest.mark.parametrize("command", ["check", "build", "status", "fmt"])
def test_a_folder_that_is_gone_is_told(tmp_path: Path, command: str) -> None:
    done = shell(tmp_path, f"mkdir gone && cd gone && rmdir ../gone && docgen {command}")
    assert done.returncode == 3
    assert "папки, в которой вы находитесь, больше нет" in done.stderr
    assert "подсказка:" in done.stderr


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_who_is_told_to_end_ends_as_after_ctrl_c(root: Path, number: signal.Signals) -> None:
    with alone(root / "out"):
        waiting = subprocess.Popen(
            [sys.executable, "-m", "docgen", "build", "-t", "docx"], cwd=root, stderr=subprocess.PIPE
        )
        assert waiting.stderr is not None
        assert "Ждём" in waiting.stderr.readline().decode()
        waiting.send_signal(number)
        _, told = waiting.communicate()
    assert (waiting.returncode, told.decode().strip()) == (130, "Прервано")


@pytest.mark.skipif(not os.access("/proc/self/ns/mnt", os.R_OK) or os.geteuid() != 0, reason="mounts as root")
@pytest.mark.parametrize(
    ("place", "options", "told"),
    [("out", "size=40k", "на диске нет места"), ("out", "ro", "диск только для чтения")],
)
def test_a_real_disk_that_is_full_or_read_only_is_told(
    root: Path, place: str, options: str, told: str
) -> None:
    (root / place).mkdir()
    filled = "head -c 36k /dev/zero > out/ballast;" if "size" in options else ""
    build = f"{sys.executable} -m docgen -q build -t docx"
    done = shell(root, f"unshare -m sh -c 'mount -t tmpfs -o {options} none {place} && {filled} {build}'")
    if "mount:" in done.stderr or "unshare:" in done.stderr:
        pytest.skip("no right to mount")
    assert done.returncode == 3
    assert told in done.stderr


def test_documents_are_made_where_no_processes_can_be_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", refused)
    from docgen.build.means import Means

    shop = Workshop(tmp_path)
    for number in range(20):
        shop.write(f"content/note/n{number}.yaml", f"title: Записка № {number}\nauthor: Иванов И.И.\n")
    report = shop.build(means=Means("tests.build.workshop", jobs=2))
    assert {one.state for one in report.outcomes} == {"built"}
