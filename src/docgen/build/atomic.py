"""Writing a file so that it is whole or not there at all."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from docgen.diagnostics import Failure


def write(path: Path, data: bytes) -> None:
    """Put the bytes in place in one step; what was there before stays whole until then.

    ``Failure`` names the cause if the folder or the file does not let us: open in Word, read-only, disk full.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".tmp", dir=path.parent)
    except OSError as error:
        raise _refused(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        with suppress(OSError):  # what cannot be removed now is swept away by the next build
            temporary.unlink(missing_ok=True)


def _refused(path: Path, error: OSError) -> Failure:
    if isinstance(error, PermissionError):
        return Failure(
            f"нет доступа на запись: {path}",
            "закройте файл в Word или другой программе, проверьте права на папку",
        )
    return Failure(f"файл не записан: {path} ({error.strerror or error})", "проверьте место на диске и путь")


def sweep(folder: Path) -> None:
    """Remove temporary files that a killed run left behind."""
    for leftover in folder.rglob(".*.tmp"):
        with suppress(OSError):
            leftover.unlink(missing_ok=True)
