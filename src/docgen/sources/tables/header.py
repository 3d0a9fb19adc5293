"""Where a table's header is, and what its columns are."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.diagnostics import Problem, Related
from docgen.sources.tables import problems as said
from docgen.sources.tables.columns import Column, Columns
from docgen.sources.tables.grid import Cell, Grid, Row, Spread
from docgen.sources.tables.refused import Refused

_AMONG = 40  # rows; a header further down is no header


@dataclass(frozen=True)
class Header:
    """The row with the columns' titles (or the lower of two): its number counted from 0, a title's cell by column."""

    row: int
    titles: dict[int, tuple[Cell, tuple[str, ...]]] = field(repr=False)
    columns: dict[int, Column] = field(repr=False)


def find_header(grid: Grid, columns: Columns, named: int | None = None) -> Header:
    """The header that knows most columns: one row, or two where cells are merged; :class:`Refused` if there is none."""
    rows = (
        range(min(_AMONG, len(grid.rows))) if named is None else range(named - 1, min(named, len(grid.rows)))
    )
    found = [header for row in rows for header in _candidates(grid, row, columns)]
    best = max(found, key=lambda header: len(header.columns), default=None)
    if best is None or len(best.columns) < min(2, len(columns.wanted)):
        raise Refused(
            said.NO_HEADER, "в таблице нет строки с названиями столбцов", f"назовите столбцы: {columns.told}"
        )
    return best


def _candidates(grid: Grid, number: int, columns: Columns) -> Iterator[Header]:
    row = grid.rows[number]
    yield _header(number, {at: (cell, (cell.text,)) for at, cell in row.filled}, columns)
    if number + 1 < len(grid.rows) and any(cell.wide > 1 or cell.high > 1 for cell in row.cells):
        yield _header(number + 1, dict(_of_two(row, grid.rows[number + 1])), columns)


def _of_two(upper: Row, lower: Row) -> Iterator[tuple[int, tuple[Cell, tuple[str, ...]]]]:
    """A title under a merged one is read with it or alone: «Сумма, тыс. руб.» over «2022» and «2023»."""
    for at in range(max(len(upper.cells), len(lower.cells))):
        above, below = upper.cell(at), lower.cell(at)
        if below.spread is Spread.DOWN or not below.own:
            if above.own:
                yield at, (above, (above.text,))
        elif above.text:
            yield at, (below, (f"{above.text} {below.text}", below.text))
        else:
            yield at, (below, (below.text,))


def _header(row: int, titles: dict[int, tuple[Cell, tuple[str, ...]]], columns: Columns) -> Header:
    found = {}
    for at, (_, names) in titles.items():
        column = next((column for name in names if (column := columns.of(name))), None)
        if column is not None:
            found[at] = column
    return Header(row, titles, found)


def check_header(grid: Grid, header: Header, columns: Columns) -> Iterator[Problem]:
    """Columns that are unknown, said twice, or missing."""
    first: dict[Column, Cell] = {}
    for at, (cell, names) in header.titles.items():
        column = header.columns.get(at)
        if column is None and not columns.is_numbering(names[-1]):
            yield _unknown(grid, cell, names[-1], columns)
        elif column is None:
            continue
        elif column in first:
            earlier = [Related(grid.span(first[column]), "первый такой столбец")]
            yield said.SAME_COLUMN.at(
                grid.span(cell),
                f"столбец «{_flat(cell.text)}» – второй об одном",
                "оставьте один из двух",
                earlier,
            )
        else:
            first[column] = cell
    for one in columns.missing(list(first)):
        yield said.NO_COLUMN.at(
            grid.span(grid.rows[header.row]), f"нет столбца «{one.title}»", f"добавьте столбец «{one.title}»"
        )


def _unknown(grid: Grid, cell: Cell, title: str, columns: Columns) -> Problem:
    near = columns.nearest(title)
    hint = f"может быть, «{near}»?" if near else f"уберите столбец; есть: {columns.told}"
    return said.UNKNOWN_COLUMN.at(grid.span(cell), f"неизвестный столбец «{_flat(cell.text)}»", hint)


def _flat(text: str) -> str:
    return " ".join(text.split())
