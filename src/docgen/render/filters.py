"""What a template may put after the vertical bar: a closed table of pure functions, and the tests after ``is``.

A filter of the house is a pure function of ``docgen.language`` and one line here.
"""

import operator
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from jinja2 import Undefined
from jinja2.exceptions import SecurityError

from docgen.render.inline import Inline, Text

MAX_TEXT = 1_000_000


def bounded(signs: int) -> None:
    """Stop a template that multiplies text before there is too much of it."""
    if signs > MAX_TEXT:
        raise SecurityError("текст в шаблоне получается слишком большим")


def concatenated(pieces: Sequence[Any]) -> Any:
    """The pieces as one text; gaps and links among them stay what they are."""
    bounded(sum(len(str(piece)) for piece in pieces))
    if any(isinstance(piece, Inline) for piece in pieces):
        return Text(tuple(pieces))
    return "".join(pieces)


def replace(text: Any, old: str, new: str) -> str:
    """The text with every ``old`` made ``new``."""
    bounded(len(str(text)) + str(text).count(old) * len(new))
    return str(text).replace(old, new)


def join(items: Iterable[Any], separator: str = "") -> Any:
    """The items one after another; gaps and links among them stay what they are."""
    pieces: list[Any] = []
    for item in items:
        if pieces and separator:
            pieces.append(separator)
        pieces.append(item if isinstance(item, str | Inline) else str(item))
    return concatenated(pieces)


def default(value: Any, instead: Any = "", also_empty: bool = False) -> Any:
    """``instead`` for what is not there or not filled in."""
    absent = value is None or isinstance(value, Undefined) or (also_empty and not value)
    return instead if absent else value


def first(items: Sequence[Any]) -> Any:
    """The first item, nothing if there is none."""
    return next(iter(items), None)


def last(items: Sequence[Any]) -> Any:
    """The last item, nothing if there is none."""
    return next(reversed(items), None)


def batch(items: Iterable[Any], size: int, fill: Any = None) -> Iterator[list[Any]]:
    """The items in rows of ``size``, the last one filled up if told what with."""
    rest = iter(items)
    while row := list(islice(rest, max(1, size))):
        yield row + ([] if fill is None else [fill] * (size - len(row)))


def capital(text: str) -> str:
    """The text with its first letter large; the rest untouched."""
    return text[:1].upper() + text[1:]


def as_it_is(value: Any) -> Any:
    """The value: templates made for docxtpl say ``|e``, here everything is escaped anyway."""
    return value


def in_order(items: Iterable[Any], descending: bool = False) -> list[Any]:
    """The items in order; letters without regard to case."""
    return sorted(
        items, key=lambda one: one.casefold() if isinstance(one, str) else one, reverse=bool(descending)
    )


def titled(text: str) -> str:
    """The text with a large letter in front of every word."""
    return re.sub(r"[^\s\-([{<]+", lambda word: word[0][:1].upper() + word[0][1:].lower(), str(text))


FILTERS: dict[str, Callable[..., Any]] = {
    "abs": abs,
    "batch": batch,
    "capital": capital,
    "capitalize": lambda text: str(text).capitalize(),
    "count": len,
    "d": default,
    "default": default,
    "e": as_it_is,
    "escape": as_it_is,
    "first": first,
    "items": lambda mapping: list(mapping.items()),
    "join": join,
    "last": last,
    "length": len,
    "list": list,
    "lower": lambda text: str(text).lower(),
    "replace": replace,
    "reverse": lambda items: list(reversed(items)),
    "round": round,
    "sort": in_order,
    "string": str,
    "sum": sum,
    "title": titled,
    "trim": lambda text: str(text).strip(),
    "unique": lambda items: list(dict.fromkeys(items)),
    "upper": lambda text: str(text).upper(),
    "wordcount": lambda text: len(re.findall(r"\w+", str(text))),
}

TESTS: dict[str, Callable[..., bool]] = {
    "defined": lambda value: not isinstance(value, Undefined),
    "divisibleby": lambda value, number: bool(value % number == 0),
    "even": lambda value: bool(value % 2 == 0),
    "in": lambda value, items: value in items,
    "iterable": lambda value: isinstance(value, Iterable),
    "mapping": lambda value: isinstance(value, Mapping),
    "none": lambda value: value is None,
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "odd": lambda value: bool(value % 2 == 1),
    "string": lambda value: isinstance(value, str),
    "undefined": lambda value: isinstance(value, Undefined),
}
for _sign, _name in {"==": "eq", "!=": "ne", ">": "gt", ">=": "ge", "<": "lt", "<=": "le"}.items():
    TESTS[_name] = TESTS[_sign] = getattr(operator, _name)
