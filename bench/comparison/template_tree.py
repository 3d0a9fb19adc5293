"""templates/protocol.docx as a tree of tags, so that the same template can be written in a peer's tag language.

The peers have no expressions as ours: every condition and every value is worked out beforehand and handed to them as a
plain field of the innermost loop's object. That spares them work; it never costs them any.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from jinja2 import Environment

_TAG = re.compile(r"\{\{ *(?P<value>.*?) *\}\}|\{%(?P<kind>p|tr)? *(?P<word>\w+) *(?P<rest>.*?) *%\}")


class KeysFirst(Environment):
    """``decision.items`` is a key here, never a dictionary's method."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A key if there is one."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


_ENVIRONMENT = KeysFirst(autoescape=False)


@dataclass
class Node:
    """A tag of the template: ``value``, ``for``, ``if`` (with ``other`` for its else) or ``set``."""

    word: str
    expression: str
    name: str = ""
    variable: str = ""
    body: list["Node"] = field(default_factory=list)
    other: list["Node"] = field(default_factory=list)


@dataclass(frozen=True)
class Place:
    """A tag where it stands: which node, and whether it opens, turns to the other branch or closes."""

    node: Node
    part: str  # value, open, else, close, set
    marker: str  # p, tr or nothing


def read(texts: Iterator[str]) -> tuple[list[Node], list[list[Place]]]:
    """The tree, and for each text the tags in it."""
    top: list[Node] = []
    stack: list[tuple[Node, list[Node]]] = []
    numbers = count(1)
    found: list[list[Place]] = []
    for text in texts:
        here: list[Place] = []
        for tag in _TAG.finditer(text):
            into = stack[-1][1] if stack else top
            here.append(_place(tag, into, stack, numbers))
        found.append(here)
    return top, found


def _place(
    tag: re.Match[str], into: list[Node], stack: list[tuple[Node, list[Node]]], numbers: "count[int]"
) -> Place:
    marker, word, rest = tag["kind"] or "", tag["word"], tag["rest"]
    if word is None:
        node = Node("value", tag["value"], f"v{next(numbers)}")
        into.append(node)
        return Place(node, "value", marker)
    if word == "else":
        stack[-1] = (stack[-1][0], stack[-1][0].other)
        return Place(stack[-1][0], "else", marker)
    if word in ("endif", "endfor"):
        return Place(stack.pop()[0], "close", marker)
    if word == "for":
        variable, _, expression = rest.partition(" in ")
        node = Node("for", expression, f"l{next(numbers)}", variable)
    elif word == "set":
        variable, _, expression = rest.partition(" = ")
        node = Node("set", expression, variable=variable)
    else:
        node = Node("if", rest, f"c{next(numbers)}")
    into.append(node)
    if word != "set":
        stack.append((node, node.body))
    return Place(node, "set" if word == "set" else "open", marker)


def evaluated(nodes: list[Node], scope: dict[str, Any]) -> dict[str, Any]:
    """The fields that a peer's template needs, worked out from the data of ours."""
    made: dict[str, Any] = {}
    for node in nodes:
        value = _ENVIRONMENT.compile_expression(node.expression, undefined_to_none=False)(scope)
        if node.word == "set":
            scope = scope | {node.variable: value}
        elif node.word == "value":
            made[node.name] = str(value)
        elif node.word == "if":
            made[node.name], made[f"not_{node.name}"] = bool(value), not value
            made |= evaluated(node.body if value else node.other, scope)
        else:
            made[node.name] = [
                evaluated(node.body, scope | {node.variable: item, "loop": _loop(number, len(value))})
                for number, item in enumerate(value)
            ]
    return made


def _loop(number: int, length: int) -> dict[str, Any]:
    left = length - number
    return {
        "index": number + 1,
        "index0": number,
        "revindex": left,
        "revindex0": left - 1,
        "first": number == 0,
        "last": left == 1,
        "length": length,
    }
