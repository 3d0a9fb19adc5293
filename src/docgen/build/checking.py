"""Everything that can be wrong with a workspace, in one list; nothing is written."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from docgen.build.batch import proved_template
from docgen.build.frozen import check_signed
from docgen.build.workspace import Workspace
from docgen.corpus import Kind, Loaded, Reference, Stage, check_document, check_references, load
from docgen.diagnostics import Problem


def check_workspace(
    workspace: Workspace,
    kinds: Sequence[Kind[Any, Any]],
    references: Sequence[Reference],
    only: Iterable[Path] | None = None,
    stage: Stage | None = None,
) -> list[Problem]:
    """Problems of sources, reference data and templates, sorted; ``only`` limits the documents, not the references."""
    chosen = None if only is None else list(only)
    loaded = load(workspace.root, kinds, references, chosen)
    found = [] if _without_references(loaded) else _documents(workspace, loaded, kinds, references, stage)
    if chosen is None:
        found += [problem for kind in kinds for problem in proved_template(workspace, kind)[1]]
    else:
        paths = {path.resolve() for path in chosen}
        found = [p for p in found if _lies_in((workspace.root / p.span.source.path).resolve(), paths)]
    return sorted({*loaded.problems, *found})


def _lies_in(place: Path, sources: set[Path]) -> bool:
    """Whether it is one of the sources, or a table in the folder of one's name."""
    return place in sources or any(
        folder.with_name(f"{folder.name}.yaml") in sources for folder in place.parents[:-1]
    )


def _without_references(loaded: Loaded) -> bool:
    """Where reference data could not be read, every key would seem unknown: those problems are told first, alone."""
    return bool(loaded.broken_references)


def _documents(
    workspace: Workspace,
    loaded: Loaded,
    kinds: Sequence[Kind[Any, Any]],
    references: Sequence[Reference],
    stage: Stage | None,
) -> list[Problem]:
    by_name = {kind.name: kind for kind in kinds}
    problems = check_references(loaded.corpus, references)
    for document in loaded.corpus.documents:
        kind = by_name.get(document.kind)
        if kind is not None:
            problems += check_document(document, kind, loaded.corpus, stage)
            problems += check_signed(document, workspace.root) if document.stage is Stage.SIGNED else ()
    return problems
