"""Texts with places: a source, and a span in it."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Source:
    """A text that a person wrote and can mend.

    ``path`` is shown to the user as it is: a file (``content/protocol/x.yaml``), a part of a Word file whose
    lines are its paragraphs (``templates/protocol.docx#footer1``), a page of a PDF (``out/x.pdf#page3``).
    Lines end with ``\\n``; offsets count characters of ``text``.
    """

    path: str
    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        position = self.text.find("\n")
        while position != -1:
            starts.append(position + 1)
            position = self.text.find("\n", position + 1)
        return starts

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1, as editors show them."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line (counted from 1) without its line end; empty past the last line."""
        if not 1 <= number <= len(self._line_starts):
            return ""
        start = self._line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : end if end != -1 else len(self.text)].rstrip("\r")

    def span(self, start: int = 0, end: int | None = None) -> "Span":
        """The place from ``start`` to ``end`` (one character, if not said)."""
        return Span(self, start, min(start + 1, len(self.text)) if end is None else end)

    def cell(self, offset: int) -> str:
        """The cell of a table that an offset lies in («C14»); empty for a text, whose places are lines and columns."""
        return ""

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.path!r})"


@dataclass(frozen=True, repr=False)
class TableSource(Source):
    """A sheet of a workbook: a line of ``text`` is a row as it is shown, empty rows too; a place in it is a cell.

    ``path`` names file and sheet (``content/programme/x/estimate.xlsx!Смета``), ``starts`` says for each row where
    its cells begin, counted within the row.
    """

    starts: tuple[tuple[int, ...], ...] = field(default=(), compare=False)

    def cell(self, offset: int) -> str:
        """«C14»."""
        row, column = self.place(offset)
        starts = self.starts[row - 1] if row <= len(self.starts) else ()
        return f"{column_letters(max(1, bisect_right(starts, column - 1)))}{row}"


def column_letters(number: int) -> str:
    """1 → A, 27 → AA, as Excel names columns."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Span:
    """A place: the characters ``start`` (included) to ``end`` (excluded) of a source."""

    source: Source
    start: int
    end: int

    @property
    def text(self) -> str:
        """The characters at this place."""
        return self.source.text[self.start : self.end]

    @property
    def line(self) -> int:
        """The line of the first character, counted from 1."""
        return self.source.place(self.start)[0]

    @property
    def column(self) -> int:
        """The column of the first character, counted from 1."""
        return self.source.place(self.start)[1]

    @property
    def end_place(self) -> tuple[int, int]:
        """Line and column just past the last character, counted from 1."""
        return self.source.place(self.end)

    def part(self, start: int, end: int) -> "Span":
        """The place of the characters ``start`` to ``end`` counted within this one."""
        return Span(self.source, self.start + start, self.start + end)

    @property
    def cell(self) -> str:
        """The cell of a table, «C14»; empty for a place in a text."""
        return self.source.cell(self.start)

    def __str__(self) -> str:
        cell = self.cell
        return f"{self.source.path}!{cell}" if cell else f"{self.source.path}:{self.line}:{self.column}"
