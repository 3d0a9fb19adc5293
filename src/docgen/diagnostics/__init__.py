"""What a problem is, where it is, and how it is shown.

A :class:`Source` is a text that a person wrote, a :class:`Span` a place in it, a :class:`Problem`
what is wrong there. Content is never raised, it is returned as problems; a :class:`Failure` is raised
when the surroundings (a missing program, a locked file) do not let us work.
"""

from docgen.diagnostics.failure import Failure
from docgen.diagnostics.problem import (
    Finding,
    Findings,
    Problem,
    Related,
    Rule,
    Severity,
    Waiver,
    declare,
    rule,
    rules_in,
)
from docgen.diagnostics.source import Source, Span, TableSource

__all__ = [
    "Failure",
    "Finding",
    "Findings",
    "Problem",
    "Related",
    "Rule",
    "Severity",
    "Source",
    "Span",
    "TableSource",
    "Waiver",
    "declare",
    "rule",
    "rules_in",
]
