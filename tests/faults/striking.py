"""Blows to a build with a real LibreOffice: docgen, LibreOffice or what lies between is killed, stopped, interrupted."""

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from tests.faults.shaking import Command, Ending, watched

Blow = Callable[[Command], Ending]

LONGEST = 4.0
_AIMS = (
    ("docgen", signal.SIGKILL),
    ("soffice", signal.SIGKILL),
    ("python", signal.SIGKILL),
    ("bwrap", signal.SIGKILL),
    ("soffice", signal.SIGSEGV),
    ("docgen", signal.SIGTERM),
    ("docgen", signal.SIGINT),
    ("docgen", signal.SIGHUP),
)


def blows(seed: int = 1) -> Iterator[tuple[str, Blow]]:
    """For ever: whom, with which signal, when."""
    chance = random.Random(seed)
    while True:
        for aim, number in _AIMS:
            after = chance.uniform(0, LONGEST)
            yield f"{number.name} to {aim} after {after:.2f} s", _blow(aim, number, after)


def _blow(aim: str, number: signal.Signals, after: float) -> Blow:
    def struck(command: Command) -> Ending:
        def strike(pid: int) -> None:
            _sleep(pid, after)
            for victim in [pid] if aim == "docgen" else _named(aim, command.temporary):
                with suppress(ProcessLookupError):
                    os.kill(victim, number)

        return watched(command, strike)

    return struck


def _sleep(pid: int, seconds: float) -> None:
    """Until then, or until it has ended by itself."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and _running(pid):
        time.sleep(0.01)


def _running(pid: int) -> bool:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"


def _named(program: str, folder: Path) -> Iterator[int]:
    """The processes of a program that work in a folder."""
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parts = (entry / "cmdline").read_bytes().split(b"\0")
            if program.encode() in parts[0] and any(str(folder).encode() in part for part in parts):
                yield int(entry.name)
