"""The running text of a document, wherever in its records it is written."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from docgen.model.references import KEY, Ref
from docgen.sources import Record, Registry, Scalar, Sequence
from docgen.sources.record import ProseMark


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
