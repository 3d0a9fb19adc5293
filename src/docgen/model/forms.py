"""The case forms that documents use: asked for here, logged here, so that a secretary can approve them once.

A record that can be declined (a person, a post, an organisation, a group) asks :func:`inflect`. Who wants to know
which forms were used opens a :func:`recording`.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Protocol

from pydantic import Field

from docgen.language.cases import Case, Certainty, Gender
from docgen.sources import Prose, Record, Registry


class Forms(Record):
    """Case forms given by hand; they win over any rule."""

    genitive: Prose | None = Field(default=None, title="Родительный падеж (кого? чего?)")
    dative: Prose | None = Field(default=None, title="Дательный падеж (кому? чему?)")
    accusative: Prose | None = Field(default=None, title="Винительный падеж (кого? что?)")
    instrumental: Prose | None = Field(default=None, title="Творительный падеж (кем? чем?)")
    prepositional: Prose | None = Field(default=None, title="Предложный падеж (о ком? о чём?)")

    def form(self, case: Case) -> str | None:
        """The form given for a case, if any."""
        return getattr(self, case.value, None)


class ApprovedForms(Registry[Forms]):
    """``content/reference/forms.yaml``: nominative → forms that a person has approved for all documents."""


@dataclass(frozen=True, slots=True)
class Inflection:
    """A form that a document uses: of what, in which case, how sure, and whose record an override belongs to."""

    text: str
    kind: str
    case: Case
    form: str
    certainty: Certainty
    owner: Record
    field: str


_log: ContextVar[list[Inflection] | None] = ContextVar("inflections", default=None)
_approved: ContextVar[ApprovedForms | None] = ContextVar("approved_forms", default=None)


@contextmanager
def recording(approved: ApprovedForms | None = None) -> Iterator[list[Inflection]]:
    """Collect every form asked for inside; ``approved`` forms win over rules."""
    log: list[Inflection] = []
    token, other = _log.set(log), _approved.set(approved)
    try:
        yield log
    finally:
        _log.reset(token)
        _approved.reset(other)


class Shelf(Protocol):
    """Where the approved forms are found (a corpus)."""

    def one(self, record_type: type[ApprovedForms]) -> ApprovedForms | None:
        """The registry of a type."""
        ...


@dataclass(frozen=True)
class Viewed:
    """A document as it is printed, and the forms that this took."""

    view: Any
    forms: tuple[Inflection, ...]


_last: tuple[tuple[object, object, object], Viewed] | None = None


def viewed(view: Callable[[Any, Any], Any], document: object, shelf: Shelf) -> Viewed:
    """The view of a document. The last one is remembered: several rules and the template want the same."""
    global _last
    asked = (view, document, shelf)
    if _last is None or any(one is not other for one, other in zip(_last[0], asked, strict=True)):
        with recording(shelf.one(ApprovedForms)) as log:
            made = view(document, shelf)
        _last = (asked, Viewed(made, tuple(log)))
    return _last[1]


def inflect(
    text: str,
    kind: str,
    case: Case,
    owner: Record,
    field: str,
    given: Forms | None = None,
    gender: Gender | None = None,
) -> str:
    """The form of ``text`` in a case; what was given by hand or approved wins.

    ``kind`` is one of person, post, organisation, group; ``field`` names the key of ``owner`` where a form given by
    hand would stand.
    """
    if case is Case.NOMINATIVE:
        return text
    by_hand = given.form(case) if given is not None else None
    if (
        by_hand is None
        and (book := _approved.get()) is not None
        and (forms := book.get(key_of(text))) is not None
    ):
        by_hand = forms.form(case)
    if by_hand is not None:
        form, certainty = by_hand, Certainty.OVERRIDE
    else:
        from docgen.language.declension import decline

        declined = decline(text, kind, gender)
        form, certainty = declined.form(case), declined.certainty
    log = _log.get()
    if log is not None:
        log.append(Inflection(text, kind, case, form, certainty, owner, field))
    return form


def key_of(text: str) -> str:
    """The text as ``forms.yaml`` has it: ordinary spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def approved_as(text: str, forms: Mapping[str, str]) -> str:
    """The YAML lines that approve the forms of a text in ``forms.yaml``."""
    lines = [f"{_quoted(key_of(text))}:"]
    lines += [f"  {case}: {_quoted(key_of(form))}" for case, form in forms.items()]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
