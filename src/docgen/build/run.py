"""Making all that is stale: batches to the workers, DOCX in place, PDFs, a look at the pages. One failure stops nothing."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

from docgen.build.batch import Batch, Made, make_batch, wrong
from docgen.build.ledger import Ledger
from docgen.build.means import Means
from docgen.build.outcome import Outcome, Report
from docgen.build.placing import Outputs
from docgen.build.plan import Target, inputs_for, read_by
from docgen.build.shipping import files_for
from docgen.build.verdicts import Verdict
from docgen.build.workers import workers
from docgen.build.workspace import Workspace
from docgen.corpus import Checked, Corpus, RulesOf, Stage, check_references, load, waived_for
from docgen.diagnostics import Failure, Problem, Severity
from docgen.diagnostics.waiver import passed

if TYPE_CHECKING:  # what makes and reads PDF is loaded by the first document that wants one
    from docgen.build.publishing import Publisher

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
        self._outputs = Outputs(workspace, ledger, lambda: not wrong(self._report.problems))

    def build(self, targets: Sequence[Target]) -> Report:
        """Make what is stale; results in the order of the plan."""
        outcomes = {t.name: Outcome(t, "fresh", "") for t in targets if not t.reason}
        stale = [target for target in targets if target.reason]
        if stale:
            self._note_references(stale)
            self._make(stale, outcomes)
            self._save()
        self._report.outcomes = [outcomes[target.name] for target in targets]
        for outcome in self._report.outcomes:
            self._report.problems += outcome.problems
            self._report.waived += outcome.waived
        self._report.problems = sorted(set(self._report.problems))
        self._report.waived = sorted(set(self._report.waived))
        return self._report

    def _save(self) -> None:
        try:
            self.ledger.write()
        except Failure as failure:  # the documents are made all the same
            self._report.failures.append(failure)

    def _note_references(self, stale: Sequence[Target]) -> None:
        """What is merely noticed in reference data, or wrong with those that nobody reads here, is told by ``docgen check``."""
        registry = self._registry()
        kinds = {target.kind.name: target.kind for target in stale}
        reads = tuple(dict.fromkeys(one for kind in kinds.values() for one in kind.reads))
        loaded = load(self.workspace.root, registry.KINDS, registry.REFERENCES, [], reads=reads)
        own = {target.source.relative_to(self.workspace.root).as_posix() for target in stale}
        errors = [p for p in loaded.problems if p.severity is Severity.ERROR] + self._wrong_in(loaded.corpus)
        self._report.problems += [p for p in errors if p.span.source.path not in own]

    def _wrong_in(self, references: Corpus) -> list[Problem]:
        """The errors of reference data that can be read; proofread again only when something in them changes."""
        texts = [
            "\n".join([one.source.path, one.source.text, *passed(one.source.text, self.means.today)]).encode(
                "utf-8", "surrogatepass"
            )
            for one in references.documents
        ]
        verdict = Verdict("references", self.means.registry, *texts)
        if verdict.clean():
            return []
        registry = self._registry()
        checked = Checked(check_references(references, registry.REFERENCES))
        rules = RulesOf(registry.KINDS, registry.REFERENCES)
        for document in references.documents:
            checked = waived_for(document, checked, rules, self.means.today)
        errors = [problem for problem in checked.problems if problem.severity is Severity.ERROR]
        if not errors:
            verdict.keep()
        return errors

    def _make(self, stale: Sequence[Target], outcomes: dict[str, Outcome]) -> None:
        """Every stale document made by the workers and put in place, in the order of the plan."""
        with workers(self.means.jobs, len(stale), self.means.scheduler) as (pool, size):
            batches = list(self._batches(stale, size))
            # Begun before LibreOffice is: a process is not forked while threads are at work.
            futures = [pool.submit(make_batch, batch) for batch, _ in batches]
            with self._publisher(stale) as publisher:
                for (batch, members), future in zip(batches, futures, strict=True):
                    for target, made in zip(members, self._result(future, members), strict=True):
                        self._progress("docx", target)
                        outcome = outcomes[target.name] = self._place(target, self._at_home(batch, made))
                        if publisher and outcome.state == "built" and _published(target):
                            publisher.begin(target, made, outcome)
                if publisher:
                    publisher.finish()

    def _at_home(self, batch: Batch, made: Made) -> Made:
        """What was signed lies on our disk, which a worker of a cluster does not see."""
        if made.stage is Stage.SIGNED and batch.files:
            (made,) = make_batch(replace(batch, ids=(made.id,), files=()))
        return made

    @contextmanager
    def _publisher(self, stale: Sequence[Target]) -> "Iterator[Publisher | None]":
        """Who makes the PDFs and counts pages, if there is anything to do for it."""
        wanted = sum(_published(target) for target in stale)
        if self.means.office is None or not wanted:
            yield None
            return
        from docgen.build.publishing import Publisher

        with (
            self.means.office() as office,
            Publisher(office, self._outputs, self._report, self._progress) as publisher,
        ):
            publisher.expect(wanted)
            yield publisher

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
                ids = tuple(target.id for target in members)
                batch = Batch(root, self.means.registry, kind, ids, self._shipped(members), self.means.today)
                yield batch, members

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
            return Outcome(target, made.state, made.reason, made.problems, made.waived)
        try:
            if "docx" in target.outputs and not (target.paged and self.means.office is not None):
                self._outputs.put(target.outputs["docx"], made.docx, inputs_for("docx", target.inputs))
            for form in made.tables.keys() & target.outputs.keys():
                self._outputs.put(target.outputs[form], made.tables[form], inputs_for(form, target.inputs))
        except Failure as failure:
            self._report.failures.append(failure)
            return Outcome(target, "failed", failure.message, made.problems, made.waived)
        return Outcome(target, "built", target.reason, made.problems, made.waived)


def _published(target: Target) -> bool:
    """Whether LibreOffice must see the document: for its PDF, or for the page numbers of its contents."""
    return "pdf" in target.outputs or target.paged
