"""Comments of a source that waive problems, and what each of them covers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.diagnostics import Source, Span
from docgen.diagnostics.waiver import MARK, Clause, read_clause
from docgen.sources.parse import parse
from docgen.sources.tree import Mapping, Node, Scalar, Sequence

_OUT_OF_USE = re.compile(r"#[#\s]*\Z")


@dataclass(frozen=True)
class WrittenWaiver:
    """A comment: its place, what it says or (``fault``) why that cannot be understood, and what it covers.

    ``files`` are the texts among what it covers: names of tables and pictures may be of them.
    """

    span: Span
    clause: Clause | None
    fault: str
    covers: range
    files: frozenset[str] = frozenset()

    def codes(self) -> Iterator[tuple[str, Span]]:
        """The codes as written, each with its place."""
        words = MARK.match(self.span.source.text, self.span.start)
        if self.clause is not None and words is not None:
            first = words.start("words") - self.span.start
            for code, start, end in self.clause.codes:
                yield code, self.span.part(first + start, first + end)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A key with its value, or an item of a list; ``text`` if it is one."""

    start: int
    end: int
    text: str | None


def written_waivers(source: Source) -> list[WrittenWaiver]:
    """The waivers of a source that can be read as YAML, in their order.

    At the end of a line a waiver covers what begins on that line, with all that belongs to it; on a line of its own
    what begins on the next one. What looks like a waiver inside a text is text.
    """
    marks = list(MARK.finditer(source.text))
    tree = parse(source)[0] if marks else None
    if tree is None:
        return []
    texts, entries = list(_texts(tree)), list(_entries(tree))
    return [
        _written(source, mark, entries) for mark in marks if _is_comment(source.text, mark.start(), texts)
    ]


def _is_comment(text: str, at: int, texts: list[range]) -> bool:
    """Whether a comment begins here: not inside a text, not behind another «#» that puts it out of use."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    touching = bool(before) and not before[-1].isspace()
    return not touching and not _OUT_OF_USE.search(before) and not any(at in one for one in texts)


def _written(source: Source, mark: re.Match[str], entries: list[_Entry]) -> WrittenWaiver:
    end = mark.start() + len(mark[0].rstrip())
    span = source.span(mark.start(), end)
    covers = _covered(source.text, mark.start(), entries)
    files = frozenset(one.text for one in entries if one.text is not None and one.start in covers)
    try:
        return WrittenWaiver(span, read_clause(mark["words"]), "", covers, files)
    except ValueError as error:
        return WrittenWaiver(span, None, str(error), covers, files)


def _covered(text: str, at: int, entries: list[_Entry]) -> range:
    start, end = _line(text, at)
    if not text[start:at].strip():
        start, end = _next_line(text, end)
        at = start
    begun = [one for one in entries if start <= one.start <= end]
    ended = [one for one in entries if one.text is not None and one.start < start < one.end <= at]
    first = min((start, *(one.start for one in ended)))
    after_line = end + 1  # what is missing at the end of a line stands on its line end
    return range(first, max((after_line, *(one.end for one in begun))) if start < end else first)


def _next_line(text: str, end: int) -> tuple[int, int]:
    """The next line with anything but a comment; an empty one at the end of the text if there is none."""
    while end < len(text):
        start, end = _line(text, end + 1)
        if text[start:end].strip() and not text[start:end].lstrip().startswith("#"):
            return start, end
    return len(text), len(text)


def _line(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end != -1 else len(text)


def _texts(node: Node) -> Iterator[range]:
    """The characters of every key and value; the first line of a block («|», «>») may end with a comment."""
    if isinstance(node, Scalar):
        block = node.style in ("|", ">")
        start = node.source.text.find("\n", node.start, node.end) if block else node.start
        yield range(start if start != -1 else node.end, node.end)
        return
    if isinstance(node, Mapping):
        yield from (range(name.start, name.end) for name in node.names.values())
    for inner in _inner(node):
        yield from _texts(inner)


def _entries(node: Node) -> Iterator[_Entry]:
    if isinstance(node, Scalar):
        return
    names = list(node.names.values()) if isinstance(node, Mapping) else list(node)
    for name, inner in zip(names, _inner(node), strict=True):
        yield _Entry(name.start, max(name.end, inner.end), str(inner) if isinstance(inner, Scalar) else None)
        yield from _entries(inner)


def _inner(node: Mapping | Sequence) -> list[Node]:
    return list(node.values()) if isinstance(node, Mapping) else list(node)
