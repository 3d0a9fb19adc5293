"""Builds in which the system fails: a build is forked, strace takes hold of it, and its N-th call fails or kills it.

Everything is loaded once; each build is a fork of that, stopped until strace has it. What a build says goes into shared
memory, so that telling is no call that could fail.
"""

import io
import mmap
import os
import shutil
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from docgen.__main__ import run

PROJECT = Path(__file__).parents[2]
MINISTRY, COUNCIL = "2023-11-08-mshrg-4", "2026-03-12-sovet"
BUILD = ["-q", "build", "-t", "docx"]
OURS = {".ledger.json", ".ledger.journal", ".lock"}
WRITING = "openat,write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,chmod,fchmod,fchmodat,ftruncate,flock"
ERRORS = ("ENOSPC", "EIO", "EACCES", "EROFS")
_TOLD = 1 << 16


@dataclass(frozen=True)
class Ending:
    """How a build ended: its exit code, or minus the signal; and what it said."""

    code: int
    told: str


def strace() -> str | None:
    """The program, where it may take hold of our own children."""
    found = shutil.which("strace")
    if found is None:
        return None
    tried = subprocess.run([found, "-qq", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return found if tried.returncode == 0 else None


def shaken(root: Path, calls: str, effect: str, number: int) -> Ending:
    """Build in ``root``; the ``number``-th of the calls has an effect of strace's: ``error=EIO``, ``signal=KILL``."""
    return _traced(
        root, "-o", "/dev/null", "-e", f"trace={calls}", "-e", f"inject={calls}:{effect}:when={number}"
    )


def calls_of(root: Path) -> Counter[str]:
    """How many calls of writing a build in ``root`` makes, by name."""
    log = root.with_suffix(".calls")
    assert _traced(root, "-o", str(log), "-e", f"trace={WRITING}").code == 0
    return Counter(line.partition("(")[0] for line in log.read_text().splitlines() if "(" in line)


def _traced(root: Path, *options: str) -> Ending:
    shared = mmap.mmap(-1, _TOLD)
    pid = os.fork()
    if pid == 0:
        _build(root, shared, stopped=True)
    os.waitpid(pid, os.WUNTRACED)
    command = ["strace", "-qq", *options, "-p", str(pid)]
    tracer = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    while "\nTracerPid:\t0\n" in Path(f"/proc/{pid}/status").read_text() and tracer.poll() is None:
        time.sleep(0.002)
    os.kill(pid, signal.SIGCONT)
    status = os.waitpid(pid, 0)[1]
    tracer.wait()
    return Ending(os.waitstatus_to_exitcode(status), _said(shared))


def undisturbed(root: Path) -> Ending:
    """Build in ``root`` with nothing wrong."""
    shared = mmap.mmap(-1, _TOLD)
    pid = os.fork()
    if pid == 0:
        _build(root, shared, stopped=False)
    return Ending(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), _said(shared))


def _build(root: Path, shared: mmap.mmap, *, stopped: bool) -> None:
    os.chdir(root)
    told = io.StringIO()
    if stopped:
        os.kill(os.getpid(), signal.SIGSTOP)
    with redirect_stdout(told), redirect_stderr(told):
        code = run(BUILD)
    shared.write(told.getvalue().encode()[:_TOLD])
    os._exit(code)


def _said(shared: mmap.mmap) -> str:
    return shared[:].rstrip(b"\0").decode("utf-8", "replace")


class Workshop:
    """A workspace with a document built and changed since, and ``more`` new ones; copied for every build."""

    def __init__(self, folder: Path, more: int = 1) -> None:
        self._folder = folder
        self._first = folder / "first"
        for kept in ("protocol", "reference"):  # what is killed so often should be quick to make
            shutil.copytree(PROJECT / "content" / kept, self._first / "content" / kept)
        protocols = self._first / "content" / "protocol"
        (protocols / f"{MINISTRY}.yaml").unlink()
        begun = undisturbed(self._first)
        assert begun.code == 0, begun.told
        self.old = outputs(self._first)
        source = protocols / f"{COUNCIL}.yaml"
        source.write_text(
            source.read_text(encoding="utf-8").replace('number: "4"', 'number: "5"'), encoding="utf-8"
        )
        for number in range(more):
            shutil.copyfile(source, protocols / f"another-{number}.yaml")
        last = self.copy("last")
        os.chdir(last)
        assert run(BUILD) == 0  # in this process: what is loaded now is loaded for every fork
        self.new = outputs(last)
        assert set(self.old) < set(self.new)
        assert self.old[f"{COUNCIL}.docx"] != self.new[f"{COUNCIL}.docx"]

    def copy(self, name: str) -> Path:
        """A workspace to build in."""
        return shutil.copytree(self._first, self._folder / name)

    def wrong_after(self, root: Path, ending: Ending) -> Iterator[str]:
        """What must not be after a build that was disturbed, nor after the next one, that was not."""
        for name, data in outputs(root).items():
            if not name.endswith(".tmp") and data not in (self.old.get(name), self.new.get(name)):
                yield f"{name} is neither the old nor the new one"
        yield from self._wrongly_ended(root, ending)
        if undisturbed(root).code:
            yield "the next build fails"
        if outputs(root) != self.new:
            yield "the next build makes something else"
        if not hidden(root) <= OURS:
            yield f"left over: {hidden(root) - OURS}"

    def _wrongly_ended(self, root: Path, ending: Ending) -> Iterator[str]:
        if ending.code == 0 and outputs(root) != self.new:
            yield "says that all is well"
        if ending.code not in (0, 1, 3, -signal.SIGKILL):
            yield f"exit code {ending.code}: {ending.told[-300:]}"
        if ending.code in (1, 3) and "подсказка:" not in ending.told:
            yield f"no hint: {ending.told[-300:]}"


def outputs(root: Path) -> dict[str, bytes]:
    """What lies in ``out/protocol``."""
    return {path.name: path.read_bytes() for path in (root / "out" / "protocol").glob("*")}


def hidden(root: Path) -> set[str]:
    """What docgen keeps for itself in ``out/``."""
    return {path.name for path in (root / "out").rglob(".*")}
