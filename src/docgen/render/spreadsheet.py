"""Filled Excel sheets: numbers are numbers, texts are never formulas, and they print as they stand."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap
from typing import TYPE_CHECKING

from docgen.render.saving import saved
from docgen.render.workbook import settled, sheet_name

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.styles.cell_style import StyleArray
    from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | Decimal | None
_FONT = "Times New Roman"
_HEAD = 3
_LINE, _MOST_LINES = 15, 27  # points; Excel has no rows higher than 409


@dataclass(frozen=True)
class Head:
    """A column: its title, its width in characters, how many figures after the comma its numbers show."""

    title: str
    width: int = 14
    places: int | None = None


@dataclass(frozen=True)
class Filled:
    """A sheet: its name, the heading above the table, columns and rows; ``totals`` are the last rows, in bold."""

    name: str
    heading: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Value, ...], ...]
    totals: int = 0


def spreadsheet(sheets: Sequence[Filled], title: str) -> bytes:
    """The book; the same sheets give the same bytes."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        page = book.create_sheet(sheet_name(sheet.name))
        _write(page, sheet)
        _make_up(page, sheet)
    book.properties.creator, book.properties.title = "docgen", title
    return settled(saved(book))


def _write(page: "Worksheet", sheet: Filled) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    looks = _Looks()
    centred = Alignment(horizontal="center", vertical="center", wrap_text=True)
    _put(page.cell(1, 1), sheet.heading)
    page.cell(1, 1).font = Font(name=_FONT, size=13, bold=True)
    for column, head in enumerate(sheet.heads, 1):
        cell = page.cell(_HEAD, column)
        _put(cell, head.title)
        cell.font, cell.border, cell.alignment = looks.bold, looks.border, centred
        cell.fill = PatternFill("solid", fgColor="D9E2EC")
    first_total = len(sheet.rows) - sheet.totals
    for number, row in enumerate(sheet.rows):
        for column, (value, head) in enumerate(zip(row, sheet.heads, strict=True), 1):
            cell = page.cell(_HEAD + 1 + number, column)
            _put(cell, value)
            looks.dress(cell, value, head, is_total=number >= first_total)


class _Looks:
    """How cells look. Of the many that look alike only the first is dressed, which is dear; the others copy it."""

    def __init__(self) -> None:
        from openpyxl.styles import Alignment, Border, Font, Side

        line = Side(style="thin", color="808080")
        self.border, self._wrapped = (
            Border(line, line, line, line),
            Alignment(vertical="top", wrap_text=True),
        )
        self.plain, self.bold = Font(name=_FONT, size=11), Font(name=_FONT, size=11, bold=True)
        self._known: dict[object, StyleArray] = {}

    def dress(self, cell: "Cell | MergedCell", value: Value, head: Head, *, is_total: bool) -> None:
        """Give a cell the look of its value."""
        kind = type(value) if isinstance(value, str | None) else head.places
        alike = (is_total, kind, _is_formula(value))
        if alike in self._known:
            cell._style = copy(self._known[alike])  # type: ignore[union-attr]  # not in their stubs
            return
        cell.font, cell.border = self.bold if is_total else self.plain, self.border
        if isinstance(value, str):
            cell.alignment = self._wrapped
            cell.quotePrefix = _is_formula(value)
        elif value is not None:
            cell.number_format = "#,##0" + (f".{'0' * head.places}" if head.places else "")
        self._known[alike] = copy(cell._style)  # type: ignore[union-attr]


def _is_formula(value: Value) -> bool:
    """Whether Excel would take a text for a formula."""
    return isinstance(value, str) and value[:1] in ("=", "+", "-", "@")


def _put(cell: "Cell | MergedCell", value: Value) -> None:
    """A text that begins with «=» is a text, not a formula; signs that Excel cannot hold are left out."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:32_767]
        cell.data_type = "s"
    else:
        cell.value = value


def _make_up(page: "Worksheet", sheet: Filled) -> None:
    """The head stays in sight, can be filtered, and is printed on every page; a page is as wide as the table."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for column, head in enumerate(sheet.heads, 1):
        page.column_dimensions[get_column_letter(column)].width = head.width
    titles: tuple[Value, ...] = tuple(head.title for head in sheet.heads)
    for number, row in enumerate((titles, *sheet.rows), _HEAD):
        page.row_dimensions[number].height = _LINE * _lines(row, sheet.heads)
    page.freeze_panes = f"B{_HEAD + 1}"
    last = get_column_letter(len(sheet.heads))
    if len(sheet.rows) > sheet.totals:
        page.auto_filter.ref = f"A{_HEAD}:{last}{_HEAD + len(sheet.rows) - sheet.totals}"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", 9
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = f"{_HEAD}:{_HEAD}"


def _lines(row: Sequence[Value], heads: Sequence[Head]) -> int:
    """How many lines the fullest cell takes; Excel reckons no heights of rows that it did not write itself."""
    fullest = 1
    for value, head in zip(row, heads, strict=True):
        if isinstance(value, str):
            fullest = max(fullest, len(wrap(value, max(head.width - 2, 4))))
    return min(fullest, _MOST_LINES)
