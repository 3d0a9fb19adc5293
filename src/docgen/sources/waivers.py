"""Comments of a source that waive problems, and what each of them covers."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from docgen.diagnostics import Source, Span
from docgen.diagnostics.waiver import MARK, Clause, read_clause
from docgen.sources.parse import parse
from docgen.sources.tree import Mapping, Node, Scalar, Sequence

MAX_WAIVERS = 500  # in a file; a thousandth exception is no exception

_MISSPELT = re.compile(
    r"#[ \t]*+(?!docgen[ \t]*+:)[^\W\d]{3,10}+[ \t]*+:?[ \t]*+допустить[ \t]++[a-zа-яё]\d{3}[^\n]*",
    re.IGNORECASE,
)
_UNNAMED = "допуск начинается словами «# docgen: допустить»"
_PRINTED = (
    "внутри текста это не допуск: строка так и напечатается; допуск ставят за «|» или строкой выше ключа"
)


@dataclass(frozen=True)
class WrittenWaiver:
    """A comment: its place, what it says or (``fault``) why that cannot be understood, which characters it covers."""

    span: Span
    clause: Clause | None
    fault: str
    covers: range
    _page: "_Page" = field(repr=False)

    def codes(self) -> Iterator[tuple[str, Span]]:
        """The codes as written, each with its place."""
        words = MARK.match(self.span.source.text, self.span.start)
        if self.clause is not None and words is not None:
            first = words.start("words") - self.span.start
            for code, start, end in self.clause.codes:
                yield code, self.span.part(first + start, first + end)

    def names(self, file: str) -> bool:
        """Whether the name of a file, a table perhaps, stands in what it covers."""
        return any(start in self.covers for start in self._page.places.get(file, ()))


def written_waivers(source: Source) -> list[WrittenWaiver]:
    """The waivers of a source that can be read as YAML, in their order.

    At the end of a line a waiver covers what begins on that line, with all that belongs to it; on a line of its own
    what begins on the next one. What looks like a waiver inside a text is text; where it has a line of its own, and where
    «docgen:» is misspelt, somebody meant a waiver and has to be told that it is none.
    """
    marks, misspelt = list(MARK.finditer(source.text)), list(_MISSPELT.finditer(source.text))
    tree = parse(source)[0] if marks or misspelt else None
    if tree is None:
        return []
    page = _Page(source, tree)
    comments = [mark for mark in marks if page.is_comment(mark.start())]
    faulty = [_none(page, mark, _PRINTED) for mark in marks if page.is_line_of_text(mark.start())]
    faulty += [_none(page, mark, _UNNAMED) for mark in misspelt if page.is_comment(mark.start())]
    written = [_written(page, mark) for mark in comments[:MAX_WAIVERS]]
    for mark in comments[MAX_WAIVERS : MAX_WAIVERS + 1]:
        fault = f"допусков в файле больше {MAX_WAIVERS}"
        written.append(_none(page, mark, fault))
    return [*written, *faulty[:MAX_WAIVERS]]


def _none(page: "_Page", mark: re.Match[str], fault: str) -> WrittenWaiver:
    """What was meant to be a waiver."""
    end = mark.start() + len(mark[0].rstrip())
    return WrittenWaiver(page.source.span(mark.start(), end), None, fault, range(0), page)


def _written(page: "_Page", mark: re.Match[str]) -> WrittenWaiver:
    end = mark.start() + len(mark[0].rstrip())
    span = page.source.span(mark.start(), end)
    covers = page.covered(mark.start())
    try:
        return WrittenWaiver(span, read_clause(mark["words"]), "", covers, page)
    except ValueError as error:
        return WrittenWaiver(span, None, str(error), covers, page)


class _Page:
    """The text of a source and what stands where in it."""

    def __init__(self, source: Source, tree: Mapping) -> None:
        self.source, self._text = source, source.text
        self._texts = sorted(_texts(tree))
        self._entries = sorted(_entries(tree), key=lambda entry: entry[0])
        self._starts = [start for start, _, _ in self._entries]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each text stands as a value: the starts of its entries."""
        found: dict[str, list[int]] = {}
        for start, _, inner in self._entries:
            if isinstance(inner, Scalar):
                found.setdefault(str(inner), []).append(start)
        return found

    @cached_property
    def _by_end(self) -> list[tuple[int, int]]:
        return sorted((end, start) for start, end, inner in self._entries if isinstance(inner, Scalar))

    @cached_property
    def _written_lines(self) -> list[int]:
        """The first characters of lines that are neither empty nor a comment."""
        return [line.end() - 1 for line in _WRITTEN.finditer(self._text)]

    def is_comment(self, at: int) -> bool:
        """Whether a comment begins here: not inside a text, not behind another «#» that puts it out of use."""
        before = self._text[self._text.rfind("\n", 0, at) + 1 : at]
        touching = bool(before) and not before[-1].isspace()
        within = bisect_right(self._texts, (at, len(self._text)))
        in_text = within > 0 and at < self._texts[within - 1][1]
        return not touching and not in_text and not before.rstrip().endswith("#")

    def is_line_of_text(self, at: int) -> bool:
        """Whether a line of a text begins here, after its indent."""
        before = self._text[self._text.rfind("\n", 0, at) + 1 : at]
        return not before.strip() and not self.is_comment(at)

    def covered(self, at: int) -> range:
        """What a comment that begins here covers."""
        start, end = self._line(at)
        if not self._text[start:at].strip():
            start, end = self._next_line(end)
            at = start
        if start == end:
            return range(start, start)
        begun = self._entries[bisect_left(self._starts, start) : bisect_right(self._starts, end)]
        # A text of several lines can have its comment only behind the last one.
        ended = self._by_end[bisect_right(self._by_end, (start, end)) : bisect_right(self._by_end, (at, end))]
        first = min((start, *(begin for _, begin in ended)))
        after_line = end + 1  # what is missing at the end of a line stands on its line end
        return range(first, max((after_line, *(stop for _, stop, _ in begun))))

    def _next_line(self, end: int) -> tuple[int, int]:
        """The next line with anything but a comment; an empty one at the end of the text if there is none."""
        following = bisect_right(self._written_lines, end)
        if following == len(self._written_lines):
            return len(self._text), len(self._text)
        return self._line(self._written_lines[following])

    def _line(self, at: int) -> tuple[int, int]:
        end = self._text.find("\n", at)
        return self._text.rfind("\n", 0, at) + 1, end if end != -1 else len(self._text)


_WRITTEN = re.compile(r"^[ \t]*[^\s#]", re.MULTILINE)


def _texts(node: Node) -> Iterator[tuple[int, int]]:
    """Start and end of every key and value; the first line of a block («|», «>») may end with a comment."""
    if isinstance(node, Scalar):
        block = node.style in ("|", ">")
        start = node.source.text.find("\n", node.start, node.end) if block else node.start
        yield (start if start != -1 else node.end), node.end
        return
    if isinstance(node, Mapping):
        yield from ((name.start, name.end) for name in node.names.values())
    for inner in _inner(node):
        yield from _texts(inner)


def _entries(node: Node) -> Iterator[tuple[int, int, Node]]:
    """Every key with its value and every item of a list: start, end, the value."""
    if isinstance(node, Scalar):
        return
    names = list(node.names.values()) if isinstance(node, Mapping) else list(node)
    for name, inner in zip(names, _inner(node), strict=True):
        yield name.start, max(name.end, inner.end), inner
        yield from _entries(inner)


def _inner(node: Mapping | Sequence) -> list[Node]:
    return list(node.values()) if isinstance(node, Mapping) else list(node)
