"""Ways through a programme that several rules take: its layout, its prose with places, where to point at a gap."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Span
from docgen.kinds.programme.record import Programme
from docgen.model.layout.layout import Layout
from docgen.model.markdown.passages import Passage, passages
from docgen.model.programme_book import ProgrammeBook
from docgen.sources import Mapping, Node, Record, Scalar, Sequence, kept_of_last


def layout_of(document: Document[Programme], corpus: Corpus) -> Layout | None:
    """The layout of a programme; ``None`` if it names none or an unknown one (D101 tells of it)."""
    named = document.record.layout
    return next((one.record for one in corpus.of(Layout) if one.id == named), None) if named else None


def book_of(corpus: Corpus) -> ProgrammeBook:
    """The reference data of programmes."""
    return ProgrammeBook.of(corpus)


def lacking(record: Record, *path: str | int) -> Span:
    """Where to point when nothing is written at a path: the last key of it that was written, otherwise the record."""
    node: Node | None = record.node
    span = record.at()
    for count, step in enumerate(path, 1):
        if isinstance(node, Mapping) and step in node.names:
            span, node = node.names[str(step)].span, node.get(str(step))
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
            span, node = record.at(*path[:count]), node[step]
        else:
            break
    return span


@dataclass(frozen=True)
class Prose:
    """The text of a point, and where it is written."""

    section: str
    point: str
    text: str
    scalar: Scalar

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Its plain texts."""
        return tuple(passages(self.text))

    @cached_property
    def length(self) -> int:
        """How many characters of plain text it has."""
        return sum(len(passage.text) for passage in self.passages)

    def at(self, passage: Passage, start: int, end: int) -> Span:
        """The place of characters of a passage."""
        return self.scalar.part(*passage.written(start, end))


@kept_of_last
def prose(programme: Programme) -> Iterator[Prose]:
    """Every text of the sections, in the order of writing."""
    for section, points in programme.sections.items():
        for point, text in points.items():
            scalar = programme.scalar("sections", section, point)
            if scalar is not None and text.strip():
                yield Prose(section, point, text, scalar)


def written(programme: Programme) -> dict[tuple[str, str], Prose]:
    """The texts by section and point."""
    return {(one.section, one.point): one for one in prose(programme)}


@kept_of_last
def scalars(programme: Programme) -> Iterator[tuple[str, Scalar]]:
    """Every value that is written, tables included, with the field of the programme it belongs to."""
    for field, node in (programme.node or {}).items():
        for scalar in _scalars(node):
            yield field, scalar


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    else:
        for inner in node.values() if isinstance(node, Mapping) else node:
            yield from _scalars(inner)
