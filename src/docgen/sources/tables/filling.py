"""Rows of a table as the nodes that records are read from."""

import re
from collections.abc import Iterator

from docgen.diagnostics import Problem
from docgen.sources.record import Record
from docgen.sources.rows import TOTAL
from docgen.sources.tables import problems as said
from docgen.sources.tables.columns import Column, columns_of
from docgen.sources.tables.grid import Cell, Grid, Row, Spread
from docgen.sources.tables.header import Header, check_header, find_header
from docgen.sources.tree import Mapping, Scalar, Sequence

_TOTAL = re.compile(r"(?:итого|всего)(?![а-яё])", re.IGNORECASE)
_NOTHING = frozenset({"-", "–", "—", "−"})


def records(grid: Grid, record: type[Record], header_row: int | None) -> tuple[Sequence, list[Problem]]:
    """A list of mappings, one for each row that is a record or a stated total; what is wrong with the others."""
    columns = columns_of(record)
    header = find_header(grid, columns, header_row)
    problems = list(check_header(grid, header, columns))
    reader = _Reader(grid, header, [one.path[0] for one in columns.missing(list(header.columns.values()))])
    rows = reader.read()
    return rows, [*problems, *reader.problems]


class _Reader:
    """Reads the rows under a header. A field that has no column is missing at the header, once, not in every row."""

    def __init__(self, grid: Grid, header: Header, missing: list[str]) -> None:
        self.grid, self.header = grid, header
        title = grid.rows[header.row]
        self._missing = {key: Scalar(key, grid.source, title.start, title.end) for key in missing}
        self.problems: list[Problem] = []
        self._told_columns: set[int] = set()

    def read(self) -> Sequence:
        title = self.grid.rows[self.header.row]
        rows = Sequence(self.grid.source, title.start)
        rows.end = title.end
        for number, row in enumerate(self.grid.rows[self.header.row + 1 :]):
            if not any(row.filled) or (number == 0 and self._is_numbering(row)) or self._is_header(row):
                continue
            node = self._node(row)
            if node is not None:
                rows.append(node)
                rows.end = row.end
        return rows

    def _is_numbering(self, row: Row) -> bool:
        """«1 | 2 | 3»: columns numbered under their titles, as forms have it."""
        texts = [cell.text for _, cell in row.filled]
        return len(texts) > 1 and texts == [str(number) for number in range(1, len(texts) + 1)]

    def _is_header(self, row: Row) -> bool:
        """The titles once more, as they are repeated on every page."""
        title = self.grid.rows[self.header.row]
        return [cell.own for cell in row.cells] == [cell.own for cell in title.cells]

    def _node(self, row: Row) -> Mapping | None:
        at, label = next(row.filled)
        if _TOTAL.match(label.text):
            return self._total(row, at, label)
        self._tell_outside(row)
        filled = [cell for column, cell in row.filled if column in self.header.columns]
        if not filled:
            return None
        first = filled[0]
        if len(filled) == 1 and len(self.header.columns) > 1 and (first.wide > 1 or self._is_note(first)):
            self._tell(
                said.NO_RECORD,
                first,
                "строка не похожа на запись",
                "подзаголовок вынесите в столбец, примечание – в текст",
            )
            return None
        return self._mapping(row, self.header.columns)

    def _is_note(self, cell: Cell) -> bool:
        return cell.text.startswith("*") or cell.text.lower().startswith("примечани")

    def _total(self, row: Row, at: int, label: Cell) -> Mapping:
        rest = {column: one for column, one in self.header.columns.items() if column != at}
        node = self._mapping(row, rest)
        written = Mapping(node.source, node.start)
        written.end = node.end
        written.names, written[TOTAL] = node.names, self.grid.scalar(label)
        for key, value in node.items():
            written[key] = value
        return written

    def _mapping(self, row: Row, columns: dict[int, Column]) -> Mapping:
        node = Mapping(self.grid.source, row.start)
        node.end = row.end
        node.names |= self._missing
        for at, column in columns.items():
            cell = row.cell(at)
            text = "" if cell.spread is Spread.ACROSS or cell.text in _NOTHING else cell.text
            if text and cell.spread is Spread.DOWN and cell.number:
                self._tell(
                    said.MERGED, cell, "число в объединённых ячейках", "впишите в каждую строку своё число"
                )
            *outer, last = (*column.path, str(column.year)) if column.year else column.path
            inner = node
            for key in outer:
                inner = self._inner(inner, key, cell, written=bool(text))
            if text or (column.year is None and inner is node):
                inner[last] = self._several(cell) if text and column.several else self.grid.scalar(cell, text)
            # An empty cell too: it is where a value is missing.
            inner.names[last] = self.grid.scalar(cell, last)
        return node

    def _several(self, cell: Cell) -> Sequence:
        """«а; б» is a list: its items are parted by semicolons or stand on lines of their own."""
        items = Sequence(self.grid.source, cell.start)
        items.end = cell.end
        whole = self.grid.scalar(cell)
        for piece in re.finditer(r"[^;\n]+", cell.text):
            text = piece[0].strip()
            if text:
                start = piece.start() + piece[0].index(text)
                place = whole.part(start, start + len(text))
                items.append(Scalar(text, self.grid.source, place.start, place.end))
        return items

    def _inner(self, node: Mapping, key: str, cell: Cell, *, written: bool) -> Mapping:
        """The mapping under a key; it enters the tree with the first value that is written in it."""
        inner = node.get(key)
        if not isinstance(inner, Mapping):
            inner = Mapping(self.grid.source, cell.start)
            if written:
                node[key] = inner
                node.names[key] = self.grid.scalar(cell, key)
        inner.end = max(inner.end, cell.end)
        return inner

    def _tell_outside(self, row: Row) -> None:
        """A value under no title; said once for a column."""
        for at, cell in row.filled:
            if at not in self.header.titles and at not in self._told_columns:
                self._told_columns.add(at)
                self._tell(
                    said.NO_RECORD,
                    cell,
                    "значение в столбце без названия",
                    "назовите столбец или удалите значение",
                )

    def _tell(self, rule: object, cell: Cell, message: str, hint: str) -> None:
        self.problems.append(rule.at(self.grid.span(cell), message, hint))  # type: ignore[attr-defined]


def mappings(grid: Grid, header_row: int | None) -> tuple[Sequence, list[Problem]]:
    """Rows of a table that no record describes: every title is a key, every row a record, totals too."""
    filled = [number for number, row in enumerate(grid.rows) if len(list(row.filled)) > 1]
    title = header_row - 1 if header_row else filled[0] if filled else 0
    source = grid.source
    if title >= len(grid.rows) or not any(grid.rows[title].filled):
        rows = Sequence(source, 0)
        return rows, [said.NO_HEADER.at(source.span(), "таблица пуста", "впишите названия столбцов и строки")]
    names = dict(grid.rows[title].filled)
    rows = Sequence(source, grid.rows[title].start)
    problems = list(_same_names(grid, names))
    for row in grid.rows[title + 1 :]:
        if any(row.filled):
            rows.append(_free(grid, row, names))
            rows.end = row.end
    return rows, problems


def _same_names(grid: Grid, names: dict[int, Cell]) -> Iterator[Problem]:
    seen: set[str] = set()
    for cell in names.values():
        if cell.text in seen:
            yield said.SAME_COLUMN.at(
                grid.span(cell), f"второй столбец «{cell.text}»", "назовите их по-разному"
            )
        seen.add(cell.text)


def _free(grid: Grid, row: Row, names: dict[int, Cell]) -> Mapping:
    node = Mapping(grid.source, row.start)
    node.end = row.end
    for at, name in names.items():
        cell = row.cell(at)
        node[name.text] = grid.scalar(cell, cell.own)
        node.names[name.text] = grid.scalar(cell, name.text)
    return node
