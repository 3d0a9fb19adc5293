"""What must be made, and why: decided from content hashes alone, before anything is parsed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.build.inputs import Inputs, difference, digest, gather, shared_inputs
from docgen.build.ledger import Ledger
from docgen.build.workspace import CONTENT, REFERENCE, Workspace

if TYPE_CHECKING:  # a run with nothing to do needs the names of forms, not the records
    from docgen.corpus import Kind, Reference

FORMS = ("docx", "pdf", "xlsx")
"""The endings of outputs: every kind makes the first two, some make tables besides."""
TABLES = "tables"
"""The input that says which tables a kind makes: a run with nothing to do knows it from the ledger."""


@dataclass(frozen=True)
class Target:
    """One document's work: its source, its outputs by form, its inputs, and why it is stale (empty: fresh)."""

    kind: "Kind[Any, Any]"
    id: str
    source: Path
    outputs: dict[str, Path]
    inputs: Inputs
    reason: str

    @property
    def name(self) -> str:
        """«protocol/2023-11-08-mshrg-4»."""
        return f"{self.kind.name}/{self.id}"

    @property
    def paged(self) -> bool:
        """Whether its contents tells page numbers, and somebody can count the pages."""
        return bool(self.inputs.get("pages"))

    @property
    def uncounted(self) -> bool:
        """Whether it is printed with a contents that tells no page numbers."""
        return self.kind.paged and not self.paged and not self.outputs.keys() <= self.kind.tables.keys()


def plan(
    workspace: Workspace,
    kinds: "Sequence[Kind[Any, Any]]",
    references: "Sequence[Reference]",
    ledger: Ledger,
    forms: Sequence[str],
    *,
    only: Iterable[Path] | None = None,
    office: str = "",
    pages: str = "",
    force: bool = False,
    today: date = date.min,
) -> list[Target]:
    """The targets in a fixed order.

    ``office`` stands for what makes PDFs: its version and settings; ``pages`` for what counts pages, if anything does;
    on the day ``today`` waivers have expired or not.
    """
    wanted = None if only is None else {path.resolve() for path in only}
    targets = []
    for kind in kinds:
        sources = [
            source for source in workspace.sources(kind.name) if wanted is None or source.resolve() in wanted
        ]
        if not sources:
            continue
        shared = shared_inputs(workspace, _may_read(workspace, kind, kinds, references), today)
        for source in sources:
            outputs = _outputs(workspace, kind, source, forms)
            if not outputs:
                continue
            inputs = gather(workspace, kind.name, source, shared, today)
            if "pdf" in forms:
                inputs["office"] = office
            if kind.paged and not outputs.keys() <= kind.tables.keys():
                inputs["pages"] = pages
            if kind.tables:
                inputs[TABLES] = ",".join(kind.tables)
            reason = "сборка по требованию" if force else _stale(workspace, outputs, inputs, ledger)
            targets.append(Target(kind, source.stem, source, outputs, inputs, reason))
    return targets


def _outputs(
    workspace: Workspace, kind: "Kind[Any, Any]", source: Path, forms: Sequence[str]
) -> dict[str, Path]:
    """The outputs that are asked for, of those that the kind makes."""
    made = {"docx", "pdf", *kind.tables}
    return {form: workspace.output(kind.name, source.stem, form) for form in forms if form in made}


def read_by(
    workspace: Workspace,
    kind: "Kind[Any, Any]",
    kinds: "Sequence[Kind[Any, Any]]",
    references: "Sequence[Reference]",
) -> list[Path]:
    """The files that the kind's view may read, known from the types it names, without opening any."""
    return [path for path in _may_read(workspace, kind, kinds, references) if path.is_file()]


def _may_read(
    workspace: Workspace,
    kind: "Kind[Any, Any]",
    kinds: "Sequence[Kind[Any, Any]]",
    references: "Sequence[Reference]",
) -> list[Path]:
    """What the view may read and would read if it were there: a file that appears makes documents stale too."""
    from docgen.corpus import read_kinds

    folder = workspace.root / CONTENT / REFERENCE
    wanted = [reference for reference in references if reference.holds_any(kind.reads)]
    files = [path for one in wanted for path in dict.fromkeys((one.place(folder), *one.files(folder)))]
    for other in read_kinds(kind, kinds, references):
        for source in workspace.sources(other.name):
            files += [source, *workspace.attached(source)]
    return files


def _stale(workspace: Workspace, outputs: dict[str, Path], inputs: Inputs, ledger: Ledger) -> str:
    for form, path in outputs.items():
        entry = ledger.entries.get(output_name(workspace, path))
        if not path.is_file():
            return f"нет файла {path.name}"
        if entry is None:
            return f"файл {path.name} ещё не собирался"
        reason = difference(entry.inputs, inputs_for(form, inputs))
        if reason:
            return reason
        if digest(path.read_bytes()) != entry.sum:
            return f"файл {path.name} изменён вручную"
    return ""


def inputs_for(form: str, inputs: Inputs) -> dict[str, str]:
    """The inputs of one output: a DOCX does not depend on LibreOffice, a table not even on where pages end."""
    without = {"docx": {"office"}, "pdf": set[str]()}.get(form, {"office", "pages"})
    return {name: value for name, value in inputs.items() if name not in without}


def output_name(workspace: Workspace, path: Path) -> str:
    """An output's name in the ledger."""
    return path.relative_to(workspace.root).as_posix()
