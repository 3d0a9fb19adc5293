"""Making all that is stale: batches to the workers, DOCX in place, PDFs, a look at the pages. One failure stops nothing."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from docgen.build import atomic
from docgen.build.batch import Batch, Made, make_batch, wrong
from docgen.build.inputs import Inputs, digest
from docgen.build.ledger import UNSOUND, Ledger
from docgen.build.means import Means
from docgen.build.outcome import Outcome, Report
from docgen.build.plan import Target, inputs_for, output_name, read_by
from docgen.build.shipping import files_for
from docgen.build.verdicts import Verdict
from docgen.build.workers import workers
from docgen.build.workspace import Workspace
from docgen.corpus import Corpus, Stage, check_references, load, with_stage
from docgen.diagnostics import Failure, Problem, Severity

if TYPE_CHECKING:  # what makes and reads PDF is loaded by the first document that wants one
    from docgen.publish import Conversion

Progress = Callable[[str, Target], None]


class Builder:
    """Builds the stale targets of a plan."""

    def __init__(
        self,
        workspace: Workspace,
        ledger: Ledger,
        means: Means,
        progress: Progress = lambda step, target: None,
    ) -> None:
        self.workspace, self.ledger, self.means = workspace, ledger, means
        self._progress = progress
        self._report = Report()

    def build(self, targets: Sequence[Target]) -> Report:
        """Make what is stale; results in the order of the plan."""
        outcomes = {t.name: Outcome(t, "fresh", "") for t in targets if not t.reason}
        stale = [target for target in targets if target.reason]
        if stale:
            self._note_references(stale)
            self._publish(self._placed(stale, outcomes), outcomes)
            self._save()
        self._report.outcomes = [outcomes[target.name] for target in targets]
        for outcome in self._report.outcomes:
            self._report.problems += outcome.problems
        self._report.problems = sorted(set(self._report.problems))
        return self._report

    def _save(self) -> None:
        try:
            self.ledger.write()
        except Failure as failure:  # the documents are made all the same
            self._report.failures.append(failure)

    def _note_references(self, stale: Sequence[Target]) -> None:
        """What is merely noticed in reference data is told by ``docgen check``, not at every build."""
        registry = self._registry()
        loaded = load(self.workspace.root, registry.KINDS, registry.REFERENCES, [])
        own = {target.source.relative_to(self.workspace.root).as_posix() for target in stale}
        errors = [p for p in loaded.problems if p.severity is Severity.ERROR] + self._wrong_in(loaded.corpus)
        self._report.problems += [p for p in errors if p.span.source.path not in own]

    def _wrong_in(self, references: Corpus) -> list[Problem]:
        """The errors of reference data that can be read; proofread again only when something in them changes."""
        texts = [
            f"{one.source.path}\n{one.source.text}".encode("utf-8", "surrogatepass")
            for one in references.documents
        ]
        verdict = Verdict("references", self.means.registry, *texts)
        if verdict.clean():
            return []
        noticed = check_references(references, self._registry().REFERENCES)
        errors = [problem for problem in noticed if problem.severity is Severity.ERROR]
        if not errors:
            verdict.keep()
        return errors

    def _placed(self, stale: Sequence[Target], outcomes: dict[str, Outcome]) -> "list[tuple[Target, Made]]":
        """Every stale document made by the workers and its DOCX put in place, in the order of the plan."""
        placed = []
        with workers(self.means.jobs, len(stale), self.means.scheduler) as (pool, size):
            batches = list(self._batches(stale, size))
            futures = [pool.submit(make_batch, batch) for batch, _ in batches]
            for (batch, members), future in zip(batches, futures, strict=True):
                for target, made in zip(members, self._result(future, members), strict=True):
                    self._progress("docx", target)
                    if made.stage is Stage.SIGNED and batch.files:  # what was signed lies on our disk
                        (made,) = make_batch(replace(batch, ids=(target.id,), files=()))
                    outcomes[target.name] = self._place(target, made)
                    if outcomes[target.name].state == "built":
                        placed.append((target, made))
        return placed

    def _result(self, future: "Future[list[Made]]", members: Sequence[Target]) -> list[Made]:
        """What a worker made; a worker that died takes only its documents with it, and is told once."""
        try:
            return future.result()
        except BrokenExecutor:
            died = Failure("рабочий процесс завершился сам", "повторите с -j 1; хватает ли памяти?")
            if all(failure.message != died.message for failure in self._report.failures):
                self._report.failures.append(died)
            return [Made(target.kind.name, target.id, "failed", died.message) for target in members]

    def _batches(self, stale: Sequence[Target], size: int) -> Iterator[tuple[Batch, list[Target]]]:
        """A kind at a time, small enough that all workers end at about the same moment."""
        root = str(self.workspace.root)
        step = max(1, min(50, -(-len(stale) // (size * 4))))
        for kind in dict.fromkeys(target.kind.name for target in stale):
            of_kind = [target for target in stale if target.kind.name == kind]
            for start in range(0, len(of_kind), step):
                members = of_kind[start : start + step]
                batch = Batch(root, self.means.registry, kind, tuple(target.id for target in members))
                yield replace(batch, files=self._shipped(members)), members

    def _shipped(self, members: list[Target]) -> tuple[tuple[str, bytes], ...]:
        """A worker of a cluster does not see our disk."""
        if not self.means.scheduler:
            return ()
        registry = self._registry()
        read = read_by(self.workspace, members[0].kind, registry.KINDS, registry.REFERENCES)
        return files_for(self.workspace, members, read)

    def _registry(self) -> Any:
        return import_module(self.means.registry)

    def _place(self, target: Target, made: Made) -> Outcome:
        if made.state != "made":
            return Outcome(target, made.state, made.reason, made.problems)
        try:
            if "docx" in target.outputs:
                path = target.outputs["docx"]
                self._spare(path, made.docx)
                atomic.write(path, made.docx)
                self._remember(path, inputs_for("docx", target.inputs), made.docx)
        except Failure as failure:
            self._report.failures.append(failure)
            return Outcome(target, "failed", failure.message, made.problems)
        return Outcome(target, "built", target.reason, made.problems)

    def _remember(self, path: Path, inputs: Inputs, data: bytes) -> None:
        """While reference data are wrong, what was made with them is made again: the next build must tell it too."""
        name = output_name(self.workspace, path)
        self.ledger.remember(name, UNSOUND if wrong(self._report.problems) else inputs, data)

    def _spare(self, path: Path, data: bytes = b"") -> None:
        """A file that somebody has edited since docgen made it is set aside, not lost."""
        entry = self.ledger.entries.get(output_name(self.workspace, path))
        if path.is_file():
            there = path.read_bytes()
            if there != data and (entry is None or digest(there) != entry.sum):
                set_aside(path)

    def _publish(self, made: "list[tuple[Target, Made]]", outcomes: dict[str, Outcome]) -> None:
        """A PDF for every document that wants one; where LibreOffice fails as a whole, that is told once."""
        if self.means.office is None:
            return
        left = {
            target.name: (target, one)
            for target, one in made
            if "pdf" in target.outputs and self._spared(target, outcomes[target.name])
        }
        if not left:
            return
        try:
            with TemporaryDirectory(prefix="docgen-build-") as folder, self.means.office() as office:
                jobs = [_job(target, one, Path(folder)) for target, one in left.values()]
                for (target, one), done in zip(list(left.values()), office.convert(jobs), strict=True):
                    self._progress("pdf", target)
                    del left[target.name]
                    self._finish(target, one, done, outcomes[target.name])
        except Failure as failure:
            self._report.failures.append(failure)
            for name in left:
                outcomes[name].state, outcomes[name].reason = "failed", "PDF не получен"

    def _spared(self, target: Target, outcome: Outcome) -> bool:
        """Whether the PDF's place is free."""
        try:
            self._spare(target.outputs["pdf"])
        except Failure as failure:
            self._report.failures.append(failure)
            outcome.state, outcome.reason = "failed", failure.message
            return False
        return True

    def _finish(self, target: Target, made: Made, conversion: "Conversion", outcome: Outcome) -> None:
        """The pages as the signer will see them; a PDF that does not pass will be made again."""
        if not conversion.ok:
            reason = conversion.reason or "LibreOffice не сделал PDF"
            outcome.state, outcome.reason = "failed", reason
            self._report.failures.append(Failure(f"PDF не получен: {target.name}: {reason}", ""))
            return
        pdf = target.outputs["pdf"]
        name = output_name(self.workspace, pdf)
        found: list[Problem] = []
        if made.expectation is not None:
            from docgen.publish import check_pages

            found = list(with_stage(check_pages(pdf, replace(made.expectation, path=name)), made.stage))
        outcome.problems += found
        if wrong(found):
            outcome.state, outcome.reason = "failed", "PDF не прошёл проверку"
        self._remember(pdf, UNSOUND if wrong(found) else target.inputs, pdf.read_bytes())


def _job(target: Target, made: Made, folder: Path) -> tuple[Path, Path]:
    """What LibreOffice reads and what it makes; a DOCX that nobody asked for is put into the folder."""
    docx = target.outputs.get("docx")
    if docx is None:
        docx = folder / target.name.replace("/", "-")
        docx.write_bytes(made.docx)
    return docx, target.outputs["pdf"]


def set_aside(path: Path) -> Path:
    """Rename a file so that a new one can take its place: «x.docx» → «x (правка 1).docx»."""
    number = 1
    while (kept := path.with_name(f"{path.stem} (правка {number}){path.suffix}")).exists():
        number += 1
    try:
        path.replace(kept)
    except OSError as error:
        raise Failure(
            f"нет доступа на запись: {path}", "закройте файл в Word или другой программе"
        ) from error
    return kept
