"""For programs: everything that is known about a problem; :func:`schema` says how it is laid out.

``version`` changes only when a reader written for the older one could misread the new one; keys may be added.
Lines and columns are counted from 1 in characters (Unicode code points), ``offset`` from 0; ``end`` is the place
just past the last character.
"""

import json
from collections.abc import Sequence
from typing import Any

from docgen.diagnostics.problem import Problem, Severity, Waiver
from docgen.diagnostics.source import Span

VERSION = 1


def render(problems: Sequence[Problem]) -> str:
    """A JSON document as described by :func:`schema`."""
    acting = [problem for problem in problems if problem.waiver is None]
    document = {
        "version": VERSION,
        "problems": [_problem(problem) for problem in acting],
        "waived": [_problem(one) | {"waiver": _waiver(one.waiver)} for one in problems if one.waiver],
        "summary": {each.value: sum(p.severity is each for p in acting) for each in Severity},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.rule.code,
        "severity": problem.severity.value,
        "title": problem.rule.title,
        "message": problem.message,
        "hint": problem.hint,
        **_span(problem.span),
        "related": [{"note": each.note, **_span(each.span)} for each in problem.related],
    }


def _waiver(waiver: Waiver) -> dict[str, Any]:
    return {"reason": waiver.reason, "until": waiver.until.isoformat(), **_span(waiver.span)}


def _span(span: Span) -> dict[str, Any]:
    return {
        "path": span.source.path,
        **({"cell": span.cell} if span.cell else {}),
        "start": {"line": span.line, "column": span.column, "offset": span.start},
        "end": dict(zip(("line", "column", "offset"), (*span.end_place, span.end), strict=True)),
    }


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the report; a dictionary of one's own at each call."""
    span = {
        "path": _text(
            "Файл, как он назван пользователю; часть файла Word или PDF — после «#», лист Excel — после «!»"
        ),
        "start": {"$ref": "#/$defs/place", "description": "Первый символ"},
        "end": {"$ref": "#/$defs/place", "description": "Место сразу за последним символом"},
    }
    related = _object({"note": _text("Чем связано; может быть пусто"), **span})
    problem = _object(
        {
            "code": _text("Код правила: docgen explain КОД") | {"pattern": "^[A-Z][0-9]{3}$"},
            "severity": {"enum": [each.value for each in Severity], "description": "Тяжесть"},
            "title": _text("Что правило требует"),
            "message": _text("Что не так здесь"),
            "hint": _text("Что сделать; может быть пусто"),
            **span,
            "related": {"type": "array", "items": related, "description": "Другие места, о которых речь"},
        }
    )
    cell = {
        "cell": _text(
            "Ячейка таблицы Excel; строка и столбец тогда считаются в строке, как её показывает отчёт"
        )
    }
    related["properties"] |= cell
    problem["properties"] |= cell
    waiver = _object(
        {
            "reason": _text("Причина допуска"),
            "until": _text("Последний день допуска") | {"format": "date"},
            **span,
        }
    )
    waived = problem | {
        "required": [*problem["required"], "waiver"],
        "properties": problem["properties"] | {"waiver": waiver},
    }
    place = {"line": _number(1), "column": _number(1), "offset": _number(0)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Отчёт docgen о замечаниях",
        "$defs": {"place": _object(place), "problem": problem, "waived": waived},
        **_object(
            {
                "version": {"const": VERSION},
                "problems": {"type": "array", "items": {"$ref": "#/$defs/problem"}},
                "waived": {
                    "type": "array",
                    "items": {"$ref": "#/$defs/waived"},
                    "description": "Допущенное комментарием «# docgen: допустить …»; в summary не считается",
                },
                "summary": _object({each.value: _number(0) for each in Severity}),
            }
        ),
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties}


def _text(description: str) -> dict[str, Any]:
    return {"type": "string", "description": description}


def _number(minimum: int) -> dict[str, Any]:
    return {"type": "integer", "minimum": minimum}
