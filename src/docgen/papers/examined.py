"""A paper with what is asked of it: the argument of every rule for finished documents."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from docgen.diagnostics import Span
from docgen.papers.outline import Outline
from docgen.papers.paper import Block, Cell, Mark, MarkKind, Paper, Where
from docgen.papers.sections import Map, find_sections
from docgen.papers.sections.contents import contents
from docgen.papers.torn import joined

Stage = Literal["to_sign", "final"]


@dataclass(frozen=True)
class Examined:
    """A paper, how far it should have come, and the outline that it should follow."""

    paper: Paper
    stage: Stage = "final"
    outline: Outline = field(default_factory=Outline)

    @cached_property
    def map(self) -> Map:
        """Where the sections of the outline are."""
        return find_sections(self.paper, self.outline)

    @cached_property
    def text(self) -> tuple[Block, ...]:
        """The paragraphs that are read as text: no contents, be they typed by hand, no running heads; torn ones joined."""
        return tuple(joined(self.paragraphs))

    @cached_property
    def paragraphs(self) -> tuple[Block, ...]:
        """The same as they stand in the file."""
        listed = contents(self.paper.blocks)
        return tuple(
            block
            for at, block in enumerate(self.paper.blocks)
            if block.where is not Where.HEADER and at not in listed and block.text.strip()
        )

    @cached_property
    def _places(self) -> dict[int, int]:
        return {id(block): at for at, block in enumerate(self.paper.blocks)}

    def at(self, block: Block) -> int:
        """Which of the paper's blocks it is; a search for each of thousands would take minutes."""
        return self._places[id(block)]

    @cached_property
    def _rows(self) -> dict[tuple[int, int], list[Block]]:
        rows: dict[tuple[int, int], list[Block]] = {}
        for block in self.paper.blocks:
            if block.cell is not None:
                rows.setdefault((block.cell.table, block.cell.row), []).append(block)
        return rows

    def row(self, cell: Cell) -> list[Block]:
        """The blocks of the row in which a cell stands."""
        return self._rows.get((cell.table, cell.row), [])

    @property
    def unreadable(self) -> bool:
        """Whether there is no text to judge: a scan, or letters that mean nothing."""
        return self.paper.scanned or self.paper.garbled > 0.3

    def marks(self, *kinds: MarkKind) -> list[Mark]:
        """The marks of some kinds, in order."""
        return [mark for mark in self.paper.marks if mark.kind in kinds]

    def place(self, mark: Mark) -> Span:
        """Where a mark is; the file as a whole if that is not known."""
        if mark.block is None:
            return self.paper.whole()
        block = self.paper.blocks[mark.block]
        start = min(mark.start, len(block.text))
        seen = block.text[start : start + len(mark.text)] == mark.text and mark.text
        return self.paper.span(block, start, start + len(mark.text) if seen else None)
