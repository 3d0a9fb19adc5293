"""A pool of LibreOffice workers: many Word documents in, as many PDF/A files out, whatever happens on the way."""

import queue
import shutil
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from pathlib import Path
from types import TracebackType

from docgen.diagnostics import Failure
from docgen.diagnostics.system import cause
from docgen.publish.export import Export
from docgen.publish.finish import creation_date, place, refusal, unfit
from docgen.publish.install import Installation, find_office
from docgen.publish.isolation import isolation_works
from docgen.publish.leftovers import remove_leftovers
from docgen.publish.normalise import normalise
from docgen.publish.worker import CRASHED, SLOW, BatchWorker, Terms, UnoWorker, Worker

_BATCH = 25  # documents per command without UNO: a start costs a second, a document a tenth


@dataclass(frozen=True, slots=True)
class Conversion:
    """What became of one document: ``ok``, or ``reason`` in a Russian sentence."""

    docx: Path
    pdf: Path
    ok: bool
    reason: str = ""


Job = tuple[Path, Path]


class Office:
    """Up to ``workers`` LibreOffices, each started when first needed; use as a context manager.

    A worker that crashes or exceeds ``time_limit`` seconds on a document is ended with all its processes. After a crash
    the document is tried once more in a fresh one; what took too long would do so again, and the others wait. After
    ``renew_after`` documents a worker is replaced anyway.
    ``isolate`` and ``uno`` are switched on where they work, unless said otherwise.
    """

    def __init__(
        self,
        workers: int = 2,
        *,
        export: Export | None = None,
        time_limit: float = 60.0,
        start_limit: float = 60.0,
        renew_after: int = 400,
        isolate: bool | None = None,
        uno: bool | None = None,
        installation: Installation | None = None,
    ) -> None:
        self._installation = installation or find_office()
        self._uno, self._isolate = uno, isolate
        self._asked = (export or Export(), time_limit, start_limit)
        self._renew_after = renew_after
        self._size = max(1, workers)
        self._seats: queue.LifoQueue[Worker | None] = queue.LifoQueue()  # an open one before an empty one
        for _ in range(self._size):
            self._seats.put(None)
        self._workers: set[Worker] = set()
        self._lock = threading.Lock()
        self._threads = ThreadPoolExecutor(self._size, thread_name_prefix="office")
        self._names = count(1)
        self._opening: list[Future[None]] = []
        self._useless: Failure | None = None
        self._closed = False

    @cached_property
    def uno(self) -> bool:
        """Whether LibreOffice stays open and is driven over UNO."""
        return self._installation.python is not None if self._uno is None else self._uno

    @cached_property
    def isolated(self) -> bool:
        """Whether LibreOffice sees neither the network nor our files."""
        return isolation_works() if self._isolate is None else self._isolate

    @property
    def batch(self) -> int:
        """How many documents are best handed over at once."""
        return 1 if self.uno else _BATCH

    def __enter__(self) -> "Office":
        remove_leftovers()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End every LibreOffice at once and remove what it left; pending documents are given up."""
        with self._lock:
            self._closed = True
            workers, self._workers = self._workers, set()
        for worker in workers:
            worker.close()
        self._threads.shutdown(cancel_futures=True)

    def convert(self, jobs: Iterable[Job]) -> Iterator[Conversion]:
        """Convert ``(docx, pdf)`` pairs; one answer for each, in the same order, as soon as it is known."""
        pending = [self.submit(batch) for batch in self._batches(jobs)]
        try:
            for future in pending:
                yield from future.result()
        finally:
            _give_up(pending)

    def submit(self, batch: Sequence[Job]) -> "Future[list[Conversion]]":
        """Begin with some documents, at most :attr:`batch` of them; what became of each comes later."""
        opening = self._opening.pop() if self._opening else None
        return self._threads.submit(self._convert, batch, opening)

    def warm(self, documents: int) -> None:
        """Start as many LibreOffices as that many documents will need, while somebody else still makes them."""
        self._useless = None  # another build, another luck
        while len(self._opening) + len(self._workers) < min(self._size, documents):
            self._opening.append(self._threads.submit(self._seat))

    def _seat(self) -> None:
        """Start a worker for an empty seat. What goes wrong is told by the first document that needs one."""
        if not self.uno:  # it starts anew for every batch
            return
        seated = self._seats.get()
        try:
            seated = seated or self._hire()
            seated.open()
        except Failure:
            seated = self._dismiss(seated)
        finally:
            self._seats.put(seated)

    def _batches(self, jobs: Iterable[Job]) -> Iterable[Sequence[Job]]:
        if self.uno:
            return ([job] for job in jobs)
        ready = list(jobs)
        size = min(_BATCH, max(1, -(-len(ready) // self._size)))
        return [ready[start : start + size] for start in range(0, len(ready), size)]

    def _convert(self, batch: Sequence[Job], opening: "Future[None] | None" = None) -> list[Conversion]:
        if opening is not None:  # sooner open than another one
            opening.result()
        if self._useless is not None:  # each would wait as long for a start that does not come
            raise self._useless
        try:
            reasons = self._reasons_if_isolated(batch)
        except Failure as failure:
            self._useless = failure
            raise
        return [Conversion(*job, not reasons[job], reasons[job]) for job in batch]

    def _reasons_if_isolated(self, batch: Sequence[Job]) -> dict[Job, str]:
        isolated = self.isolated
        try:
            return self._reasons(batch)
        except Failure:
            if self._isolate or not isolated:
                raise
            # bwrap works, but not with this LibreOffice (an unusual folder, a package that isolates itself)
            self.isolated = False
            return self._reasons(batch)

    def _reasons(self, batch: Sequence[Job]) -> dict[Job, str]:
        reasons = {job: refusal(job[0]) for job in batch}
        sound = [job for job in batch if not reasons[job]]
        while sound:
            reasons.update(self._attempt(sound))
            lost = [job for job in sound if reasons[job] == CRASHED]
            reasons.update(self._attempt(lost[:1], fresh=True))  # the crash may have been another document's
            sound = lost[1:]
        return reasons

    def _attempt(self, jobs: Sequence[Job], *, fresh: bool = False) -> dict[Job, str]:
        if not jobs or self._closed:
            return dict.fromkeys(jobs, CRASHED)
        seated = self._seats.get()
        sound = False
        try:
            if seated is not None and (fresh or seated.converted >= self._renew_after):
                seated = self._dismiss(seated)
            seated = seated or self._hire()
            reasons = self._through(seated, jobs)
            sound = not {CRASHED, SLOW} & set(reasons.values())
            return reasons
        finally:
            self._seats.put(seated if sound else self._dismiss(seated))

    def _hire(self) -> Worker:
        terms = Terms(self._installation, *self._asked, self.isolated)
        worker = UnoWorker(terms) if self.uno else BatchWorker(terms)
        with self._lock:
            self._workers.add(worker)
            closed = self._closed
        if closed:
            worker.close()
        return worker

    def _dismiss(self, worker: Worker | None) -> Worker | None:
        """End a worker; what is left is an empty seat."""
        if worker is not None:
            worker.close()
            with self._lock:
                self._workers.discard(worker)
        return None

    def _through(self, worker: Worker, jobs: Sequence[Job]) -> dict[Job, str]:
        names = {f"{next(self._names):06}": job for job in jobs}
        for name, (docx, _) in names.items():
            shutil.copyfile(docx, worker.folder / f"{name}.docx")
        told = worker.convert(list(names))
        return {
            job: _finished(worker.folder / name, job, told.get(name, CRASHED)) for name, job in names.items()
        }


def _finished(made: Path, job: Job, reason: str) -> str:
    """Judge by what was made, not by what the program says; put it in its place, or say why not."""
    docx, pdf = job
    made_pdf, made_docx = made.with_suffix(".pdf"), made.with_suffix(".docx")
    try:
        if reason:
            return reason
        content = made_pdf.read_bytes()
        return unfit(content) or place(normalise(content, creation_date(docx)), pdf)
    except OSError as error:
        return f"файл не прочитать или не записать: {cause(error)}"
    finally:
        with suppress(OSError):  # the whole folder goes in the end
            made_pdf.unlink(missing_ok=True)
            made_docx.unlink(missing_ok=True)


def _give_up(pending: Iterable[Future[list[Conversion]]]) -> None:
    for future in pending:
        future.cancel()
