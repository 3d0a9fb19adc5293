"""What runs that were killed have left behind, cleaned up by the next one before it makes anything."""

import tempfile
from pathlib import Path

from docgen.build import atomic
from docgen.build.ledger import Ledger
from docgen.build.workspace import Workspace


def tidy(workspace: Workspace, ledger: Ledger) -> None:
    """Temporary files in ``out/``, a journal, folders of LibreOffice; only for who holds the lock of ``out/``."""
    atomic.sweep(workspace.out)
    ledger.settle()
    if any(map(_left, Path(tempfile.gettempdir()).glob("docgen-office-*"))):
        from docgen.publish.leftovers import remove_leftovers  # slow to load, seldom needed

        remove_leftovers()


def _left(folder: Path) -> bool:
    from docgen.diagnostics.system import abandoned

    pid = folder.name.split("-")[2]
    return pid.isdecimal() and abandoned(folder, int(pid))
