"""A batch of documents made by one worker: in this process, in another, or on another machine.

A worker gets a :class:`Batch` and returns :class:`Made` documents: bytes, problems, and what the PDF must satisfy. It
places nothing: outputs and ledger belong to the process that was asked to build.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from docgen.build.compose import compose
from docgen.build.frozen import check_signed
from docgen.build.known import with_known
from docgen.build.problems import NOT_TRUSTED
from docgen.build.verdicts import Verdict
from docgen.build.workspace import Workspace
from docgen.corpus import (
    UNLIMITED,
    Checked,
    Document,
    Kind,
    Loaded,
    RulesOf,
    Stage,
    check_document,
    load,
    read_kinds,
    waived_for,
)
from docgen.diagnostics import Failure, Problem, Severity
from docgen.render import RenderError, Template


@dataclass(frozen=True)
class Batch:
    """Documents of one kind.

    ``registry`` is the module that holds ``KINDS`` and ``REFERENCES``. ``files`` holds the bytes of everything that
    is read, by path from the root, for a worker that does not see the workspace's disk. ``today`` says which waivers act.
    """

    root: str
    registry: str
    kind: str
    ids: tuple[str, ...]
    files: tuple[tuple[str, bytes], ...] = ()
    today: date = UNLIMITED


@dataclass
class Made:
    """What became of a document: ``made`` with the bytes of its DOCX, ``failed`` or ``signed``."""

    kind: str
    id: str
    state: str
    reason: str = ""
    problems: list[Problem] = field(default_factory=list)
    waived: list[Problem] = field(default_factory=list)
    docx: bytes = b""
    tables: dict[str, bytes] = field(default_factory=dict)
    stage: Stage = Stage.DRAFT
    expectation: Any = None


def make_batch(batch: Batch) -> list[Made]:
    """Every document of the batch, in its order. One that is wrong never stops the others."""
    workspace = Workspace(Path(_unpacked(batch.files).name) if batch.files else Path(batch.root))
    registry = import_module(batch.registry)
    kind: Kind[Any, Any] = next(kind for kind in registry.KINDS if kind.name == batch.kind)
    sources = [workspace.source(kind.name, id_) for id_ in batch.ids]
    others = read_kinds(kind, registry.KINDS, registry.REFERENCES)
    read_too = [path for other in others for path in workspace.sources(other.name)]
    wanted = [*sources, *read_too]
    loaded = load(workspace.root, registry.KINDS, registry.REFERENCES, wanted, reads=kind.reads)
    loaded.corpus = with_known(loaded.corpus, workspace, registry.KINDS, batch.today)
    documents = {d.id: d for d in loaded.corpus.documents if d.kind == kind.name}
    rules = RulesOf(registry.KINDS, registry.REFERENCES)

    def checked(document: Document[Any]) -> Checked:
        return _checked(document, kind, loaded, rules, batch.today)

    return [_make(id_, documents.get(id_), kind, loaded, workspace, checked) for id_ in batch.ids]


def _checked(
    document: Document[Any], kind: Kind[Any, Any], loaded: Loaded, rules: RulesOf, today: date
) -> Checked:
    """What the rules find, less what is waived; what is wrong with waivers in reference data is told once by the build."""
    checked = Checked(check_document(document, kind, loaded.corpus))
    told = {problem.span.source.path for problem in checked.problems}
    for other in loaded.corpus.documents:
        own = other is document
        if own or other.source.path in told:
            checked = waived_for(other, checked, rules if own else None, today)
    return checked


def _make(
    id_: str,
    document: Document[Any] | None,
    kind: Kind[Any, Any],
    loaded: Loaded,
    workspace: Workspace,
    check: Callable[[Document[Any]], Checked],
) -> Made:
    shown = workspace.source(kind.name, id_).relative_to(workspace.root).as_posix()
    made = Made(kind.name, id_, "failed", problems=[p for p in loaded.problems if is_of(p, shown)])
    if document is None:
        made.reason = "исходник не прочитан"
        return made
    made.stage = document.stage
    broken = [path.name for path in loaded.broken_references]
    if broken:
        place = document.source.span(0, 0)
        made.problems.append(
            NOT_TRUSTED.at(place, f"не прочитано: {', '.join(broken)}", "исправьте ошибки в нём")
        )
        made.reason = "не прочитаны справочники"
        return made
    checked = check(document)
    made.problems += checked.problems
    made.waived = checked.waived
    if document.stage is Stage.SIGNED:
        made.problems += check_signed(document, workspace.root)
        made.state, made.reason = "failed" if wrong(made.problems) else "signed", "подписан"
        return made
    return _composed(made, document, kind, loaded, workspace)


def _composed(
    made: Made, document: Document[Any], kind: Kind[Any, Any], loaded: Loaded, workspace: Workspace
) -> Made:
    template, found = proved_template(workspace, kind)
    made.problems += found
    if template is None or wrong(made.problems):
        made.reason = "есть ошибки"
        return made
    try:
        composed = compose(document, kind, loaded.corpus, template)
    except RenderError as error:
        made.problems += error.problems
        made.reason = "шаблон не заполнен"
        return made
    made.state, made.docx = "made", composed.docx
    seen = loaded.corpus.only(kind.reads)
    made.tables = {form: table(document, seen) for form, table in kind.tables.items()}
    if kind.finished is not None:
        made.expectation = kind.finished(document, composed.view)
    return made


def is_of(problem: Problem, shown: str) -> bool:
    """Whether a problem lies in a source or in the folder of its name, where its tables are."""
    path = problem.span.source.path
    return path == shown or path.startswith(shown.removesuffix(".yaml") + "/")


def wrong(problems: list[Problem]) -> bool:
    """Whether any of them is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def proved_template(workspace: Workspace, kind: Kind[Any, Any]) -> tuple[Template | None, list[Problem]]:
    """The template of a kind and what is wrong with it; no template if it cannot be compiled."""
    shown = workspace.shown_template(kind.name)
    path = workspace.template(kind.name)
    if not path.is_file():
        raise Failure(f"нет шаблона {shown}", "верните файл шаблона в папку templates")
    return _proved(path.read_bytes(), shown, cast("Hashable", kind.view_type()))


@lru_cache(maxsize=32)
def _proved(content: bytes, shown: str, view_type: Hashable) -> tuple[Template | None, list[Problem]]:
    """Compiled and proved once per process and content; proved in full only until nothing is found."""
    template, view = Template(content, shown), cast("type", view_type)
    verdict = Verdict("proof", view.__module__, f"{view.__module__}.{view.__qualname__}".encode(), content)
    if verdict.clean():
        return template, []
    try:
        found = template.proof(view)
    except RenderError as error:
        return None, list(error.problems)
    if not found:
        verdict.keep()
    return template, found


@lru_cache(maxsize=4)
def _unpacked(files: tuple[tuple[str, bytes], ...]) -> "TemporaryDirectory[str]":
    """A folder with the files of a batch; removed when another batch takes its place or the worker ends."""
    folder = TemporaryDirectory(prefix="docgen-batch-")
    for name, data in files:
        path = Path(folder.name) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
