"""Rules × documents → problems."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any

from docgen.corpus.document import Corpus, Document, Stage
from docgen.corpus.kind import Kind, Reference
from docgen.corpus.readiness import Readiness, readiness, whole
from docgen.corpus.waiving import UNLIMITED, Checked, Rules, with_waivers
from docgen.diagnostics import Problem, Severity

_MOST = 500
_GRAVE = (Severity.ERROR, Severity.GAP)


def check_document(
    document: Document[Any], kind: Kind[Any, Any], corpus: Corpus, stage: Stage | None = None
) -> list[Problem]:
    """All that the kind's rules find in a document, in order of place; ``stage`` overrides the document's own."""
    if stage is not None:
        document = replace(document, as_if=stage)
    rules = (rule for rule in kind.rules if rule.check is not None)
    found = (problem for rule in rules for problem in _first(rule(document, corpus)))
    return sorted(with_stage(found, document.stage))


def _first(found: Iterator[Problem]) -> list[Problem]:
    """As many problems of one rule as anyone mends at once; the last one tells that there are more."""
    some = list(islice(found, _MOST + 1))
    if len(some) > _MOST:
        last = some[_MOST - 1]
        some[_MOST - 1 :] = [replace(last, message=f"{last.message}; дальше таких же замечаний больше")]
    return some


def check_references(corpus: Corpus, references: Sequence[Reference]) -> list[Problem]:
    """All that is wrong with the reference data."""
    return sorted(
        problem
        for document in corpus.documents
        if document.kind == "reference"
        for reference in references
        if reference.holds_any((type(document.record),))
        for rule in reference.rules
        for problem in rule(document, corpus)
    )


def waived_for(
    document: Document[Any], checked: Checked, rules: Rules | None, today: date, stage: Stage | None = None
) -> Checked:
    """With the document's own waivers, which expire only while it may still be changed."""
    signed = (stage or document.stage) is Stage.SIGNED
    return with_waivers(checked, document.source, rules, UNLIMITED if signed else today)


def with_stage(problems: Iterable[Problem], stage: Stage) -> Iterator[Problem]:
    """From ``to_sign`` on a gap is an error."""
    for problem in problems:
        if problem.severity is Severity.GAP and stage is not Stage.DRAFT:
            yield replace(problem, raised=Severity.ERROR)
        else:
            yield problem


def readiness_of(
    document: Document[Any],
    corpus: Corpus,
    today: date = UNLIMITED,
    stage: Stage | None = None,
    besides: Iterable[Problem] = (),
) -> Readiness:
    """How ready a document is, by the parts of its kind; ``besides`` is what is known to be wrong with it already.

    Rules that only warn are not asked. What the kind of the document is, the corpus knows.
    """
    kind = next(kind for kind in corpus.kinds if kind.name == document.kind)
    if stage is not None:
        document = replace(document, as_if=stage)
    known = corpus.known(document) if document.as_if is None else None
    if known is not None:
        grave = [problem for problem in known if problem.severity in _GRAVE]
        acting = sorted({*besides, *grave})
    else:
        rules = [rule for rule in kind.rules if rule.severity in _GRAVE]
        found = (problem for rule in rules if rule.check is not None for problem in rule(document, corpus))
        checked = Checked([*besides, *with_stage(found, document.stage)])
        acting = waived_for(document, checked, None, today, stage).problems
    parts = kind.parts(document, corpus) if kind.parts is not None else whole(kind.title, "автор документа")
    return readiness(document.record, parts, acting)
