"""For GitHub Actions: workflow commands that put the problem beside the line."""

from collections.abc import Sequence

from docgen.diagnostics.harmless import clean
from docgen.diagnostics.problem import Problem, Severity
from docgen.diagnostics.report.path import split
from docgen.diagnostics.source import Span

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.GAP: "warning",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}


def render(problems: Sequence[Problem]) -> str:
    """One command, that is one line, for each problem."""
    return "".join(f"{_command(problem)}\n" for problem in problems)


def _command(problem: Problem) -> str:
    file, part = split(problem.span)
    title = f"{problem.rule.code}: {problem.severity.title}" + (f" ({part})" if part else "")
    place = {"file": file, **_place(problem.span), "title": title}
    properties = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    message = problem.message + (f"\nподсказка: {problem.hint}" if problem.hint else "")
    return f"::{_COMMANDS[problem.severity]} {properties}::{_data(message)}"


def _place(span: Span) -> dict[str, str]:
    line, column = span.end_place
    lines = {"line": str(span.line), "endLine": str(line)}
    if line != span.line or span.cell:  # columns are refused for a place of several lines; a cell has none
        return lines
    return lines | {"col": str(span.column), "endColumn": str(max(span.column, column - 1))}


def _data(text: str) -> str:
    text = "".join(char if char in "\r\n" else clean(char) for char in text)
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
