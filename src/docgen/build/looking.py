"""What is wrong with some documents, told by one worker: reading them, the rules of their kind, their waivers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from docgen.build.batch import is_of
from docgen.build.frozen import check_signed
from docgen.build.workspace import Workspace
from docgen.corpus import (
    Checked,
    Document,
    Kind,
    Loaded,
    Reference,
    Stage,
    check_document,
    load,
    rules_by_code,
    waived_for,
)

REFERENCE = "reference"


@dataclass(frozen=True)
class Registry:
    """What there is to check: given, or imported by a worker from the module that holds ``KINDS`` and ``REFERENCES``."""

    kinds: Sequence[Kind[Any, Any]]
    references: Sequence[Reference]
    module: str = ""

    def __reduce__(self) -> Any:
        return _imported, (self.module,)


def _imported(module: str) -> Registry:
    registry = import_module(module)
    return Registry(registry.KINDS, registry.REFERENCES, module)


@dataclass(frozen=True)
class Slice:
    """Some documents for one worker."""

    root: Path
    registry: Registry
    sources: tuple[Path, ...]
    stage: Stage | None
    today: date


@dataclass(frozen=True)
class Seen:
    """What was found in a document, and whether it stays so as long as its inputs do."""

    source: Path
    checked: Checked
    lasting: bool


def look(part: Slice) -> list[Seen]:
    """Look at every document of the slice."""
    workspace, registry = Workspace(part.root), part.registry
    folders = {source.parent.name for source in part.sources}
    asked = [kind for kind in registry.kinds if kind.name in folders]
    read_too = [
        path
        for other in registry.kinds
        if any(kind.may_read(other.record) for kind in asked)
        for path in workspace.sources(other.name)
    ]
    loaded = load(part.root, registry.kinds, registry.references, [*part.sources, *read_too])
    rules = rules_by_code(
        *(kind.rules for kind in registry.kinds), *(one.rules for one in registry.references)
    )
    documents = {(one.kind, one.id): one for one in loaded.corpus.documents}
    seen = []
    for source in part.sources:
        kind = next(kind for kind in asked if kind.name == source.parent.name)
        document = documents.get((kind.name, source.stem))
        checked = Checked() if document is None else _found(document, kind, loaded, part, rules)
        shown = source.relative_to(part.root).as_posix()
        checked.problems += [problem for problem in loaded.problems if is_of(problem, shown)]
        signed = document is not None and Stage.SIGNED in (document.stage, part.stage)
        seen.append(Seen(source, checked, lasting=not signed))
    return seen


def _found(
    document: Document[Any], kind: Kind[Any, Any], loaded: Loaded, part: Slice, rules: dict[str, Any]
) -> Checked:
    """What the rules find, less what is waived; waivers in reference data are for who has seen all documents."""
    checked = Checked(check_document(document, kind, loaded.corpus, part.stage))
    if document.stage is Stage.SIGNED:
        checked.problems += check_signed(document, part.root)
    checked = waived_for(document, checked, rules, part.today, part.stage)
    for other in loaded.corpus.documents:
        others = other is not document and other.kind != REFERENCE
        if others and any(p.span.source.path == other.source.path for p in checked.problems):
            checked = waived_for(other, checked, None, part.today, part.stage)
    return checked
