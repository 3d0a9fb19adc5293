"""The text rules (L-codes) over the running text of a document, wherever in its records it is written."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Rule, Span
from docgen.kinds.every.text import RULES as TEXT_RULES
from docgen.kinds.every.text import check_text
from docgen.model.markdown.passages import Passage, passages
from docgen.model.markdown.tree import MarkdownMark
from docgen.model.references import KEY, Ref
from docgen.sources import Mapping, Record, Registry, Scalar, Sequence, kept_of_last
from docgen.sources.record import ProseMark

SpanOf = Callable[[int, int], Span]


@kept_of_last
def prose_in(record: Record | Registry[Any]) -> Iterator[Scalar]:
    """Every plain text that people will read: ``Prose`` fields, and names written in place of keys."""
    for one in record.records():
        if one.node is None:  # made from a text that its owner holds
            continue
        fields = _fields(type(one))
        for name in fields.prose:
            yield from _texts(one.node.get(name))
        for name in fields.refs:
            yield from (text for text in _texts(one.node.get(name)) if not KEY.fullmatch(text))


@kept_of_last
def marked_in(record: Record | Registry[Any]) -> Iterator[Scalar]:
    """Every text with marks: ``Markdown`` fields."""
    for one in record.records():
        for name in _fields(type(one)).marked if one.node is not None else ():
            yield from _within_keys(one.node.get(name))  # type: ignore[union-attr]


def texts_in(record: Record | Registry[Any]) -> Iterator[tuple[str, SpanOf]]:
    """Every text without its marks, and where its characters are written."""
    for scalar in prose_in(record):
        yield scalar, scalar.part
    for scalar in marked_in(record):
        for passage in passages(scalar):
            yield passage.text, _within(scalar, passage)


def _within(scalar: Scalar, passage: Passage) -> SpanOf:
    return lambda start, end: scalar.part(*passage.written(start, end))


def _texts(node: Any) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        if not node.absent:
            yield node
    elif isinstance(node, Sequence):
        for item in node:
            yield from _texts(item)


def _within_keys(node: Any) -> Iterator[Scalar]:
    """The texts of a field that may be a mapping of texts: sections, their points."""
    if isinstance(node, Mapping):
        for item in node.values():
            yield from _within_keys(item)
    else:
        yield from _texts(node)


class _Fields(NamedTuple):
    """The names of a record's fields that hold plain text, marked text, references."""

    prose: tuple[str, ...]
    marked: tuple[str, ...]
    refs: tuple[str, ...]


@cache
def _fields(record: type[Record]) -> _Fields:
    prose: list[str] = []
    marked: list[str] = []
    refs: list[str] = []
    for name, field in record.model_fields.items():
        marks = {type(m) for m in field.metadata if isinstance(m, ProseMark)} | _marks(field.annotation)
        if marks:
            (marked if MarkdownMark in marks else prose).append(name)
        if _mentions(field.annotation, _is_ref):
            refs.append(name)
    return _Fields(tuple(prose), tuple(marked), tuple(refs))


def _marks(annotation: Any) -> set[type]:
    own = annotation.__metadata__ if get_origin(annotation) is Annotated else ()
    found = {type(one) for one in own if isinstance(one, ProseMark)}
    return found.union(*map(_marks, get_args(annotation)))


def _mentions(annotation: Any, wanted: Any) -> bool:
    return wanted(annotation) or any(_mentions(part, wanted) for part in get_args(annotation))


def _is_ref(annotation: Any) -> bool:
    return get_origin(annotation) is Ref


def _read(document: Document[Any]) -> dict[str, list[Finding]]:
    """What the text rules find in a document, by code; a document is read once for all of them."""
    global _last
    if _last is None or _last[0] is not document:
        found: dict[str, list[Finding]] = {}
        for text, span_of in texts_in(document.record):
            for problem in check_text(span_of, text):
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
