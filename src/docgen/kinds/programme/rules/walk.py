"""Ways through a programme that several rules take: its layout, its prose with places, where to point at a gap."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Span
from docgen.kinds.programme.record import Programme
from docgen.model.layout import Layout
from docgen.model.markdown import Passage, passages
from docgen.model.programme_book import ProgrammeBook
from docgen.sources import Mapping, Node, Record, Scalar, kept_of_last


def layout_of(document: Document[Programme], corpus: Corpus) -> Layout | None:
    """The layout of a programme; ``None`` if it names none or an unknown one (D101 tells of it)."""
    named = document.record.layout
    return next((one.record for one in corpus.of(Layout) if one.id == named), None) if named else None


def book_of(corpus: Corpus) -> ProgrammeBook:
    """The reference data of programmes."""
    return ProgrammeBook.of(corpus)


def lacking(record: Record, *path: str) -> Span:
    """Where to point when nothing is written at a path: the last key of it that was written, otherwise the record."""
    node: Node | None = record.node
    span = record.at()
    for key in path:
        if not isinstance(node, Mapping) or key not in node.names:
            break
        span, node = node.names[key].span, node.get(key)
    return span


@dataclass(frozen=True)
class Prose:
    """The text of a point, and where it is written."""

    section: str
    point: str
    text: str
    scalar: Scalar

    @property
    def passages(self) -> Iterator[Passage]:
        """Its plain texts."""
        return passages(self.text)

    def at(self, passage: Passage, start: int, end: int) -> Span:
        """The place of characters of a passage."""
        return self.scalar.part(*passage.written(start, end))


@kept_of_last
def prose(programme: Programme) -> Iterator[Prose]:
    """Every text of the sections, in the order of writing."""
    for section, points in programme.sections.items():
        for point, text in points.items():
            scalar = programme.scalar("sections", section, point)
            if scalar is not None and text:
                yield Prose(section, point, text, scalar)
