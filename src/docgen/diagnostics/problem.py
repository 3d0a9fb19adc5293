"""What is wrong (Problem), what must hold (Rule), and how grave it is (Severity)."""

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from types import ModuleType
from typing import TYPE_CHECKING, Any

from docgen.diagnostics.source import Span

if TYPE_CHECKING:
    from datetime import date


class Severity(Enum):
    """How grave a problem is.

    ``ERROR`` is wrong and always fails; ``GAP`` is not written yet: allowed in a draft, an error from
    ``to_sign`` on; ``WARNING`` and ``INFO`` never stop a document.
    """

    ERROR = "error"
    GAP = "gap"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return _ORDER[self]

    @property
    def title(self) -> str:
        """The word that the user reads."""
        return _TITLES[self]


_ORDER = {Severity.ERROR: 0, Severity.GAP: 1, Severity.WARNING: 2, Severity.INFO: 3}
_DIGITS = 8  # more parts than this counts no file has
_TITLES = {
    Severity.ERROR: "ошибка",
    Severity.GAP: "пробел",
    Severity.WARNING: "предупреждение",
    Severity.INFO: "замечание",
}


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a problem, and why («первый раз указано здесь»)."""

    span: Span
    note: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says before it has signed it: where, what, how to mend.

    ``message`` is one Russian sentence without blame and full stop, ``hint`` an action.
    """

    span: Span
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()


Findings = Iterator[Finding]


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that must hold.

    ``code`` is a letter of the room or kind the rule was born in and three digits; ``title`` one Russian sentence;
    ``explanation`` the whole manual as printed by ``docgen explain``. ``check`` yields findings; a rule without
    it is signed by hand with :meth:`at` (reader, renderer). An ``essential`` one may not be waived: where it does not
    hold nothing can be made.
    """

    code: str
    severity: Severity
    title: str
    explanation: str
    check: Callable[..., Iterable[Finding]] | None = field(default=None, compare=False)
    essential: bool = False

    def __call__(self, *arguments: Any) -> "Iterator[Problem]":
        """Run the check and sign what it finds."""
        if self.check is None:
            raise TypeError(f"rule {self.code} has no check")
        for finding in self.check(*arguments):
            yield Problem(self, finding.span, finding.message, finding.hint, finding.related)

    def __reduce__(self) -> "tuple[type[Rule], tuple[str, Severity, str, str, None, bool]]":
        # A problem that a worker found travels without the check that found it.
        return Rule, (self.code, self.severity, self.title, self.explanation, None, self.essential)

    def at(self, span: Span, message: str, hint: str = "", related: Iterable[Related] = ()) -> "Problem":
        """A problem of this rule."""
        return Problem(self, span, message, hint, tuple(related))


@dataclass(frozen=True, slots=True)
class Waiver:
    """Why a problem is admitted, until which day (that day included), and where that is written."""

    span: Span
    until: "date"
    reason: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong at a place. ``severity`` starts as the rule's; a stage or an option may change it.

    One with a ``waiver`` is admitted: reports tell it, nothing fails because of it.
    """

    rule: Rule
    span: Span
    message: str
    hint: str = ""
    related: tuple[Related, ...] = ()
    raised: Severity | None = None
    waiver: Waiver | None = None

    @property
    def severity(self) -> Severity:
        """How grave it is here."""
        return self.raised or self.rule.severity

    @property
    def key(self) -> tuple[str, int, int, str, str]:
        """What problems are sorted by: file, place, code."""
        return (_counted(self.span.source.path), self.span.start, self.span.end, self.rule.code, self.message)

    def __lt__(self, other: "Problem") -> bool:
        mine, its = self.key, other.key
        return mine < its if mine != its else self._rest < other._rest

    @property
    def _rest(self) -> tuple[str, int, list[tuple[str, str]]]:
        """Everything else that is shown: no order is left to chance."""
        return self.hint, self.severity.rank, [(str(each.span), each.note) for each in self.related]


def _counted(path: str) -> str:
    """A path that sorts the second part of a file («#абзац 2», «#page2») before the tenth."""
    if "#" not in path:
        return path
    name = path.rstrip("0123456789")
    return name + path[len(name) :].zfill(_DIGITS)


def rule(
    code: str, severity: Severity = Severity.ERROR, *, essential: bool = False
) -> Callable[[Callable[..., Iterable[Finding]]], Rule]:
    """Make a rule of a generator of findings; its docstring is the manual."""

    def make(check: Callable[..., Iterable[Finding]]) -> Rule:
        return _documented(code, severity, inspect.getdoc(check) or "", check, essential=essential)

    return make


def declare(code: str, severity: Severity, manual: str) -> Rule:
    """A rule that is signed by hand where it is seen broken; ``manual`` is written like a docstring."""
    return _documented(code, severity, inspect.cleandoc(manual), None)


def _documented(
    code: str,
    severity: Severity,
    manual: str,
    check: Callable[..., Iterable[Finding]] | None,
    *,
    essential: bool = False,
) -> Rule:
    if not manual:
        raise TypeError(f"rule {code} has no manual")
    return Rule(code, severity, manual.partition("\n")[0].rstrip("."), manual, check, essential)


def rules_in(*modules: ModuleType) -> tuple[Rule, ...]:
    """All rules that the modules define, by code."""
    found = {
        value.code: value for module in modules for value in vars(module).values() if isinstance(value, Rule)
    }
    return tuple(found[code] for code in sorted(found))
