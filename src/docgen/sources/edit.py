"""Changing values in a YAML text and nothing else: comments, layout, quotes stay byte for byte."""

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.diagnostics import Source
from docgen.sources.parse import parse
from docgen.sources.tree import Mapping, Node, Scalar
from docgen.sources.tree import Sequence as Items

_LONG = 4_000_000


@dataclass(frozen=True, slots=True)
class Change:
    """A value and what it should read instead."""

    scalar: Scalar
    text: str


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


def edit(source: Source, changes: Sequence[Change]) -> str:
    """The text with the changes made. What cannot be changed in place safely (an escape, a fold) is left as it was.

    The result is read back: a change that would alter anything but its own value is not made.
    """
    accepted = [(change, edits) for change in changes if (edits := list(_edits(source.text, change)))]
    while accepted:
        text = _applied(source.text, [one for _, edits in accepted for one in edits])
        wrong = _misread(source, text, [change for change, _ in accepted])
        if wrong is None:
            return text
        accepted = [pair for pair in accepted if pair[0] not in wrong]
    return source.text


def _edits(text: str, change: Change) -> Iterator[_Edit]:
    """The places where the value differs from what it should be, as far as they stand in the text letter by letter."""
    old, new = str(change.scalar), change.text
    if not old:  # nothing is written there that could be changed
        return
    for i, j, k, m in _differences(old, new):
        start, end = _range(change.scalar, i, j)
        if text[start:end] == old[i:j] and not set(new[k:m]) & _unsafe(change.scalar):
            yield _Edit(start, end, new[k:m])


def _differences(old: str, new: str) -> Iterator[tuple[int, int, int, int]]:
    """Where two texts differ. The comparison takes the square of their lengths, so of long ones only the middle is compared."""
    head = tail = 0
    if len(old) * len(new) > _LONG:
        head = _alike(old, new)
        tail = _alike(old[head:][::-1], new[head:][::-1])
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(before) * len(after) > _LONG:
        yield head, len(old) - tail, head, len(new) - tail
        return
    for tag, i, j, k, m in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield head + i, head + j, head + k, head + m


def _alike(one: str, other: str) -> int:
    """How many signs two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _range(scalar: Scalar, start: int, end: int) -> tuple[int, int]:
    if start < end:
        return scalar.part(start, start + 1).start, scalar.part(end - 1, end).end
    place = scalar.part(start - 1, start).end if start else scalar.part(0, 1).start
    return place, place


def _unsafe(scalar: Scalar) -> set[str]:
    """Signs that mean something else inside such a value."""
    return {"\n", "\t", scalar.style, "\\"} if scalar.style in "'\"" and scalar.style else {"\n", "\t"}


def _applied(text: str, edits: list[_Edit]) -> str:
    parts, last = [], 0
    for one in sorted(edits, key=lambda each: (each.start, each.end)):
        parts += [text[last : one.start], one.text]
        last = one.end
    return "".join([*parts, text[last:]])


def _misread(source: Source, text: str, changes: list[Change]) -> list[Change] | None:
    """The changes that do not read back as they should; ``None`` if all is well."""
    before, after = (_scalars(Source(source.path, each)) for each in (source.text, text))
    if len(before) != len(after):
        return changes
    wanted = {change.scalar.start: change for change in changes}
    moved = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    wrong = [
        wanted[old.start] for old, new in moved if old.start in wanted and not _partly(wanted[old.start], new)
    ]
    strayed = any(old.start not in wanted for old, _ in moved)
    return (wrong or changes) if wrong or strayed else None


def _partly(change: Change, made: Scalar) -> bool:
    """Every change made is one that was wanted; some may have been left out."""
    old, text = str(change.scalar), str(made)
    wanted = {(i, j, change.text[k:m]) for i, j, k, m in _differences(old, change.text)}
    return text == change.text or all((i, j, text[k:m]) in wanted for i, j, k, m in _differences(old, text))


def _scalars(source: Source) -> list[Scalar]:
    tree = parse(source)[0]
    return list(_in(tree)) if tree is not None else []


def _in(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for key, value in node.items():
            yield node.names[key]
            yield from _in(value)
    elif isinstance(node, Items):
        for item in node:
            yield from _in(item)
