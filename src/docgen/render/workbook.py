"""Empty Excel sheets to be filled in an office: titles of columns, lists to choose from, a hint at every cell."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from docgen.render.archive import in_order, pack, read, write
from docgen.render.saving import saved

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_ROWS = 500  # as many are prepared: lists to choose from, hints
_LISTS = "Списки"
_MOST_HINT = 255  # Excel's own limit
_MOST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\',]")
_TIME = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_NO_TIME = rb"\g<1>1980-01-01T00:00:00Z"
_OF_FONT = (
    "b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family", "charset", "scheme",
)  # fmt: skip


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its title, what to write there, what to choose from, how wide it is."""

    title: str
    hint: str = ""
    choices: tuple[str, ...] = ()
    width: int = 16


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, the heading above the table, the columns."""

    name: str
    heading: str
    columns: tuple[Column, ...]


def sheet_name(title: str) -> str:
    """A title as the name of a sheet: whole words, as many as Excel admits."""
    plain = " ".join(_FORBIDDEN.sub(" ", title).split())
    if len(plain) <= _MOST_NAME:
        return plain
    return plain[: _MOST_NAME + 1].rpartition(" ")[0] or plain[:_MOST_NAME]


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The book; the same sheets give the same bytes."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _fill(book.create_sheet(sheet.name), sheet)
    _add_lists(book, sheets)
    book.properties.creator = "docgen"
    return settled(saved(book))


def _fill(page: "Worksheet", sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    page.append([sheet.heading])
    page.append([column.title for column in sheet.columns])
    page["A1"].font = Font(name="Times New Roman", size=13, bold=True)
    line = Side(style="thin", color="808080")
    for number, (cell,) in enumerate(page.iter_cols(min_row=2, max_row=2)):
        cell.font = Font(name="Times New Roman", size=11, bold=True)
        cell.fill = PatternFill("solid", fgColor="D9E2EC")
        cell.border = Border(line, line, line, line)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        page.column_dimensions[get_column_letter(number + 1)].width = sheet.columns[number].width
    page.freeze_panes = "A3"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", 9
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "2:2"


def _add_lists(book: "Workbook", sheets: Sequence[Sheet]) -> None:
    """Lists longer than a line of Excel's own stand on a hidden sheet, each in a column."""
    from openpyxl.utils import get_column_letter

    lists = list(dict.fromkeys(c.choices for sheet in sheets for c in sheet.columns if c.choices))
    where = {}
    page = book.create_sheet(_LISTS)
    page.sheet_state = "hidden"
    for number, choices in enumerate(lists, 1):
        letter = get_column_letter(number)
        where[choices] = f"{_LISTS}!${letter}$1:${letter}${len(choices)}"
        for row, choice in enumerate(choices, 1):
            page.cell(row, number, choice)
    for sheet in sheets:
        for number, column in enumerate(sheet.columns, 1):
            _guide(book[sheet.name], get_column_letter(number), column, where.get(column.choices, ""))


def _guide(page: "Worksheet", letter: str, column: Column, choices: str) -> None:
    """What Excel shows at the cells of a column: a list to choose from, a hint."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if not choices and not column.hint:
        return
    guide = DataValidation(type="list" if choices else None, formula1=choices or None, allow_blank=True)
    guide.showErrorMessage = False  # other words are accepted too, docgen check tells of wrong ones
    if column.hint:
        guide.showInputMessage = True
        guide.promptTitle, guide.prompt = column.title[:32], column.hint[:_MOST_HINT]
    page.add_data_validation(guide)
    guide.add(f"{letter}3:{letter}{_ROWS}")


def settled(content: bytes) -> bytes:
    """A book without the time at which it was made, and valid where openpyxl is careless."""
    entries = read(content)
    core, styles = "docProps/core.xml", "xl/styles.xml"
    entries[core] = pack(core, _TIME.sub(_NO_TIME, entries[core].content()))
    entries[styles] = pack(styles, _in_order_of_schema(entries[styles].content()))
    return write(pack(name, entries[name].content()) for name in in_order(entries))


def _in_order_of_schema(styles: bytes) -> bytes:
    """What describes a font stands in the order that ECMA-376, 18.8.22, wants; openpyxl has one of its own."""
    sheet = etree.fromstring(styles)
    for font in sheet.iter("{*}font"):
        font[:] = sorted(font, key=lambda part: _OF_FONT.index(etree.QName(part).localname))
    return etree.tostring(sheet)
