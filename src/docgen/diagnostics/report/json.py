"""For programs: everything that is known about a problem; :func:`schema` says how it is laid out.

``version`` changes only when a reader written for the older one could misread the new one; keys may be added.
Lines and columns are counted from 1 in characters (Unicode code points), ``offset`` from 0; ``end`` is the place
just past the last character.
"""

from collections.abc import Sequence
from typing import Any

from docgen.diagnostics.json_text import json_text, number_of, object_of, text_of
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
    return json_text(document, indent=2) + "\n"


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
    problem = _problem_schema()
    waived = problem | {
        "required": [*problem["required"], "waiver"],
        "properties": problem["properties"] | {"waiver": _waiver_schema()},
    }
    place = {"line": number_of(1), "column": number_of(1), "offset": number_of(0)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Отчёт docgen о замечаниях",
        "$defs": {"place": object_of(place), "problem": problem, "waived": waived},
        **object_of(
            {
                "version": {"const": VERSION},
                "problems": {"type": "array", "items": {"$ref": "#/$defs/problem"}},
                "waived": {
                    "type": "array",
                    "items": {"$ref": "#/$defs/waived"},
                    "description": "Допущенное комментарием «# docgen: допустить …»; в summary не считается",
                },
                "summary": object_of({each.value: number_of(0) for each in Severity}),
            }
        ),
    }


def _problem_schema() -> dict[str, Any]:
    related = _placed({"note": text_of("Чем связано; может быть пусто")})
    return _placed(
        {
            "code": text_of("Код правила: docgen explain КОД") | {"pattern": "^[A-Z][0-9]{3}$"},
            "severity": {"enum": [each.value for each in Severity], "description": "Тяжесть"},
            "title": text_of("Что правило требует"),
            "message": text_of("Что не так здесь"),
            "hint": text_of("Что сделать; может быть пусто"),
            "related": {"type": "array", "items": related, "description": "Другие места, о которых речь"},
        }
    )


def _waiver_schema() -> dict[str, Any]:
    return _placed(
        {
            "reason": text_of("Причина допуска"),
            "until": text_of("Последний день допуска") | {"format": "date"},
        }
    )


def _placed(properties: dict[str, Any]) -> dict[str, Any]:
    """An object that has a place beside its own properties."""
    path = "Файл, как он назван пользователю; часть файла Word или PDF — после «#», лист Excel — после «!»"
    span = {
        "path": text_of(path),
        "start": {"$ref": "#/$defs/place", "description": "Первый символ"},
        "end": {"$ref": "#/$defs/place", "description": "Место сразу за последним символом"},
    }
    cell = "Ячейка таблицы Excel; строка и столбец тогда считаются в строке, как её показывает отчёт"
    whole = object_of(properties | span)
    whole["properties"]["cell"] = text_of(cell)
    return whole
