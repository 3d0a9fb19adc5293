"""How ready a document is, part by part: what is missing, where, and who can act.

A kind says of which parts its documents consist, as data; problems are laid into them by the place they lie at, and
where that says little – what is missing has no place of its own – by what their messages name.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from docgen.diagnostics import Problem, Severity, Span
from docgen.sources import Mapping, Node, Record, Scalar
from docgen.sources import Sequence as Listed

Path = tuple[str | int, ...]
"""The way to a value of a record: ``("sections", "general", "economy")``; the empty one leads everywhere."""


@dataclass(frozen=True)
class Unit:
    """The smallest part that is ready or not: a point of a section, a table, an item of an agenda.

    ``who`` can act in it, unless ``others`` names somebody for a longer path. ``names`` are what messages call it.
    """

    title: str
    who: str
    paths: tuple[Path, ...]
    names: tuple[str, ...] = ()
    others: tuple[tuple[Path, str], ...] = ()

    def answering(self, path: Path) -> str:
        """Who can act at a place."""
        nearer = [(len(start), who) for start, who in self.others if path[: len(start)] == start]
        return max(nearer)[1] if nearer else self.who


@dataclass(frozen=True)
class Part:
    """What a reader knows as a section of the document."""

    title: str
    units: tuple[Unit, ...]


@dataclass(frozen=True)
class Lack:
    """A gap or an error, and who can act."""

    problem: Problem
    who: str


@dataclass
class UnitState:
    """A unit and what it lacks."""

    unit: Unit
    lacks: list[Lack] = field(default_factory=list)

    @property
    def ready(self) -> bool:
        """Whether nothing is missing and nothing is wrong."""
        return not self.lacks


@dataclass(frozen=True)
class PartState:
    """A part with the states of its units."""

    title: str
    units: tuple[UnitState, ...]

    @property
    def ready(self) -> int:
        """How many of the units are ready."""
        return sum(unit.ready for unit in self.units)

    @property
    def lacks(self) -> list[Lack]:
        """What all its units lack."""
        return [lack for unit in self.units for lack in unit.lacks]


@dataclass(frozen=True)
class Readiness:
    """The parts of a document, each ready or not."""

    parts: tuple[PartState, ...]

    @cached_property
    def lacks(self) -> list[Lack]:
        """All that is missing or wrong, part by part."""
        return [lack for part in self.parts for lack in part.lacks]

    @property
    def units(self) -> int:
        """How many units there are."""
        return sum(len(part.units) for part in self.parts)

    @property
    def ready(self) -> int:
        """How many of them are ready."""
        return sum(part.ready for part in self.parts)

    @property
    def percent(self) -> int:
        """The share of ready units; 100 only if all of them are."""
        return self.ready * 100 // self.units if self.units else 0

    def count(self, severity: Severity) -> int:
        """How many lacks are that grave."""
        return sum(lack.problem.severity is severity for lack in self.lacks)


def readiness(record: Record | None, parts: Sequence[Part], problems: Iterable[Problem]) -> Readiness:
    """The gaps and errors of a document laid into its parts; what belongs nowhere else goes into the first unit."""
    states = [PartState(part.title, tuple(map(UnitState, part.units))) for part in parts]
    units = [unit for part in states for unit in part.units]
    for problem in sorted(problems):
        if problem.severity in (Severity.ERROR, Severity.GAP):
            path = path_of(record, problem.span) if record is not None else ()
            unit = _by_place(units, path) or _by_name(units, problem.message) or units[0]
            unit.lacks.append(Lack(problem, unit.unit.answering(path)))
    return Readiness(tuple(states))


def path_of(record: Record, span: Span) -> Path:
    """The way to the value that a place lies in; empty where it lies in none."""
    return tuple(_steps(record.node, span)) if record.node is not None else ()


def _steps(node: Node, span: Span) -> Iterator[str | int]:
    while True:
        found = next((one for one in _inside(node) if _holds(*one[1:], span)), None)
        if found is None:
            return
        step, _, node = found
        yield step


def _inside(node: Node) -> Iterator[tuple[str | int, Scalar | None, Node]]:
    """What a node holds: the step to it, its key, itself."""
    if isinstance(node, Mapping):
        yield from ((key, node.names.get(key), inner) for key, inner in node.items())
    elif isinstance(node, Listed):
        yield from ((place, None, inner) for place, inner in enumerate(node))


def _holds(key: Scalar | None, inner: Node, span: Span) -> bool:
    """Whether a place lies in a value or on its key; a table beside the source has places of its own."""
    start = inner.start
    if key is not None and key.source == span.source:
        if inner.source != span.source:
            return key.start <= span.start < key.end
        start = key.start
    return inner.source == span.source and start <= span.start < max(inner.end, start + 1)


def _by_place(units: Sequence[UnitState], path: Path) -> UnitState | None:
    """The unit with the longest path that leads to the place."""
    best: tuple[int, UnitState] | None = None
    for unit in units:
        for start in unit.unit.paths:
            if start and path[: len(start)] == start and (best is None or len(start) > best[0]):
                best = len(start), unit
    return best[1] if best is not None and not _general(best[1], path) else None


def _general(unit: UnitState, path: Path) -> bool:
    """Whether the place is where one points when there is no place: the first key of a document, a key of many."""
    return () in unit.unit.paths or any(len(start) > len(path) for start in unit.unit.paths)


def _by_name(units: Sequence[UnitState], message: str) -> UnitState | None:
    """The unit that a message names, by the longest of the names."""
    plain = _plain(message)
    named = [
        (len(name), -place, unit)
        for place, unit in enumerate(units)
        for name in map(_plain, unit.unit.names)
        if name and name in plain
    ]
    return max(named, key=lambda one: one[:2])[2] if named else None


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").split())


def whole(title: str, who: str) -> tuple[Part, ...]:
    """A document that is not looked into: one part, one unit."""
    return (Part(title, (Unit(title, who, ((),)),)),)


def everyone(lacks: Iterable[Lack]) -> dict[str, int]:
    """Who can act, and on how many things, the busiest first."""
    counts: dict[str, int] = {}
    for lack in lacks:
        counts[lack.who] = counts.get(lack.who, 0) + 1
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
