"""Orders set as a table: «Поручение», «Ответственный», «Срок», a row for each."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.papers.examined import Examined
from docgen.papers.paper import Block
from docgen.papers.tables import Seen, seen_tables

_WHAT = (
    "Поручение",
    "Решение",
    "Содержание поручения",
    "Мероприятие",
    "Задача",
    "Пункт решения",
    "Что сделать",
    "Задание",
    "Действие",
)
_WHO = ("Ответственный", "Исполнитель", "Ответственный исполнитель", "Кому поручено", "Кто", "Отв.")
_WHEN = ("Срок", "Срок исполнения", "Дата исполнения", "Когда", "Дата")


@dataclass(frozen=True)
class Row:
    """An order of a table: the paragraph that tells it, who is to do it and until when; ``None``: no such column."""

    block: Block
    who: str | None
    when: str | None


class OrderTables:
    """The tables of orders of a paper."""

    def __init__(self, examined: Examined) -> None:
        self._tables = dict(_tables(examined))

    def __contains__(self, block: Block) -> bool:
        return block.cell is not None and block.cell.table in self._tables

    def row(self, block: Block) -> Row | None:
        """The order that a paragraph tells; ``None`` for the other cells and the header."""
        if block.cell is None or block.cell.table not in self._tables:
            return None
        seen, what, who, when = self._tables[block.cell.table]
        if block.cell.column != what or block.cell.row < seen.header:
            return None
        at = block.cell.row
        return Row(block, _said(seen, at, who), _said(seen, at, when))


def _tables(examined: Examined) -> Iterator[tuple[int, tuple[Seen, int, int | None, int | None]]]:
    numbers = {id(table): at for at, table in enumerate(examined.paper.tables)}
    for seen in seen_tables(examined.paper):
        what, who, when = (seen.column(one) for one in (_WHAT, _WHO, _WHEN))
        if what is not None and (who is not None or when is not None):
            yield numbers[id(seen.table)], (seen, what, who, when)


def _said(seen: Seen, row: int, column: int | None) -> str | None:
    """The text of a cell; a cell joined with those above says what they say."""
    if column is None:
        return None
    for at in range(row, seen.header - 1, -1):
        cell = next((one for one in seen.table.rows[at] if one.column == column), None)
        if cell is None or not cell.continued:
            return seen.grid[at][column].strip(" –—-")
    return ""
