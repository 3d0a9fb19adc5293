"""An office that is quick enough to be disturbed thousands of times: what the real one has made is given back."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from docgen.publish import office
from docgen.publish.office import Job

_PROGRAM = Path(__file__).with_name("stand_in.py")


class StandIn:
    """The programs in a folder; ``recording`` teaches them what the real office makes meanwhile."""

    def __init__(self, folder: Path) -> None:
        self.program = folder / "program" / "soffice"
        self._pdfs = folder / "pdfs"
        self.program.parent.mkdir(parents=True)
        self._pdfs.mkdir()
        for name in ("soffice", "python"):
            program = self.program.with_name(name)
            shutil.copyfile(_PROGRAM, program)
            program.chmod(0o755)

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Remember every PDF that LibreOffice makes in this process."""
        finished = office._finished

        def remembered(made: Path, job: Job, reason: str) -> str:
            pdf = made.with_suffix(".pdf")
            if pdf.is_file():
                name = hashlib.sha256(job[0].read_bytes()).hexdigest()
                (self._pdfs / name).write_bytes(pdf.read_bytes())
            return finished(made, job, reason)

        with patch.object(office, "_finished", remembered):
            yield

    @contextmanager
    def chosen(self) -> Iterator[None]:
        """Builds in this process, and in its forks, use it."""
        with patch.dict(os.environ, DOCGEN_SOFFICE=str(self.program)):
            yield
