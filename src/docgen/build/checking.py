"""Everything that can be wrong with a workspace, in one list; nothing is written."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from docgen.build.batch import proved_template
from docgen.build.frozen import check_signed
from docgen.build.workspace import Workspace
from docgen.corpus import (
    UNLIMITED,
    Checked,
    Kind,
    Loaded,
    Reference,
    Stage,
    check_document,
    check_references,
    load,
    rules_by_code,
    waived_for,
)
from docgen.diagnostics import Problem


def check_workspace(
    workspace: Workspace,
    kinds: Sequence[Kind[Any, Any]],
    references: Sequence[Reference],
    only: Iterable[Path] | None = None,
    stage: Stage | None = None,
    today: date = UNLIMITED,
) -> Checked:
    """Problems of sources, reference data and templates, sorted; ``only`` limits the documents, not the references.

    A waiver that has expired before ``today`` does not act.
    """
    chosen = None if only is None else list(only)
    loaded = load(workspace.root, kinds, references, chosen)
    checked = Checked()
    if not _without_references(loaded):
        checked.problems = _documents(workspace, loaded, kinds, references, stage)
        rules = rules_by_code(*(kind.rules for kind in kinds), *(one.rules for one in references))
        for document in loaded.corpus.documents:
            checked = waived_for(document, checked, rules, today, stage)
    found, waived = checked.problems, checked.waived
    if chosen is None:
        found += [problem for kind in kinds for problem in proved_template(workspace, kind)[1]]
    else:
        paths = {path.resolve() for path in chosen}
        found, waived = _within(workspace, paths, found), _within(workspace, paths, waived)
    return Checked(sorted({*loaded.problems, *found}), sorted(set(waived)))


def _within(workspace: Workspace, paths: set[Path], problems: list[Problem]) -> list[Problem]:
    return [p for p in problems if _lies_in((workspace.root / p.span.source.path).resolve(), paths)]


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
