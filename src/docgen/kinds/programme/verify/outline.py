"""A layout as an outline: what ``docgen verify`` looks for in a programme that somebody wrote in Word."""

from collections.abc import Iterator

from docgen.model.layout.demands import Side
from docgen.model.layout.layout import Choice, Component, Layout, ProseNeed
from docgen.model.layout.layout import Point as LayoutPoint
from docgen.papers.outline import Outline, Point, Section, WantedTable

_COLUMNS: dict[Component, tuple[tuple[str, ...], ...]] = {
    Component.PARTICIPANTS: (
        ("Участник", "Наименование организации", "Организация"),
        ("Функции", "Роль", "Функции участника", "Обязанности", "Вклад"),
    ),
    Component.MEASURES: (
        ("Мероприятие", "Наименование мероприятия", "Содержание мероприятия", "Содержание работ"),
        ("Срок", "Сроки реализации", "Срок исполнения", "Начало", "Период", "Дата"),
        ("Ответственный", "Исполнитель", "Ответственный исполнитель"),
    ),
    Component.INDICATORS: (
        ("Показатель", "Наименование показателя", "Индикатор"),
        ("2022", "2023", "2024", "2025", "2026", "Значение показателя"),
        ("Единица измерения", "Единица", "Ед. изм.", "Базовое значение"),
    ),
    Component.FUNDING: (
        (
            "Источник финансирования",
            "Источник",
            "Источник средств",
            "Направление",
            "Направление расходования",
        ),
        ("Сумма", "Объём финансирования", "Всего", "Итого", "2022", "2023", "2024", "2025", "2026"),
    ),
    Component.ESTIMATE: (
        ("Наименование", "Статья расходов", "Статья затрат", "Вид расходов", "Направление расходов"),
        ("Количество", "Кол-во"),
        ("Цена", "Цена за единицу", "Стоимость единицы"),
        ("Сумма", "Стоимость", "Всего"),
    ),
    Component.RISKS: (
        ("Риск", "Наименование риска", "Описание риска", "Вид риска"),
        (
            "Меры по минимизации",
            "Пути минимизации",
            "Способ снижения",
            "Меры по снижению",
            "Меры реагирования",
            "Мероприятия по снижению риска",
            "Управление риском",
            "Вероятность",
        ),
    ),
}
_SAME = {Component.FUNDING_SOURCES: Component.FUNDING, Component.FUNDING_DIRECTIONS: Component.FUNDING}
_OR_TEXT = frozenset((Component.PARTICIPANTS, Component.RISKS))
_MORE = {
    Component.PARTICIPANTS: ("Перечень участников кластера",),
    Component.MEASURES: ("План мероприятий", "План-график", "Перечень мероприятий", "Дорожная карта"),
    Component.INDICATORS: ("Показатели", "Целевые показатели", "Основные показатели программы"),
    Component.FUNDING: (
        "Финансовое обеспечение",
        "Источники финансирования",
        "Объём и источники финансирования",
    ),
    Component.ESTIMATE: ("Смета", "Смета расходов программы"),
    Component.RISKS: ("Риски и меры по их минимизации", "Оценка рисков", "Реестр рисков", "Риски"),
}


def outline(layout: Layout) -> Outline:
    """The sections, points and tables of a layout, with all their wordings."""
    sections = tuple(
        Section(
            section.key,
            section.wordings,
            tuple(_point(point) for point in section.points),
            section.hint or "",
        )
        for section in layout.sections
    )
    tables = (*_free_tables(layout), *_components(layout))
    return Outline(layout.title, sections, tables, tuple(_signed_by(layout)), tuple(layout.period.years))


def _signed_by(layout: Layout) -> Iterator[str]:
    """The sides whose signatures the layout demands: «region», kinds of participants."""
    for one in layout.signatories:
        if one.required and one.side is Side.REGION:
            yield one.side.value
        elif one.required and one.side is Side.PARTICIPANT:
            yield from (kind.value for kind in one.kinds)


def _point(point: LayoutPoint) -> Point:
    told = tuple(wording for choice in point.exactly_one_of for wording in _wordings(choice))
    required = point.prose is ProseNeed.REQUIRED or bool(point.shows)
    choices = tuple(choice.wordings for choice in point.exactly_one_of)
    return Point(point.key, (*point.wordings, *told), required, point.hint or "", choices)


def _wordings(choice: Choice) -> Iterator[str]:
    yield from choice.wordings
    for inner in choice.exactly_one_of:
        yield from _wordings(inner)


def _free_tables(layout: Layout) -> Iterator[WantedTable]:
    for key, table in layout.tables.items():
        if table.required:
            columns = tuple(column.wordings for column in table.columns if column.required)
            yield WantedTable(key, (table.title,), columns, table.at_least, _section_of(layout, key), True)


def _components(layout: Layout) -> Iterator[WantedTable]:
    """The tables that docgen prints itself; one table of money will do, be it by sources or by directions."""
    wanted: dict[Component, list[str]] = {}
    for component in Component:
        table = _SAME.get(component, component)
        if table in _COLUMNS and layout.setting(component).required:
            wanted.setdefault(table, []).append(layout.title_of(component))
    for component, titles in wanted.items():
        wordings = (*titles, component.title, *_MORE[component])
        at_least, section = layout.setting(component).at_least, _section_of(layout, component.value)
        or_text = component in _OR_TEXT
        yield WantedTable(component.value, wordings, _COLUMNS[component], at_least, section, or_text)


def _section_of(layout: Layout, shown: str) -> str:
    """The section one of whose points shows a table."""
    return next((one.key for one in layout.sections if any(shown in point.shows for point in one.points)), "")
