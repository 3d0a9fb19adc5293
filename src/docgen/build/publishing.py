"""The PDFs of a build: begun as soon as a document is made, looked at and put in place in the order of the plan.

LibreOffice starts while the first documents are still being made, and converts while the next ones are. It writes into
a folder of its own; only this process puts files into ``out/``, so that a killed build knows all of its files again.
"""

import os
import shutil
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cached_property
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from docgen.build import paging
from docgen.build.batch import Made, wrong
from docgen.build.ledger import UNSOUND
from docgen.build.outcome import Outcome, Report
from docgen.build.placing import Outputs
from docgen.build.plan import Target, inputs_for
from docgen.corpus import with_stage
from docgen.diagnostics import Failure, Problem
from docgen.diagnostics.system import surroundings

if TYPE_CHECKING:
    from docgen.publish import Conversion, Office


class Waiting(NamedTuple):
    """A document on its way to PDF; ``turn`` counts how often, while its page numbers are being found."""

    target: Target
    made: Made
    outcome: Outcome
    docx: Path
    pdf: Path = Path()
    turn: int = 1


_AGAIN = "повторите сборку; если не поможет, откройте DOCX в LibreOffice и сохраните его как PDF"


class Publisher:
    """Takes finished documents; use as a context manager, and :meth:`finish` before leaving it."""

    def __init__(
        self, office: "Office", outputs: Outputs, report: Report, progress: Callable[[str, Target], None]
    ) -> None:
        self._office, self._outputs, self._report, self._progress = office, outputs, report, progress
        self._numbers = count()
        self._ready: list[Waiting] = []
        self._begun: deque[tuple[Sequence[Waiting], Future[list[Conversion]]]] = deque()

    @cached_property
    def _folder(self) -> Path:
        """Called like the folders of LibreOffice: what a killed run leaves is removed with theirs."""
        from docgen.publish.worker import FOLDER

        return Path(mkdtemp(prefix=f"{FOLDER}{os.getpid()}-made-"))

    def __enter__(self) -> "Publisher":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for _, future in self._begun:
            future.cancel()
        if "_folder" in vars(self):
            shutil.rmtree(self._folder, ignore_errors=True)

    def expect(self, documents: int) -> None:
        """So many are being made: LibreOffice may start meanwhile."""
        with suppress(RuntimeError):  # no more threads: the first document will tell
            self._office.warm(documents)

    def begin(self, target: Target, made: Made, outcome: Outcome) -> None:
        """A document is made; its DOCX is in place, if anybody has asked for it and its pages need not be counted."""
        one = Waiting(target, made, outcome, target.outputs.get("docx", Path()))
        with self._sparing(one):
            self._ready.append(self._laid(one))
            made.docx = b""  # thousands may be waiting
        if len(self._ready) >= self._office.batch:
            self._hand_over()
        while self._begun and self._begun[0][1].done():
            self._take()

    def _laid(self, one: Waiting) -> Waiting:
        """The document where LibreOffice may read it."""
        name = f"{next(self._numbers):06}"
        if one.target.paged or "docx" not in one.target.outputs:
            docx, content = self._folder / f"{name}.docx", one.made.docx
            docx.write_bytes(paging.guessed(one.target, content) if one.target.paged else content)
            one = one._replace(docx=docx)
        return one._replace(pdf=self._folder / f"{name}.pdf")

    def finish(self) -> None:
        """Wait for all that was begun."""
        if self._ready:
            self._hand_over()
        while self._begun:
            self._take()

    def _hand_over(self) -> None:
        ready, self._ready = self._ready, []
        self._convert(ready)

    def _convert(self, waiting: Sequence[Waiting]) -> None:
        try:
            future = self._office.submit([(one.docx, one.pdf) for one in waiting])
        except RuntimeError as error:  # no more threads
            future = Future()
            future.set_exception(error)
        self._begun.append((waiting, future))

    def _take(self) -> None:
        """The answer on the oldest; where LibreOffice fails as a whole, that is told once."""
        waiting, future = self._begun.popleft()
        done: list[Conversion] = []
        for one in waiting:
            with self._sparing(one, "PDF не получен"):
                done = done or future.result()
        for one, conversion in zip(waiting, done, strict=False):
            if one.turn == 1 and "pdf" in one.target.outputs:
                self._progress("pdf", one.target)
            with self._sparing(one):
                self._finish(one, conversion)

    @contextmanager
    def _sparing(self, one: Waiting, reason: str = "") -> Iterator[None]:
        """What the surroundings refuse fails this document, and none of the others; the same is told once."""
        try:
            yield
        except Exception as error:
            failure = surroundings(error)
            if failure is None:
                raise
            if failure.message not in {told.message for told in self._report.failures}:
                self._report.failures.append(failure)
            self._given_up(one, reason or failure.message)

    def _finish(self, one: Waiting, conversion: "Conversion") -> None:
        """The pages as the signer will see them; a PDF that does not pass will be made again."""
        if not conversion.ok:
            reason = conversion.reason or "LibreOffice не сделал PDF"
            raise Failure(f"PDF не получен: {one.target.name}: {reason}", _AGAIN)
        content = conversion.pdf.read_bytes()
        conversion.pdf.unlink()
        if one.target.paged and not self._counted(one, content):
            return
        if "pdf" not in one.target.outputs:
            return
        found = self._faults(one, content)
        one.outcome.problems += found
        if wrong(found):
            one.outcome.state, one.outcome.reason = "failed", "PDF не прошёл проверку"
        inputs = UNSOUND if wrong(found) else one.target.inputs
        self._outputs.put(one.target.outputs["pdf"], content, inputs)

    def _counted(self, one: Waiting, content: bytes) -> bool:
        """Whether the contents shows the pages that its headings stand on; if not, it is mended and converted again.

        The numbers do not change the pages, so the second look is the last; the third is for a layout that does.
        """
        mended = paging.mended(one.docx.read_bytes(), content)
        if mended is not None and one.turn < paging.TURNS:
            one.docx.write_bytes(mended)
            self._convert([one._replace(turn=one.turn + 1)])
            return False
        if mended is not None:
            raise paging.UNSETTLED
        if "docx" in one.target.outputs:
            docx = one.docx.read_bytes()
            self._outputs.put(one.target.outputs["docx"], docx, inputs_for("docx", one.target.inputs))
        return True

    def _faults(self, one: Waiting, content: bytes) -> list[Problem]:
        if one.made.expectation is None:
            return []
        from docgen.publish import check_pages

        path = self._outputs.name(one.target.outputs["pdf"])
        return list(
            with_stage(check_pages(content, replace(one.made.expectation, path=path)), one.made.stage)
        )

    def _given_up(self, one: Waiting, reason: str) -> None:
        """What Word can show is put in place even so; a document that was not counted will be made again."""
        one.outcome.state, one.outcome.reason = "failed", reason
        if one.target.paged and "docx" in one.target.outputs:
            with suppress(Failure, OSError):
                content = one.made.docx or one.docx.read_bytes()
                self._outputs.put(one.target.outputs["docx"], content, UNSOUND)
