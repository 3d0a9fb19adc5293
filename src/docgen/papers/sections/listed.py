"""Rows of tables that list things: they name what is done or paid for and are no headings of the text."""

from collections.abc import Iterable, Sequence

from docgen.papers.paper import Paper, Table, TableCell

_COLUMNS = 3  # two may be a heading beside its text
_TEXT = 200  # characters of a cell: so many are the text of a point, not of a list


def listed(paper: Paper, headings: Iterable[int]) -> frozenset[int]:
    """The paragraphs in such rows; a table that holds a section's heading (given by paragraph) only sets the page."""
    cells = {at: block.cell for at, block in enumerate(paper.blocks) if block.cell is not None}
    layout = {cells[at].table for at in headings if at in cells}
    rows = {
        (number, row)
        for number, table in enumerate(paper.tables)
        if number not in layout and _lists(table)
        for row in range(1, len(table.rows))
        if all(len(cell.text) < _TEXT for cell in table.rows[row])
    }
    return frozenset(at for at, cell in cells.items() if (cell.table, cell.row) in rows)


def _lists(table: Table) -> bool:
    """Whether columns are named over rows that fill them."""
    filled = [_filled(row) for row in table.rows]
    return len(filled) > 1 and filled[0] >= _COLUMNS and max(filled[1:]) >= _COLUMNS


def _filled(row: Sequence[TableCell]) -> int:
    return sum(bool(cell.text.strip()) for cell in row)
