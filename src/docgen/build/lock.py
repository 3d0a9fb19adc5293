"""One docgen at a time writes into ``out/``: a second one waits, then finds most of the work done."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

_PAUSE = 0.1


@contextmanager
def alone(folder: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the folder's lock; ``waiting`` is called once if somebody else has it.

    The system lets go of it when a process ends, however it ends. Where a lock cannot be had at all (a folder that
    cannot be written, a file system without locks) the work goes on without: writing will tell what is wrong.
    """
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    try:
        file = (folder / ".lock").open("ab")
    except OSError:
        yield
        return
    with file:
        told = False
        while not _taken(file):
            if not told:
                waiting()
                told = True
            time.sleep(_PAUSE)
        yield


def _taken(file: IO[bytes]) -> bool:
    """Whether we have the lock now, or nobody can have it."""
    try:
        _take(file.fileno())
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True


if sys.platform == "win32":

    def _take(descriptor: int) -> None:
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:

    def _take(descriptor: int) -> None:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
