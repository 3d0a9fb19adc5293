"""For GitLab: a Code Quality report."""

from collections.abc import Sequence
from typing import Any

from docgen.diagnostics.json_text import json_text
from docgen.diagnostics.problem import Problem, Severity
from docgen.diagnostics.report.fingerprint import fingerprints
from docgen.diagnostics.report.path import split

_SEVERITIES = {
    Severity.ERROR: "critical",
    Severity.GAP: "major",
    Severity.WARNING: "minor",
    Severity.INFO: "info",
}


def render(problems: Sequence[Problem]) -> str:
    """A JSON list; the fingerprints survive lines added above."""
    issues = [_issue(problem, mark) for problem, mark in zip(problems, fingerprints(problems), strict=True)]
    return json_text(issues, indent=2) + "\n"


def _issue(problem: Problem, fingerprint: str) -> dict[str, Any]:
    span = problem.span
    file, part = split(span)
    told = problem.message + (f" ({part})" if part else "")
    return {
        "type": "issue",
        "check_name": problem.rule.code,
        "description": told + (f"; {problem.hint}" if problem.hint else ""),
        "severity": _SEVERITIES[problem.severity],
        "fingerprint": fingerprint,
        "location": {
            "path": file.removeprefix("./"),
            "lines": {"begin": span.line, "end": span.end_place[0]},
        },
    }
