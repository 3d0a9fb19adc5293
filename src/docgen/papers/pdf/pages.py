"""The pages of a PDF as PDFium reads them: lines, and the tables that they stand in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from docgen.papers import problems
from docgen.papers.paper import Mark
from docgen.papers.pdf.boxes import Boxes
from docgen.papers.pdf.budget import Budget, SpentError
from docgen.papers.pdf.grids import Grid, grids
from docgen.papers.pdf.lines import PdfLine, Place, lines_of
from docgen.papers.pdf.overlaid import Seen, in_place, seen_page
from docgen.papers.pdf.parts import Finder, Part, drawn, filled, tagged
from docgen.papers.pdf.rulings import rulings
from docgen.papers.pdf.tagged import TaggedTable, tagged_tables
from docgen.papers.pdf.turn import turn_of
from docgen.papers.pdf.unseen import unseen_lines
from docgen.papers.refusal import Refusal

_UNSEEN = 200  # lines of a page: more nobody reads
_PAIR, _HALF = re.compile("[\ud800-\udbff][\udc00-\udfff]"), re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class Page:
    """A page: its lines in the order in which they are read, its tables by the numbers that the lines know.

    ``unread`` says that its tables could not be read.
    """

    number: int
    width: float = 0.0
    height: float = 0.0
    lines: list[PdfLine] = field(default_factory=list)
    tables: dict[int, Part] = field(default_factory=dict)
    unread: bool = False
    unseen: list[tuple[PdfLine, Mark]] = field(default_factory=list)


def page_of(raw: Any, document: Any, number: int, budget: Budget) -> Page:
    """A page, counted from 1. What stands on a broken one nobody knows, so the file is broken."""
    from pypdfium2 import PdfiumError

    try:
        seen = seen_page(raw, document, number - 1)
        textpage = seen.page.get_textpage()
        read = _read(raw, seen, textpage, number, budget)
        textpage.close()
        seen.page.close()
    except PdfiumError as error:
        told = f"файл повреждён: страница {number} не открывается"
        raise Refusal(
            problems.BROKEN, told, "сделайте PDF заново в программе, где создан документ"
        ) from error
    return read


def _read(raw: Any, seen: Seen, textpage: Any, number: int, budget: Budget) -> Page:
    page = seen.page
    turn = turn_of(raw, page, textpage)
    width, height = turn.size
    sheet = _Sheet(Boxes(raw, textpage, turn), _text(raw, textpage), width * height)
    try:
        tables_drawn, tables_tagged = (
            grids(rulings(raw, page, turn, budget), budget),
            tagged_tables(raw, page, budget),
        )
        budget.spend(len(sheet.text) * (1 + len(tables_drawn) // 8))
        sheet.find(tables_drawn, tables_tagged)
        unread = False
    except SpentError:  # more is drawn than a document has
        unread = True
    found = lines_of(sheet.boxes, sheet.text, sheet.place if sheet.parts else None)
    lines = in_place([line for line in found if _is_on_page(line, width, height)], seen.own)
    tables = filled(sheet.parts, lines)
    for line in lines:
        if line.inside is not None and line.inside[0] not in tables:
            line.inside = None
    sheet.tell_paths(tables)
    unseen = list(islice(unseen_lines(raw, page, textpage, lines, turn, budget), _UNSEEN))
    return Page(number, width, height, lines, tables, unread, unseen)


def _is_on_page(line: PdfLine, width: float, height: float) -> bool:
    """Whether anything of a line is seen; programs leave words beside the page."""
    return line.right > 0 and line.left < width and line.top > 0 and line.bottom < height


def _text(raw: Any, textpage: Any) -> str:
    """The text, a character for each that PDFium counts."""
    text: str = textpage.get_text_range(errors="replace")
    count = textpage.count_chars()
    if len(text) == count:
        return text
    units = "".join(chr(raw.FPDFText_GetUnicode(textpage, at) % 0x110000) for at in range(count))
    return _HALF.sub("\ufffd", _PAIR.sub(_whole, units))


def _whole(pair: re.Match[str]) -> str:
    """A character that PDFium counts as two: itself and one that is not seen."""
    return pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le") + "\u200b"


class _Sheet:
    """The text of a page and the tables that it may stand in: drawn ones first, then those that only tags tell of."""

    def __init__(self, boxes: Boxes, text: str, area: float) -> None:
        self.boxes = boxes
        self.text = text
        self.parts: list[Part] = []
        self._area = area
        self._finder = Finder([], area)
        self._tagged: list[TaggedTable] = []
        self._contents: dict[int, Place] = {}
        self._untold: set[int] = set()

    def find(self, drawn_ones: list[Grid], tagged_ones: list[TaggedTable]) -> None:
        """Take the tables of the page."""
        self._finder = Finder(drawn_ones, self._area)
        self._tagged = tagged_ones
        for number, table in enumerate(tagged_ones):
            for at, cell in enumerate(table.cells):
                self._contents.update(dict.fromkeys(cell.contents, (number, at)))
        self.parts = [*drawn(drawn_ones), *tagged(tagged_ones)]
        if self._contents:
            starts = (at for at in _starts(self.text) if self._finder(self.boxes.box(at)) is None)
            self._untold = {place[0] for at in starts if (place := self._tag(at)) is not None}
        if not drawn_ones and not self._untold:
            self.parts = []

    def place(self, at: int) -> Place | None:
        """The cell in which a character stands."""
        if self._untold:
            tag = self._tag(at)
            if tag is not None and tag[0] in self._untold:
                return len(self._finder.grids) + tag[0], tag[1]
        return self._finder(self.boxes.box(at))

    def _tag(self, at: int) -> Place | None:
        return self._contents.get(self.boxes.marked(at))

    def tell_paths(self, tables: dict[int, Part]) -> None:
        """Which table of the tags a drawn one is, and which of its rows: so it is known again on the next page."""
        for part in tables.values() if self._contents else ():
            for cell in part.cells:
                for line in cell.lines[:1] if part.path is None or cell.row not in part.paths else ():
                    tag = self._tag(line.at)
                    if tag is not None:
                        table = self._tagged[tag[0]]
                        part.path = table.path
                        part.paths[cell.row] = table.rows[table.cells[tag[1]].row]


def _starts(text: str) -> Iterator[int]:
    """The first letter of each line."""
    for match in re.finditer(r"[^\r\n]+", text):
        seen = match[0].lstrip()
        if seen:
            yield match.end() - len(seen)
