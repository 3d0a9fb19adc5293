"""How ready the documents of a workspace are; nothing is written."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from docgen.build.batch import is_of
from docgen.build.frozen import check_signed
from docgen.build.known import with_known
from docgen.build.workspace import Workspace
from docgen.corpus import (
    UNLIMITED,
    Document,
    Kind,
    Loaded,
    Reference,
    Stage,
    load,
    read_kinds,
    readiness_of,
)
from docgen.corpus.readiness import Readiness, readiness, whole
from docgen.diagnostics import Problem, Severity

UNREAD = "Исходник"
_AUTHOR = "автор документа"


@dataclass(frozen=True)
class Standing:
    """A document and how ready it is; ``stage`` is ``None`` where its source cannot be read."""

    kind: str
    kind_title: str
    id: str
    path: str
    stage: Stage | None
    readiness: Readiness

    @property
    def name(self) -> str:
        """«programme/lipetsk-metallurgy»."""
        return f"{self.kind}/{self.id}"

    @property
    def state(self) -> str:
        """``unread``, ``errors``, ``gaps`` or ``ready``."""
        if self.stage is None:
            return "unread"
        if self.readiness.count(Severity.ERROR):
            return "errors"
        return "gaps" if self.readiness.lacks else "ready"


def standings(
    workspace: Workspace,
    kinds: Sequence[Kind[Any, Any]],
    references: Sequence[Reference],
    only: Iterable[Path] | None = None,
    stage: Stage | None = None,
    today: date = UNLIMITED,
) -> tuple[list[Standing], list[Problem]]:
    """Every document in the order of kinds and ids; and what is wrong with the reference data they rest on."""
    wanted = None if only is None else {path.resolve() for path in only}
    loaded = load(workspace.root, kinds, references, _read(workspace, kinds, references, wanted))
    loaded.corpus = with_known(loaded.corpus, workspace, kinds, today)
    read = {(document.kind, document.id): document for document in loaded.corpus.documents}
    found = []
    for kind in kinds:
        for source in workspace.sources(kind.name):
            if wanted is None or source.resolve() in wanted:
                document = read.get((kind.name, source.stem))
                shown = source.relative_to(workspace.root).as_posix()
                own = [problem for problem in loaded.problems if is_of(problem, shown)]
                if document is None:
                    found.append(_unread(kind, source.stem, shown, own))
                else:
                    found.append(_standing(document, kind, loaded, workspace, own, stage, today))
    return found, list(_elsewhere(loaded))


def _read(
    workspace: Workspace,
    kinds: Sequence[Kind[Any, Any]],
    references: Sequence[Reference],
    wanted: set[Path] | None,
) -> set[Path] | None:
    """The documents that are wanted, and those that their kinds may ask for."""
    if wanted is None:
        return None
    asked = [kind for kind in kinds if any(path.parent.name == kind.name for path in wanted)]
    others = {other.name for kind in asked for other in read_kinds(kind, kinds, references)}
    return wanted | {source.resolve() for name in others for source in workspace.sources(name)}


def _standing(
    document: Document[Any],
    kind: Kind[Any, Any],
    loaded: Loaded,
    workspace: Workspace,
    problems: list[Problem],
    stage: Stage | None,
    today: date,
) -> Standing:
    """Nothing is checked against reference data that cannot be read: every key would seem unknown."""
    if loaded.broken_references:
        state = readiness(document.record, whole(kind.title, _AUTHOR), problems)
    else:
        signed = check_signed(document, workspace.root) if document.stage is Stage.SIGNED else ()
        state = readiness_of(document, loaded.corpus, today, stage, [*problems, *signed])
    told = stage or document.stage
    return Standing(kind.name, kind.title, document.id, document.source.path, told, state)


def _unread(kind: Kind[Any, Any], id_: str, shown: str, problems: list[Problem]) -> Standing:
    parts = whole(UNREAD, _AUTHOR)
    return Standing(kind.name, kind.title, id_, shown, None, readiness(None, parts, problems))


def _elsewhere(loaded: Loaded) -> Iterator[Problem]:
    """Errors of reference data that could not be read."""
    for problem in loaded.problems:
        if problem.span.source.path.startswith("content/reference/") and problem.severity is Severity.ERROR:
            yield problem
