"""Pages of lines and tables → the blocks, tables and page texts of a paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from docgen.papers.paper import APART, Block, Cell, Table, TableCell, Where
from docgen.papers.pdf import joining
from docgen.papers.pdf.joining import Whole
from docgen.papers.pdf.lines import PdfLine
from docgen.papers.pdf.pages import Page
from docgen.papers.pdf.paragraphs import Column, column_of, is_listed, look_of, paragraphs, rejoined
from docgen.papers.pdf.parts import Part, PartCell
from docgen.papers.pdf.wording import worded

_ROWS = 1_000_000  # more than a page has characters: rows of all pages stay apart

Item = list[PdfLine] | Part
"""Running text, or a table of a page that stands in no other."""


@dataclass(slots=True)
class Composed:
    """What has been put together so far."""

    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)


def composed(pages: Sequence[Page]) -> Composed:
    """The blocks, the tables and the texts of all pages."""
    items = [list(_items(page)) for page in pages]
    known = list(_wholes(pages, items))
    done = Composed(tables=[Table((), 0) for _ in known])
    composer = _Composer(done, known)
    for page, found in zip(pages, items, strict=True):
        composer.page(page, found)
    return done


def _items(page: Page) -> Iterator[Item]:
    """What stands on a page, in the order in which it is read; a nested table goes with the one around it."""
    text: list[PdfLine] = []
    told: set[int] = set()
    for line in page.lines:
        if line.inside is None:
            text.append(line)
            continue
        part = page.tables[line.inside[0]]
        while part.parent is not None:
            part = part.parent
        if id(part) not in told:
            told.add(id(part))
            if text:
                yield text
            yield part
            text = []
    if text:
        yield text


def _wholes(pages: Sequence[Page], items: Sequence[Sequence[Item]]) -> Iterator[Whole]:
    """The tables in order; what goes on at the top of the next page is of the table at the bottom of this one."""
    last: Whole | None = None
    for page, found in zip(pages, items, strict=True):
        text = [one for one in found if isinstance(one, Part) or not all(line.running for line in one)]
        for at, part in enumerate(text):
            if not isinstance(part, Part):
                last = None
            elif at == 0 and last is not None and joining.goes_on(last, part):
                joining.add(last, part)
            elif not part.is_table:
                last = None
            else:
                last = joining.begun(part)
                yield last
                inner = (one for one in page.tables.values() if one.is_table and _is_within(one, part))
                yield from (joining.begun(one) for one in inner)


def _is_within(part: Part, outer: Part) -> bool:
    while part.parent is not None:
        part = part.parent
        if part is outer:
            return True
    return False


class _Composer:
    """Writes page after page."""

    def __init__(self, done: Composed, wholes: Sequence[Whole]) -> None:
        self._done = done
        self._wholes = wholes
        self._numbers = {id(piece.part): at for at, whole in enumerate(wholes) for piece in whole.pieces}
        self._pieces = {id(piece.part): piece for whole in wholes for piece in whole.pieces}
        self._page = Page(0)
        self._texts: list[str] = []
        self._length = 0

    def page(self, page: Page, items: Sequence[Item]) -> None:
        """One page with what stands on it."""
        self._page, self._texts, self._length = page, [], 0
        column = column_of((line for line in page.lines if not line.running), page.width)
        for item in items:
            if isinstance(item, Part):
                for part in (item, *(one for one in page.tables.values() if _is_within(one, item))):
                    if id(part) in self._numbers:
                        self._part(part)
                    else:
                        self._text([line for cell in part.cells for line in cell.lines], column)
            else:
                self._text(item, column)
        self._done.pages.append("\n".join(self._texts))

    def _text(self, lines: Sequence[PdfLine], column: Column) -> None:
        for running, run in groupby(lines, key=lambda line: line.running):
            same = list(run)
            for group in ([line] for line in same) if running else paragraphs(rejoined(same, column), column):
                apart = group[0].cell
                cell = Cell(APART, self._page.number * _ROWS + apart[0], apart[1]) if apart else None
                self._block(group, column, cell, Where.HEADER if running else Where.BODY)

    def _block(self, group: Sequence[PdfLine], column: Column, cell: Cell | None, where: Where) -> None:
        text = "\n".join(line.text for line in group)
        block = Block(
            number=len(self._done.blocks) + 1,
            text=text,
            where=where,
            look=look_of(group, text, column),
            cell=cell,
            contents=cell is None and is_listed(text),
            page=self._page.number,
            start=self._length,
        )
        self._done.blocks.append(block)
        self._texts.append(text)
        self._length += len(text) + 1

    def _part(self, part: Part) -> None:
        number = self._numbers[id(part)]
        whole = self._wholes[number]
        if whole.pieces[0].part is part:
            parent = self._numbers.get(id(part.parent))
            self._done.tables[number] = Table(tuple(_rows(whole)), len(self._done.blocks), parent)
        piece = self._pieces[id(part)]
        for cell in part.cells:
            for line in cell.lines if cell.row < piece.repeated else ():
                self._block([line], _column(cell), None, Where.HEADER)
        for one in sorted(whole.placed(piece), key=lambda one: (one.row, one.column)):
            for group in paragraphs(one.cell.lines, _column(one.cell)):
                self._block(group, _column(one.cell), Cell(number, one.row, one.column), Where.BODY)


def _column(cell: PartCell) -> Column:
    """Where the text of a cell goes."""
    known = column_of(cell.lines, cell.edge)
    return Column(known.margin, max(known.edge, cell.edge))


def _rows(whole: Whole) -> Iterator[tuple[TableCell, ...]]:
    """The rows of a table, cells joined over rows as Word has them: a cell in each row, all but the first empty."""
    rows: list[dict[int, TableCell]] = [{} for _ in range(whole.rows)]
    for piece in whole.pieces:
        for one in whole.placed(piece):
            column = _column(one.cell)
            text = "\n".join(worded(group, column.edge) for group in paragraphs(one.cell.lines, column))
            known = rows[one.row].get(one.column)
            if known is not None:
                rows[one.row][one.column] = _with_more(known, text)
                continue
            rest = one.row == piece.first_row > 0 and not text and one.cell.rows > 1
            rows[one.row][one.column] = TableCell(text, one.column, one.columns, rest)
            for row in rows[one.row + 1 : one.row + one.cell.rows]:
                row.setdefault(one.column, TableCell("", one.column, one.columns, continued=True))
    for row in rows:
        yield tuple(cell for _, cell in sorted(row.items()))


def _with_more(cell: TableCell, text: str) -> TableCell:
    """A cell of a row that a page's end has cut, with what stands on the next page."""
    return replace(cell, text=f"{cell.text} {text}".strip(), continued=cell.continued and not text)
