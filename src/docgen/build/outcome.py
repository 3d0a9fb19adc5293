"""What became of a plan."""

from dataclasses import dataclass, field

from docgen.build.plan import Target
from docgen.diagnostics import Failure, Problem


@dataclass
class Outcome:
    """What became of a target: ``built``, ``fresh``, ``failed`` or ``signed``, and why."""

    target: Target
    state: str
    reason: str
    problems: list[Problem] = field(default_factory=list)
    waived: list[Problem] = field(default_factory=list)


@dataclass
class Report:
    """All outcomes in plan order; ``problems`` and ``waived`` hold each problem once, ``failures`` troubles with the surroundings."""

    outcomes: list[Outcome] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    waived: list[Problem] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
