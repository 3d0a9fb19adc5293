"""A small pool of child processes that read foreign files: killed when their time is out, started anew after a crash."""

import contextlib
import json
import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

from docgen.papers import problems
from docgen.papers.child import read_message, write_message
from docgen.papers.limits import LIMITS, Limits
from docgen.papers.refusal import Refusal

_LONGEST_ANSWER = 256 << 20
_FAREWELL = 2.0  # seconds that one that does not answer any more may take to end
_RESAVE = "заново сохраните документ в программе, где он сделан"


@dataclass
class _Child:
    """One process and the thread that speaks with it."""

    task: str
    process: "subprocess.Popen[bytes] | None" = None
    timed_out: bool = field(default=False)

    def ask(self, header: bytes, data: bytes, seconds: float) -> dict[str, Any]:
        """The answer, or a refusal."""
        process = self._running()
        self.timed_out = False
        timer = threading.Timer(seconds, self._out_of_time)
        timer.start()
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            write_message(process.stdin, header)
            write_message(process.stdin, data)
            answer = read_message(process.stdout, _LONGEST_ANSWER)
        except OSError:
            answer = None
        finally:
            timer.cancel()
        if answer is None:
            raise self._lost()
        told: dict[str, Any] = json.loads(answer)
        return told

    def stop(self) -> None:
        """End the process."""
        if self.process is not None:
            _kill(self.process)
            self.process.wait()
            for stream in (self.process.stdin, self.process.stdout):
                if stream is not None:
                    with contextlib.suppress(OSError):
                        stream.close()
            self.process = None

    def _running(self) -> "subprocess.Popen[bytes]":
        if self.process is None or self.process.poll() is not None:
            self.stop()
            self.process = subprocess.Popen(
                [sys.executable, "-m", "docgen.papers.child", self.task],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        return self.process

    def _out_of_time(self) -> None:
        self.timed_out = True
        if self.process is not None:
            _kill(self.process)

    def _lost(self) -> Refusal:
        """Why there is no answer."""
        status = _ended(self.process) if self.process is not None else 0
        self.stop()
        if self.timed_out or status == -getattr(signal, "SIGPROF", 0):
            return Refusal(problems.TOO_SLOW, "чтение файла не уложилось в отведённое время", _RESAVE)
        return Refusal(problems.CRASHED, "процесс, читавший файл, аварийно завершился", _RESAVE)


def _ended(process: "subprocess.Popen[bytes]") -> int:
    """How it ended; one that was only cut off from us waits for us for ever, and is ended."""
    try:
        return process.wait(_FAREWELL)
    except subprocess.TimeoutExpired:
        _kill(process)
        return process.wait()


class Children:
    """Runs ``task`` («room.module:function») over files in child processes.

    The function gets the request and the bytes of the file and returns what JSON can say.
    """

    def __init__(self, task: str, count: int, limits: Limits = LIMITS) -> None:
        self._count = max(1, count)
        self._limits = limits
        self._free = [_Child(task) for _ in range(self._count)]
        self._lock = threading.Lock()

    def __enter__(self) -> "Children":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for child in self._free:
            child.stop()

    def run(self, files: Sequence[tuple[Path, dict[str, Any]]]) -> Iterator[Any]:
        """The answers or :class:`Refusal` of all files, in their order."""
        with ThreadPoolExecutor(self._count) as pool:
            yield from pool.map(lambda one: self._one(*one), files)

    def _one(self, file: Path, request: dict[str, Any]) -> Any:
        try:
            data = _bytes(file, self._limits.file)
            with self._lock:
                child = self._free.pop()
            try:
                told = child.ask(json.dumps(request).encode(), data, self._limits.wall)
            finally:
                with self._lock:
                    self._free.append(child)
            return told["answer"] if "answer" in told else _failed(told["failed"])
        except Refusal as refusal:
            return refusal


def _failed(why: str) -> Refusal:
    if why == "memory":
        return Refusal(problems.CRASHED, "для чтения файла не хватило памяти", _RESAVE)
    if why == "depth":
        return Refusal(problems.TOO_LARGE, "слишком глубокая вложенность внутри файла", _RESAVE)
    return Refusal(problems.CRASHED, f"разбор файла прервался ({why})", "пришлите файл разработчикам docgen")


def _bytes(file: Path, longest: int) -> bytes:
    """The bytes of an ordinary file; a pipe or a device is not even opened."""
    try:
        about = file.stat()
        if not stat.S_ISREG(about.st_mode):
            raise Refusal(problems.NO_FILE, "это не обычный файл", "скопируйте документ в обычный файл")
        if about.st_size > longest:
            told = f"файл больше {longest >> 20} МБ"
            raise Refusal(problems.TOO_LARGE, told, "уменьшите рисунки или разделите документ")
        with file.open("rb") as stream:
            return stream.read(longest + 1)
    except OSError as error:
        told = f"файл не открыть: {error.strerror or error}"
        raise Refusal(problems.NO_FILE, told, "проверьте права и то, что файл на месте") from error


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """The process with everything that it started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:  # pragma: no cover - Windows
            process.kill()
