"""Marked text of the authors → blocks in the styles of the template."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from docgen.kinds.programme import looks
from docgen.kinds.programme.counted import Counted, bare, parts
from docgen.kinds.programme.matter import gap
from docgen.kinds.programme.mentions import Mentions
from docgen.kinds.programme.picture_file import PICTURE_MM
from docgen.kinds.programme.shown import Numbers
from docgen.model.markdown import tree as said
from docgen.render import Block, Bold, Cell, Inline, Italic, Link, ListItem, Paragraph, Picture, Text

_NUMERIC = re.compile(r"[\s\d,.%+–−-]*\d[\s\d,.%+–−-]*")
_INDENT_MM, _STEP_MM = 12.5, 7.5
"""A list begins where paragraphs do; its text stands a step further in."""
_LONG = 30
"""Letters: a column with longer texts needs no more width, they take several lines."""

Album = Callable[[str], bytes | None]
"""The bytes of a picture by its path as the text says it."""


def count(text: str, place: str, numbers: Numbers) -> None:
    """Give the tables and pictures of a text their numbers."""
    for part in parts(text, place):
        if isinstance(part, Counted):
            numbers.count(part.form, part.key)


@dataclass(frozen=True)
class Prose:
    """Prints marked texts: with numbers for what they mention, with pictures from the album."""

    mentions: Mentions
    album: Album

    def printed(self, text: str, place: str) -> tuple[Block, ...]:
        """The blocks of a text; a paragraph before a list or a table stays with it."""
        found = list(parts(text, place))
        following: list[said.Block | Counted | None] = [*found[1:], None]
        return tuple(
            block
            for part, after in zip(found, following, strict=True)
            for block in self._part(part, before_list=isinstance(after, said.Listing))
        )

    def _part(self, part: said.Block | Counted, *, before_list: bool = False) -> Iterator[Block]:
        if isinstance(part, Counted):
            yield from self._counted(part)
        elif isinstance(part, said.Paragraph):
            yield Paragraph(self.content(part.pieces), looks.LEAD if before_list else looks.TEXT)
        elif isinstance(part, said.Heading):
            yield Paragraph(self.content(part.pieces), looks.INNER)
        elif isinstance(part, said.Listing):
            yield from self._items(part, 0)
        elif isinstance(part, said.Quote):
            yield from (self._quoted(inner) for inner in part.blocks if isinstance(inner, said.Paragraph))
        elif isinstance(part, said.Grid):
            yield from (self._grid(part), Paragraph("", looks.AFTER))

    def _quoted(self, paragraph: said.Paragraph) -> Block:
        return Paragraph(self.content(paragraph.pieces), looks.QUOTATION)

    def _counted(self, part: Counted) -> Iterator[Block]:
        number = self.mentions.numbers.of(part.key)
        if isinstance(part.block, said.Grid):
            yield looks.table_caption(part.key, number, part.title)
            yield self._grid(part.block)
            yield Paragraph("", looks.AFTER)
        else:
            yield self._picture(part.block)
            yield looks.figure_caption(part.key, number, self.content(part.block.caption))

    def _picture(self, figure: said.Figure) -> Block:
        data = self.album(figure.path)
        if data is None:
            return Paragraph(gap(f"рисунок {figure.path}"), looks.FIGURE)
        return Paragraph(Picture(data, *PICTURE_MM, bare(figure.caption), fit=True), looks.FIGURE)

    def _items(self, listing: said.Listing, level: int) -> Iterator[Block]:
        for place, item in enumerate(listing.items):
            sign = f"{listing.first + place}{listing.numbered}" if listing.numbered else "–"
            for block in item:
                if isinstance(block, said.Listing):
                    yield from self._items(block, level + 1)
                elif isinstance(block, said.Paragraph):
                    yield list_item(self.content(block.pieces), sign, level)
                    sign = ""
                else:
                    yield from self._part(block)

    def _grid(self, table: said.Grid) -> Block:
        rows = [[bare(cell) for cell in row] for row in table.rows]
        columns = [
            looks.Column(bare(head), _share([bare(head), *texts]), _cell_style(align, texts))
            for head, align, texts in zip(table.header, table.aligns, _columns(rows, table), strict=True)
        ]
        head = [[self.content(cell) for cell in table.header]]
        return looks.grid(
            columns, [[Cell(self.content(cell)) for cell in row] for row in table.rows], head=head
        )

    def content(self, pieces: said.Pieces, before: str = "") -> str | Inline:
        """The pieces of a paragraph as one value."""
        made: list[str | Inline] = []
        for piece in pieces:
            made.append(self._piece(piece, before))
            before += str(made[-1])
        return made[0] if len(made) == 1 else Text(tuple(made)) if made else ""

    def _piece(self, piece: said.Piece, before: str) -> str | Inline:
        if isinstance(piece, said.Words):
            return piece.text
        if isinstance(piece, said.Mention):
            return self.mentions.printed(piece, before)
        if isinstance(piece, said.Break):
            return "\n"
        if isinstance(piece, said.Link):
            return Link(bare(piece.pieces), piece.url)
        inner = self.content(piece.pieces, before)
        return Bold(inner) if isinstance(piece, said.Strong) else Italic(inner)


def list_item(content: str | Inline, sign: str = "–", level: int = 0) -> ListItem:
    """An item of a list, its sign where paragraphs begin."""
    return ListItem(content, sign, level, looks.ITEM, _STEP_MM, _INDENT_MM)


def _columns(rows: Sequence[Sequence[str]], table: said.Grid) -> list[list[str]]:
    return [[row[place] for row in rows if place < len(row)] for place in range(len(table.header))]


def _share(texts: Sequence[str]) -> float:
    """Of the width: by the longest text, within bounds."""
    return 6.0 + min(_LONG, max(map(len, texts), default=0))


def _cell_style(align: str, texts: Sequence[str]) -> str:
    """As the author asks; figures to the right unless he does."""
    if align:
        return {"right": looks.NUMBER, "center": looks.CENTRE}.get(align, looks.CELL)
    filled = [text for text in texts if text.strip(" –—-")]
    return looks.NUMBER if filled and all(map(_NUMERIC.fullmatch, filled)) else looks.CELL
