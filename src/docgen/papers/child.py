"""The child process in which foreign files are read: it may run out of time or memory, or crash; the parent goes on.

Started as ``python -m docgen.papers.child room.module:function``. It speaks length-prefixed JSON over its standard
streams: a header with the file's shown path and what the caller wants to know, then the bytes of the file; the answer
of the function goes back. It never opens a file by itself.
"""

import json
import os
import signal
import struct
import sys
from collections.abc import Callable
from importlib import import_module
from typing import IO, Any

from docgen.papers.limits import LIMITS

LENGTH = struct.Struct("<Q")
Answer = Callable[[dict[str, Any], bytes], Any]


def write_message(stream: IO[bytes], data: bytes) -> None:
    """A message: its length, its bytes."""
    stream.write(LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_message(stream: IO[bytes], longest: int) -> bytes | None:
    """The next message, ``None`` at the stream's end or if it is longer than it may be."""
    header = _exactly(stream, LENGTH.size)
    if header is None:
        return None
    (length,) = LENGTH.unpack(header)
    return None if length > longest else _exactly(stream, length)


def _exactly(stream: IO[bytes], length: int) -> bytes | None:
    data = stream.read(length)
    return data if len(data) == length else None


def main() -> None:
    """Answer requests until there are no more."""
    requests, answers = sys.stdin.buffer, _answers()
    room, _, name = sys.argv[1].partition(":")
    answer: Answer = getattr(import_module(room), name)
    _hold_memory()
    while (header := read_message(requests, LIMITS.file)) is not None:
        data = read_message(requests, LIMITS.file)
        if data is None:
            return
        write_message(answers, _answered(answer, json.loads(header), data))


def _answered(answer: Answer, request: dict[str, Any], data: bytes) -> bytes:
    _hold_time(LIMITS.cpu)
    try:
        told: dict[str, Any] = {"answer": answer(request, data)}
    except MemoryError:
        told = {"failed": "memory"}
    except RecursionError:
        told = {"failed": "depth"}
    except Exception as error:
        told = {"failed": f"{type(error).__name__}: {error}"[:500]}
    finally:
        _hold_time(0)
    return json.dumps(told, ensure_ascii=True).encode()


def _answers() -> IO[bytes]:
    """Standard output for answers alone: a library that prints must not garble them."""
    kept = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a device, not a path
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    return kept


def _hold_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; time is kept by the parent
        return
    resource.setrlimit(resource.RLIMIT_AS, (LIMITS.memory, LIMITS.memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _hold_time(seconds: float) -> None:
    """Processor time of one file: the system ends the process even within a library that does not listen."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


if __name__ == "__main__":
    main()
