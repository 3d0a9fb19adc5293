"""Putting what was made in its place: nothing that a person has changed is lost, and the ledger knows of everything."""

from collections.abc import Callable
from pathlib import Path

from docgen.build import atomic
from docgen.build.inputs import Inputs, digest
from docgen.build.ledger import UNSOUND, Ledger
from docgen.build.opened import refuse_if_open
from docgen.build.plan import output_name
from docgen.build.workspace import Workspace


class Outputs:
    """The files of ``out/``. While something is wrong with what all documents share, none of them is ``sound``."""

    def __init__(self, workspace: Workspace, ledger: Ledger, sound: Callable[[], bool]) -> None:
        self._workspace, self._ledger, self._sound = workspace, ledger, sound

    def put(self, path: Path, data: bytes, inputs: Inputs) -> None:
        """Write a file and note what it was made from; ``Failure`` if its place is taken.

        What was made from something wrong is made again: the next build must tell it too.
        """
        self._spare(path, data)
        self._ledger.expect(self.name(path), data)
        atomic.write(path, data)
        self._ledger.remember(self.name(path), inputs if self._sound() else UNSOUND, data)

    def name(self, path: Path) -> str:
        """How the ledger and messages call a file."""
        return output_name(self._workspace, path)

    def _spare(self, path: Path, data: bytes) -> None:
        """A file that somebody has edited since docgen made it is set aside, not lost."""
        entry = self._ledger.entries.get(self.name(path))
        try:
            there = path.read_bytes() if path.is_file() else data
        except OSError as error:
            raise atomic.refused(path, error) from error
        if there != data:
            refuse_if_open(path)
            if entry is None or digest(there) != entry.sum:
                set_aside(path)


def set_aside(path: Path) -> Path:
    """Rename a file so that a new one can take its place: «x.docx» → «x (правка 1).docx»."""
    number = 1
    while (kept := path.with_name(f"{path.stem} (правка {number}){path.suffix}")).exists():
        number += 1
    try:
        path.replace(kept)
    except OSError as error:
        raise atomic.refused(path, error) from error
    return kept
