"""What a text rule is, and the few ways in which rules look for slips."""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from types import ModuleType
from typing import Literal

from docgen.language.patterns import lazy
from docgen.language.proofreading.sieve import Sieve
from docgen.language.proofreading.sought import INDEX, in_any_case, sought

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True, order=True)
class Slip:
    """Something wrong at the characters ``start`` to ``end``.

    ``message`` is one Russian sentence without blame and full stop; ``suggestion`` replaces exactly these
    characters, None if only a person can say what should stand here.
    """

    start: int
    end: int
    message: str
    suggestion: str | None = field(default=None, compare=False)


Slips = Iterator[Slip]


@dataclass(frozen=True, slots=True)
class TextRule:
    """A rule of proofreading; ``manual`` says what, why, and shows it «Плохо» and «Хорошо».

    ``safe``: its suggestions may be applied without asking. ``seeks``: patterns of which one matches wherever the rule
    finds something; only said where they are not those that the rule's code names.
    """

    code: str
    severity: Severity
    title: str
    manual: str
    find: Callable[[str], Iterable[Slip]] = field(compare=False)
    safe: bool = False
    seeks: tuple[re.Pattern[str], ...] = field(default=(), compare=False)


def text_rule(
    code: str, severity: Severity = "error", *, safe: bool = False, seeks: tuple[re.Pattern[str], ...] = ()
) -> Callable[[Callable[[str], Iterable[Slip]]], TextRule]:
    """Make a rule of a generator of slips; its docstring is the manual."""

    def make(find: Callable[[str], Iterable[Slip]]) -> TextRule:
        manual = inspect.getdoc(find) or ""
        title = manual.partition("\n")[0].rstrip(".")
        # What is only said to be sought may be looked for in words made small.
        return TextRule(code, severity, title, manual, find, safe, tuple(map(in_any_case, seeks)))

    return make


def text_rules_in(*modules: ModuleType) -> tuple[TextRule, ...]:
    """All rules that the modules define, by code."""
    found = [value for module in modules for value in vars(module).values() if isinstance(value, TextRule)]
    return tuple(sorted(found, key=lambda rule: rule.code))


_NOT_PROSE = lazy(
    r"(?:[a-z]{3,6}://|www\.)[^\s<>«»\"]+|`[^`\n]*`|\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|[A-Za-z]:\\\S+",
    re.IGNORECASE,
)
_ENDING = lazy(
    r"@[\w.-]+|\.(?:ru|рф|com|org|net|su|docx?|xlsx?|pptx?|pdf|ya?ml|json|txt|zip|png|jpe?g)(?![\w@])(?:/[^\s<>«»\"]*)?",
    re.IGNORECASE,
)
_NAME = lazy(r"[\w.+-]+\Z")
MASK = "\ue000"


@lru_cache(maxsize=8)
def prose(text: str) -> str:
    """The text with addresses, code and file names blotted out; offsets stay."""
    if "." not in text and "@" not in text and "`" not in text and "{" not in text:
        return text
    masked = _NOT_PROSE.sub(lambda m: MASK * len(m[0]), text)
    parts: list[str] = []
    last = 0
    for ending in _ENDING.finditer(masked):
        name = _NAME.search(masked, max(last, ending.start() - 80), ending.start())
        if name:
            parts += (masked[last : name.start()], MASK * (ending.end() - name.start()))
            last = ending.end()
    return "".join((*parts, masked[last:]))


_GAP = lazy(r"(\(\?<[=!][^)]*\))| ")


def phrase(pattern: str, exact: bool = False) -> re.Pattern[str]:
    """A pattern in which a space stands for any gap between words, a line's end too.

    Capitals and small letters are the same, unless ``exact``.
    """
    pattern = _GAP.sub(lambda m: m[1].replace(" ", r"\s") if m[1] else r"\s+", pattern)
    flags = re.NOFLAG if exact else re.IGNORECASE
    ending = r"(?:(?<=\s)|(?![\w-]))"
    if pattern[0].isalpha():  # a letter, then a look back: the search can run from letter to letter
        return sought(rf"{pattern[0]}(?<![\w-].){pattern[1:]}{ending}", flags)
    return sought(rf"(?<![\w-]){pattern}{ending}", flags)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table of slips: what is looked for, what should stand there (a template, may be empty), why."""

    wrong: re.Pattern[str]
    right: str
    why: str


def row(wrong: str, right: str, why: str, exact: bool = False) -> Row:
    """A row from a phrase."""
    return Row(phrase(wrong, exact), right, why)


class Table(tuple[Row, ...]):
    """Rows, of which only those are tried that can match."""

    @cached_property
    def sieve(self) -> Sieve[Row]:
        """The rows by what they cannot match without."""
        return Sieve(((entry, (entry.wrong,)) for entry in self), INDEX)


def table(*rows: Row) -> Table:
    """A table of its rows."""
    return Table(rows)


def from_table(text: str, rows: Table) -> Slips:
    """The slips of a table."""
    masked = prose(text)
    for entry in rows.sieve.passed(masked):
        for match in entry.wrong.finditer(masked):
            right = entry.right and like(match[0], match.expand(entry.right))
            yield Slip(match.start(), match.end(), entry.why.replace("{}", right), one_line(match[0], right))


def like(sample: str, text: str) -> str:
    """The text with a capital, or in capitals, if the sample is so."""
    if sample.isupper() and len(sample) > 1:
        return text.upper()
    return text[:1].upper() + text[1:] if sample[:1].isupper() else text


def one_line(found: str, right: str) -> str | None:
    """The suggestion, unless it would join lines."""
    return None if not right or ("\n" in found and "\n" not in right) else right
