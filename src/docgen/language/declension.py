"""One door to all declension: a text and what it is."""

from collections.abc import Callable

from docgen.language.cases import Certainty, Declension, Gender, unchanged
from docgen.language.names.person import (
    decline_first_name,
    decline_patronymic,
    decline_person,
    decline_surname,
)
from docgen.language.phrases.phrase import decline_group, decline_organisation
from docgen.language.phrases.posts import decline_post

_PHRASES: dict[str, Callable[[str], Declension]] = {
    "post": decline_post,
    "organisation": decline_organisation,
    "group": decline_group,
}
_NAMES: dict[str, Callable[[str, Gender], Declension]] = {
    "surname": decline_surname,
    "first_name": decline_first_name,
    "patronymic": decline_patronymic,
}
KINDS = (*_NAMES, "person", *_PHRASES)


def decline(text: str, kind: str = "person", gender: Gender | None = None) -> Declension:
    """The text in six cases as what `kind` says it is (one of `KINDS`).

    A part of a name without a gender is declined only if men and women decline it alike, or if the
    part itself tells the gender.
    """
    if kind in _PHRASES:
        return _PHRASES[kind](text)
    if kind == "person":
        return decline_person(text, gender)
    if kind not in _NAMES:
        raise ValueError(f"нет такого вида: {kind} (есть {', '.join(KINDS)})")
    return _part(text, kind, gender)


def _part(text: str, kind: str, gender: Gender | None) -> Declension:
    from docgen.language.names.given import gender_of_first_name, gender_of_patronymic
    from docgen.language.names.person import gender_of_surname

    tellers = {
        "surname": gender_of_surname,
        "first_name": gender_of_first_name,
        "patronymic": gender_of_patronymic,
    }
    known = gender or tellers[kind](text)
    if known is not None:
        declined = _NAMES[kind](text, known)
        return declined if gender or kind == "patronymic" else declined.doubted(Certainty.RULE)
    man, woman = (_NAMES[kind](text, one) for one in Gender)
    if man.forms == woman.forms:
        return Declension(text, man.forms, None, man.certainty)
    return unchanged(text, Certainty.UNSURE)
