"""The cells of the tables that a layout describes itself (D124–D127)."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Severity, Span, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.drafting import is_unwritten
from docgen.kinds.programme.rules.walk import lacking, layout_of
from docgen.kinds.programme.rules.wording import alike, near
from docgen.language.dates.day import parse_date
from docgen.model.layout.layout import Column, ColumnType, FreeTable, Layout
from docgen.model.values import parse_number

_ABSENT = frozenset({"", "-", "–", "—", "…", "н/д", "нет данных", "x", "х"})


@dataclass(frozen=True)
class _Cell:
    """A cell of a free table: of a column that the layout knows, or of none."""

    table: FreeTable
    key: str
    row: int
    header: str
    value: str
    column: Column | None
    programme: Programme

    @property
    def at(self) -> Span:
        return self.programme.at("tables", self.key, self.row, self.header)


def _cells(programme: Programme, layout: Layout | None) -> Iterator[_Cell]:
    for key, table in layout.tables.items() if layout is not None else ():
        names = {
            name.casefold(): column for column in table.columns for name in (column.key, *column.wordings)
        }
        for number, row in enumerate(programme.tables.get(key, ())):
            for header, value in row.items():
                column = names.get(header.strip().casefold())
                yield _Cell(table, key, number, header, value.strip(), column, programme)


@rule("D124")
def unknown_column(document: Document[Programme], corpus: Corpus) -> Findings:
    """Столбца с таким названием в таблице макета нет.

    Столбцы свободной таблицы перечислены в макете: ключ, заголовок или другое его название. Остальное не напечатается.

    Плохо:
        tables:
          statistics:
            - {name: Население, unit: тыс. человек, y2031: "1128,2", source: "Липецкстат, 2022"}
            - {name: Занятые, unit: тыс. человек, y2021: "560,1", source: "Липецкстат, 2022"}
    Хорошо:
        tables:
          statistics:
            - {name: Население, unit: тыс. человек, y2021: "1128,2", source: "Липецкстат, 2022"}
            - {name: Занятые, unit: тыс. человек, y2021: "560,1", source: "Липецкстат, 2022"}
    """
    told: set[tuple[str, str]] = set()
    for cell in _cells(document.record, layout_of(document, corpus)):
        if cell.column is None and (cell.key, cell.header) not in told:
            told.add((cell.key, cell.header))
            span = lacking(document.record, "tables", cell.key, cell.row, cell.header)
            message = f"столбца «{cell.header}» нет в таблице «{cell.table.title}»"
            known = [name for column in cell.table.columns for name in (column.key, column.title)]
            yield Finding(span, message, near(cell.header, known))


@rule("D125", Severity.GAP)
def cell_missing(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не заполнена ячейка обязательного столбца.

    Столбцы с required: true заполняются в каждой строке.

    Плохо:
        tables:
          statistics:
            - {name: Население, y2021: "1128,2", source: "Липецкстат, 2022"}
            - {name: Занятые, unit: тыс. человек, y2021: "560,1", source: "Липецкстат, 2022"}
    Хорошо:
        tables:
          statistics:
            - {name: Население, unit: тыс. человек, y2021: "1128,2", source: "Липецкстат, 2022"}
            - {name: Занятые, unit: тыс. человек, y2021: "560,1", source: "Липецкстат, 2022"}
    """
    layout = layout_of(document, corpus)
    rows: dict[tuple[str, int], list[_Cell]] = {}
    for cell in _cells(document.record, layout):
        rows.setdefault((cell.key, cell.row), []).append(cell)
    for key, table in layout.tables.items() if layout is not None else ():
        for row in range(len(document.record.tables.get(key, ()))):
            for column in _unfilled(table, rows.get((key, row), [])):
                span = lacking(document.record, "tables", key, row, column.key)
                message = f"в строке {row + 1} таблицы «{table.title}» не заполнено «{column.title}»"
                yield Finding(span, message, "заполните ячейку")


def _unfilled(table: FreeTable, cells: list[_Cell]) -> Iterator[Column]:
    """The columns that a row must fill and does not; of a column whose title is misspelt D124 tells."""
    named = {cell.column.key: cell.value for cell in cells if cell.column is not None}
    unnamed = [column for column in table.columns if column.required and column.key not in named]
    foreign = [cell.header.strip() for cell in cells if cell.column is None]
    if len(unnamed) == len(foreign) == 1:
        unnamed = []
    for column in table.columns:
        if column in unnamed:
            if not any(alike(header, (column.key, *column.wordings)) for header in foreign):
                yield column
        elif column.required and column.key in named and named[column.key].lower() in _ABSENT:
            yield column


@rule("D126")
def cell_unread(document: Document[Programme], corpus: Corpus) -> Findings:
    """В ячейке не то, чего требует столбец: не число, не целое число, не дата.

    Вид значений столбца назначает макет. Если данных нет, поставьте тире.

    Плохо:
        tables:
          statistics:
            - {name: Население, unit: тыс. человек, y2021: много, source: "Липецкстат, 2022"}
            - {name: Занятые, unit: тыс. человек, y2021: "560,1", source: "Липецкстат, 2022"}
    Хорошо:
        tables:
          statistics:
            - {name: Население, unit: тыс. человек, y2021: "1128,2", source: "Липецкстат, 2022"}
            - {name: Занятые, unit: тыс. человек, y2021: "560,1", source: "Липецкстат, 2022"}
    """
    for cell in _cells(document.record, layout_of(document, corpus)):
        if (
            cell.column is not None
            and cell.value.lower() not in _ABSENT
            and not is_unwritten(cell.value)  # D114 tells of it
            and not _fits(cell.value, cell.column.type)
        ):
            wanted = _WANTED[cell.column.type]
            message = f"в столбце «{cell.column.title}» – «{cell.value}», а нужно {wanted}"
            yield Finding(cell.at, message, f"впишите {wanted} или тире")


_WANTED = {ColumnType.NUMBER: "число", ColumnType.INTEGER: "целое число", ColumnType.DATE: "дату"}


def _fits(value: str, wanted: ColumnType) -> bool:
    if wanted is ColumnType.TEXT:
        return True
    try:
        if wanted is ColumnType.DATE:
            parse_date(value)
            return True
        number = parse_number(value.removesuffix("%").rstrip())
    except ValueError:
        return False
    return wanted is ColumnType.NUMBER or number == number.to_integral_value()


@rule("D127", Severity.WARNING)
def source_without_year(document: Document[Programme], corpus: Corpus) -> Findings:
    """У источника данных не назван год.

    Источник с годом издания или датой обращения можно проверить; без года – нет.

    Плохо:
        tables:
          statistics:
            - {name: Население, unit: тыс. человек, y2021: "1128,2", source: Липецкстат}
            - {name: Занятые, unit: тыс. человек, y2021: "560,1", source: "Липецкстат, 2022"}
    Хорошо:
        tables:
          statistics:
            - {name: Население, unit: тыс. человек, y2021: "1128,2", source: "Липецкстат, 2022"}
            - {name: Занятые, unit: тыс. человек, y2021: "560,1", source: "Липецкстат, 2022"}
    """
    for cell in _cells(document.record, layout_of(document, corpus)):
        if cell.column is None or cell.column.key != "source" or cell.value.lower() in _ABSENT:
            continue
        dated = any(len(part) == 4 for part in _numbers(cell.value))
        if not dated and not is_unwritten(cell.value):
            yield Finding(cell.at, f"у источника «{cell.value}» нет года", "добавьте год: «Росстат, 2022»")


def _numbers(text: str) -> list[str]:
    return "".join(sign if sign.isdigit() else " " for sign in text).split()
