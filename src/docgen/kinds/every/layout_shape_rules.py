"""What must hold for the shape of a layout (C357–C360): nothing empty, nothing that looks like another thing."""

from collections.abc import Iterable
from typing import Any

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.kinds.every.layout_rules import lists, shown
from docgen.model.layout.layout import Component, Layout, ProseNeed, component_named


@rule("C357")
def nothing_within(document: Document[Any], corpus: Corpus) -> Findings:
    """Раздел без пунктов, таблица без столбцов, выбор из одного или пункт без содержания.

    Такая часть макета ничего не требует и ничего не печатает.

    Плохо:
        tables: {partners: {title: Партнёры, columns: []}}
        back: [partners]
    Хорошо:
        tables: {partners: {title: Партнёры, columns: [{key: name, title: Название}]}}
        back: [partners]
    """
    if not isinstance(document.record, Layout):
        return
    layout = document.record
    for place, parts in lists(layout):
        if not parts and place[0] in ("sections", "tables"):
            what = "столбцов" if place[0] == "tables" else "пунктов" if len(place) > 1 else "разделов"
            yield Finding(layout.at(*place), f"нет {what}", "добавьте хотя бы один")
        if len(parts) == 1 and place[-1] == "exactly_one_of":
            yield Finding(layout.at(*place), "выбирать не из чего: вариант один", "добавьте варианты")
    for numbered in layout.points():
        point = numbered.point
        if point.prose is ProseNeed.NONE and not point.shows and not point.exactly_one_of:
            message = f"пункт {numbered.number} без текста ничего не печатает"
            yield Finding(point.at("prose"), message, "добавьте shows или уберите prose: none")


@rule("C358")
def table_like_component(document: Document[Any], corpus: Corpus) -> Findings:
    """Свободная таблица названа как встроенная составляющая.

    По имени нельзя понять, что печатать.

    Плохо:
        tables: {risks: {title: Риски, columns: [{key: name, title: Риск}]}}
    Хорошо:
        tables: {region_risks: {title: Риски региона, columns: [{key: name, title: Риск}]}}
        back: [region_risks]
    """
    if isinstance(document.record, Layout):
        for name, table in document.record.tables.items():
            if component_named(name) is not None:
                message = f"«{name}» – встроенная составляющая"
                yield Finding(table.at("title"), message, "дайте таблице другое имя")


@rule("C359", Severity.WARNING)
def same_title(document: Document[Any], corpus: Corpus) -> Findings:
    """Два раздела или два пункта раздела называются одинаково.

    docgen verify узнаёт разделы готового документа по названиям (title и aliases); одинаковые не различить.

    Плохо:
        blocks: [{key: staff, title: Кадры}, {key: mentors, title: Наставники, aliases: [Кадры]}]
    Хорошо:
        blocks: [{key: staff, title: Кадры}, {key: mentors, title: Наставники}]
    """
    if not isinstance(document.record, Layout):
        return
    layout = document.record
    for place, parts in lists(layout):
        first: dict[str, int] = {}
        for position, part in enumerate(parts):
            for wording in part.wordings:
                known = first.setdefault(_plain(wording), position)
                if known != position:
                    related = (Related(layout.at(*place, known, "title"), "первый раз"),)
                    found = layout.at(*place, position, "title")
                    yield Finding(
                        found, f"«{wording}» – уже название другой части", "измените название", related
                    )


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("ё", "е").split())


_NEEDS: tuple[tuple[str, str, Iterable[Component]], ...] = (
    ("blocks", "блоки мероприятий", (Component.MEASURES,)),
    ("sources", "источники финансирования", (Component.FUNDING, Component.FUNDING_SOURCES)),
    ("directions", "направления расходования", (Component.FUNDING_DIRECTIONS, Component.ESTIMATE)),
)


@rule("C360")
def missing_list(document: Document[Any], corpus: Corpus) -> Findings:
    """Не перечислено то, из чего складывается таблица.

    Для таблицы мероприятий нужны блоки (blocks), для таблиц финансирования – источники (sources) и направления
    (directions): без них ни одна строка программы не найдёт своего места.

    Плохо:
        back: [estimate]
        directions: []
    Хорошо:
        back: [estimate]
        directions: [{key: equipment, title: Оборудование}]
    """
    if not isinstance(document.record, Layout):
        return
    printed = {name: place for place, name in shown(document.record)}
    for field, title, components in _NEEDS:
        wanting = next((c.value for c in components if c.value in printed), None)
        if wanting is not None and not getattr(document.record, field):
            place = document.record.at(*printed[wanting])
            yield Finding(place, f"печатается «{wanting}», а {title} не перечислены", f"добавьте {field}:")
