"""Orders set as a table: «Поручение», «Ответственный», «Срок», a row for each."""

import re
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
_LONGEST_CAPTION = 200
_STATE = re.compile(r"\b(?:исполнен|выполнен|статус|отметк|состояни|(?<!ожидаемый )результат)", re.IGNORECASE)
_OF_FORMER = re.compile(
    r"\b(?:исполнени|выполнени|реализаци)\w\s+(?:\w+\s+){0,3}(?:поручени|решени|протокол)"
    r"|\bранее\s+данн|\b(?:предыдущ|прошл)\w+\s+(?:протокол|совещани|заседани|встреч)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Row:
    """An order of a table: the paragraph that tells it, who is to do it and until when; ``None``: no such column.

    ``dues``: the paragraphs of its deadline. ``reported``: the table tells how orders given before were carried out.
    """

    block: Block
    who: str | None
    when: str | None
    dues: tuple[Block, ...] = ()
    reported: bool = False


class OrderTables:
    """The tables of orders of a paper."""

    def __init__(self, examined: Examined) -> None:
        self._tables = dict(_tables(examined))
        self._cells: dict[tuple[int, int, int], list[Block]] = {}
        for block in examined.paper.blocks:
            if block.cell is not None and block.cell.table in self._tables:
                at = block.cell
                self._cells.setdefault((at.table, at.row, at.column), []).append(block)

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
        dues = () if when is None else self._paragraphs(block.cell.table, _said_in(seen, at, when), when)
        return Row(block, _said(seen, at, who), _said(seen, at, when), dues, _reports(seen, what, who, when))

    def _paragraphs(self, table: int, row: int | None, column: int) -> tuple[Block, ...]:
        return () if row is None else tuple(self._cells.get((table, row, column), ()))


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
    at = _said_in(seen, row, column)
    return "" if at is None else seen.grid[at][column].strip(" –—-")


def _said_in(seen: Seen, row: int, column: int) -> int | None:
    """The row where a cell begins that may be joined with those above; ``None``: in the header."""
    for at in range(row, seen.header - 1, -1):
        cell = next((one for one in seen.table.rows[at] if one.column == column), None)
        if cell is None or not cell.continued:
            return at
    return None


def _reports(seen: Seen, *of_orders: int | None) -> bool:
    """«Отметка об исполнении», «Ход исполнения поручений протокола № 3»: deadlines may be over there."""
    others = [header for at, header in enumerate(seen.columns) if at not in of_orders]
    return any(map(_STATE.search, others)) or any(
        _OF_FORMER.search(block.text) for block in seen.captions if len(block.text) < _LONGEST_CAPTION
    )
