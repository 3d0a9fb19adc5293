"""Names of people in six cases: the public entry to surnames, given names, patronymics, whole names.

The norm: Калакуцкая «Склонение фамилий и личных имён в русском литературном языке», Розенталь
§§ 148-150, answers of gramota.ru. Initials never change and never tell the gender.
"""

import re
from functools import lru_cache

from docgen.language.cases import Certainty, Declension, Gender, joined, unchanged
from docgen.language.names.given import (
    decline_first_name,
    decline_patronymic,
    gender_of_first_name,
    gender_of_patronymic,
    gender_of_rare_first_name,
)
from docgen.language.names.parts import Name, Role, parse_name
from docgen.language.names.surnames import decline_surname

__all__ = [
    "Name",
    "decline_first_name",
    "decline_patronymic",
    "decline_person",
    "decline_surname",
    "gender_of",
    "gender_of_surname",
    "parse_name",
]

_MANY_WORDED = (Role.SURNAME, Role.PATRONYMIC)
_FEMALE_SURNAME = re.compile(r"([оеё]ва|[иы]на|[сц]кая|ная|лая|тая)")
_MALE_SURNAME = re.compile(r"([оеё]в|[сц]кий|ый|ной|ской)")


def gender_of_surname(text: str) -> Gender | None:
    """The gender an unambiguous ending tells (-ова, -ский); None for «Бондарь», «Ким», «Калина»."""
    last = re.split(r"[-‑\s]", text.lower())[-1]
    if len(last) < 5:
        return None
    if _FEMALE_SURNAME.search(last[-4:]) and re.search(f"(?:{_FEMALE_SURNAME.pattern})$", last):
        return Gender.FEMININE if _uncommon(last) else None
    return Gender.MASCULINE if re.search(f"(?:{_MALE_SURNAME.pattern})$", last) else None


def _uncommon(word: str) -> bool:
    from docgen.language.names.surname_words import NOUN_INA_OVA

    return word.replace("ё", "е") not in NOUN_INA_OVA


@lru_cache(maxsize=16384)
def gender_of(name: Name) -> tuple[Gender | None, Certainty]:
    """The gender that a name's own parts tell, best evidence first, and how sure it is."""
    told = gender_of_patronymic(name.patronymic) if name.patronymic else None
    if told is not None:
        return told, Certainty.SURE
    told = gender_of_first_name(name.first) if name.first else None
    if told is None and name.surname:
        told = gender_of_surname(name.surname)
    if told is None and name.first:
        told = gender_of_rare_first_name(name.first)
    return told, Certainty.RULE


@lru_cache(maxsize=65536)
def decline_person(text: str, gender: Gender | None = None) -> Declension:
    """A whole name in the order it was written; the record's gender wins over the name's own.

    Without any gender the parts that men and women decline alike are declined, the others stay
    in the nominative and the answer is unsure.
    """
    name = parse_name(text)
    if gender is None:
        known, doubt = gender_of(name)
    else:
        known, told = gender, gender_of_patronymic(name.patronymic) if name.patronymic else None
        doubt = Certainty.UNSURE if told not in (None, gender) else Certainty.SURE
    done = [_declined(role, part, known) for role, part in _runs(name)]
    return joined(done, list(_between_runs(name)), known).doubted(doubt if known else Certainty.SURE)


def _runs(name: Name) -> list[tuple[Role, str]]:
    """The parts, with the words of «фон Браун», «Мамед Ибрагим оглы» together."""
    runs: list[tuple[Role, str]] = []
    for index, (role, text) in enumerate(name.parts):
        if runs and role in _MANY_WORDED and runs[-1][0] is role:
            runs[-1] = (role, runs[-1][1] + name.separators[index - 1] + text)
        else:
            runs.append((role, text))
    return runs


def _between_runs(name: Name) -> list[str]:
    pairs = zip(name.parts, name.parts[1:], name.separators, strict=False)
    return [space for (left, _), (right, _), space in pairs if left is not right or left not in _MANY_WORDED]


def _declined(role: Role, text: str, gender: Gender | None) -> Declension:
    if role in (Role.INITIALS, Role.FIXED):
        return unchanged(text, Certainty.SURE if role is Role.INITIALS else Certainty.RULE, gender)
    if gender is not None:
        return _of_role(role, text, gender)
    man, woman = (_of_role(role, text, one) for one in Gender)
    if man.forms == woman.forms:
        return Declension(text, man.forms, None, man.certainty)
    return unchanged(text, Certainty.UNSURE)


def _of_role(role: Role, text: str, gender: Gender) -> Declension:
    if role is Role.SURNAME:
        return decline_surname(text, gender)
    if role is Role.FAR_EASTERN and gender is Gender.FEMININE:
        return unchanged(text, Certainty.RULE, gender)
    return decline_patronymic(text, gender) if role is Role.PATRONYMIC else decline_first_name(text, gender)
