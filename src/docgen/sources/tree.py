"""The located tree: YAML as written, every node with its place.

The nodes are a ``str``, a ``list`` and a ``dict`` that remember where they stand, so pydantic reads them as they
are. Scalars stay text until a record's type reads them: ``12:00``, ``no``, ``010`` and ``2.10`` cannot bite.
"""

import re
from collections.abc import Sequence as Indices
from typing import TypeAlias

from docgen.diagnostics import Source, Span

_ESCAPE = re.compile(r"\\(?:x..|u.{4}|U.{8}|.)", re.DOTALL)
_TORN_LINE = re.compile(r"(?:\\\n[ \t]*)+")
_FAR = 1000
"""How far from its neighbour a character may be written: a line's indent lies between, no more."""


class Scalar(str):
    """A text as YAML gives it. ``style`` is ``""`` for plain, else the quote or block sign."""

    __slots__ = ("_columns", "end", "source", "start", "style")
    source: Source
    start: int
    end: int
    style: str
    _columns: Indices[int] | None

    def __new__(cls, text: str, source: Source, start: int, end: int, style: str = "") -> "Scalar":
        scalar = super().__new__(cls, text)
        scalar.source, scalar.start, scalar.end, scalar.style = source, start, end, style
        scalar._columns = None
        return scalar

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        # A worker gets the text; places stay with the process that read them.
        return str, (str(self),)

    @property
    def span(self) -> Span:
        """Where it is written, quotes included."""
        return Span(self.source, self.start, self.end)

    @property
    def absent(self) -> bool:
        """Nothing was written: an empty value, ``~`` or ``null``."""
        return not self.style and str(self) in ("", "~", "null")

    def part(self, start: int, end: int) -> Span:
        """Where the characters ``start`` to ``end`` of the value are written."""
        if self._columns is None:
            quote = self.style in ("'", '"')  # it opens and closes the value and is no part of it
            self._columns = _align(self, self.source.text, self.start + quote, self.end - quote)
        columns = self._columns
        if not columns or start >= len(columns):
            return self.span
        last = columns[min(end, len(columns)) - 1] if end > start else columns[start]
        return Span(self.source, columns[start], last + 1)


class Sequence(list["Node"]):
    """A YAML list."""

    def __init__(self, source: Source, start: int) -> None:
        super().__init__()
        self.source, self.start, self.end = source, start, start

    @property
    def span(self) -> Span:
        """From the first character to the last."""
        return Span(self.source, self.start, self.end)


class Mapping(dict[str, "Node"]):
    """A YAML mapping; ``names`` holds the keys with their places."""

    def __init__(self, source: Source, start: int) -> None:
        super().__init__()
        self.source, self.start, self.end = source, start, start
        self.names: dict[str, Scalar] = {}

    @property
    def span(self) -> Span:
        """From the first key to the end of the last value."""
        return Span(self.source, self.start, self.end)

    def written(self) -> "dict[str, Node]":
        """The entries that hold something; ``key:`` with nothing after it is not written yet."""
        return {key: node for key, node in self.items() if not (isinstance(node, Scalar) and node.absent)}


Node: TypeAlias = Scalar | Sequence | Mapping


def find(node: Node, path: Indices[str | int]) -> Span:
    """The place of what ``path`` leads to; where it leads nowhere, the place of the last node met."""
    for step in path:
        inner = child(node, step)
        if inner is None:
            break
        node = inner
    return _shown(node)


def child(node: Node, step: str | int) -> Node | None:
    """The value under a key, or the item at a position; ``None`` if there is none."""
    if isinstance(node, Mapping):
        return node.get(step) if isinstance(step, str) else None
    if isinstance(node, Sequence):
        return node[step] if isinstance(step, int) and 0 <= step < len(node) else None
    return None


def name_span(mapping: Mapping, key: str) -> Span:
    """The place of a key; of the mapping itself if it has no such key."""
    return mapping.names[key].span if key in mapping.names else _shown(mapping)


def _shown(node: Node) -> Span:
    """Where to point for a node: a list or mapping is shown by its first line, not by all of it."""
    if isinstance(node, Scalar):
        return node.span
    line_end = node.source.text.find("\n", node.start)
    stop = node.end if line_end == -1 else min(node.end, line_end)
    return Span(node.source, node.start, max(stop, node.start))


def _align(value: str, text: str, start: int, end: int) -> Indices[int]:
    """For each character of the value the offset it was written at.

    Folding turns a line end and its indent into one space, quoting adds signs that are not in the value: walk both
    texts together, let white space stand for white space and one character for each escape («\\u0430»).
    """
    if text.startswith(value, start, end) and text[start] not in "|>":
        return range(start, start + len(value))
    columns: list[int] = []
    at = start
    if text[start : start + 1] in "|>":  # the block's header line is not part of the value
        at = text.find("\n", start, end) + 1 or start
    escapes = text[start - 1 : start] == '"' and text.find("\\", start, end) >= 0
    for character, following in zip(value, f"{value[1:]}.", strict=True):
        if escapes and (torn := _TORN_LINE.match(text, at, end)):
            at = torn.end()
        if escapes and (escape := _ESCAPE.match(text, at, end)):
            columns.append(at)
            at = escape.end()
        elif character.isspace():
            columns.append(min(at, max(end - 1, start)))
            at += 1 if at < end and text[at].isspace() else 0
            while not following.isspace() and at < end and text[at].isspace():
                at += 1
        else:
            found = text.find(character, at, min(end, at + _FAR))
            columns.append(found if found >= 0 else min(at, max(end - 1, start)))
            at = found + 1 if found >= 0 else at
    return columns
