"""An Excel workbook as grids of what its sheets show."""

import difflib
import io
import warnings
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import replace
from typing import Any

from docgen.diagnostics import Problem
from docgen.sources.parse import ILLEGAL
from docgen.sources.problems import CONTROL_CHARACTER
from docgen.sources.tables import problems as said
from docgen.sources.tables.grid import Cell, Grid, Spread, drawn
from docgen.sources.tables.layout import Layout, layout_of
from docgen.sources.tables.package import parts_of
from docgen.sources.tables.refused import Refused
from docgen.sources.tables.values import ERRORS, shown

_AGAIN = "откройте файл в Excel и сохраните заново"
_MAX_TEXT = 4_000_000


class Book:
    """A workbook; sheets are read when they are asked for."""

    def __init__(self, data: bytes) -> None:
        self._parts = {name.lstrip("/"): part for name, part in parts_of(data).items()}
        self._book: Any = _opened(data)
        self._sheets: dict[str, Any] = {
            sheet.title: sheet for sheet in self._book.worksheets if hasattr(sheet, "iter_rows")
        }

    def grid(self, path: str, name: str | None) -> tuple[Grid, list[Problem]]:
        """What a sheet shows, and what is wrong in its cells; the only one with data, if none is named."""
        title = self._named(name) if name is not None else self._only()
        sheet = self._sheets[title]
        layout = self._layout(title)
        rows, told = _cells(sheet, layout)
        grid = drawn(f"{path}!{title}", _merged(rows, layout))
        problems = [
            rule.at(grid.span(grid.rows[row].cells[column]), message, hint)
            for row, column, rule, message, hint in told
        ]
        return grid, [*problems, *_hidden(grid, layout, sheet.sheet_state != "visible")]

    def _named(self, name: str) -> str:
        alike = {_plain(title): title for title in self._sheets}
        if name in self._sheets:
            return name
        if _plain(name) in alike:
            return alike[_plain(name)]
        near = difflib.get_close_matches(_plain(name), alike, n=1)
        listed = ", ".join(f"«{title}»" for title in self._sheets) or "листов с ячейками нет"
        hint = f"может быть, «{alike[near[0]]}»?" if near else f"есть: {listed}"
        raise Refused(said.NO_SHEET, f"листа «{name}» в книге нет", hint)

    def _only(self) -> str:
        visible = [title for title, sheet in self._sheets.items() if sheet.sheet_state == "visible"]
        filled = [title for title in visible if len(visible) == 1 or self._layout(title).last_row]
        if len(filled) == 1:
            return filled[0]
        if not filled:
            raise Refused(
                said.NO_SHEET, "в книге нет видимого листа с данными", "заполните лист или покажите его"
            )
        listed = ", ".join(f"«{title}»" for title in filled)
        raise Refused(
            said.NO_SHEET,
            f"в книге несколько листов: {listed}",
            f"назовите лист: {{file: …, sheet: {filled[0]}}}",
        )

    def _layout(self, title: str) -> Layout:
        part = self._parts.get(
            self._sheets[title]._worksheet_path.lstrip("/")
        )  # openpyxl tells it nowhere else
        if part is None:
            raise Refused(said.WRONG_FORMAT, f"лист «{title}» повреждён", _AGAIN)
        return layout_of(part)


def _opened(data: bytes) -> Any:
    from openpyxl import load_workbook  # slow to import, and few documents have tables

    with warnings.catch_warnings(), redirect_stdout(io.StringIO()):  # it prints of styles that are not there
        warnings.simplefilter("ignore")  # what it leaves out (charts, validation) is nothing to us
        try:
            return load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        except Exception as error:  # a broken book breaks it in any way there is
            raise Refused(
                said.WRONG_FORMAT, "книга Excel повреждена или записана с ошибками", _AGAIN
            ) from error


Told = tuple[int, int, Any, str, str]


def _cells(sheet: Any, layout: Layout) -> tuple[list[list[Cell]], list[Told]]:
    """The rows from the first to the last that shows anything; what is wrong, by row and column counted from 0."""
    rows: list[list[Cell]] = []
    told: list[Told] = []
    for number, values in enumerate(_values(sheet, layout)):
        row = []
        for column in range(layout.last_column):
            value = values[column] if column < len(values) else None
            cell, wrong = _cell(value, layout, number + 1, column + 1)
            row.append(cell)
            told += [(number, column, *one) for one in wrong]
        rows.append(row)
    return rows, told


def _values(sheet: Any, layout: Layout) -> Iterator[tuple[Any, ...]]:
    if not layout.last_row:
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            rows = list(sheet.iter_rows(1, layout.last_row, 1, layout.last_column))
        except Exception as error:  # see _opened
            raise Refused(said.WRONG_FORMAT, f"лист «{sheet.title}» повреждён", _AGAIN) from error
    if sum(_length(cell) for row in rows for cell in row) > _MAX_TEXT:
        told = f"на листе «{sheet.title}» больше {_MAX_TEXT // 10**6} млн знаков"
        raise Refused(said.TOO_BIG, told, "оставьте на листе только нужные строки")
    yield from rows


def _length(cell: Any) -> int:
    """One text may stand in any number of cells: a book keeps it once."""
    value = getattr(cell, "value", None)
    return len(value) if isinstance(value, str) else 0


def _cell(cell: Any, layout: Layout, row: int, column: int) -> tuple[Cell, list[tuple[Any, str, str]]]:
    formula = layout.formulas.get((row, column))
    value = getattr(cell, "value", None)
    if value is None:
        if formula is not None and not formula.counted:
            missing = (said.NO_VALUE, "формула не посчитана", "откройте файл в Excel и сохраните")
            return Cell(f"={formula.text}"), [missing]
        return Cell(""), []
    if cell.data_type == "e":
        name = ERRORS.get(str(value), str(value))
        return Cell(name), [
            (said.NO_VALUE, f"в ячейке ошибка {name}", "исправьте формулу или впишите значение")
        ]
    try:
        text = shown(value, str(cell.number_format))
    except (ValueError, IndexError, OverflowError):
        return Cell(""), [(said.NO_VALUE, "значение ячейки не читается", "впишите его заново")]
    found = [
        (CONTROL_CHARACTER, f"невидимый символ U+{ord(m[0]):04X}", "удалите символ")
        for m in ILLEGAL.finditer(text)
    ]
    if formula is not None and formula.of_other_book:
        found.append((said.OTHER_BOOK, "значение посчитано по другой книге", "вставьте его числом"))
    return Cell(text, number=isinstance(value, int | float)), found[:1]


def _merged(rows: list[list[Cell]], layout: Layout) -> list[list[Cell]]:
    """What stands in the first of merged cells stands, to whoever reads the sheet, in all of them."""
    for (top, left), (bottom, right) in layout.within():
        first = replace(rows[top - 1][left - 1], wide=right - left + 1, high=bottom - top + 1)
        for row in range(top - 1, bottom):
            rows[row][left - 1] = replace(first, spread=Spread.DOWN)
            for column in range(left, right):
                rows[row][column] = replace(first, spread=Spread.ACROSS)
        rows[top - 1][left - 1] = first
    return rows


def _hidden(grid: Grid, layout: Layout, whole: bool) -> Iterator[Problem]:
    """Said once for the sheet, at the first hidden cell that shows something."""
    for number, row in enumerate(grid.rows, start=1):
        for column, cell in row.filled:
            if (
                whole
                or number in layout.hidden_rows
                or any(column + 1 in each for each in layout.hidden_columns)
            ):
                what = "лист скрыт" if whole else "есть скрытые строки или столбцы"
                yield said.HIDDEN.at(
                    grid.span(cell), f"{what}, но прочитано всё", "покажите скрытое или удалите"
                )
                return


def _plain(title: str) -> str:
    return " ".join(title.lower().replace("ё", "е").split())
