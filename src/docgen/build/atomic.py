"""Writing a file so that it is whole or not there at all."""

import os
import re
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from docgen.diagnostics import Failure

_NEW, _EVERYBODY = 0o666, 0o777
_OWNER = re.compile(r"\.([0-9]+)-[^.]*\.tmp")


def write(path: Path, data: bytes) -> None:
    """Put the bytes in place in one step; what was there before stays whole until then, its rights stay.

    ``Failure`` names the cause if the folder or the file does not let us: open in Word, read-only, disk full.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=_prefix(path, os.getpid()), suffix=".tmp", dir=path.parent)
    except OSError as error:
        raise refused(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_rights(path))
        temporary.replace(path)
    except OSError as error:
        raise refused(path, error) from error
    finally:
        with suppress(OSError):  # what cannot be removed now is swept away by the next build
            temporary.unlink(missing_ok=True)


def write_where_told(path: Path, data: bytes) -> None:
    """The same for a file that the user has named: a link leads to it, a pipe or a device only takes the bytes.

    What a killed run has left beside it goes.
    """
    try:
        place = Path(os.path.realpath(path))
        if place.exists() and not (place.is_file() or place.is_dir()):
            with place.open("wb", buffering=0) as file:
                file.write(data)
            return
    except OSError as error:
        raise refused(path, error) from error
    write(place, data)
    _sweep_beside(place)


def refused(path: Path, error: OSError) -> Failure:
    """Why a file could not be written, and what to do."""
    from docgen.diagnostics.system import cause, refusal

    if isinstance(error, PermissionError):
        return Failure(
            f"нет доступа на запись: {path}",
            "закройте файл в Word или другой программе, проверьте права на папку",
        )
    told = refusal(error)
    return Failure(
        f"файл не записан: {path}: {cause(error)}", told[1] if told else "проверьте место на диске и путь"
    )


def sweep(folder: Path) -> None:
    """Remove temporary files that a killed run left behind; only for who holds the folder's lock."""
    for leftover in folder.rglob(".*.tmp"):
        with suppress(OSError):
            leftover.unlink(missing_ok=True)


def _sweep_beside(path: Path) -> None:
    """Remove the temporary files of runs that live no more, where nothing is locked."""
    for leftover in path.parent.glob(".*.tmp"):
        owner = _OWNER.search(leftover.name)
        if owner and leftover.name.startswith(_prefix(path, int(owner[1]))):
            from docgen.diagnostics.system import abandoned

            if abandoned(leftover, int(owner[1])):
                with suppress(OSError):
                    leftover.unlink(missing_ok=True)


def _prefix(path: Path, pid: int) -> str:
    return f".{path.name[:40]}.{pid}-"


def _rights(path: Path) -> int:
    """Those of the file that is replaced, else what this user gives to new files."""
    try:
        there = path.lstat()
    except OSError:
        return _NEW & ~_UMASK
    return there.st_mode & _EVERYBODY if stat.S_ISREG(there.st_mode) else _NEW & ~_UMASK


def _umask() -> int:
    """It can only be asked by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


_UMASK = _umask()  # now, while there is one thread
