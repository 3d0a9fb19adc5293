"""Making all that is stale: read, check, compose, convert, check the pages. One broken document never stops the rest."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from docgen.build import atomic
from docgen.build.compose import Composed, compose
from docgen.build.frozen import check_signed
from docgen.build.inputs import digest
from docgen.build.ledger import UNSOUND, Ledger
from docgen.build.outcome import Outcome, Report
from docgen.build.plan import Target, inputs_for, output_name
from docgen.build.problems import NOT_TRUSTED
from docgen.build.workspace import REFERENCE, Workspace
from docgen.corpus import (
    Document,
    Kind,
    Loaded,
    Reference,
    Stage,
    check_document,
    check_references,
    load,
    with_stage,
)
from docgen.diagnostics import Failure, Problem, Severity
from docgen.publish import Conversion, Office
from docgen.publish.pages import check_pages
from docgen.render import RenderError, Template

OfficeMaker = Callable[[], Office]


Progress = Callable[[str, Target], None]


@dataclass
class _Made:
    """A document on its way: composed, its DOCX in place."""

    target: Target
    document: Document[Any]
    composed: Composed


class Builder:
    """Builds the stale targets of a plan. ``office`` makes the pool of LibreOffices; ``None``: no PDF."""

    def __init__(
        self,
        workspace: Workspace,
        references: Sequence[Reference],
        kinds: Sequence[Kind[Any, Any]],
        ledger: Ledger,
        office: OfficeMaker | None,
        progress: Progress = lambda step, target: None,
    ) -> None:
        self.workspace, self.references, self.kinds, self.ledger = workspace, references, kinds, ledger
        self._office, self._progress = office, progress
        self._templates: dict[str, tuple[Template | None, list[Problem]]] = {}
        self._report = Report()

    def build(self, targets: Sequence[Target]) -> Report:
        """Make what is stale; results in the order of the plan."""
        outcomes = {t.name: Outcome(t, "fresh", "") for t in targets if not t.reason}
        stale = [target for target in targets if target.reason]
        if stale:
            loaded = self._load(stale)
            made = []
            for target in stale:
                outcome, done = self._one(target, loaded)
                outcomes[target.name] = outcome
                if done is not None:
                    made.append(done)
            self._publish(made, outcomes)
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

    def _load(self, stale: Sequence[Target]) -> Loaded:
        read = {kind.name for target in stale for kind in self.kinds if kind.record in target.kind.reads}
        only = [target.source for target in stale] + [
            p for name in read for p in self.workspace.sources(name)
        ]
        loaded = load(self.workspace.root, self.kinds, self.references, only)
        self._report.problems += [p for p in loaded.problems if not self._belongs(p, stale)]
        # What is merely noticed in reference data is told by `docgen check`, not at every build.
        noticed = check_references(loaded.corpus, self.references)
        self._report.problems += [problem for problem in noticed if problem.severity is Severity.ERROR]
        return loaded

    def _belongs(self, problem: Problem, stale: Sequence[Target]) -> bool:
        return any(problem.span.source.path == self._shown(target) for target in stale)

    def _shown(self, target: Target) -> str:
        return target.source.relative_to(self.workspace.root).as_posix()

    def _one(self, target: Target, loaded: Loaded) -> tuple[Outcome, _Made | None]:
        self._progress("docx", target)
        problems = [p for p in loaded.problems if p.span.source.path == self._shown(target)]
        document = next(
            (d for d in loaded.corpus.documents if d.kind == target.kind.name and d.id == target.id), None
        )
        if document is None:
            return Outcome(target, "failed", "исходник не прочитан", problems), None
        broken = [path for path in loaded.broken if path.parent.name == REFERENCE]
        if broken:
            where = ", ".join(path.name for path in broken)
            untrusted = NOT_TRUSTED.at(
                document.source.span(0, 0), f"не прочитано: {where}", "исправьте ошибки в нём"
            )
            return Outcome(target, "failed", "не прочитаны справочники", [*problems, untrusted]), None
        problems += check_document(document, target.kind, loaded.corpus)
        if document.stage is Stage.SIGNED:
            problems += check_signed(document, self.workspace.root)
            return Outcome(target, "failed" if _wrong(problems) else "signed", "подписан", problems), None
        template, wrong = self._template(target.kind)
        problems += wrong
        if _wrong(problems) or template is None:
            return Outcome(target, "failed", "есть ошибки", problems), None
        return self._compose(target, document, loaded, template, problems)

    def _compose(
        self,
        target: Target,
        document: Document[Any],
        loaded: Loaded,
        template: Template,
        problems: list[Problem],
    ) -> tuple[Outcome, _Made | None]:
        try:
            composed = compose(document, target.kind, loaded.corpus, template)
            if "docx" in target.outputs:
                self._place(target.outputs["docx"], composed.docx, target)
        except RenderError as error:
            return Outcome(target, "failed", "шаблон не заполнен", [*problems, *error.problems]), None
        except Failure as failure:
            self._report.failures.append(failure)
            return Outcome(target, "failed", failure.message, problems), None
        return Outcome(target, "built", target.reason, problems), _Made(target, document, composed)

    def _template(self, kind: Kind[Any, Any]) -> tuple[Template | None, list[Problem]]:
        """The compiled template of a kind, proved against its view; once per run."""
        if kind.name not in self._templates:
            self._templates[kind.name] = proved_template(self.workspace, kind)
        return self._templates[kind.name]

    def _place(self, path: Path, data: bytes, target: Target) -> None:
        self._spare(path, data)
        atomic.write(path, data)
        self.ledger.remember(
            output_name(self.workspace, path), inputs_for(path.suffix[1:], target.inputs), data
        )

    def _spare(self, path: Path, data: bytes = b"") -> None:
        """A file that somebody has edited since docgen made it is set aside, not lost."""
        entry = self.ledger.entries.get(output_name(self.workspace, path))
        if path.is_file():
            there = path.read_bytes()
            if there != data and (entry is None or digest(there) != entry.sum):
                set_aside(path)

    def _publish(self, made: Sequence[_Made], outcomes: dict[str, Outcome]) -> None:
        """A PDF for every document that wants one; where LibreOffice fails as a whole, that is told once."""
        wanted = [one for one in made if "pdf" in one.target.outputs]
        if self._office is None:
            return
        left = {one.target.name: one for one in wanted if self._spared(one, outcomes[one.target.name])}
        if not left:
            return
        try:
            with TemporaryDirectory(prefix="docgen-build-") as folder, self._office() as office:
                jobs = [_job(one, Path(folder)) for one in left.values()]
                for one, conversion in zip(list(left.values()), office.convert(jobs), strict=True):
                    self._progress("pdf", one.target)
                    self._finish(left.pop(one.target.name), conversion, outcomes[one.target.name])
        except Failure as failure:
            self._report.failures.append(failure)
            for name in left:
                outcomes[name].state, outcomes[name].reason = "failed", "PDF не получен"

    def _spared(self, one: _Made, outcome: Outcome) -> bool:
        """Whether the PDF's place is free."""
        try:
            self._spare(one.target.outputs["pdf"])
        except Failure as failure:
            self._report.failures.append(failure)
            outcome.state, outcome.reason = "failed", failure.message
            return False
        return True

    def _finish(self, one: _Made, conversion: Conversion, outcome: Outcome) -> None:
        """The pages as the signer will see them; a PDF that does not pass will be made again."""
        if not conversion.ok:
            reason = conversion.reason or "LibreOffice не сделал PDF"
            outcome.state, outcome.reason = "failed", reason
            self._report.failures.append(Failure(f"PDF не получен: {one.target.name}: {reason}", ""))
            return
        pdf = one.target.outputs["pdf"]
        name = output_name(self.workspace, pdf)
        found: list[Problem] = []
        if one.target.kind.finished is not None:
            expected = replace(one.target.kind.finished(one.document, one.composed.view), path=name)
            found = list(with_stage(check_pages(pdf, expected), one.document.stage))
        outcome.problems += found
        if _wrong(found):
            outcome.state, outcome.reason = "failed", "PDF не прошёл проверку"
        self.ledger.remember(name, UNSOUND if _wrong(found) else one.target.inputs, pdf.read_bytes())


def _job(one: _Made, folder: Path) -> tuple[Path, Path]:
    """What LibreOffice reads and what it makes; a DOCX that nobody asked for is put into the folder."""
    pdf = one.target.outputs["pdf"]
    docx = one.target.outputs.get("docx")
    if docx is None:
        docx = folder / one.target.name.replace("/", "-")
        docx.write_bytes(one.composed.docx)
    return docx, pdf


def proved_template(workspace: Workspace, kind: Kind[Any, Any]) -> tuple[Template | None, list[Problem]]:
    """The template of a kind and what is wrong with it; no template if it cannot be compiled."""
    shown = workspace.shown_template(kind.name)
    path = workspace.template(kind.name)
    if not path.is_file():
        raise Failure(f"нет шаблона {shown}", "верните файл шаблона в папку templates")
    try:
        template = Template(path, shown)
    except RenderError as error:
        return None, list(error.problems)
    return template, list(template.proof(kind.view_type))


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


def _wrong(problems: Sequence[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)
