"""What a template may put after the vertical bar: a closed table of pure functions, and the tests after ``is``.

A filter of the house is a pure function of ``docgen.language`` and one line here.
"""

import operator
from collections.abc import Callable, Iterable, Iterator, Sequence
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


FILTERS: dict[str, Callable[..., Any]] = {
    "abs": abs,
    "batch": batch,
    "capital": capital,
    "count": len,
    "d": default,
    "default": default,
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
    "sum": sum,
    "trim": lambda text: str(text).strip(),
    "upper": lambda text: str(text).upper(),
}

TESTS: dict[str, Callable[..., bool]] = {
    "defined": lambda value: not isinstance(value, Undefined),
    "divisibleby": lambda value, number: bool(value % number == 0),
    "even": lambda value: bool(value % 2 == 0),
    "in": lambda value, items: value in items,
    "none": lambda value: value is None,
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "odd": lambda value: bool(value % 2 == 1),
    "string": lambda value: isinstance(value, str),
    "undefined": lambda value: isinstance(value, Undefined),
}
for _sign, _name in {"==": "eq", "!=": "ne", ">": "gt", ">=": "ge", "<": "lt", "<=": "le"}.items():
    TESTS[_name] = TESTS[_sign] = getattr(operator, _name)
