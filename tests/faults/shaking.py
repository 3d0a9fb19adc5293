"""Runs of docgen in which the system fails: a run is forked, strace takes hold of it, and its N-th call fails or kills it.

Everything is loaded once; each run is a fork of that, stopped until strace has it. strace follows the threads of docgen,
but lets go of whatever becomes another program. What a run says goes into shared memory, so that telling is no call
that could fail.
"""

import io
import mmap
import os
import resource
import shutil
import signal
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from docgen.__main__ import heed_signals, run

_DISK = ("ENOSPC", "EIO", "EACCES", "EROFS", "EDQUOT", "ENOMEM", "EBUSY", "EINTR", "ESTALE")
_PLACE = (*_DISK, "EXDEV", "EPERM")
ERRORS = {
    **dict.fromkeys(["openat", "mkdir", "mkdirat"], (*_DISK, "EMFILE", "ENFILE", "ETXTBSY", "ELOOP")),
    **dict.fromkeys(
        ["write", "pwrite64", "fsync", "fdatasync", "close", "ftruncate", "copy_file_range", "sendfile"],
        _DISK,
    ),
    **dict.fromkeys(
        ["rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir", "chmod", "fchmod", "fchmodat"],
        _PLACE,
    ),
    **dict.fromkeys(["vfork", "fork", "clone", "clone3"], ("EAGAIN", "ENOMEM")),
    "pipe2": ("EMFILE", "ENFILE"),
    "execve": ("ETXTBSY", "EACCES", "ENOMEM", "EIO"),
    "flock": ("ENOLCK", "EINTR"),
}
"""The calls that write, open or start something, and what each may fail with.

Not those that ask for memory: where there is none, libraries in C end the process as they like.
"""
_TOLD = 1 << 16
_HANGS = 120  # seconds, after which a run is ended: it would never end by itself


@dataclass(frozen=True)
class Ending:
    """How a run ended: its exit code, or minus the signal; and what it said."""

    code: int
    told: str


@dataclass(frozen=True)
class Command:
    """A command of docgen in a folder, with a folder for temporary files and an environment of its own.

    ``largest`` is the size of the largest file that it may write: a disk that is full after so many bytes.
    """

    root: Path
    arguments: Sequence[str]
    environment: Mapping[str, str]
    largest: int | None = None

    @property
    def temporary(self) -> Path:
        """Where temporary files of this run are to lie."""
        return self.root.with_suffix(".tmp")


def strace() -> str | None:
    """The program, where it may take hold of our own children."""
    found = shutil.which("strace")
    if found is None:
        return None
    tried = subprocess.run([found, "-qq", "-o", "/dev/null", "true"], capture_output=True, check=False)
    return found if tried.returncode == 0 else None


def shaken(command: Command, calls: str, effect: str, number: int) -> Ending:
    """Run it; the ``number``-th of the calls of any thread has an effect of strace's: ``error=EIO``, ``signal=KILL``."""
    inject = f"inject={calls}:{effect}:when={number}"
    return _traced(command, "-o", "/dev/null", "-e", f"trace={calls}", "-e", inject)


def calls_of(command: Command, calls: str) -> Counter[str]:
    """How many of the calls its busiest thread makes, by name: strace counts them so too."""
    log = command.root.with_suffix(".calls")
    ending = _traced(command, "-o", str(log), "-e", f"trace={calls}")
    assert ending.code == 0, ending.told
    made: Counter[tuple[str, str]] = Counter()
    for line in log.read_text(errors="replace").splitlines():
        thread, _, call = line.partition(" ")
        if "(" in call and "resumed>" not in call:
            made[thread, call.strip().partition("(")[0]] += 1
    log.unlink()
    return Counter({name: max(n for (_, of), n in made.items() if of == name) for _, name in made})


def undisturbed(command: Command) -> Ending:
    """Run it with nothing wrong."""
    return watched(command, lambda pid: None)


def watched(command: Command, during: Callable[[int], object]) -> Ending:
    """Run it; meanwhile something may be done to its process."""
    shared = mmap.mmap(-1, _TOLD)
    pid = os.fork()
    if pid == 0:
        _run(command, shared, stopped=False)
    during(pid)
    return Ending(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), _said(shared))


def _traced(command: Command, *options: str) -> Ending:
    shared = mmap.mmap(-1, _TOLD)
    pid = os.fork()
    if pid == 0:
        _run(command, shared, stopped=True)
    os.waitpid(pid, os.WUNTRACED)
    called = ["strace", "-qq", "-f", "-b", "execve", *options, "-p", str(pid)]
    tracer = subprocess.Popen(called, stderr=subprocess.DEVNULL)
    while "\nTracerPid:\t0\n" in Path(f"/proc/{pid}/status").read_text() and tracer.poll() is None:
        time.sleep(0.002)
    os.kill(pid, signal.SIGCONT)
    status = os.waitpid(pid, 0)[1]
    tracer.kill()  # it would wait for programs that have outlived the run
    tracer.wait()
    return Ending(os.waitstatus_to_exitcode(status), _said(shared))


def _run(command: Command, shared: mmap.mmap, *, stopped: bool) -> None:
    """In the fork: never returns."""
    os.chdir(command.root)
    command.temporary.mkdir(exist_ok=True)
    os.environ.update(command.environment, TMPDIR=str(command.temporary))
    tempfile.tempdir = None
    told = io.StringIO()
    if command.largest is not None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (command.largest, resource.RLIM_INFINITY))
    heed_signals()
    signal.alarm(_HANGS)
    if stopped:
        os.kill(os.getpid(), signal.SIGSTOP)
    with redirect_stdout(told), redirect_stderr(told):
        code = run(command.arguments)
    shared.write(told.getvalue().encode()[:_TOLD])
    os._exit(code)


def _said(shared: mmap.mmap) -> str:
    return shared[:].rstrip(b"\0").decode("utf-8", "replace")
