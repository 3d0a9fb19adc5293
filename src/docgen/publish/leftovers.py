"""Folders of runs that were killed before they could tidy up."""

import os
import shutil
import tempfile
import time
from pathlib import Path

from docgen.publish import process
from docgen.publish.worker import FOLDER

_STALE = 2 * 24 * 3600.0


def remove_leftovers() -> None:
    """Remove what nobody works in any more."""
    for folder in Path(tempfile.gettempdir()).glob(f"{FOLDER}*"):
        pid = folder.name.removeprefix(FOLDER).partition("-")[0]
        if _abandoned(folder, int(pid) if pid.isdecimal() else 0):
            shutil.rmtree(folder, ignore_errors=True)


def _abandoned(folder: Path, pid: int) -> bool:
    try:
        if os.name == "posix" and pid:
            return not process.alive(pid)
        return time.time() - folder.stat().st_mtime > _STALE
    except OSError:
        return False
