"""The styles of the template, by the names that Word shows, and the tables and captions made with them."""

from collections.abc import Sequence
from dataclasses import dataclass

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
    """A table with a head; each cell in the style of its column."""
    widths = _widths(columns, rows, width)
    header = head or [[column.title for column in columns]]
    body = [_styled(row, columns) for row in rows]
    return Table((*map(tuple, header), *body), widths, len(header), GRID, (HEAD, CELL))


def _widths(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell | Said]], width: float
) -> tuple[float, ...]:
    """The shares of the width, but no column is narrower than its longest word: the others give way."""
    least = [_longest(column.title, _BOLD_MM) for column in columns]
    for row in rows:
        if len(row) == len(columns):
            for place, one in enumerate(row):
                text = (
                    one if isinstance(one, str) else str(one.content) if isinstance(one, Cell) else str(one)
                )
                least[place] = max(least[place], _longest(text, _LETTER_MM))
    given = [column.share for column in columns]
    whole = sum(given)
    found = [width * share / whole for share in given]
    for _ in columns:
        narrow = {place for place, one in enumerate(found) if one < least[place]}
        room = width - sum(least[place] for place in narrow)
        rest = sum(given[place] for place in range(len(given)) if place not in narrow)
        if not narrow or not rest or room <= 0:
            break
        found = [
            least[place] if place in narrow else room * share / rest for place, share in enumerate(given)
        ]
        if all(one >= least[place] for place, one in enumerate(found)):
            break
        given = [max(share, least[place]) for place, share in enumerate(found)]
    return tuple(round(one, 1) for one in found)


_LETTER_MM, _BOLD_MM, _MARGINS_MM = 1.95, 2.25, 3.6
"""How wide a letter of a cell, a letter of the head and the margins of a cell are, on the safe side."""


def _longest(text: str, letter: float) -> float:
    """The width of the longest word; a word that no column has room for may be broken."""
    return min(45.0, max((len(word) for word in text.split()), default=0) * letter + _MARGINS_MM)


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
