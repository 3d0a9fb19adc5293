"""For code scanning: SARIF 2.1.0 with the rules' manuals inside.

Columns are code points and said to be so (``columnKind``); paths are URIs, so spaces and Cyrillic are encoded, and
relative ones start at the folder that is called ``%SRCROOT%``.
"""

from collections.abc import Sequence
from typing import Any

from docgen import __version__
from docgen.diagnostics.json_text import json_text
from docgen.diagnostics.problem import Problem, Related, Rule, Severity, Waiver
from docgen.diagnostics.report.fingerprint import fingerprints
from docgen.diagnostics.report.markdown import manual, unlinked
from docgen.diagnostics.report.path import split, uri
from docgen.diagnostics.source import Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_LONGEST_SNIPPET = 1000
_LEVELS = {
    Severity.ERROR: "error",
    Severity.GAP: "warning",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}
_RANKS = _LEVELS | {Severity.INFO: "recommendation"}  # the words that GitHub sorts by


def render(problems: Sequence[Problem]) -> str:
    """One run of one tool."""
    rules = sorted(
        {problem.rule.code: problem.rule for problem in problems}.values(), key=lambda rule: rule.code
    )
    places = {rule.code: index for index, rule in enumerate(rules)}
    driver = {
        "name": "docgen",
        "version": __version__,
        "language": "ru",
        "rules": [_rule(rule) for rule in rules],
    }
    results = [
        _result(problem, places[problem.rule.code], mark)
        for problem, mark in zip(problems, fingerprints(problems), strict=True)
    ]
    root = {_ROOT: {"description": {"text": "Папка, от которой считаются пути"}}}
    run = {"tool": {"driver": driver}, "originalUriBaseIds": root, "columnKind": "unicodeCodePoints"}
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run | {"results": results}]}
    return json_text(document, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.title},
        "help": {"text": rule.explanation, "markdown": manual(rule.explanation)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"severity": rule.severity.value, "problem.severity": _RANKS[rule.severity]},
    }


def _result(problem: Problem, index: int, fingerprint: str) -> dict[str, Any]:
    text = problem.message + (f"\nПодсказка: {problem.hint}" if problem.hint else "")
    result: dict[str, Any] = {
        "ruleId": problem.rule.code,
        "ruleIndex": index,
        "level": _LEVELS[problem.severity],
        "message": {"text": unlinked(text)},
        "locations": [_location(problem.span)],
        "partialFingerprints": {"docgen/v2": fingerprint},
        "properties": {"severity": problem.severity.value},
    }
    if problem.waiver is not None:
        result["suppressions"] = [_suppression(problem.waiver)]
    related = [_related(number, each) for number, each in enumerate(problem.related, start=1)]
    return result | ({"relatedLocations": related} if related else {})


def _suppression(waiver: Waiver) -> dict[str, Any]:
    return {
        "kind": "inSource",
        "status": "accepted",
        "justification": f"{waiver.reason} (до {waiver.until:%d.%m.%Y})",
        "location": _location(waiver.span),
    }


def _related(number: int, related: Related) -> dict[str, Any]:
    note = unlinked(related.note or related.span.source.line(related.span.line).strip())
    return {"id": number, **_location(related.span), **({"message": {"text": note}} if note else {})}


def _location(span: Span) -> dict[str, Any]:
    path, part = split(span)
    reference = uri(path)
    base = {} if reference.startswith("file:") else {"uriBaseId": _ROOT}
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": reference, **base}, "region": _region(span)}
    }
    return location | ({"logicalLocations": [{"name": part}]} if part else {})


def _region(span: Span) -> dict[str, Any]:
    line, column = span.end_place
    region = {"startLine": span.line, "startColumn": span.column, "endLine": line, "endColumn": column}
    text = span.text
    return region | ({"snippet": {"text": text}} if 0 < len(text) <= _LONGEST_SNIPPET else {})
