"""For editors and grep: one line each, ``path:line:col: severity CODE message``.

The severity is its English name (``error``, ``gap``, ``warning``, ``info``): programs read it.
"""

from collections.abc import Sequence

from docgen.diagnostics.harmless import clean, tame
from docgen.diagnostics.problem import Problem


def render(problems: Sequence[Problem]) -> str:
    """One line for each problem."""
    return "".join(f"{_line(problem)}\n" for problem in problems)


def _line(problem: Problem) -> str:
    message = " ".join(problem.message.split("\n"))
    return tame(clean(f"{problem.span}: {problem.severity.value} {problem.rule.code} {message}"))
