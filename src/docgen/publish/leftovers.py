"""Folders of runs that were killed before they could tidy up."""

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from docgen.diagnostics.system import abandoned
from docgen.publish.worker import FOLDER


def remove_leftovers() -> None:
    """Remove what nobody works in any more, and end who still works there for a run that is gone."""
    with suppress(OSError):  # some other time
        _remove()


def _remove() -> None:
    for folder in Path(tempfile.gettempdir()).glob(f"{FOLDER}*"):
        if _ours(folder) and abandoned(folder, _maker(folder.name)):
            for orphan in _working_in(folder):
                with suppress(OSError):
                    os.kill(orphan, signal.SIGKILL)
            shutil.rmtree(folder, ignore_errors=True)


def _maker(name: str) -> int:
    """The number of the process that made a folder; 0 if its name does not tell."""
    pid = name.removeprefix(FOLDER).partition("-")[0]
    return int(pid) if pid.isdecimal() else 0


def _ours(folder: Path) -> bool:
    """Whether it belongs to this user: anybody may make folders here."""
    try:
        return sys.platform == "win32" or folder.lstat().st_uid == os.geteuid()
    except OSError:
        return False


def _working_in(folder: Path) -> Iterator[int]:
    """The processes that were started for a folder: it is in their command line."""
    if sys.platform != "linux":
        return
    mark = str(folder.resolve()).encode()
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if mark in (entry / "cmdline").read_bytes():
                yield int(entry.name)
