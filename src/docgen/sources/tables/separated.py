"""CSV text as a grid; what cannot be told for sure is refused, never guessed."""

import re
from collections import Counter
from collections.abc import Iterator

from docgen.diagnostics import Problem, Source
from docgen.sources.parse import ILLEGAL
from docgen.sources.problems import CONTROL_CHARACTER
from docgen.sources.tables import problems as said
from docgen.sources.tables.grid import Cell, Grid, Row
from docgen.sources.tables.layout import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from docgen.sources.tables.refused import Refused

SEPARATORS = ";\t,"
_SAVE_AS = "сохраните в Excel как «CSV UTF-8»"
_QUOTED = re.compile(r' *("[^"]*(?:""[^"]*)*") *')
_PLAIN = {sign: re.compile(rf"[^{sign}\n]*") for sign in SEPARATORS}
_SAID = re.compile(r"sep=([;,\t])\n", re.IGNORECASE)
_RUSSIAN = re.compile(r"[А-Яа-яЁё]")
_TYPOGRAPHY = set("\u00a0«»„“”‘’–—…№§°±•·©®™€")
_UPPER_INSIDE = re.compile(r"[а-яё][А-ЯЁ]")
_FORMULA = re.compile(r"=|@|[+-](?=[^\W\d_]+\d*\(|[A-Za-z]+\d)")


def decoded(data: bytes) -> str:
    """The text of a CSV file with ``\\n`` for line ends; :class:`Refused` where its letters are not certain."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _lines(_strictly(data, encoding))
    try:
        return _lines(data.decode("utf-8"))
    except UnicodeDecodeError:
        text = _strictly(data, "cp1251")
    if not _is_russian(text):
        raise Refused(said.UNSURE_TEXT, "кодировка файла неясна: это не UTF-8 и не Windows-1251", _SAVE_AS)
    return _lines(text)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refused(said.UNSURE_TEXT, f"байт {error.start + 1} не читается", _SAVE_AS) from error


def _is_russian(text: str) -> bool:
    """DOS and KOI8 letters read as Windows-1251 give signs among letters, or capitals inside words."""
    foreign = {char for char in text if not char.isascii() and char not in _TYPOGRAPHY}
    return all(map(_RUSSIAN.match, foreign)) and len(_UPPER_INSIDE.findall(text)) <= 0.05 * len(text)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def grids(source: Source) -> list[Grid]:
    """The table under every separator that makes columns of it, the likeliest first; one if the file names its own."""
    named = _SAID.match(source.text)
    if named is not None:
        return [_grid(source, named[1], named.end())]
    possible: list[tuple[float, Grid]] = []
    refused: Refused | None = None
    for sign in SEPARATORS:
        if sign in source.text or sign == SEPARATORS[0]:
            try:
                grid = _grid(source, sign, 0)
                possible.append((_evenness(grid), grid))
            except Refused as error:
                refused = refused or error
    if not possible and refused is not None:
        raise refused
    possible.sort(key=lambda pair: -pair[0])  # stable: «;» before tab before comma
    return [grid for _, grid in possible]


def _evenness(grid: Grid) -> float:
    """The share of rows with the usual number of columns; nothing for a single column."""
    widths = Counter(len(row.cells) for row in grid.rows[:200] if any(row.filled))
    if not widths:
        return 0
    width, rows = max(widths.items(), key=lambda item: (item[1], item[0]))
    return rows / widths.total() if width > 1 else 0


def _grid(source: Source, sign: str, start: int) -> Grid:
    rows = []
    cells_left = MAX_CELLS
    for row in _rows(source, sign, start):
        rows.append(row)
        cells_left -= len(row.cells)
        if len(rows) > MAX_ROWS or len(row.cells) > MAX_COLUMNS or cells_left < 0:
            limit = f"больше {MAX_ROWS} строк, {MAX_COLUMNS} столбцов или {MAX_CELLS} ячеек"
            raise Refused(said.TOO_BIG, limit, "оставьте в файле только нужные строки")
    return Grid(source, tuple(rows))


def _rows(source: Source, sign: str, position: int) -> Iterator[Row]:
    text = source.text
    while position < len(text):
        start, cells = position, []
        while True:
            cell, position = _next(source, sign, position)
            cells.append(cell)
            if text[position : position + 1] != sign:
                break
            position += 1
        yield Row(tuple(cells), start, position)
        position += 1


def _next(source: Source, sign: str, position: int) -> tuple[Cell, int]:
    """The cell that begins at a position, and where it ends."""
    quoted = _QUOTED.match(source.text, position)
    if quoted is not None and source.text[quoted.end() : quoted.end() + 1] in ("", sign, "\n"):
        value = quoted[1][1:-1].replace('""', '"').strip()
        return Cell(value, quoted.start(1), quoted.end(1), '"'), quoted.end()
    end = _PLAIN[sign].match(source.text, position).end()  # type: ignore[union-attr]  # it matches nothing, too
    raw = source.text[position:end]
    if raw.lstrip(" ").startswith('"'):
        line = source.place(position)[0]
        raise Refused(
            said.UNSURE_TEXT,
            f"в строке {line} кавычка не закрыта или закрыта не там",
            "удвойте кавычки внутри ячейки",
        )
    start = position + len(raw) - len(raw.lstrip())
    return Cell(raw.strip(), start, start + len(raw.strip())), end


def wrong_cells(grid: Grid) -> Iterator[Problem]:
    """Formulas, and characters that nobody sees."""
    for row in grid.rows:
        for _, cell in row.filled:
            if _FORMULA.match(cell.text):
                yield said.FORMULA_IN_TEXT.at(
                    grid.span(cell),
                    "ячейка начинается как формула",
                    "впишите значение; текст начните с буквы или цифры",
                )
    for match in list(ILLEGAL.finditer(grid.source.text))[:20]:
        place = grid.source.span(match.start(), match.end())
        yield CONTROL_CHARACTER.at(place, f"невидимый символ U+{ord(match[0]):04X}", "удалите символ")
