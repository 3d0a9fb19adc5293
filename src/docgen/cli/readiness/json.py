"""Readiness for programs; :func:`schema` says how it is laid out.

``version`` changes only when a reader written for the older one could misread the new one; keys may be added.
"""

from typing import Any

from docgen.build.standing import Standing
from docgen.cli.readiness.words import STATES
from docgen.corpus import Stage
from docgen.corpus.readiness import Lack, PartState, everyone
from docgen.diagnostics import Severity
from docgen.diagnostics.json_text import json_text, number_of, object_of, text_of

VERSION = 1


def render(found: list[Standing], stage: str | None) -> str:
    """A JSON document as described by :func:`schema`."""
    document = {
        "version": VERSION,
        "as_if": stage,
        "documents": [_document(one) for one in found],
        "summary": {state: sum(one.state == state for one in found) for state in STATES},
    }
    return json_text(document, indent=2) + "\n"


def _document(one: Standing) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "id": one.id,
        "path": one.path,
        "stage": one.stage.value if one.stage is not None else None,
        "state": one.state,
        "percent": one.readiness.percent,
        "ready": one.readiness.ready,
        "units": one.readiness.units,
        "errors": one.readiness.count(Severity.ERROR),
        "gaps": one.readiness.count(Severity.GAP),
        "who": everyone(one.readiness.lacks),
        "parts": [_part(part) for part in one.readiness.parts],
    }


def _part(part: PartState) -> dict[str, Any]:
    units = [
        {"title": state.unit.title, "ready": state.ready, "lacks": [_lack(lack) for lack in state.lacks]}
        for state in part.units
    ]
    return {"title": part.title, "ready": part.ready, "units": units}


def _lack(lack: Lack) -> dict[str, Any]:
    problem, span = lack.problem, lack.problem.span
    return {
        "code": problem.rule.code,
        "severity": problem.severity.value,
        "message": problem.message,
        "hint": problem.hint,
        "who": lack.who,
        "path": span.source.path,
        "line": span.line,
        "column": span.column,
        **({"cell": span.cell} if span.cell else {}),
    }


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the report; a dictionary of one's own at each call."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Готовность документов docgen",
        **object_of(
            {
                "version": {"const": VERSION},
                "as_if": {"enum": ["draft", "to_sign", None], "description": "Стадия, на которой смотрели"},
                "documents": {"type": "array", "items": _document_schema(), "description": "Документы"},
                "summary": object_of({state: number_of(0, title) for state, title in STATES.items()}),
            }
        ),
    }


def _document_schema() -> dict[str, Any]:
    return object_of(
        {
            "kind": text_of("Вид документа"),
            "id": text_of("Имя документа"),
            "path": text_of("Исходник"),
            "stage": {
                "enum": [*(each.value for each in Stage), None],
                "description": "Стадия; null – не читается",
            },
            "state": {"enum": list(STATES), "description": "Состояние"},
            "percent": number_of(0, "Готовность, %") | {"maximum": 100},
            "ready": number_of(0, "Сколько частей готово"),
            "units": number_of(0, "Сколько частей всего"),
            "errors": number_of(0, "Ошибок"),
            "gaps": number_of(0, "Пробелов"),
            "who": {
                "type": "object",
                "additionalProperties": number_of(1, "Сколько замечаний"),
                "description": "Кто может восполнить и сколько за ним замечаний",
            },
            "parts": {"type": "array", "items": _part_schema(), "description": "Разделы"},
        }
    )


def _part_schema() -> dict[str, Any]:
    unit = object_of(
        {
            "title": text_of("Пункт, таблица, решение"),
            "ready": {"type": "boolean", "description": "Ничего не пропущено и нет ошибок"},
            "lacks": {"type": "array", "items": _lack_schema(), "description": "Чего не хватает"},
        }
    )
    return object_of(
        {
            "title": text_of("Раздел документа"),
            "ready": number_of(0, "Сколько частей раздела готово"),
            "units": {"type": "array", "items": unit, "description": "Части раздела"},
        }
    )


def _lack_schema() -> dict[str, Any]:
    lack = object_of(
        {
            "code": text_of("Код правила: docgen explain КОД") | {"pattern": "^[A-Z][0-9]{3}$"},
            "severity": {"enum": [Severity.ERROR.value, Severity.GAP.value], "description": "Тяжесть"},
            "message": text_of("Чего не хватает или что неверно"),
            "hint": text_of("Что сделать; может быть пусто"),
            "who": text_of("Кто может это восполнить"),
            "path": text_of("Файл; лист Excel – после «!»"),
            "line": number_of(1, "Строка, считая с 1"),
            "column": number_of(1, "Столбец, считая с 1"),
        }
    )
    lack["properties"]["cell"] = text_of("Ячейка таблицы, если место – в таблице")
    return lack
