"""The styles of the template, by the names that Word shows, and the tables and captions made with them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from docgen.kinds.programme import measure
from docgen.render import Block, Bookmark, Cell, Count, Inline, Paragraph, Table, Text, Turned

TEXT, LEAD, ITEM, QUOTATION, STATEMENT = (
    "Абзац",
    "Абзац перед списком",
    "Пункт списка",
    "Цитата",
    "Выделенный текст",
)
SECTION, POINT, INNER, LIST_TITLE = "heading 1", "heading 2", "heading 3", "Заголовок списка"
TABLE_TITLE, FIGURE_TITLE, FIGURE, NOTE, AFTER = (
    "Название таблицы",
    "Название рисунка",
    "Рисунок",
    "Примечание к таблице",
    "После таблицы",
)
HEAD, CELL, CENTRE, NUMBER, GROUP = (
    "Таблица – шапка",
    "Таблица – текст",
    "Таблица – середина",
    "Таблица – число",
    "Таблица – группа",
)
SMALL = {style: style.replace("Таблица", "Таблица мелкая") for style in (HEAD, CELL, CENTRE, NUMBER, GROUP)}
"""The same in letters of 10 points: for a table that stands upright in them, and would not in the usual ones."""

ABBREVIATION = "Сокращение"
GRID, PLAIN = "С рамками", "Без рамок"

UPRIGHT_MM, TURNED_MM = 165.0, 257.0
"""The width of the text on an upright page and on a turned one."""

Said = str | Inline


@dataclass(frozen=True)
class Column:
    """A column: its head, its share of the width, the style of its cells."""

    title: str
    share: float
    style: str = CELL


def grid(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell | Said]],
    width: float = UPRIGHT_MM,
    head: Sequence[Sequence[Cell | Said]] = (),
) -> Table:
    """A table with a head; each cell in the style of its column, no column narrower than its longest word."""
    header = head or [[column.title for column in columns]]
    body = [_styled(row, columns) for row in rows]
    table = Table((*map(tuple, header), *body), (), len(header), GRID, (HEAD, CELL))
    least = measure.least(table.rows, len(columns), len(header))
    if _needed(least, 1.0) > width >= _needed(least, measure.SMALL):
        table, least = _smaller(table), [one * measure.SMALL for one in least]
    needed = [one + measure.MARGINS_MM for one in least]
    table = replace(table, widths=measure.shared(width, [column.share for column in columns], needed))
    heights = measure.heights(table)
    tall = frozenset(number for number, height in enumerate(heights) if height > _TALL_MM)
    return replace(table, whole=len(rows) <= _FEW and sum(heights) <= _LOW_MM, tall=tall)


_FEW, _LOW_MM = 6, 70.0
"""A table of few rows that takes no more than this is not split between pages: it would leave no great hole."""

_TALL_MM = 110.0
"""A row higher than this is split: it would leave a great hole, or find no page high enough for it."""


def _needed(least: Sequence[float], scale: float) -> float:
    return sum(one * scale + measure.MARGINS_MM for one in least)


def _smaller(table: Table) -> Table:
    """The table in the smaller letters."""
    rows = tuple(
        tuple(
            replace(one, style=SMALL[one.style]) if isinstance(one, Cell) and one.style else one
            for one in row
        )
        for row in table.rows
    )
    return replace(table, rows=rows, styles=(SMALL[HEAD], SMALL[CELL]))


def fits(table: Table) -> bool:
    """Whether no word of the table must be parted."""
    scale = measure.SMALL if table.styles[0] == SMALL[HEAD] else 1.0
    return _needed(measure.least(table.rows, len(table.widths), table.header), scale) <= sum(table.widths) + 1


def _styled(row: Sequence[Cell | Said], columns: Sequence[Column]) -> tuple[Cell, ...]:
    cells, place = [], 0
    for one in row:
        cell = one if isinstance(one, Cell) else Cell(one)
        if not cell.style:
            style = columns[place].style if place < len(columns) else CELL
            cell = Cell(cell.content, cell.span, cell.align, cell.bold, style, cell.down)
        cells.append(cell)
        place += cell.span
    return tuple(cells)


def group_row(title: Said, columns: int) -> list[Cell | Said]:
    """A row across the table that names the rows below it."""
    return [Cell(title, span=columns, style=GROUP)]


def total_row(label: str, span: int, values: Sequence[Said], rest: Sequence[Said] = ()) -> list[Cell | Said]:
    """«Итого» over the first columns, numbers in bold."""
    figures = [Cell(value, bold=True, style=NUMBER) for value in values]
    return [Cell(label, span=span, bold=True, style=CELL), *figures, *rest]


def ref(key: str) -> str:
    """The bookmark over the number of a table, a figure or a section."""
    return f"_Ref_{key}"


def table_caption(key: str, count: str, title: Said) -> Block:
    """«Таблица 7 – Смета расходов», above the table."""
    return Paragraph(_numbered("Таблица", key, count, title), TABLE_TITLE)


def figure_caption(key: str, count: str, title: Said) -> Block:
    """«Рисунок 2 – Организационная структура кластера», below the figure."""
    return Paragraph(_numbered("Рисунок", key, count, title), FIGURE_TITLE)


def _numbered(word: str, key: str, count: str, title: Said) -> Inline:
    return Text.of(f"{word}\N{NO-BREAK SPACE}", Bookmark(ref(key), Count(word, count)), " – ", title)


def turned(blocks: Sequence[Block], landscape: bool) -> tuple[Block, ...]:
    """The blocks on turned pages if they must be."""
    return (Turned(tuple(blocks)),) if landscape else tuple(blocks)
