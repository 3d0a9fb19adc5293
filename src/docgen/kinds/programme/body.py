"""The body of a programme: the layout's sections and points in order, prose and components, and the contents."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.kinds.programme import looks, prose
from docgen.kinds.programme.components import shown
from docgen.kinds.programme.counted import Form
from docgen.kinds.programme.matter import Matter, gap
from docgen.kinds.programme.mentions import Mentions
from docgen.kinds.programme.prose import Album, Prose
from docgen.kinds.programme.shown import Numbers, Shown
from docgen.model.layout.layout import NumberedPoint, Point, ProseNeed, Section
from docgen.render import Block, Bookmark, Contents, Entry, Inline, Paragraph, Text, Turned

SIGNATURES = "signatures"
_LAST_WORD = re.compile(r" (?=\w{1,3}$)")
"""Before a word too short to stand on a line of its own."""


@dataclass(frozen=True)
class Body:
    """What stands between the title page and the signatures."""

    contents: Contents
    blocks: tuple[Block, ...]


def body(matter: Matter, album: Album, signature_title: str) -> Body:
    """Everything printed, numbered in the order of printing."""
    names = dict.fromkeys(matter.layout.printed())
    found = {name: one for name in names if (one := shown(matter, name)) is not None}
    writer = _Writer(matter, found, Prose(Mentions(_counted(matter, found)), album))
    blocks = tuple(writer.blocks())
    writer.entry(1, signature_title, SIGNATURES)
    return Body(Contents(tuple(writer.entries)), blocks)


def _counted(matter: Matter, found: dict[str, Shown]) -> Numbers:
    """The numbers of all that bears one, before anything that mentions them is printed."""
    numbers = Numbers()
    for count, section in enumerate(matter.layout.sections, 1):
        numbers.section(section.key, str(count))
    for one in matter.layout.points():
        numbers.section(f"{one.section.key}-{one.point.key}", one.number)
        prose.count(matter.programme.text(one.section.key, one.point.key), _place(one), numbers)
        for component in _in_order(one, found):
            numbers.count(component.form, component.key)
    return numbers


def _in_order(one: NumberedPoint, found: dict[str, Shown]) -> list[Shown]:
    """What a point shows, upright pages first: text and figures fill them, and turned ones follow together."""
    return sorted((found[name] for name in one.point.shows if name in found), key=_is_turned)


def _is_turned(component: Shown) -> bool:
    return component.landscape


def _place(one: NumberedPoint) -> str:
    return f"{one.section.key}-{one.point.key}"


def bookmark(key: str) -> str:
    """The bookmark over a heading that the contents lead to."""
    return f"_Toc_{key}"


class _Writer:
    """Writes the blocks, and an entry of the contents for every heading."""

    def __init__(self, matter: Matter, found: dict[str, Shown], prose: Prose) -> None:
        self.matter, self.found, self.prose = matter, found, prose
        self.entries: list[Entry] = []

    def blocks(self) -> Iterator[Block]:
        """Front, sections, back."""
        yield from self._lists(self.matter.layout.front)
        points = list(self.matter.layout.points())
        for count, section in enumerate(self.matter.layout.sections, 1):
            own = [one for one in points if one.section is section]
            yield from self._section(str(count), section, own)
        yield from self._lists(self.matter.layout.back)

    def entry(self, level: int, text: str | Inline, key: str) -> None:
        """A line of the contents."""
        self.entries.append(Entry(level, text, bookmark(key)))

    def _lists(self, names: list[str]) -> Iterator[Block]:
        """What stands outside of the sections: on a page of its own, under a heading without number."""
        for name in names:
            one = self.found.get(name)
            if one is not None:
                self.entry(1, one.title, name)
                yield Paragraph(Bookmark(bookmark(name), one.title), looks.LIST_TITLE)
                yield from looks.turned(one.blocks, one.landscape)

    def _section(self, count: str, section: Section, points: list[NumberedPoint]) -> Iterator[Block]:
        heading = self._heading(1, looks.SECTION, count, section, section.key)
        first = [heading]
        for one in points:
            yield from self._point(one, first)
            first = []
        yield from first

    def _point(self, one: NumberedPoint, before: list[Block]) -> Iterator[Block]:
        """The point's heading, prose and components; a heading with no prose under it turns with its table."""
        key = _place(one)
        heading = [*before, self._heading(2, looks.POINT, one.number, one.point, key)]
        written = self._prose(one)
        pieces = [self._component(component) for component in _in_order(one, self.found)]
        if not written and pieces and isinstance(pieces[0][0], Turned):
            yield Turned((*heading, *pieces[0][0].blocks))
            pieces[0] = pieces[0][1:]
        else:
            yield from (*heading, *written)
        for piece in pieces:
            yield from piece

    def _prose(self, one: NumberedPoint) -> tuple[Block, ...]:
        text = self.matter.programme.text(one.section.key, one.point.key)
        if text:
            return self.prose.printed(text, _place(one))
        if one.point.prose is ProseNeed.REQUIRED:
            return (Paragraph(gap(f"текст пункта {one.number}"), looks.TEXT),)
        return ()

    def _component(self, one: Shown) -> tuple[Block, ...]:
        number = self.prose.mentions.numbers.of(one.key)
        if one.form is Form.LIST:
            return (Paragraph(one.title, looks.INNER), *looks.turned(one.blocks, one.landscape))
        return one.printed(number)

    def _heading(self, level: int, style: str, number: str, part: Section | Point, key: str) -> Block:
        self.entry(level, f"{number} {part.title}", key)
        title = _LAST_WORD.sub("\N{NO-BREAK SPACE}", part.title)
        inside = Text.of(Bookmark(looks.ref(f"section-{key}"), number), f" {title}")
        return Paragraph(Bookmark(bookmark(key), inside), style)
