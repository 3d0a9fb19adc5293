"""The PDFs of a build: begun as soon as a document is made, looked at and put in place in the order of the plan.

LibreOffice starts while the first documents are still being made, and converts while the next ones are. It writes into
a folder of its own; only this process puts files into ``out/``, so that a killed build knows all of its files again.
"""

import os
import shutil
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from docgen.build import paging
from docgen.build.batch import Made, wrong
from docgen.build.inputs import Inputs
from docgen.build.ledger import UNSOUND
from docgen.build.outcome import Outcome, Report
from docgen.build.placing import Outputs
from docgen.build.plan import Target, inputs_for
from docgen.corpus import with_stage
from docgen.diagnostics import Failure, Problem

if TYPE_CHECKING:
    from docgen.publish import Conversion, Office


class Waiting(NamedTuple):
    """A document on its way to PDF; ``turn`` counts how often, while its page numbers are being found."""

    target: Target
    made: Made
    outcome: Outcome
    job: tuple[Path, Path]
    turn: int = 1


class Publisher:
    """Takes finished documents; use as a context manager, and :meth:`finish` before leaving it."""

    def __init__(
        self, office: "Office", outputs: Outputs, report: Report, progress: Callable[[str, Target], None]
    ) -> None:
        self._office, self._outputs, self._report, self._progress = office, outputs, report, progress
        self._folder = Path()
        self._numbers = count()
        self._ready: list[Waiting] = []
        self._begun: deque[tuple[Sequence[Waiting], Future[list[Conversion]]]] = deque()

    def __enter__(self) -> "Publisher":
        from docgen.publish.worker import FOLDER

        # Called like the folders of LibreOffice: what a killed run leaves is removed with theirs.
        self._folder = Path(mkdtemp(prefix=f"{FOLDER}{os.getpid()}-made-"))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for _, future in self._begun:
            future.cancel()
        shutil.rmtree(self._folder, ignore_errors=True)

    def expect(self, documents: int) -> None:
        """So many are being made: LibreOffice may start meanwhile."""
        self._office.warm(documents)

    def begin(self, target: Target, made: Made, outcome: Outcome) -> None:
        """A document is made; its DOCX is in place, if anybody has asked for it and its pages need not be counted."""
        name = f"{next(self._numbers):06}"
        docx = target.outputs.get("docx")
        if docx is None or target.paged:
            docx = self._folder / f"{name}.docx"
            docx.write_bytes(paging.guessed(target, made.docx) if target.paged else made.docx)
        made.docx = b""  # thousands may be waiting
        self._ready.append(Waiting(target, made, outcome, (docx, self._folder / f"{name}.pdf")))
        if len(self._ready) >= self._office.batch:
            self._hand_over()
        while self._begun and self._begun[0][1].done():
            self._take()

    def finish(self) -> None:
        """Wait for all that was begun."""
        if self._ready:
            self._hand_over()
        while self._begun:
            self._take()

    def _hand_over(self) -> None:
        ready, self._ready = self._ready, []
        self._begun.append((ready, self._office.submit([one.job for one in ready])))

    def _take(self) -> None:
        """The answer on the oldest; where LibreOffice fails as a whole, that is told once."""
        waiting, future = self._begun.popleft()
        try:
            done = future.result()
        except Failure as failure:
            if failure.message not in {told.message for told in self._report.failures}:
                self._report.failures.append(failure)
            for one in waiting:
                self._given_up(one, "PDF не получен")
            return
        for one, conversion in zip(waiting, done, strict=True):
            if one.turn == 1 and "pdf" in one.target.outputs:
                self._progress("pdf", one.target)
            self._finish(one, conversion)

    def _finish(self, one: Waiting, conversion: "Conversion") -> None:
        """The pages as the signer will see them; a PDF that does not pass will be made again."""
        if not conversion.ok:
            reason = conversion.reason or "LibreOffice не сделал PDF"
            self._failed(one, reason, Failure(f"PDF не получен: {one.target.name}: {reason}", ""))
            return
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
        try:
            self._outputs.put(
                one.target.outputs["pdf"], content, UNSOUND if wrong(found) else one.target.inputs
            )
        except Failure as failure:
            self._failed(one, failure.message, failure)

    def _counted(self, one: Waiting, content: bytes) -> bool:
        """Whether the contents shows the pages that its headings stand on; if not, it is mended and converted again.

        The numbers do not change the pages, so the second look is the last; the third is for a layout that does.
        """
        docx, _ = one.job
        mended = paging.mended(docx.read_bytes(), content)
        if mended is not None and one.turn < paging.TURNS:
            docx.write_bytes(mended)
            again = one._replace(turn=one.turn + 1)
            self._begun.append(([again], self._office.submit([again.job])))
            return False
        if mended is not None:
            self._failed(one, paging.UNSETTLED.message, paging.UNSETTLED)
            return False
        return self._put_word(one, docx.read_bytes(), inputs_for("docx", one.target.inputs))

    def _put_word(self, one: Waiting, content: bytes, inputs: Inputs) -> bool:
        """The DOCX of a document whose pages were counted, in its place if anybody has asked for it."""
        try:
            if "docx" in one.target.outputs:
                self._outputs.put(one.target.outputs["docx"], content, inputs)
        except Failure as failure:
            self._failed(one, failure.message, failure)
            return False
        return True

    def _faults(self, one: Waiting, content: bytes) -> list[Problem]:
        if one.made.expectation is None:
            return []
        from docgen.publish import check_pages

        path = self._outputs.name(one.target.outputs["pdf"])
        return list(
            with_stage(check_pages(content, replace(one.made.expectation, path=path)), one.made.stage)
        )

    def _failed(self, one: Waiting, reason: str, failure: Failure) -> None:
        self._report.failures.append(failure)
        self._given_up(one, reason)

    def _given_up(self, one: Waiting, reason: str) -> None:
        """What Word can show is put in place even so; a document that was not counted will be made again."""
        one.outcome.state, one.outcome.reason = "failed", reason
        docx, _ = one.job
        if one.target.paged and docx.is_file():
            with suppress(Failure):
                if "docx" in one.target.outputs:
                    self._outputs.put(one.target.outputs["docx"], docx.read_bytes(), UNSOUND)
