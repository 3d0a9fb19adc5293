"""Given names and patronymics in six cases, and the gender they tell."""

import re
from functools import lru_cache

from docgen.language import endings as e
from docgen.language.cases import Certainty, Declension, Gender, joined, unchanged
from docgen.language.names import given_words as words
from docgen.language.word_lists import word_set

SURE, RULE, UNSURE = Certainty.SURE, Certainty.RULE, Certainty.UNSURE
_MALE, _FEMALE = Gender.MASCULINE, Gender.FEMININE

_TURKIC_SON = ("оглы", "оглу", "улы", "уулу", "углы", "угли", "ўғли")
_LAST_WORD = re.compile(r"[\s-](\w+)$")
_TURKIC_DAUGHTER = ("кызы", "гызы", "кизи", "қызы")
_STRESSED_PATRONYMICS = word_set("ильич лукич фомич кузьмич козьмич кузмич")


@lru_cache(maxsize=65536)
def decline_first_name(text: str, gender: Gender) -> Declension:
    """A given name, simple or compound («Анна-Мария»: each part declines by itself)."""
    pieces = re.split(r"([-‑\s]+)", text)
    parts, separators = pieces[0::2], pieces[1::2]
    done = [_given(part, gender) for part in parts]
    if len(parts) > 1 and gender is _MALE:
        done = [
            _first_of_compound(part, declined) for part, declined in zip(parts[:-1], done, strict=False)
        ] + done[-1:]
    return joined(done, separators, gender)


def _first_of_compound(part: str, declined: Declension) -> Declension:
    """The first part of a foreign compound («Жан-Поль») stays; that of a native one declines."""
    if e.plain(part) in words.FIXED_FIRST_PARTS:
        return unchanged(part, RULE, _MALE)
    return declined.doubted(RULE if e.plain(part) in words.MASCULINE else UNSURE)


def _given(text: str, gender: Gender) -> Declension:
    word = text.lower()
    if len(word) < 2 or not re.fullmatch(r"[а-яё'’]+", word):
        return unchanged(text, UNSURE, gender)
    declined = _masculine(text, word) if gender is _MALE else _feminine(text, word)
    if gender_of_first_name(text) not in (gender, None):
        return declined.doubted(UNSURE)
    return declined


def _masculine(text: str, word: str) -> Declension:
    key = e.plain(word)
    if key in words.FLEETING:
        return e.inflected(text, words.FLEETING[key] if key != "петр" else "петр", e.HARD, SURE, _MALE)
    if key in words.SLAVIC_O:
        return e.inflected(text, word[:-1], e.HARD, UNSURE, _MALE)
    if key in words.EAST_LO:
        return e.inflected(text, word[:-1], e.FIRST_HARD, UNSURE, _MALE)
    known = SURE if key in words.MASCULINE else RULE
    if word[-1] in "оеёэиыую" or key in words.FIXED_A or word.endswith(("уа", "иа")):
        return unchanged(text, known, _MALE)
    if word[-1] in "ая":
        return _in_a(text, word, _MALE, known)
    if word.endswith("ий"):
        endings = e.SOFT if e.syllables(word) == 1 else e.IOTATED_IY
        return e.inflected(text, word[:-1], endings, known, _MALE)
    if word[-1] in "йь":
        return e.inflected(text, word[:-1], e.SOFT, known, _MALE)
    if word.endswith("ёк"):
        return e.inflected(text, word[:-2] + "ьк", e.HARD, RULE, _MALE)
    return e.inflected(text, word, e.HUSHED if word[-1] in e.HUSHING + "ц" else e.HARD, known, _MALE)


def _feminine(text: str, word: str) -> Declension:
    key = e.plain(word)
    known = SURE if key in words.FEMININE else RULE
    if word[-1] == "ь":
        doubt = UNSURE if key in words.WAVERING_SOFT else known
        return e.inflected(text, word[:-1], e.THIRD, doubt, _FEMALE)
    if word[-1] not in "ая" or word.endswith(("уа", "иа", "оа", "еа", "аа")):
        return unchanged(text, known, _FEMALE)
    return _in_a(text, word, _FEMALE, known)


def _in_a(text: str, word: str, gender: Gender, certainty: Certainty) -> Declension:
    key, stem = e.plain(word), word[:-1]
    if key == "илья":
        return e.inflected(text, stem, e.FIRST_SOFT_STRESSED, SURE, gender)
    if key in words.STRESSED_IYA:
        return e.inflected(text, stem, e.FIRST_SOFT_STRESSED, UNSURE, gender)
    if key in words.WAVERING_IYA:
        return e.inflected(text, stem, e.FIRST_IYA, UNSURE, gender)
    if word.endswith("ия"):
        return e.inflected(
            text, stem, e.FIRST_SOFT if e.syllables(stem) == 1 else e.FIRST_IYA, certainty, gender
        )
    if word[-1] == "я":
        return e.inflected(text, stem, e.FIRST_SOFT, certainty, gender)
    if stem[-1] in e.VELAR:
        return e.inflected(text, stem, e.FIRST_VELAR, certainty, gender)
    if stem[-1] in e.HUSHING:
        return e.inflected(text, stem, e.FIRST_HUSHED, certainty, gender)
    return e.inflected(text, stem, e.FIRST_TSE if stem[-1] == "ц" else e.FIRST_HARD, certainty, gender)


@lru_cache(maxsize=65536)
def decline_patronymic(text: str, gender: Gender) -> Declension:
    """A patronymic: -ич, -на, or a Turkic one with «оглы», «кызы», which never changes."""
    word = text.lower()
    if _turkic_gender(word) is not None:
        return unchanged(text, SURE, gender)
    if word.endswith(("ич", "ыч")) and gender is _MALE:
        return e.inflected(text, word, e.HARD if word in _STRESSED_PATRONYMICS else e.HUSHED, SURE, gender)
    if word.endswith("на") and gender is _FEMALE:
        return e.inflected(text, word[:-1], e.FIRST_HARD, SURE, gender)
    if gender_of_patronymic(text) is None:
        return decline_first_name(text, gender).doubted(UNSURE)
    return unchanged(text, UNSURE, gender)


def _turkic_gender(word: str) -> Gender | None:
    particle = _LAST_WORD.search(word)
    if particle is None:
        return None
    if particle[1] in _TURKIC_SON:
        return _MALE
    return _FEMALE if particle[1] in _TURKIC_DAUGHTER else None


def is_turkic_particle(word: str) -> bool:
    """Whether the word is «оглы», «кызы» or a relative, which follows the father's name."""
    return word.lower() in _TURKIC_SON + _TURKIC_DAUGHTER


def gender_of_patronymic(text: str) -> Gender | None:
    """The bearer's gender: exact for every patronymic (-ич, -вна, -чна, -шна, оглы, кызы)."""
    word = text.lower()
    turkic = _turkic_gender(word)
    if turkic is not None:
        return turkic
    if word.endswith(("ич", "ыч")):
        return _MALE
    return _FEMALE if word.endswith(("вна", "чна", "шна")) else None


def gender_of_first_name(text: str) -> Gender | None:
    """The gender of a well-known given name; None when the name is rare or both genders bear it."""
    first = e.plain(re.split(r"[-‑\s]", text)[0])
    if first in words.MASCULINE:
        return _MALE
    return _FEMALE if first in words.FEMININE else None


def gender_of_rare_first_name(text: str) -> Gender | None:
    """The gender the dictionary gives a rarer name, if it gives one only (it costs the dictionary's loading)."""
    from docgen.language.phrases.lexicon import nominatives

    known = [r for r in nominatives(text.lower()) if r.known and "Name" in r.parse.tag and r.number == "sing"]
    genders = {r.gender for r in known}
    if genders == {"masc"}:
        return _MALE
    return _FEMALE if genders == {"femn"} else None
