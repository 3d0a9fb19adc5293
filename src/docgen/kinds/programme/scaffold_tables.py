"""The tables of a new programme: which the layout prints, their columns, the Excel book that an office fills in."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin

from docgen.model.layout.layout import Component, FreeTable, Layout
from docgen.model.programme import WrittenProgramme
from docgen.model.titled import Titled
from docgen.render.workbook import Column, Sheet, sheet_name, workbook
from docgen.sources import Record
from docgen.sources.rows import row_type

BOOK = "tables.xlsx"

# Tables of a programme, the sheets they stand on, and what of the layout prints them.
_SHEETS: dict[str, tuple[str, frozenset[Component]]] = {
    "participants": ("Участники", frozenset({Component.PARTICIPANTS, Component.STRUCTURE_CHART})),
    "measures": (
        "Мероприятия",
        frozenset({Component.MEASURES, Component.MEASURES_GANTT, Component.TASK_MATRIX}),
    ),
    "indicators": ("Показатели", frozenset({Component.INDICATORS, Component.INDICATORS_CHART})),
    "funding": (
        "Финансирование",
        frozenset(
            {
                Component.FUNDING,
                Component.FUNDING_SOURCES,
                Component.FUNDING_DIRECTIONS,
                Component.FUNDING_CHART,
            }
        ),
    ),
    "estimate": ("Смета", frozenset({Component.ESTIMATE})),
    "results": ("Результаты", frozenset({Component.RESULTS})),
    "risks": ("Риски", frozenset({Component.RISKS, Component.RISK_MATRIX})),
}
_WIDE = 40  # columns of running text
_NARROW = 12


@dataclass(frozen=True)
class Filled:
    """A table of the programme: its field (or the key of a free table), its sheet, its title."""

    key: str
    sheet: Sheet
    hint: str


def built_in(layout: Layout) -> Iterator[Filled]:
    """The programme's own tables that the layout prints."""
    shown = set(layout.printed())
    for name, (title, components) in _SHEETS.items():
        if shown & {component.value for component in components}:
            field = WrittenProgramme.model_fields[name]
            record = row_type(field.annotation)
            heading = field.title or title
            yield Filled(
                name, Sheet(title, heading, tuple(_columns(record, layout))), field.description or ""
            )


def free(layout: Layout) -> Iterator[Filled]:
    """The tables that the layout itself describes, each on a sheet of its own name."""
    taken = {title for title, _ in _SHEETS.values()}
    for key, table in layout.tables.items():
        name = sheet_name(table.title)
        if name in taken:
            name = sheet_name(key)
        taken.add(name)
        yield Filled(key, Sheet(name, table.title, tuple(_free_columns(table))), table.hint or "")


def book(layout: Layout) -> bytes:
    """The Excel book with all of them, empty."""
    return workbook([one.sheet for one in (*built_in(layout), *free(layout))])


def _free_columns(table: FreeTable) -> Iterator[Column]:
    for number, column in enumerate(table.columns):
        width = _WIDE if number == 0 else max(_NARROW, min(_WIDE, len(column.title) + 4))
        yield Column(column.title, column.hint or "", width=width)


def _columns(record: type[Record], layout: Layout) -> Iterator[Column]:
    choices = _choices_of(layout)
    if "direction" not in record.model_fields:
        del choices["source"]  # of an indicator's data, not of money
    for name, field in record.model_fields.items():
        title, hint = field.title or name, field.description or ""
        kinds = set(_kinds(field.annotation))
        if dict in kinds:
            for year in layout.period.years:
                yield Column(str(year), hint, width=_NARROW)
            continue
        told = choices.get(name) or _titles(kinds)
        yield Column(title, hint, told, _width(kinds, told))


def _choices_of(layout: Layout) -> dict[str, tuple[str, ...]]:
    """What the layout offers to choose from, by field."""
    return {
        "block": tuple(one.title for one in layout.blocks),
        "source": tuple(one.title for one in layout.sources),
        "direction": tuple(one.title for one in layout.directions),
        "year": tuple(str(year) for year in layout.period.years),
    }


def _titles(kinds: set[Any]) -> tuple[str, ...]:
    for kind in kinds:
        if isinstance(kind, type) and issubclass(kind, Enum) and issubclass(kind, Titled):
            return tuple(one.title for one in kind)
    return ("да", "нет") if bool in kinds else ()


def _width(kinds: set[Any], choices: tuple[str, ...]) -> int:
    if choices:
        return min(_WIDE, max(map(len, choices)) + 4)
    return 28 if str in kinds else _NARROW + 2


def _kinds(annotation: Any) -> tuple[Any, ...]:
    """The plain types within an annotation: ``str | None`` is a str."""
    origin = get_origin(annotation)
    if origin is dict:
        return (dict,)
    if origin in (Union, UnionType, tuple, list) or hasattr(annotation, "__metadata__"):
        return tuple(kind for part in get_args(annotation) for kind in _kinds(part))
    return (annotation,)
