"""What a sheet says besides its values: formulas, merged cells, what is hidden, how large it is.

openpyxl tells this only when it loads a whole book with all that is on it, which a hostile file makes endless: a cell
merged over the whole sheet is seventeen billion cells. One pass over the XML tells it in the size of the file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from docgen.sources.tables import problems as said
from docgen.sources.tables.refused import Refused

MAX_ROWS, MAX_COLUMNS, MAX_CELLS = 20_000, 500, 200_000

Place = tuple[int, int]
"""Row and column, counted from 1."""

_REF = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_OTHER_BOOK = re.compile(r"\[[^\[\]!]+\][^!\[\]]*'?!")
_SMALLER = "оставьте на листе только нужные строки"


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of a cell: its text, and whether Excel left its value with it."""

    text: str
    counted: bool

    @property
    def of_other_book(self) -> bool:
        """Whether it asks another workbook."""
        return bool(_OTHER_BOOK.search(self.text))


@dataclass
class Layout:
    """How a sheet is laid out; places count from 1."""

    last_row: int = 0
    last_column: int = 0
    formulas: dict[Place, Formula] = field(default_factory=dict)
    merges: list[tuple[Place, Place]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[range] = field(default_factory=list)

    def within(self) -> Iterator[tuple[Place, Place]]:
        """The merged cells as far as they lie where anything is written."""
        for (top, left), (bottom, right) in self.merges:
            bottom, right = min(bottom, self.last_row), min(right, self.last_column)
            if top <= bottom and left <= right:
                yield (top, left), (bottom, right)


def layout_of(sheet: bytes) -> Layout:
    """The layout of a sheet's XML; :class:`Refused` if it is broken or too large."""
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(sheet, True)
    except (expat.ExpatError, ValueError, KeyError) as error:
        raise Refused(
            said.WRONG_FORMAT, "лист книги повреждён", "откройте файл в Excel и сохраните заново"
        ) from error
    layout = reader.layout
    area = layout.last_row * layout.last_column
    merged = sum((bottom - top + 1) * (right - left + 1) for (top, left), (bottom, right) in layout.within())
    if max(area, merged) > 2 * MAX_CELLS:
        raise Refused(said.TOO_BIG, "на листе слишком много пустых или объединённых ячеек", _SMALLER)
    return layout


def place_of(reference: str) -> Place:
    """«C14» → (14, 3).

    Raises:
        ValueError: no reference to a cell.
    """
    match = _REF.fullmatch(reference.replace("$", ""))
    if match is None:
        raise ValueError(reference)
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column


class _Reader:
    """Follows the elements of a sheet."""

    def __init__(self) -> None:
        self.layout = Layout()
        self._row = self._column = self._cells = 0
        self._kind = ""
        self._formula: list[str] | None = None
        self._value: list[str] | None = None
        self._inside = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        begin: Any = getattr(self, f"_start_{tag}", None)
        if begin is not None:
            begin(attributes)

    def text(self, text: str) -> None:
        if self._inside == "f" and self._formula is not None:
            self._formula.append(text)
        elif self._inside in ("v", "t") and self._value is not None:
            self._value.append(text)

    def end(self, name: str) -> None:
        tag = name.rpartition(" ")[2]
        self._inside = "" if tag in ("f", "v", "t") else self._inside
        if tag == "c":
            self._end_cell()

    def _start_row(self, attributes: dict[str, str]) -> None:
        row = int(attributes.get("r", self._row + 1))
        if row <= self._row:
            raise ValueError("rows out of order")
        self._row, self._column = row, 0
        if attributes.get("hidden") in ("1", "true"):
            self.layout.hidden_rows.add(row)

    def _start_c(self, attributes: dict[str, str]) -> None:
        row, column = place_of(attributes["r"]) if "r" in attributes else (self._row, self._column + 1)
        if row != self._row or column <= self._column:
            raise ValueError("cells out of order")
        self._column, self._kind = column, attributes.get("t", "n")
        self._formula = self._value = None
        self._cells += 1
        if self._cells > MAX_CELLS:
            raise Refused(said.TOO_BIG, f"на листе больше {MAX_CELLS} ячеек", _SMALLER)

    def _start_f(self, attributes: dict[str, str]) -> None:
        self._formula, self._inside = [], "f"

    def _start_v(self, attributes: dict[str, str]) -> None:
        self._value, self._inside = self._value or [], "v"

    def _start_t(self, attributes: dict[str, str]) -> None:
        self._value, self._inside = self._value or [], "t"

    def _start_mergeCell(self, attributes: dict[str, str]) -> None:  # noqa: N802  # the element's name
        first, _, last = attributes["ref"].partition(":")
        self.layout.merges.append((place_of(first), place_of(last or first)))

    def _start_col(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in ("1", "true"):
            self.layout.hidden_columns.append(range(int(attributes["min"]), int(attributes["max"]) + 1))

    def _end_cell(self) -> None:
        written = self._value is not None and (any(self._value) or self._kind == "str")
        if self._formula is not None:
            self.layout.formulas[self._row, self._column] = Formula("".join(self._formula), written)
        if written or self._formula is not None:
            self._reach(self._row, self._column)

    def _reach(self, row: int, column: int) -> None:
        if row > MAX_ROWS or column > MAX_COLUMNS:
            raise Refused(
                said.TOO_BIG, f"на листе больше {MAX_ROWS} строк или {MAX_COLUMNS} столбцов", _SMALLER
            )
        self.layout.last_row = max(self.layout.last_row, row)
        self.layout.last_column = max(self.layout.last_column, column)
