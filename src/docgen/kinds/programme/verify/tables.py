"""The tables that the layout asks of a finished programme (V401, V402, V404, V405)."""

import re
from collections.abc import Iterator

from docgen.diagnostics import Finding, Findings, Severity, Span, rule
from docgen.papers.examined import Examined
from docgen.papers.outline import WantedTable
from docgen.papers.tables import Seen, seen_tables, unread

_TOLD = 200  # characters of a section: fewer stand for no table


def _judged(examined: Examined) -> bool:
    """A scan shows no text."""
    return not examined.unreadable and bool(examined.map.sections)


def assigned(examined: Examined) -> dict[str, Seen]:
    """The table for each one that is wanted, by key, the likest first; two of a section are one if it has all columns."""
    tables, wanted = seen_tables(examined.paper), examined.outline.tables
    scored = sorted(
        (
            (*one.likeness(want), -at, -place)
            for at, one in enumerate(tables)
            for place, want in enumerate(wanted)
        ),
        reverse=True,
    )
    likely = [(wanted[-place], tables[-at], -at) for like, _, at, place in scored if like > 0]
    found: dict[str, Seen] = {}
    taken: dict[int, WantedTable] = {}
    for want, table, at in likely:
        if want.key not in found and at not in taken:
            found[want.key] = table
            taken[at] = want
    for want, table, at in likely:
        if want.key not in found and _may_share(taken[at], want) and has_all(table, want):
            found[want.key] = table
    return found


def _may_share(taker: WantedTable, want: WantedTable) -> bool:
    """Whether one table may stand for both: of one section, for different things."""
    return taker.section == want.section and taker.columns != want.columns


def has_all(table: Seen, wanted: WantedTable) -> bool:
    """Whether a table has all columns that are wanted."""
    return bool(wanted.columns) and all(table.column(one) is not None for one in wanted.columns)


@rule("V401")
def missing_table(examined: Examined) -> Findings:
    """Нет обязательной таблицы.

    Таблица ищется по подписи и по названиям столбцов; если нет самого раздела, об этом говорит V301.

    Плохо:   раздел о финансировании без таблицы по источникам и годам
    Хорошо:  таблица «Финансовое обеспечение программы по источникам»
    """
    if not _judged(examined):
        return
    for wanted in _missing(examined):
        if not _told_in_text(examined, wanted):
            yield Finding(
                examined.paper.whole(), f"нет таблицы «{wanted.wordings[0]}»", _with_columns(wanted)
            )


@rule("V405", Severity.WARNING)
def text_for_a_table(examined: Examined) -> Findings:
    """То, что макет ждёт таблицей, рассказано текстом.

    Участников, риски и статистику можно описать и словами, но таблицу легче сверить. План-график, показатели, источники
    финансирования и смету таблицей дают всегда: без неё это ошибка V401.

    Плохо:   «Риски: рост цен, недобор абитуриентов»
    Хорошо:  таблица со столбцами «Риск», «Меры по минимизации»
    """
    if not _judged(examined):
        return
    for wanted in _missing(examined):
        if _told_in_text(examined, wanted):
            heading = examined.map.sections[wanted.section].heading
            told = f"вместо таблицы «{wanted.wordings[0]}» в разделе только текст"
            yield Finding(
                examined.paper.span(examined.paper.blocks[heading.first]), told, _with_columns(wanted)
            )


def _missing(examined: Examined) -> Iterator[WantedTable]:
    tables = assigned(examined)
    for wanted in examined.outline.tables:
        with_section = not wanted.section or wanted.section in examined.map.sections
        if (
            with_section
            and wanted.key not in tables
            and unread(examined.paper, wanted, extent(examined, wanted)) is None
        ):
            yield wanted


def extent(examined: Examined, wanted: WantedTable) -> range:
    """The paragraphs of the section where a table belongs; none if it is not there."""
    return examined.map.extent(wanted.section) if wanted.section in examined.map.sections else range(0)


def _told_in_text(examined: Examined, wanted: WantedTable) -> bool:
    """Whether the section where a table belongs has text that may stand for it."""
    if not wanted.or_text or wanted.section not in examined.map.sections:
        return False
    blocks = (examined.paper.blocks[at] for at in examined.map.extent(wanted.section))
    return sum(len(block.text) for block in blocks if block.cell is None) >= _TOLD


def _with_columns(wanted: WantedTable) -> str:
    columns = ", ".join(f"«{one[0]}»" for one in wanted.columns)
    return f"добавьте таблицу со столбцами {columns}" if columns else "добавьте таблицу"


@rule("V402", Severity.WARNING)
def missing_column(examined: Examined) -> Findings:
    """В таблице нет нужного столбца.

    Таблица есть, но сведений, которых ждёт макет, в ней не найти; если в ней столбцы по годам, то нужны все годы программы.

    Плохо:   показатели региона без столбца «Источник»
    Хорошо:  все столбцы макета
    """
    if not _judged(examined):
        return
    tables = assigned(examined)
    for wanted in examined.outline.tables:
        table = tables.get(wanted.key)
        if table is None or _is_turned(examined, table):
            continue
        missing = [one[0] for one in wanted.columns if table.column(one) is None]
        for column in [*missing, *_missing_years(examined, table)]:
            told = f"в таблице «{wanted.wordings[0]}» нет столбца «{column}»"
            yield Finding(_start(examined, table), told, "добавьте столбец или назовите его как в макете")


def _is_turned(examined: Examined, table: Seen) -> bool:
    """Whether the years stand in the rows: then the columns are what else would be the rows."""
    heads = " ".join(row[0] for row in table.grid[table.header :])
    return sum(str(year) in heads for year in examined.outline.years) > 1


def _missing_years(examined: Examined, table: Seen) -> list[str]:
    """The years of the programme that have no column, if the others have."""
    years = [str(year) for year in examined.outline.years]
    there = [year for year in years if any(year in column for column in table.columns)]
    spanned = any(re.search(r"20\d\d\s*[–—-]\s*20\d\d", column) for column in table.columns)
    return [year for year in years if year not in there] if len(there) > 1 and not spanned else []


def _start(examined: Examined, table: Seen) -> Span:
    place = table.place(0, 0)
    return examined.paper.span(place) if place else examined.paper.whole()


@rule("V404")
def too_few_rows(examined: Examined) -> Findings:
    """В обязательной таблице почти нет строк.

    Таблица начата, но не заполнена.

    Плохо:   таблица показателей, в которой только заголовок
    Хорошо:  столько строк, сколько требует макет, или больше
    """
    if not _judged(examined):
        return
    tables = assigned(examined)
    for wanted in examined.outline.tables:
        table = tables.get(wanted.key)
        if table is None:
            continue
        filled = sum(sum(bool(cell.strip()) for cell in row) > 1 for row in table.grid[table.header :])
        if filled < wanted.rows:
            told = (
                f"в таблице «{wanted.wordings[0]}» заполнено строк: {filled}, а нужно не меньше {wanted.rows}"
            )
            yield Finding(_start(examined, table), told, "заполните таблицу")
