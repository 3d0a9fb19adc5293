"""A folder in which a command is disturbed over and over, and what must not be after that."""

import io
import os
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack, chdir, contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from docgen.__main__ import run
from tests.faults.recording import StandIn
from tests.faults.scenarios import Scenario, environment
from tests.faults.shaking import Command, Ending, undisturbed

OURS = {".ledger.json", ".ledger.journal", ".lock", ".schema"}
_INTERRUPTED = 130
_PATIENCE = 10.0

Files = dict[str, bytes]


class Workshop:
    """A scenario, copied for every run: ``old`` is what lies there before it, ``new`` what an undisturbed one makes.

    With ``real`` PDFs are made by LibreOffice, not by what stands in for it.
    """

    def __init__(self, folder: Path, scenario: Scenario, *, real: bool = False) -> None:
        self._folder, self._scenario = folder, scenario
        self._first = folder / "first"
        self._stack = ExitStack()
        if scenario.pdf and not real:
            self._stack.enter_context(self._taught(StandIn(folder / "office")).chosen())
        self._lay(self._first)
        self.old = files_of(self._first)
        with self.copied("last") as last:
            self._here(
                last, scenario.arguments
            )  # in this process: what is loaded now is loaded for every fork
            self.new = files_of(last)
            self._ledger = _ledger(last)
        assert self.old != self.new or scenario.cached

    def close(self) -> None:
        """Give up what stands in for LibreOffice."""
        self._stack.close()

    @contextmanager
    def copied(self, name: str) -> Iterator[Path]:
        """A workspace to be disturbed in; removed with what its runs have left elsewhere."""
        root = shutil.copytree(self._first, self._folder / name)
        try:
            yield root
        finally:
            for ending in ("", ".tmp", ".cache", ".calls"):
                shutil.rmtree(root.with_suffix(ending), ignore_errors=True)

    def command(self, root: Path) -> Command:
        """The command of the scenario in a copy."""
        return Command(root, self._scenario.arguments, environment(self._scenario, root))

    def wrong_after(self, root: Path, ending: Ending) -> Iterator[str]:
        """What must not be after a run that was disturbed, nor after the next one, that was not."""
        found = files_of(root)
        for name in self.old.keys() | self.new.keys() | found.keys():
            there = found.get(name)
            if there not in (self.old.get(name), self.new.get(name)) and not self._retold(
                name, there, ending
            ):
                yield f"{name} is neither the old nor the new one"
        yield from self._wrongly_ended(found, ending)
        if _alive_in(root):
            yield "something lives on"
        again = undisturbed(self.command(root))
        if again.code not in self._scenario.again:
            yield f"the next run ends with {again.code}: {again.told[-300:]}"
        found = files_of(root)
        yield from (
            f"the next run makes another {name}"
            for name in self.new.keys() | found.keys()
            if found.get(name) != self.new.get(name)
        )
        if _ledger(root) != self._ledger:
            yield "the next run leaves another ledger"
        if left := left_over(root):
            yield f"left over: {left}"

    def _retold(self, name: str, there: bytes | None, ending: Ending) -> bool:
        """Whether it is a report, whole, that tells what the disturbance has done to the files it speaks of."""
        whole = there is not None and there.endswith((b"}\n", b"</html>\n"))
        return ending.code == 1 and name in self._scenario.reports and whole

    def _wrongly_ended(self, found: Files, ending: Ending) -> Iterator[str]:
        if ending.code == 0 and found != self.new:
            yield "says that all is well"
        if ending.code not in (0, 1, 3, _INTERRUPTED, -signal.SIGKILL):
            yield f"exit code {ending.code}: {ending.told[-300:]}"
        silent = ending.code == 1 and self._scenario.reports
        if ending.code in (1, 3) and not silent and "подсказка:" not in ending.told:
            yield f"no hint: {ending.told[-300:]}"

    def _lay(self, root: Path) -> None:
        self._scenario.laid(root)
        for arguments in self._scenario.before:
            self._here(root, arguments)
        self._scenario.changed(root)

    def _here(self, root: Path, arguments: tuple[str, ...]) -> None:
        told = io.StringIO()
        with (
            chdir(root),
            patch.dict(os.environ, environment(self._scenario, root)),
            redirect_stdout(told),
            redirect_stderr(told),
        ):
            code = run(arguments)
        assert code == 0, told.getvalue()

    def _taught(self, office: StandIn) -> StandIn:
        """What stands in for LibreOffice is taught all that it will be asked for, first guesses of pages included."""
        with office.recording():
            for name, anew in (("taught", False), ("taught-anew", True)):
                root = self._folder / name
                self._lay(root)
                if anew:
                    shutil.rmtree(root / "out")
                self._here(root, self._scenario.arguments)
                shutil.rmtree(root)
        return office


def files_of(root: Path) -> Files:
    """All files by their names, but for what docgen keeps for itself."""
    found = (path for path in root.rglob("*") if path.is_file() and path.suffix != ".tmp")
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found if path.name not in OURS}


def left_over(root: Path) -> list[str]:
    """What nobody needs any more: temporary files, also in the folders for such and in the cache."""
    hidden = [path.name for path in root.rglob(".*") if path.name not in OURS]
    cache = [path.name for path in root.with_suffix(".cache").glob(".*")]
    temporary = [path.name for path in root.with_suffix(".tmp").glob("*") if not _a_try(path)]
    return [*hidden, *cache, *temporary]


def _a_try(path: Path) -> bool:
    """Whether Python has only tried whether it may write here."""
    return path.is_file() and path.read_bytes() in (b"", b"blat")


def _ledger(root: Path) -> str:
    path = root / "out" / ".ledger.json"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _alive_in(root: Path) -> bool:
    """Whether a process still works in the folder of a run, or for its temporary one."""
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        if not any(_works_in(entry, root) for entry in Path("/proc").glob("[0-9]*")):
            return False
        time.sleep(0.02)
    return True


def _works_in(entry: Path, root: Path) -> bool:
    try:
        told = (entry / "cmdline").read_bytes()
        return str(root.with_suffix(".tmp")).encode() in told or (entry / "cwd").readlink() == root
    except OSError:
        return False
