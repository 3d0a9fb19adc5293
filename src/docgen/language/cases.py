"""Six cases, two genders, and how sure an inflected form is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from operator import add


class Case(Enum):
    """A case of Russian; the value is its English name, `title` the Russian one."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"

    @property
    def title(self) -> str:
        """The Russian name of the case, as a heading."""
        return _TITLES[self]

    @property
    def index(self) -> int:
        """Place of the case in the traditional order, from 0."""
        return CASES.index(self)


CASES = tuple(Case)
_TITLES = dict(
    zip(
        CASES,
        ("именительный", "родительный", "дательный", "винительный", "творительный", "предложный"),
        strict=True,
    )
)


class Gender(Enum):
    """Grammatical gender of a person."""

    MASCULINE = "m"
    FEMININE = "f"


class Certainty(Enum):
    """How far a set of forms may be trusted without a human eye."""

    SURE = "sure"
    """The dictionary or a closed list knows the word."""
    RULE = "rule"
    """A productive rule that is known to be safe."""
    UNSURE = "unsure"
    """Unknown, ambiguous or dependent on stress: a person must look."""
    OVERRIDE = "override"
    """A person wrote the form."""


_TRUST = {Certainty.UNSURE: 0, Certainty.RULE: 1, Certainty.SURE: 2, Certainty.OVERRIDE: 3}


def least(*certainties: Certainty) -> Certainty:
    """The weakest of several certainties: a phrase is as sure as its least sure word."""
    return min(certainties, key=_TRUST.__getitem__, default=Certainty.SURE)


@dataclass(frozen=True, slots=True)
class Declension:
    """A text in six cases (in the order of `Case`), the gender used, and how sure the forms are."""

    text: str
    forms: tuple[str, ...]
    gender: Gender | None = None
    certainty: Certainty = Certainty.SURE

    def form(self, case: Case) -> str:
        """The text in this case."""
        return self.forms[case.index]

    def with_overrides(self, overrides: Mapping[Case, str]) -> "Declension":
        """The same declension with forms written by a person in place of the computed ones."""
        if not overrides:
            return self
        forms = tuple(overrides.get(case, form) for case, form in zip(CASES, self.forms, strict=True))
        return replace(self, forms=forms, certainty=Certainty.OVERRIDE)

    def doubted(self, certainty: Certainty) -> "Declension":
        """The same forms, no surer than this."""
        weakest = least(self.certainty, certainty)
        return self if weakest is self.certainty else replace(self, certainty=weakest)


def unchanged(text: str, certainty: Certainty = Certainty.SURE, gender: Gender | None = None) -> Declension:
    """An indeclinable text."""
    return Declension(text, (text,) * len(CASES), gender, certainty)


def joined(parts: list[Declension], separators: list[str], gender: Gender | None = None) -> Declension:
    """Declined parts put together with what stood between them (one separator fewer than parts)."""
    if len(parts) == 1:
        only = parts[0]
        return only if only.gender is gender else replace(only, gender=gender)
    glue = [*separators, ""]
    columns = zip(*(part.forms for part in parts), strict=True)
    forms = tuple("".join(map(add, column, glue)) for column in columns)
    return Declension(forms[0], forms, gender, least(*(part.certainty for part in parts)))
