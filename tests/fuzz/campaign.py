"""A campaign: mutants by number, given to a target in processes that are watched; what goes wrong is kept.

A process tells which mutant it is at in shared memory. So a crash and a hang are found out by who watches, and the
mutant that did it is made again from its number.
"""

import mmap
import os
import resource
import signal
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.fuzz.target import Target

_NOTHING = -1
_MEMORY = 3 << 30
_LOOK = 0.02


@dataclass(frozen=True)
class Found:
    """Something that must not happen: an exception, a hang, a crash; ``kind`` is the same for the same fault."""

    kind: str
    number: int
    data: bytes


@dataclass
class Tally:
    """What came of a campaign."""

    target: str
    attempts: int = 0
    seconds: float = 0.0
    verdicts: Counter[str] = field(default_factory=Counter)
    found: dict[str, Found] = field(default_factory=dict)

    def add(self, found: Found) -> None:
        """Note a finding; of each kind the first is enough."""
        self.found.setdefault(found.kind, found)

    def __str__(self) -> str:
        rate = self.attempts / self.seconds if self.seconds else 0.0
        common = ", ".join(f"{verdict} {times}" for verdict, times in self.verdicts.most_common(6))
        return f"{self.target}: {self.attempts} mutants, {rate:.0f}/s, {len(self.found)} kinds of findings ({common})"


@dataclass
class _Process:
    """A process that works through every ``step``-th number, and the memory in which it tells where it is."""

    target: Target
    seed: int
    numbers: range
    shared: Any = field(default_factory=lambda: memoryview(mmap.mmap(-1, 3 * 8)).cast("d"))
    pid: int = 0
    reader: int = 0
    told: bytes = b""
    asleep: float = 120.0
    """So many seconds of no work at all are a hang too; a busy machine may leave a process waiting for long."""

    def start(self, numbers: range) -> None:
        """Begin with the first of these numbers."""
        self.numbers = numbers
        self.reader, writer = os.pipe()
        self._tell(_NOTHING)
        self.pid = os.fork()
        if self.pid:
            os.close(writer)
            return
        try:
            os.close(self.reader)
            self._work(writer)
        finally:
            os._exit(0)

    def _work(self, writer: int) -> None:
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        for number in self.numbers:
            self._tell(number)
            data = self.target.mutant(self.seed, number)
            told = outcome(self.target, data)
            os.write(writer, f"{number} {told}\n".encode())
        self._tell(_NOTHING)

    def _tell(self, number: int) -> None:
        """Each value is written in one piece (``struct`` would put zeros there first), the number last."""
        self.shared[0], self.shared[1] = time.process_time(), time.monotonic()
        self.shared[2] = number

    @property
    def at(self) -> int:
        """The mutant it is at."""
        return int(self.shared[2])

    def hangs(self) -> bool:
        """Whether it is at one mutant for too long: of its own processor time, or asleep."""
        if self.at == _NOTHING:
            return False
        used = _processor_time(self.pid) - self.shared[0]
        return bool(used > self.target.limit or time.monotonic() - self.shared[1] > self.asleep)


def _processor_time(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def outcome(target: Target, data: bytes) -> str:
    """The verdict on a file, or «!» and where in our code an exception came from."""
    try:
        return target.attempt(data)
    except Exception as error:
        return f"!{fault(error)}"


def fault(error: Exception) -> str:
    """An exception by its type and the last places of the project that it passed: the same for the same fault."""
    root = str(Path(__file__).parents[2])
    frames = [one for one in traceback.extract_tb(error.__traceback__) if one.filename.startswith(root)]
    ours = [one for one in frames if "/.venv/" not in one.filename]
    places = "<".join(f"{Path(one.filename).name}:{one.name}" for one in reversed(ours[-2:]))
    return f"{type(error).__name__}@{places}".replace(" ", "")


def run(
    target: Target,
    seed: int,
    count: int,
    *,
    jobs: int = 1,
    seconds: float = float("inf"),
    first: int = 0,
    progress: Callable[[Tally], None] = lambda tally: None,
) -> Tally:
    """Give mutants ``first`` … ``first + count`` of a seed to a target, in so many processes, for at most so long."""
    tally = Tally(target.name)
    assert target.seeds  # made before the processes are, so that they share them
    began = time.monotonic()
    working = [_Process(target, seed, range(first + turn, first + count, jobs)) for turn in range(jobs)]
    for one in working:
        one.start(one.numbers)
        os.set_blocking(one.reader, False)
    told = began
    while working:
        working = [one for one in working if _watched(one, tally)]
        now = time.monotonic()
        tally.seconds = now - began
        if tally.seconds > seconds:
            for one in working:
                _end(one)
                _read(one, tally)
            break
        if now - told > 60:
            told = now
            progress(tally)
        time.sleep(_LOOK)
    return tally


def _watched(one: _Process, tally: Tally) -> bool:
    """Take what the process tells; whether it (or another in its place) still works."""
    _read(one, tally)
    hangs = one.hangs()
    if hangs:
        _end(one)
    elif os.waitpid(one.pid, os.WNOHANG)[0] == 0:
        return True
    _read(one, tally)
    number = one.at
    os.close(one.reader)
    if number == _NOTHING:
        return False
    tally.attempts += 1
    tally.add(Found("hang" if hangs else "crash", number, one.target.mutant(one.seed, number)))
    one.start(range(number + one.numbers.step, one.numbers.stop, one.numbers.step))
    os.set_blocking(one.reader, False)
    return True


def _end(one: _Process) -> None:
    os.kill(one.pid, signal.SIGKILL)
    os.waitpid(one.pid, 0)


def _read(one: _Process, tally: Tally) -> None:
    """The whole lines that it has told."""
    try:
        while chunk := os.read(one.reader, 1 << 16):
            *lines, one.told = (one.told + chunk).split(b"\n")
            for line in lines:
                _note(one, line.decode("utf-8", "replace"), tally)
    except BlockingIOError:
        return


def _note(one: _Process, line: str, tally: Tally) -> None:
    number, _, told = line.partition(" ")
    tally.attempts += 1
    if told.startswith("!"):
        tally.verdicts["finding"] += 1
        if told not in tally.found:
            tally.add(Found(told, int(number), one.target.mutant(one.seed, int(number))))
    else:
        tally.verdicts[told] += 1
