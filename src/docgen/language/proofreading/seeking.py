"""The patterns that a rule looks for its slips with, read off its code."""

import re
from collections.abc import Callable, Iterator
from types import CodeType, FunctionType
from typing import Any, cast

from docgen.language.proofreading.rule import Row
from docgen.language.proofreading.sought import Sought


def patterns_of(find: Callable[..., Any]) -> tuple[re.Pattern[str], ...]:
    """Every pattern of its module that is sought and that a function names, itself or through other functions there.

    A rule finds nothing where none of them matches: each goes through the hits of a pattern (the tests prove it of
    every example). None at all means that the function looks in some other way. What is merely lazy looks closer at a
    hit.
    """
    return tuple(dict.fromkeys(_patterns(find, find.__module__, set())))


def _patterns(value: Any, module: str, seen: set[int]) -> Iterator[re.Pattern[str]]:
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, Sought):
        yield cast("re.Pattern[str]", value)
    elif isinstance(value, Row):
        yield value.wrong
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _patterns(one, module, seen)
    function = getattr(value, "__wrapped__", value)
    if isinstance(function, FunctionType) and function.__module__ == module:
        for name in _names(function.__code__):
            yield from _patterns(function.__globals__.get(name), module, seen)


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)
