"""The case forms that the documents of a workspace print."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from docgen.build.workspace import Workspace
from docgen.corpus import UNLIMITED, Checked, Document, Kind, Reference, check_document, load, waived_for
from docgen.diagnostics import Problem, Severity, Span
from docgen.language.cases import Case, Certainty
from docgen.model.forms import Inflection, viewed
from docgen.model.references import refs_in


@dataclass
class FormInUse:
    """A text in a case: the form, how sure it is, where it is described, and which documents print it."""

    text: str
    kind: str
    case: Case
    form: str
    certainty: Certainty
    place: Span
    documents: list[str] = field(default_factory=list)


def forms_in_use(
    workspace: Workspace,
    kinds: Sequence[Kind[Any, Any]],
    references: Sequence[Reference],
    today: date = UNLIMITED,
) -> tuple[list[FormInUse], list[Problem]]:
    """Every form once, by text and case; problems of what could not be read."""
    loaded = load(workspace.root, kinds, references)
    by_name = {kind.name: kind for kind in kinds}
    problems = list(loaded.problems)
    found: dict[tuple[str, str, Case], FormInUse] = {}
    for document in loaded.corpus.documents:
        kind = by_name.get(document.kind)
        if kind is None:
            continue
        checked = waived_for(document, Checked(check_document(document, kind, loaded.corpus)), None, today)
        wrong = [p for p in checked.problems if p.severity is Severity.ERROR]
        if wrong:  # a document that does not stand cannot be printed, so it uses no forms yet
            problems += wrong
            continue
        for inflection in viewed(kind.view, document, loaded.corpus.only(kind.reads)).forms:
            _count(found, inflection, document)
    ordered = sorted(found.values(), key=lambda used: (used.kind, used.text, used.case.index))
    return ordered, problems


def _count(found: dict[tuple[str, str, Case], FormInUse], one: Inflection, document: Document[Any]) -> None:
    key, name = (one.kind, one.text, one.case), f"{document.kind}/{document.id}"
    if key not in found:
        place = _place(one, document)
        found[key] = FormInUse(one.text, one.kind, one.case, one.form, one.certainty, place)
    if name not in found[key].documents:
        found[key].documents.append(name)


def _place(one: Inflection, document: Document[Any]) -> Span:
    """Where the declined text is described; what a document says in place of a key has the place of that text."""
    place = one.owner.at()
    if place != one.owner.nowhere:
        return place
    spans = (ref.span for _, _, ref in refs_in(document.record) if ref.inline is one.owner and ref.span)
    return next(spans, document.record.at())
