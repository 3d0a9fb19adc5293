"""The tables that a layout demands, and those that it describes itself (D12x)."""

from collections.abc import Iterator

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.walk import lacking, layout_of
from docgen.kinds.programme.rules.wording import lowered, near
from docgen.language.numbers.numerals import counted
from docgen.model.layout.layout import Component, Layout

DATA = {
    Component.MISSION: "mission",
    Component.GOAL: "goal",
    Component.TASKS: "tasks",
    Component.TASK_MATRIX: "tasks",
    Component.PARTICIPANTS: "participants",
    Component.STRUCTURE_CHART: "participants",
    Component.MEASURES: "measures",
    Component.MEASURES_GANTT: "measures",
    Component.INDICATORS: "indicators",
    Component.INDICATORS_CHART: "indicators",
    Component.FUNDING: "funding",
    Component.FUNDING_SOURCES: "funding",
    Component.FUNDING_DIRECTIONS: "funding",
    Component.FUNDING_CHART: "funding",
    Component.ESTIMATE: "estimate",
    Component.RESULTS: "results",
    Component.RISKS: "risks",
    Component.RISK_MATRIX: "risks",
    Component.LEGAL_ACTS: "legal_acts",
    Component.ABBREVIATIONS: "abbreviations",
}
"""Which field of a programme a component is printed from; the governing body and the variant have their own rules."""


@rule("D121", Severity.GAP)
def part_missing(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не заполнено то, чего требует макет: таблица, цель, миссия.

    Макет называет обязательные составляющие программы. Таблицу можно записать в исходнике или положить рядом файлом
    Excel или CSV.

    Плохо:
        goal:
    Хорошо:
        goal: К концу 2024 года обучать по новым программам 120 человек.
    """
    layout = layout_of(document, corpus)
    programme = document.record
    if layout is None:
        return
    for field, title in _required(layout):
        if not getattr(programme, field):
            message = f"не заполнено: {lowered(title)}"
            yield Finding(lacking(programme, field), message, f"заполните {field}:")
    for key, table in layout.tables.items():
        if table.required and not programme.tables.get(key):
            span = lacking(programme, "tables", key)
            yield Finding(span, f"не заполнена таблица «{table.title}»", f"заполните tables: {key}:")


def _required(layout: Layout) -> Iterator[tuple[str, str]]:
    """The fields that must hold something, each once, with the title of what is printed from it."""
    told: set[str] = set()
    for component, field in DATA.items():
        if layout.setting(component).required and field not in told:
            told.add(field)
            yield field, layout.title_of(component)


@rule("D122", Severity.GAP)
def too_few(document: Document[Programme], corpus: Corpus) -> Findings:
    """В таблице меньше строк, чем требует макет.

    Наименьшее число строк назначает макет: at_least у таблицы или у встроенной составляющей.

    Плохо:
        tables:
          statistics:
            - {name: Население, unit: тыс. человек, y2021: "1128,2", source: "Липецкстат, 2022"}
    Хорошо:
        tables:
          statistics:
            - {name: Население, unit: тыс. человек, y2021: "1128,2", source: "Липецкстат, 2022"}
            - {name: Занятые, unit: тыс. человек, y2021: "560,1", source: "Липецкстат, 2022"}
    """
    layout = layout_of(document, corpus)
    programme = document.record
    for path, title, least in _least(layout) if layout is not None else ():
        rows = programme.tables.get(path[1], ()) if len(path) > 1 else getattr(programme, path[0])
        if 0 < len(rows) < least:
            told = counted(len(rows), ("строка", "строки", "строк"))
            message = f"в таблице «{title}» {told}, нужно не меньше {least}"
            yield Finding(lacking(programme, *path), message, "добавьте строки")


def _least(layout: Layout) -> Iterator[tuple[tuple[str, ...], str, int]]:
    """The place of a table, its title, how many rows it needs."""
    fields: dict[str, tuple[str, int]] = {}
    for component, field in DATA.items():
        title, least = fields.get(field, (layout.title_of(component), 1))
        fields[field] = title, max(least, layout.setting(component).at_least)
    for field, (title, least) in fields.items():
        if field not in ("mission", "goal"):
            yield (field,), title, least
    for key, table in layout.tables.items():
        yield ("tables", key), table.title, table.at_least


@rule("D123")
def unknown_table(document: Document[Programme], corpus: Corpus) -> Findings:
    """Таблицы с таким ключом в макете нет.

    Свободные таблицы описаны в макете (tables); таблица под другим ключом не напечатается.

    Плохо:
        tables:
          statistic:
            - {name: Население, unit: тыс. человек, y2021: "1128,2", source: "Липецкстат, 2022"}
            - {name: Занятые, unit: тыс. человек, y2021: "560,1", source: "Липецкстат, 2022"}
    Хорошо:
        tables:
          statistics:
            - {name: Население, unit: тыс. человек, y2021: "1128,2", source: "Липецкстат, 2022"}
            - {name: Занятые, unit: тыс. человек, y2021: "560,1", source: "Липецкстат, 2022"}
    """
    layout = layout_of(document, corpus)
    for key in document.record.tables if layout is not None else ():
        if layout is not None and key not in layout.tables:
            span = lacking(document.record, "tables", key)
            yield Finding(span, f"таблицы «{key}» нет в макете", near(key, layout.tables))
