"""What a template may read from a value, by its type: names, types, titles."""

import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from dataclasses import fields as dataclass_fields
from datetime import date, time
from decimal import Decimal
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from docgen.render.access import readable
from docgen.render.blocks import Block
from docgen.render.inline import Inline

_TEXTUAL = (str, bytes)


@dataclass(frozen=True, slots=True)
class Field:
    """One name that a template may use: ``orders[].text``, its type and title in Russian."""

    name: str
    type: str
    title: str
    optional: bool


@cache
def members(kind: type) -> dict[str, Any]:
    """The readable names of a type with their types, in the order of writing."""
    try:
        hints = get_type_hints(kind)
    except (NameError, TypeError):
        hints = {}
    ordered = [*hints, *sorted(readable(kind) - hints.keys())]
    return {name: hints.get(name, Any) for name in ordered if name in readable(kind)}


def alternatives(kind: Any) -> tuple[Any, ...]:
    """The types of a union; the type itself if it is none."""
    if get_origin(kind) in (Union, types.UnionType):
        return tuple(one for part in get_args(kind) for one in alternatives(part))
    return (getattr(kind, "__value__", kind),)


def is_optional(kind: Any) -> bool:
    """Whether the value may be ``None``."""
    return any(one in (None, type(None)) for one in alternatives(kind))


def plainly(kind: Any) -> tuple[Any, ...]:
    """The alternatives apart from ``None``."""
    return tuple(one for one in alternatives(kind) if one not in (None, type(None)))


def class_of(kind: Any) -> Any:
    """The class behind a generic: ``list`` of ``list[int]``."""
    return get_origin(kind) or kind


def is_a(kind: Any, *classes: type) -> bool:
    """``issubclass`` that knows generics and is not upset by what is no class."""
    found = class_of(kind)
    return isinstance(found, type) and issubclass(found, classes)


def item_of(kind: Any) -> Any:
    """The type of what a loop over the value gives; ``None`` if there is no such loop."""
    for one in plainly(kind):
        if one is Any or one is object:
            return Any
        if is_a(one, *_TEXTUAL, Inline) or is_record(one) or not is_a(one, Iterable):
            continue
        arguments = [argument for argument in get_args(one) if argument is not Ellipsis]
        if is_a(one, tuple) and len(arguments) > 1:
            return Union[tuple(arguments)]  # noqa: UP007
        return arguments[0] if arguments else Any
    return None


def fields(view: type, prefix: str = "", within: tuple[type, ...] = ()) -> Iterator[Field]:
    """All names of a view, flat, with what they hold; a type inside itself is not followed twice."""
    for name, kind in members(view).items():
        yield Field(f"{prefix}{name}", in_russian(kind), _title(view, name), is_optional(kind))
        for one in plainly(kind):
            item = item_of(one)
            inner, path = (item, f"{prefix}{name}[].") if item is not None else (one, f"{prefix}{name}.")
            for record in plainly(inner):
                if is_record(record) and record not in within:
                    yield from fields(record, path, (*within, view, record))


def is_record(kind: Any) -> bool:
    """Whether the value is known by its fields."""
    return isinstance(kind, type) and not is_a(kind, Inline, Block) and bool(readable(kind))


def in_russian(kind: Any) -> str:
    """The type as an office worker would say it."""
    return " или ".join(dict.fromkeys(_word(one) for one in plainly(kind))) or "пусто"


_WORDS: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "да/нет"),
    (str, "текст"),
    (Inline, "текст"),
    (Block, "абзацы"),
    ((int, float, Decimal), "число"),
    (date, "дата"),
    (time, "время"),
    (Mapping, "записи по ключам"),
)


def _word(kind: Any) -> str:
    for classes, word in _WORDS:
        if is_a(kind, *(classes if isinstance(classes, tuple) else (classes,))):
            return word
    item = item_of(kind)
    if item is not None and item is not Any:
        return f"список: {in_russian(item)}"
    if item is Any and kind is not Any:
        return "список"
    return "запись" if is_record(kind) else "значение"


def _title(view: type, name: str) -> str:
    if is_dataclass(view):
        return next(str(one.metadata.get("title", "")) for one in dataclass_fields(view) if one.name == name)
    declared = getattr(view, "__pydantic_fields__", {}).get(name)
    return str(getattr(declared, "title", None) or getattr(declared, "description", None) or "")
