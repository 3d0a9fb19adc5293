"""The body of a portfolio as it is written: headings for the contents, numbered tables and figures, plain sentences."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from docgen import charts
from docgen.render import (
    Block,
    Bookmark,
    Cell,
    Contents,
    Count,
    Entry,
    Inline,
    ListItem,
    Paragraph,
    Picture,
    Table,
    Text,
    Turned,
)

TEXT, ITEM, NOTE, AFTER = "Абзац", "Пункт списка", "Примечание к таблице", "После таблицы"
HEADINGS = {1: "heading 1", 2: "heading 2"}
TABLE_TITLE, FIGURE_TITLE, FIGURE = "Название таблицы", "Название рисунка", "Рисунок"
HEAD, CELL, NUMBER, GROUP = "Таблица – шапка", "Таблица – текст", "Таблица – число", "Таблица – группа"
GRID = "С рамками"

UPRIGHT_MM, TURNED_MM = 165.0, 257.0
_FIGURE_MM = (165.0, 215.0)

Row = Sequence[Cell | str]


@dataclass(frozen=True)
class Column:
    """A column: its head, its width, whether it holds numbers."""

    title: str
    width: float
    number: bool = False


def total(label: str, values: Sequence[str], span: int = 1) -> Row:
    """A row in bold: «Итого» and what it adds up to."""
    return [
        Cell(label, span=span, bold=True, style=CELL),
        *(Cell(one, bold=True, style=NUMBER) for one in values),
    ]


def group(title: str, columns: int) -> Row:
    """A row across the table that names the rows below it."""
    return [Cell(title, span=columns, style=GROUP)]


class Pages:
    """Takes what is written in the order of reading, numbers it, and knows the contents."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._entries: list[Entry] = []
        self._numbers = [0, 0]
        self._tables = self._figures = 0

    def contents(self) -> Contents:
        """A line for every heading."""
        return Contents(tuple(self._entries))

    def heading(self, title: str, level: int = 1) -> None:
        """«2.1 …»."""
        self._numbers[level - 1] += 1
        if level == 1:
            self._numbers[1] = 0
        number = ".".join(map(str, self._numbers[:level]))
        name = f"_Toc_{number.replace('.', '_')}"
        self._entries.append(Entry(level, f"{number} {title}", name))
        self.blocks.append(Paragraph(Bookmark(name, f"{number} {title}"), HEADINGS[level]))

    def text(self, *sentences: str) -> None:
        """A paragraph."""
        self.blocks.append(Paragraph(" ".join(sentence for sentence in sentences if sentence), TEXT))

    def items(self, items: Sequence[str]) -> None:
        """A list."""
        for place, item in enumerate(items):
            end = "." if place == len(items) - 1 else ";"
            self.blocks.append(ListItem(f"{item}{end}", style=ITEM))

    def table(
        self,
        title: str,
        columns: Sequence[Column],
        rows: Sequence[Row],
        *,
        note: str = "",
        turned: bool = False,
    ) -> None:
        """A table under its number and title, with a head that is repeated on every page."""
        self._tables += 1
        made = (
            Paragraph(_numbered("Таблица", "table", self._tables, title), TABLE_TITLE),
            _grid(columns, rows, TURNED_MM if turned else UPRIGHT_MM),
            Paragraph(note, NOTE) if note else Paragraph("", AFTER),
        )
        if not turned:
            self.blocks += made
            return
        heading = [self.blocks.pop()] if self._after_heading else []  # it turns with its table
        self.blocks.append(Turned((*heading, *made)))

    @property
    def _after_heading(self) -> bool:
        last = self.blocks[-1] if self.blocks else None
        return isinstance(last, Paragraph) and last.style in HEADINGS.values()

    def figure(self, title: str, make: Callable[[], charts.Chart]) -> None:
        """A chart over its number and title, in parts where it is higher than a page; none of data that cannot be drawn."""
        try:
            chart = make()
        except ValueError:
            return
        self._figures += 1
        parts = (
            chart.parts(_FIGURE_MM[1]) if isinstance(chart, charts.Ranked | charts.Multiples) else (chart,)
        )
        for sheet, one in enumerate(parts, 1):
            picture = Picture(partial(_drawn, one), *_FIGURE_MM, one.alt(), fit=True)
            self.blocks.append(Paragraph(picture, FIGURE))
            more = f"Рисунок {self._figures}, лист {sheet}"
            named = _numbered("Рисунок", "figure", self._figures, title) if sheet == 1 else more
            self.blocks.append(Paragraph(named, FIGURE_TITLE))


def _numbered(word: str, form: str, count: int, title: str) -> Inline:
    number = Bookmark(f"_Ref_{form}_{count}", Count(word, str(count)))
    return Text.of(f"{word}\N{NO-BREAK SPACE}", number, f" – {title}")


def _grid(columns: Sequence[Column], rows: Sequence[Row], width: float) -> Table:
    whole = sum(column.width for column in columns)
    widths = tuple(round(column.width * width / whole, 1) for column in columns)
    head = tuple(column.title for column in columns)
    body = (tuple(_styled(row, columns)) for row in rows)
    return Table((head, *body), widths, 1, GRID, (HEAD, CELL))


def _styled(row: Row, columns: Sequence[Column]) -> list[Cell]:
    cells: list[Cell] = []
    for one in row:
        if isinstance(one, Cell):
            cells.append(one)
        else:
            place = sum(cell.span for cell in cells)
            cells.append(Cell(one, style=NUMBER if columns[place].number else CELL))
    return cells


@lru_cache(maxsize=64)
def _drawn(chart: charts.Chart) -> bytes:
    return chart.png()
