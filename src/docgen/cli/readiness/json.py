"""Readiness for programs; :func:`schema` says how it is laid out.

``version`` changes only when a reader written for the older one could misread the new one; keys may be added.
"""

import json
from typing import Any

from docgen.build.standing import Standing
from docgen.cli.readiness.words import STATES
from docgen.corpus import Stage
from docgen.corpus.readiness import Lack, PartState, everyone
from docgen.diagnostics import Severity

VERSION = 1


def render(found: list[Standing], stage: str | None) -> str:
    """A JSON document as described by :func:`schema`."""
    document = {
        "version": VERSION,
        "as_if": stage,
        "documents": [_document(one) for one in found],
        "summary": {state: sum(one.state == state for one in found) for state in STATES},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


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
        **_object(
            {
                "version": {"const": VERSION},
                "as_if": {"enum": ["draft", "to_sign", None], "description": "Стадия, на которой смотрели"},
                "documents": {"type": "array", "items": _document_schema(), "description": "Документы"},
                "summary": _object({state: _number(title) for state, title in STATES.items()}),
            }
        ),
    }


def _document_schema() -> dict[str, Any]:
    return _object(
        {
            "kind": _text("Вид документа"),
            "id": _text("Имя документа"),
            "path": _text("Исходник"),
            "stage": {
                "enum": [*(each.value for each in Stage), None],
                "description": "Стадия; null – не читается",
            },
            "state": {"enum": list(STATES), "description": "Состояние"},
            "percent": _number("Готовность, %") | {"maximum": 100},
            "ready": _number("Сколько частей готово"),
            "units": _number("Сколько частей всего"),
            "errors": _number("Ошибок"),
            "gaps": _number("Пробелов"),
            "who": {
                "type": "object",
                "additionalProperties": _number("Сколько замечаний", 1),
                "description": "Кто может восполнить и сколько за ним замечаний",
            },
            "parts": {"type": "array", "items": _part_schema(), "description": "Разделы"},
        }
    )


def _part_schema() -> dict[str, Any]:
    unit = _object(
        {
            "title": _text("Пункт, таблица, решение"),
            "ready": {"type": "boolean", "description": "Ничего не пропущено и нет ошибок"},
            "lacks": {"type": "array", "items": _lack_schema(), "description": "Чего не хватает"},
        }
    )
    return _object(
        {
            "title": _text("Раздел документа"),
            "ready": _number("Сколько частей раздела готово"),
            "units": {"type": "array", "items": unit, "description": "Части раздела"},
        }
    )


def _lack_schema() -> dict[str, Any]:
    lack = _object(
        {
            "code": _text("Код правила: docgen explain КОД") | {"pattern": "^[A-Z][0-9]{3}$"},
            "severity": {"enum": [Severity.ERROR.value, Severity.GAP.value], "description": "Тяжесть"},
            "message": _text("Чего не хватает или что неверно"),
            "hint": _text("Что сделать; может быть пусто"),
            "who": _text("Кто может это восполнить"),
            "path": _text("Файл; лист Excel – после «!»"),
            "line": _number("Строка, считая с 1", 1),
            "column": _number("Столбец, считая с 1", 1),
        }
    )
    lack["properties"]["cell"] = _text("Ячейка таблицы, если место – в таблице")
    return lack


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties}


def _text(description: str) -> dict[str, Any]:
    return {"type": "string", "description": description}


def _number(description: str, minimum: int = 0) -> dict[str, Any]:
    return {"type": "integer", "minimum": minimum, "description": description}
