"""Tables that a file tells of by its tags, for those that are not drawn with lines.

PDFium shows of the tree of tags what stands on one page, at the places that it has in the whole tree: so rows and tables are
known again on the next page by their path.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docgen.papers.pdf.budget import Budget

_DEEPEST = 40
_SECTIONS = ("THead", "TBody", "TFoot")
_MOST_COLUMNS = 200

Path = tuple[int, ...]


@dataclass(slots=True)
class TaggedCell:
    """A cell of a page: its row on the page, its columns, how many rows it takes, the numbers of its marked contents."""

    row: int
    column: int
    columns: int
    rows: int
    contents: set[int] = field(default_factory=set)


@dataclass(slots=True)
class TaggedTable:
    """What of a table stands on a page; ``path`` and ``rows`` are places in the tree of tags."""

    path: Path
    rows: list[Path] = field(default_factory=list)
    cells: list[TaggedCell] = field(default_factory=list)


def tagged_tables(raw: Any, page: Any, budget: Budget) -> list[TaggedTable]:
    """The tables that a page is tagged with; nested ones come after those around them."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return []
    walk = _Walk(raw, budget)
    try:
        count = raw.FPDF_StructTree_CountChildren(tree)
        budget.spend(max(0, count))
        for at in range(count):
            walk.element(raw.FPDF_StructTree_GetChildAtIndex(tree, at), (at,), None)
    finally:
        raw.FPDF_StructTree_Close(tree)
    return walk.tables


class _Walk:
    """Goes through the tags of a page."""

    def __init__(self, raw: Any, budget: Budget) -> None:
        self.tables: list[TaggedTable] = []
        self._raw = raw
        self._budget = budget
        self._name = ctypes.create_string_buffer(64)

    def element(self, element: Any, path: Path, cell: TaggedCell | None) -> None:
        """An element and all in it; contents are of the innermost cell."""
        if not element or len(path) > _DEEPEST:
            return
        if self._type(element) == "Table":
            self._table(element, path)
            return
        for at, child in self._children(element):
            if child:
                self.element(child, (*path, at), cell)
            elif cell is not None:
                content = self._raw.FPDF_StructElement_GetChildMarkedContentID(element, at)
                if content >= 0:
                    cell.contents.add(content)

    def _children(self, element: Any) -> Iterator[tuple[int, Any]]:
        count = self._raw.FPDF_StructElement_CountChildren(element)
        self._budget.spend(max(1, count))
        for at in range(count):
            yield at, self._raw.FPDF_StructElement_GetChildAtIndex(element, at)

    def _type(self, element: Any) -> str:
        length = self._raw.FPDF_StructElement_GetType(element, self._name, 64)
        return self._name.raw[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")

    def _table(self, element: Any, path: Path) -> None:
        table = TaggedTable(path)
        self.tables.append(table)
        taken: dict[int, int] = {}  # columns that cells of rows above still take, by how many rows
        for row, (where, one) in enumerate(self._rows(element, path)):
            table.rows.append(where)
            taken = {column: left - 1 for column, left in taken.items() if left > 1}
            self._row(one, where, row, table, taken)

    def _rows(self, element: Any, path: Path) -> Iterator[tuple[Path, Any]]:
        for at, child in self._children(element):
            kind = self._type(child) if child else ""
            if kind == "TR":
                yield (*path, at), child
            elif kind in _SECTIONS and len(path) < _DEEPEST:
                yield from self._rows(child, (*path, at))

    def _row(self, element: Any, path: Path, row: int, table: TaggedTable, taken: dict[int, int]) -> None:
        column = 0
        for at, child in self._children(element):
            while column in taken:
                column += 1
            if column >= _MOST_COLUMNS:
                return
            if not child:  # an empty cell, or one whose text stands on another page
                column += 1
                continue
            columns, rows = self._span(child, "ColSpan"), self._span(child, "RowSpan")
            cell = TaggedCell(row, column, columns, 1, set())
            table.cells.append(cell)
            self.element(child, (*path, at), cell)
            taken.update(dict.fromkeys(range(column, column + columns), rows))
            column += columns

    def _span(self, element: Any, name: str) -> int:
        raw = self._raw
        value = ctypes.c_float()
        for at in range(min(8, raw.FPDF_StructElement_GetAttributeCount(element))):
            attribute = raw.FPDF_StructElement_GetAttributeAtIndex(element, at)
            said = raw.FPDF_StructElement_Attr_GetValue(attribute, name.encode())
            if said and raw.FPDF_StructElement_Attr_GetNumberValue(said, value):
                return max(1, min(int(value.value), _MOST_COLUMNS))
        return 1
