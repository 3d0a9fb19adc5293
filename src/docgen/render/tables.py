"""Tables: cells over several columns and rows, a header that repeats on every page, rows that are never split."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from docgen.render.blocks import TWIPS, Block, Content, Paragraph, blocks, style_id
from docgen.render.formatting import run_properties


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that takes ``span`` columns and ``down`` rows; its content is a text or several blocks.

    ``style`` is the name of the paragraph style of its text.
    """

    content: Content | tuple[Block, ...] = ""
    span: int = 1
    align: str = field(default="", metadata={"verbatim": True})
    bold: bool = False
    style: str = field(default="", metadata={"verbatim": True})
    down: int = 1
    continued: bool = field(default=False, repr=False)


@dataclass(frozen=True, slots=True)
class Table(Block):
    """A table: rows of cells, column widths in millimetres, how many rows repeat as a header on every page.

    ``styles`` are the paragraph styles of header and other cells that name none. The first row stays with the header,
    and the last one with the row before it; all rows stay together if the table is to be kept ``whole``, which only
    a table lower than a page can be. A row is split between pages only if it is named in ``tall``.
    """

    rows: tuple[tuple[Cell | Content, ...], ...]
    widths: tuple[float, ...]
    header: int = 0
    style: str = field(default="", metadata={"verbatim": True})
    styles: tuple[str, str] = field(default=("", ""), metadata={"verbatim": True})
    whole: bool = False
    tall: frozenset[int] = frozenset()

    def markup(self, paragraph: str, run: str) -> str:
        """One ``w:tbl``; nothing at all if there are no rows."""
        if not self.rows:
            return ""
        widths = [round(width * TWIPS) for width in self.widths]
        look = f'<w:tblStyle w:val="{style_id(self.style)}"/>' if self.style else ""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = "".join(
            self._row(row, number, widths, paragraph, run)
            for number, row in enumerate(_filled(self.rows, len(widths)))
        )
        size = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        borders = "" if self.style else _BORDERS
        layout = '<w:tblLayout w:type="fixed"/>'
        return f"<w:tbl><w:tblPr>{look}{size}{borders}{layout}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"

    def _row(self, row: Sequence[Cell], number: int, widths: list[int], paragraph: str, run: str) -> str:
        header = number < self.header
        together = "" if number in self.tall else "<w:cantSplit/>"
        properties = f"<w:trPr>{together}{'<w:tblHeader/>' if header else ''}</w:trPr>"
        last = len(self.rows) - 1
        # a header is no header without a row under it, nor is a sum a sum without one above
        keep = bool(self.header) and number < last and (self.whole or header or number == last - 1)
        style = self.styles[0 if header else 1]
        cells, column = [], 0
        for cell in row:
            width = sum(widths[column : column + cell.span])
            cells.append(_cell(cell, width, cell.style or style, keep, paragraph, run))
            column += cell.span
        return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


_BORDERS = (
    "<w:tblBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)


def _filled(rows: Sequence[Sequence[Cell | Content]], columns: int) -> Iterator[list[Cell]]:
    """Rows with a cell in every column: below a cell that goes down stand cells that continue it."""
    above: dict[int, Cell] = {}
    for row in rows:
        cells: list[Cell] = []
        given = iter(row)
        below: dict[int, Cell] = {}
        column = 0
        while column < columns:
            if column in above:
                cell = replace(above[column], content="", continued=True, down=above[column].down - 1)
            else:
                one = next(given, None)
                if one is None:
                    break
                cell = one if isinstance(one, Cell) else Cell(one)
            if cell.down > 1:
                below[column] = cell
            cells.append(cell)
            column += cell.span
        above = below
        yield cells


def _cell(cell: Cell, width: int, style: str, keep: bool, paragraph: str, run: str) -> str:
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    merge = "<w:vMerge/>" if cell.continued else '<w:vMerge w:val="restart"/>' if cell.down > 1 else ""
    run = run_properties("" if style else run, b="", bCs="") if cell.bold else run
    content: tuple[Block, ...] = (
        cell.content
        if isinstance(cell.content, tuple)
        else (Paragraph(cell.content, style, cell.align, keep_with_next=keep, bold=cell.bold),)
    )
    inside = blocks(content, paragraph, run)
    if not inside.endswith("</w:p>"):
        inside += "<w:p></w:p>"
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>{inside}</w:tc>'
