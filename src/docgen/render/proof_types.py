"""What is known of an expression before there are data: its type, and where it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Union, get_args, get_type_hints

from jinja2 import nodes

from docgen.render.blocks import Block
from docgen.render.fields import alternatives, is_a, is_record, item_of, members, plainly
from docgen.render.filters import FILTERS
from docgen.render.inline import Inline


@dataclass(frozen=True, slots=True)
class Known:
    """A type, the full path from the view (``orders[].text``), and how the template calls it (``order.text``)."""

    kind: Any
    path: str = ""
    written: str = ""


class LOOP:
    """jinja's ``loop``."""


_LOOP = {
    "index": int,
    "index0": int,
    "revindex": int,
    "revindex0": int,
    "depth": int,
    "depth0": int,
    "length": int,
    "first": bool,
    "last": bool,
    "previtem": Any,
    "nextitem": Any,
    "cycle": Any,
}
_SAME = frozenset({"e", "escape", "sort", "unique", "list", "reverse"})
_ONE = frozenset({"first", "last"})


def member(kind: Any, name: str) -> Any:
    """The type of a field, ``None`` if there is no such field in any alternative."""
    found = []
    for one in plainly(kind):
        if one is Any or one is object:
            return Any
        if one is LOOP:
            found += [_LOOP[name]] if name in _LOOP else []
        elif is_a(one, Mapping):
            found.append((get_args(one) or (Any, Any))[1])
        elif isinstance(one, type) and name in members(one):
            found.append(members(one)[name])
    return Union[tuple(found)] if found else None  # noqa: UP007


def item(value: Known, node: nodes.Getitem) -> Known:
    """One item, or a slice, of a sequence."""
    if isinstance(node.arg, nodes.Slice):
        return Known(value.kind)
    for one in plainly(value.kind):
        if is_a(one, Mapping):
            return Known((get_args(one) or (Any, Any))[1])
        if is_a(one, str):
            return Known(str)
    return Known(item_of(value.kind) or Any, f"{value.path}[]" if value.path else "")


def either(*several: Known) -> Known:
    """What is known of a value that is one of several."""
    kinds = [one.kind for one in several]
    if any(kind is Any for kind in kinds):
        return Known(Any)
    return Known(Union[tuple(kinds)])  # noqa: UP007


def filled(kind: Any) -> Any:
    """The type without ``None``."""
    found = plainly(kind)
    return either(*(Known(one) for one in found)).kind if found else Any


def names_in(target: nodes.Node, value: Known) -> dict[str, Known]:
    """The names that a loop or an assignment gives to a value."""
    if isinstance(target, nodes.Name):
        return {target.name: Known(value.kind, value.path, target.name)}
    parts = get_args(value.kind) if is_a(value.kind, tuple) else ()
    found: dict[str, Known] = {}
    for number, one in enumerate(target.iter_child_nodes()):
        kind = parts[number] if number < len(parts) and parts[-1] is not Ellipsis else Any
        found |= names_in(one, Known(kind))
    return found


def after_filter(name: str, value: Known) -> Known:
    """What a filter makes of a value."""
    if name in _SAME:
        return Known(value.kind, value.path)
    if name in _ONE:
        found = item_of(value.kind)
        return Known(found if found is not None else Any)
    if name == "batch":
        return Known(list[list[item_of(value.kind) or Any]])  # type: ignore[misc]
    if name in ("count", "length"):
        return Known(int)
    try:
        return Known(get_type_hints(FILTERS[name]).get("return", Any))
    except (TypeError, NameError, AttributeError):
        return Known(Any)


def unprintable(kind: Any, marker: str) -> tuple[str, str] | None:
    """Why a value of the type cannot be printed by a tag with the marker, and what to do."""
    reasons = [_reason(one, marker) for one in plainly(kind)]
    return reasons[0] if reasons and all(reasons) else None


def _reason(kind: Any, marker: str) -> tuple[str, str] | None:
    if kind is Any or kind is object or not isinstance(getattr(kind, "__origin__", kind), type):
        return None
    if is_a(kind, bool):
        return "поле «да/нет» не печатается", 'выберите слово: {{ "да" if поле else "нет" }}'
    if is_a(kind, date, time):
        return "дата печатается только фильтром", "добавьте после имени черту и имя фильтра"
    if is_a(kind, Block):
        return None if marker == "p" else ("готовые абзацы печатает только тег абзаца", "напишите {{p … }}")
    if is_a(kind, str, Inline):
        return None
    found = item_of(kind)
    if found is not None and marker == "p":
        return (
            None if all(one is Any or is_a(one, str, Inline, Block) for one in alternatives(found)) else _LIST
        )
    if found is not None:
        return _LIST
    if is_record(kind) and kind.__str__ is object.__str__:
        fields = ", ".join(list(members(kind))[:6])
        return "запись целиком не печатается", f"печатайте её поля: {fields}"
    return None


_LIST = ("список целиком не печатается", "напечатайте его циклом: {%p for … %} … {%p endfor %}")
