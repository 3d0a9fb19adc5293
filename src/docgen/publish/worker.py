"""One LibreOffice that turns documents in its own folder into PDF: over UNO, or by one command per batch.

A worker says what became of each document of a batch: an empty text for «done», a reason for «never»; what it
does not mention was lost (a crash, the time limit) and may be tried again by another worker.
"""

import contextlib
import json
import os
import queue
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from docgen.diagnostics import Failure
from docgen.publish import process
from docgen.publish.export import PDF_FILTER, WORD_FILTER, Export
from docgen.publish.install import Installation
from docgen.publish.isolation import isolated
from docgen.publish.profile import write_profile

FOLDER = "docgen-office-"
CRASHED = "LibreOffice завершается на этом документе"
SLOW = "документ не уложился в отведённое время"
_STARTS = 3  # one that ends at once may have been ended by somebody
_SCRIPT = Path(__file__).with_name("uno_worker.py")
_REFUSED = "LibreOffice не смог прочитать файл: он повреждён или это не документ Word"


@dataclass(frozen=True, slots=True)
class Terms:
    """How workers work: with which LibreOffice, to what settings, how long, isolated or not."""

    installation: Installation
    export: Export
    time_limit: float
    start_limit: float
    isolate: bool


class Worker:
    """A LibreOffice with a profile and a folder of its own. ``folder`` is where documents are laid down."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self.folder = Path(tempfile.mkdtemp(prefix=f"{FOLDER}{os.getpid()}-")).resolve()
        try:
            self.profile = write_profile(self.folder / "profile")
        except OSError:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise
        self.converted = 0
        self._process: subprocess.Popen[str] | None = None
        self._closed = False

    def convert(self, names: Sequence[str]) -> dict[str, str]:
        """Turn ``<name>.docx`` in the folder into ``<name>.pdf`` for each name; what became of each."""
        raise NotImplementedError

    def open(self) -> None:
        """Start, if this LibreOffice stays open and has not been started."""

    def close(self) -> None:
        """End LibreOffice and remove the folder; may be called from another thread, and twice."""
        self._closed = True
        running = self._process
        if running is not None:
            process.end(running)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _start(self, command: Sequence[str], *, talk: bool) -> subprocess.Popen[str]:
        program = self.terms.installation.program
        if self.terms.isolate:
            readable = [program.parent.parent, _SCRIPT, *filter(None, [self.terms.installation.python])]
            command = isolated(command, self.folder, readable)
        running = process.start(command, environment=_environment(), talk=talk)
        self._process = running
        if self._closed:  # closed by another thread while we started
            process.end(running)
        return running


class UnoWorker(Worker):
    """A LibreOffice that stays open and is driven over UNO."""

    def __init__(self, terms: Terms) -> None:
        super().__init__(terms)
        self._answers: queue.Queue[str | None] = queue.Queue()

    def convert(self, names: Sequence[str]) -> dict[str, str]:
        self.open()
        outcome = {}
        for name in names:
            paths = {kind: str(self.folder / f"{name}.{kind}") for kind in ("docx", "pdf")}
            try:
                answer = self._ask(json.dumps(paths))
            except queue.Empty:
                outcome[name] = SLOW
                break
            if answer is None or "trouble" in answer:
                break
            self.converted += 1
            outcome[name] = "" if answer["loaded"] else _REFUSED
        return outcome

    def open(self) -> None:
        """Start, if not done yet; ``Failure`` if LibreOffice does not answer."""
        if self._process is not None:
            return
        for _ in range(_STARTS):
            running = self._started()
            try:
                if self._answer(self.terms.start_limit) is not None:
                    return
            except queue.Empty:  # another try would take as long
                break
            process.end(running)
        if not self._closed:
            raise Failure(
                "LibreOffice не запустился", "попробуйте запустить soffice сами; docgen doctor скажет больше"
            )

    def _started(self) -> subprocess.Popen[str]:
        order = {
            "program": str(self.terms.installation.program),
            "profile": str(self.profile),
            "settings": self.terms.export.data,
            "reader": WORD_FILTER,
            "writer": PDF_FILTER,
        }
        running = self._start(
            [str(self.terms.installation.python), str(_SCRIPT), json.dumps(order)], talk=True
        )
        assert running.stdout is not None
        threading.Thread(target=_listen, args=(running.stdout, self._answers), daemon=True).start()
        return running

    def _ask(self, question: str) -> dict[str, object] | None:
        assert self._process is not None
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(question + "\n")
            self._process.stdin.flush()
        except (OSError, ValueError):  # it died, or was closed by another thread
            return None
        return self._answer(self.terms.time_limit)

    def _answer(self, limit: float) -> dict[str, object] | None:
        """The next answer, or nothing from one that has ended; ``queue.Empty`` if there is none in time."""
        line = self._answers.get(timeout=limit)
        answer: dict[str, object] | None = json.loads(line) if line else None
        return answer


class BatchWorker(Worker):
    """A LibreOffice that is started for a batch and ends with it: where UNO is missing."""

    def convert(self, names: Sequence[str]) -> dict[str, str]:
        soffice = [
            *(str(self.terms.installation.program), f"-env:UserInstallation={self.profile.as_uri()}"),
            *("--headless", "--norestore", "--nolockcheck", f"--infilter={WORD_FILTER}"),
            *("--convert-to", self.terms.export.command_line, "--outdir", str(self.folder)),
            *(str(self.folder / f"{name}.docx") for name in names),
        ]
        status: int | None = _RESTART
        for _ in range(_STARTS):
            status = self._run(soffice, names) if status == _RESTART else status
        self.converted += len(names)
        made = {name: "" for name in names if self._made(name)}
        if status is None and len(made) < len(names):  # it was on this one when its time was over
            made[next(name for name in names if name not in made)] = SLOW
        return made

    def _run(self, command: Sequence[str], names: Sequence[str]) -> int | None:
        """How it ended; nothing if it had to be ended, because no document was finished for too long."""
        running = self._start(command, talk=False)
        limit = time.monotonic() + self.terms.start_limit + self.terms.time_limit
        finished = 0
        while running.poll() is None and time.monotonic() < limit:
            with contextlib.suppress(subprocess.TimeoutExpired):
                running.wait(_LOOK)
            if finished < (now := sum(map(self._made, names))):
                finished, limit = now, time.monotonic() + self.terms.time_limit
        status = running.poll()
        process.end(running)
        return status

    def _made(self, name: str) -> bool:
        return (self.folder / f"{name}.pdf").is_file()


_LOOK = 0.1
_RESTART = 81  # what LibreOffice ends with once on a fresh profile


def _listen(answers: IO[str], told: "queue.Queue[str | None]") -> None:
    with contextlib.suppress(OSError, ValueError):
        for line in answers:
            told.put(line)
    told.put(None)


def _environment() -> dict[str, str]:
    """Ours, without what changes the output, and without what belongs to our own Python."""
    dropped = ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "SAL_USE_VCLPLUGIN")
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, "TZ": "UTC", "LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}
