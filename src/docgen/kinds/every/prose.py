"""The text rules (L-codes) over the running text of a document, wherever in its records it is written."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Rule
from docgen.kinds.every.text import RULES as TEXT_RULES
from docgen.kinds.every.text import check_text
from docgen.model.references import KEY, Ref
from docgen.sources import Record, Registry, Scalar, Sequence, kept_of_last
from docgen.sources.record import ProseMark


@kept_of_last
def prose_in(record: Record | Registry[Any]) -> Iterator[Scalar]:
    """Every text that people will read: ``Prose`` fields, and names written in place of keys."""
    for one in record.records():
        if one.node is None:  # made from a text that its owner holds
            continue
        prose, refs = _fields(type(one))
        for name in prose:
            yield from _texts(one.node.get(name))
        for name in refs:
            yield from (text for text in _texts(one.node.get(name)) if not KEY.fullmatch(text))


def _texts(node: Any) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        if not node.absent:
            yield node
    elif isinstance(node, Sequence):
        for item in node:
            yield from _texts(item)


@cache
def _fields(record: type[Record]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of a record's fields that hold running text, and of those that hold references."""
    fields = record.model_fields
    marked = [name for name, field in fields.items() if any(isinstance(m, ProseMark) for m in field.metadata)]
    prose = [
        name for name, field in fields.items() if name in marked or _mentions(field.annotation, _is_prose)
    ]
    return tuple(prose), tuple(name for name, field in fields.items() if _mentions(field.annotation, _is_ref))


def _mentions(annotation: Any, wanted: Any) -> bool:
    return wanted(annotation) or any(_mentions(part, wanted) for part in get_args(annotation))


def _is_prose(annotation: Any) -> bool:
    return get_origin(annotation) is Annotated and any(
        isinstance(m, ProseMark) for m in annotation.__metadata__
    )


def _is_ref(annotation: Any) -> bool:
    return get_origin(annotation) is Ref


def _read(document: Document[Any]) -> dict[str, list[Finding]]:
    """What the text rules find in a document, by code; a document is read once for all of them."""
    global _last
    if _last is None or _last[0] is not document:
        found: dict[str, list[Finding]] = {}
        for scalar in prose_in(document.record):
            for problem in check_text(scalar.part, scalar):
                finding = Finding(problem.span, problem.message, problem.hint, problem.related)
                found.setdefault(problem.rule.code, []).append(finding)
        _last = (document, found)
    return _last[1]


_last: tuple[Document[Any], dict[str, list[Finding]]] | None = None


def _over_prose(rule: Rule) -> Rule:
    """A rule over a text as a rule over a document."""

    def check(document: Document[Any], corpus: Corpus) -> Findings:
        yield from _read(document).get(rule.code, ())

    return replace(rule, check=check)


RULES = tuple(_over_prose(rule) for rule in TEXT_RULES)
