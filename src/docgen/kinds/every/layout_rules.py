"""What must hold for the layouts of programmes (C35x): parts that are named, printed and said once."""

import difflib
from collections.abc import Iterator, Sequence
from typing import Any

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, Span, rule
from docgen.model.layout.layout import Choice, Component, Layout, component_named
from docgen.model.layout.parts import Named
from docgen.sources import Mapping
from docgen.sources.tree import name_span

Place = tuple[str | int, ...]


@rule("C351")
def same_key(document: Document[Any], corpus: Corpus) -> Findings:
    """Две части макета под одним ключом.

    Программа ссылается на части макета ключами; из двух одинаковых написанное попало бы не туда.

    Плохо:
        blocks: [{key: staff, title: Кадры}, {key: staff, title: Наставники}]
    Хорошо:
        blocks: [{key: staff, title: Кадры}, {key: mentors, title: Наставники}]
    """
    if not isinstance(document.record, Layout):
        return
    layout = document.record
    for place, parts in lists(layout):
        first: dict[str, int] = {}
        for position, part in enumerate(parts):
            if first.setdefault(part.key, position) != position:
                related = (Related(layout.at(*place, first[part.key], "key"), "первый раз"),)
                found = layout.at(*place, position, "key")
                yield Finding(found, f"ключ «{part.key}» уже занят", "дайте части другой ключ", related)


def lists(layout: Layout) -> Iterator[tuple[Place, Sequence[Named]]]:
    """Every list of parts whose keys must differ, with its place."""
    yield ("sections",), layout.sections
    for first, section in enumerate(layout.sections):
        yield ("sections", first, "points"), section.points
        for second, point in enumerate(section.points):
            yield from _choices(("sections", first, "points", second), point.exactly_one_of)
    for name in ("blocks", "sources", "directions"):
        yield (name,), getattr(layout, name)
    for key, table in layout.tables.items():
        yield ("tables", key, "columns"), table.columns


def _choices(place: Place, choices: Sequence[Choice]) -> Iterator[tuple[Place, Sequence[Choice]]]:
    if choices:
        yield (*place, "exactly_one_of"), choices
    for position, choice in enumerate(choices):
        yield from _choices((*place, "exactly_one_of", position), choice.exactly_one_of)


@rule("C352")
def unknown_shown(document: Document[Any], corpus: Corpus) -> Findings:
    """Печатать нечего: такой составляющей или таблицы нет.

    В shows, front и back называют встроенные составляющие (measures, indicators, risks…) и свободные таблицы из tables
    того же макета.

    Плохо:
        back: [legal_act]
    Хорошо:
        back: [legal_acts]
    """
    if not isinstance(document.record, Layout):
        return
    layout = document.record
    for place, name, meant in _unknown(layout):
        hint = f"может быть, {meant}?" if meant else f"опишите таблицу {name} в tables"
        yield Finding(layout.at(*place), f"составляющей или таблицы «{name}» нет", hint)


def _unknown(layout: Layout) -> Iterator[tuple[Place, str, str]]:
    """What is shown and not known: its place, its name, what was probably meant."""
    known = [*(component.value for component in Component), *layout.tables]
    for place, name in shown(layout):
        if name not in known:
            yield place, name, next(iter(difflib.get_close_matches(name, known, n=1)), "")


def shown(layout: Layout) -> Iterator[tuple[Place, str]]:
    """Everything that is printed, in the order of printing, with its place."""
    yield from ((("front", position), name) for position, name in enumerate(layout.front))
    for first, section in enumerate(layout.sections):
        for second, point in enumerate(section.points):
            for third, name in enumerate(point.shows):
                yield ("sections", first, "points", second, "shows", third), name
    yield from ((("back", position), name) for position, name in enumerate(layout.back))


@rule("C353")
def shown_twice(document: Document[Any], corpus: Corpus) -> Findings:
    """Одно и то же печатается дважды.

    У таблицы или рисунка один номер и одно место, на которое ссылается текст.

    Плохо:
        back: [legal_acts, legal_acts]
    Хорошо:
        back: [legal_acts]
    """
    if not isinstance(document.record, Layout):
        return
    layout, first = document.record, dict[str, Place]()
    for place, name in shown(layout):
        if first.setdefault(name, place) != place:
            related = (Related(layout.at(*first[name]), "первый раз"),)
            yield Finding(layout.at(*place), f"«{name}» уже печатается", "уберите повтор", related)


@rule("C354")
def never_shown(document: Document[Any], corpus: Corpus) -> Findings:
    """Обязательная составляющая или таблица нигде не печатается.

    Программа без неё неполна, а показать её негде: добавьте её в shows пункта, в front или в back.

    Плохо:
        components: {abbreviations: {required: true}}
        back: [legal_acts]
    Хорошо:
        components: {abbreviations: {required: true}}
        back: [legal_acts, abbreviations]
    """
    if not isinstance(document.record, Layout):
        return
    layout, printed = document.record, _printed(document.record)
    for group in ("components", "tables"):
        for name, part in getattr(layout, group).items():
            if part.required and name not in printed:
                message = f"«{name}» обязательна, но нигде не печатается"
                yield Finding(layout.at(group, name, "required"), message, "добавьте её в shows пункта")


def _printed(layout: Layout) -> set[str]:
    """What is printed, and what was meant to be where a name is misspelt: that is told already."""
    return {*layout.printed(), *(meant for _, _, meant in _unknown(layout))}


@rule("C355", Severity.WARNING)
def table_of_nobody(document: Document[Any], corpus: Corpus) -> Findings:
    """Свободная таблица описана, но нигде не печатается.

    Авторы заполнят таблицу, а в документе её не будет.

    Плохо:
        tables: {partners: {title: Партнёры, columns: [{key: name, title: Название}]}}
    Хорошо:
        tables: {partners: {title: Партнёры, columns: [{key: name, title: Название}]}}
        back: [partners]
    """
    if not isinstance(document.record, Layout):
        return
    layout, printed = document.record, _printed(document.record)
    for name, table in layout.tables.items():
        if not table.required and name not in printed:
            message = f"таблица «{name}» нигде не печатается"
            yield Finding(layout.tables[name].at("title"), message, "добавьте её в shows пункта")


@rule("C356")
def unknown_component(document: Document[Any], corpus: Corpus) -> Findings:
    """Неизвестная встроенная составляющая.

    В components – только то, что docgen строит сам; свои таблицы описывают в tables.

    Плохо:
        components: {measure: {required: true}}
    Хорошо:
        components: {mission: {title: Миссия кластера}}
    """
    if not isinstance(document.record, Layout):
        return
    known = [component.value for component in Component]
    for name in document.record.components:
        if component_named(name) is None:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f"может быть, {near[0]}?" if near else "опишите таблицу в tables"
            yield Finding(_key(document.record, name), f"встроенной составляющей «{name}» нет", hint)


def _key(layout: Layout, name: str) -> Span:
    """The place of a component's key."""
    components = layout.node.get("components") if layout.node is not None else None
    return name_span(components, name) if isinstance(components, Mapping) else layout.at("components")
