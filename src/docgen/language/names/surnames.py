"""Surnames in six cases: Калакуцкая's rules as a table of endings.

Whether a surname declines depends on its last letters and on the bearer's gender; the closed lists
of `surname_words` hold what depends on stress or on the word's history.
"""

import re
from functools import lru_cache

from docgen.language import endings as e
from docgen.language.cases import Certainty, Declension, Gender, joined, unchanged
from docgen.language.names import surname_words as words
from docgen.language.names.consonant_surnames import decline_consonant_surname
from docgen.language.word_lists import word_set

SURE, RULE, UNSURE = Certainty.SURE, Certainty.RULE, Certainty.UNSURE
_LAST_PARTICLES = word_set("заде оглы кызы оглу гызы улы")


@lru_cache(maxsize=65536)
def decline_surname(text: str, gender: Gender) -> Declension:
    """A surname, simple, double-barrelled («Римский-Корсаков») or with particles («фон Браун»)."""
    pieces = re.split(r"([-‑\s]+)", text)
    parts, separators = pieces[0::2], pieces[1::2]
    if len(parts) > 1 and e.plain(parts[-1]) in _LAST_PARTICLES:
        return unchanged(text, SURE, gender)
    last = len(parts) - 1
    titled = parts[-1] in words.CLOSING_TITLES
    done = [
        unchanged(part, SURE, gender) if titled and index < last else _part(part, gender, index, last)
        for index, part in enumerate(parts)
    ]
    return joined(done, separators, gender)


def _part(part: str, gender: Gender, index: int, last: int) -> Declension:
    if index == last:
        return _simple(part, gender)
    if e.plain(part) in words.FIXED_FIRST_PARTS or part.islower():
        return unchanged(part, SURE, gender)
    declined = _simple(part, gender)
    doubtful = gender is Gender.MASCULINE and e.syllables(part) == 1
    return declined.doubted(UNSURE) if doubtful else declined


def _simple(text: str, gender: Gender) -> Declension:
    word = text.lower()
    if len(word) < 2 or not re.fullmatch(r"[а-яё'’]+", word):
        return unchanged(text, UNSURE, gender)
    if word[-1] in "оеёэиыую":
        return unchanged(text, SURE, gender)
    if e.plain(word) in words.STRESSED_VOWEL or (word[-1] in "ая" and e.syllables(word) == 1):
        return unchanged(text, RULE, gender)
    if word.endswith(("ых", "их")):
        return _in_kh(text, word, gender)
    if word[-1] in "ая":
        return _in_a(text, word, gender)
    if gender is Gender.FEMININE:
        doubtful = e.syllables(word) > 1 and re.search(r"([оеё]в|[сц]к[ио]й|ый)$", word)
        return unchanged(text, UNSURE if doubtful else SURE, gender)
    if word[-1] == "й":
        return _in_short_i(text, word)
    if word[-1] == "ь":
        return _in_soft_sign(text, word)
    return decline_consonant_surname(text, word)


def _in_kh(text: str, word: str, gender: Gender) -> Declension:
    """-ых and -их: Russian ones never change; foreign ones («Дитрих») decline for men."""
    if gender is Gender.FEMININE or word.endswith("ых") or word[-3:-2] in ("к", "г", "х", *"жшчщьц"):
        return unchanged(text, SURE, gender)
    if word in words.ADJECTIVE_NIKH:
        return unchanged(text, SURE, gender)
    return e.inflected(text, word, e.HARD, RULE if word[-3:-2] in ("р", "л", "н") else UNSURE, gender)


def _in_a(text: str, word: str, gender: Gender) -> Declension:
    feminine = gender is Gender.FEMININE
    stem, before = word[:-1], word[-2:-1]
    if word.endswith(("ая", "яя")) and e.syllables(word) > 2:
        return _in_aya(text, word, gender)
    if word[-1] == "я":
        return _in_ya(text, word, gender)
    if before in "аеёиоуыэюя":
        return unchanged(text, SURE, gender)
    if feminine and re.search(r"([оеё]в|[иы]н)а$", word):
        return _possessive(text, word)
    if feminine and re.search(r"(ов|ев|ев|ин|ын|иц|ць|нь|сь|ыц)[сц]?ка$", word) and word[-3] in "сц":
        return e.inflected(text, stem, e.FEMININE_ADJECTIVE, RULE, gender)
    doubt = UNSURE if not feminine and re.search(r"([оеё]в|[иы]н|ск)а$", word) and not _noun(word) else RULE
    return first_declension(text, word, gender, doubt)


def first_declension(text: str, word: str, gender: Gender, certainty: Certainty) -> Declension:
    """Nouns in -а after a consonant: the instrumental after a sibilant hangs on the stress."""
    stem, before = word[:-1], word[-2]
    if before in e.VELAR:
        return e.inflected(text, stem, e.FIRST_VELAR, certainty, gender)
    if before in e.HUSHING + "ц":
        tail = e.FIRST_TSE if before == "ц" else e.FIRST_HUSHED
        if e.plain(word) in words.STRESSED_HUSHED_A:
            tail = tail.replace("ей", "ой")
        return e.inflected(text, stem, tail, certainty, gender)
    return e.inflected(text, stem, e.FIRST_HARD, certainty, gender)


def _noun(word: str) -> bool:
    return e.plain(word) in words.NOUN_INA_OVA


def _possessive(text: str, word: str) -> Declension:
    """A woman's -ова, -ина: «Ивановой», unless it is a common noun («Калины») or too short to tell."""
    if _noun(word):
        return first_declension(text, word, Gender.FEMININE, UNSURE)
    if e.syllables(word) == 2 and word[-3] in "иы" and e.plain(word) not in ("ильина", "кузьмина", "фомина"):
        return first_declension(text, word, Gender.FEMININE, UNSURE)
    return e.inflected(text, word[:-1], e.FEMININE_POSSESSIVE, SURE, Gender.FEMININE)


def _in_aya(text: str, word: str, gender: Gender) -> Declension:
    if gender is Gender.MASCULINE:
        return unchanged(text, UNSURE, gender)
    stem, before = word[:-2], word[-3]
    if word.endswith("яя"):
        return e.inflected(text, stem, e.FEMININE_ADJECTIVE_SOFT, SURE, gender)
    if before in e.HUSHING and e.plain(word) not in ("чужая", "большая", "меньшая"):
        return e.inflected(text, stem, e.FEMININE_ADJECTIVE_HUSHED, SURE, gender)
    return e.inflected(text, stem, e.FEMININE_ADJECTIVE, SURE, gender)


def _in_ya(text: str, word: str, gender: Gender) -> Declension:
    stem = word[:-1]
    if word.endswith("ия") and e.syllables(stem) > 1:
        return e.inflected(text, stem, e.FIRST_IYA, SURE, gender)
    return e.inflected(text, stem, e.FIRST_SOFT, RULE, gender)


def _in_short_i(text: str, word: str) -> Declension:
    stem, kind = word[:-1], word[-2]
    if kind == "о":
        return _in_oy(text, word)
    if kind == "и":
        return _in_iy(text, word)
    if kind == "ы":
        return e.inflected(text, word[:-2], e.ADJECTIVE_HARD, SURE, Gender.MASCULINE)
    if word in words.FLEETING_EY:
        return e.inflected(text, word[:-2] + "ь", e.SOFT_STRESSED, SURE, Gender.MASCULINE)
    return e.inflected(text, stem, e.SOFT, RULE, Gender.MASCULINE)


def _in_oy(text: str, word: str) -> Declension:
    stem, before = word[:-2], word[-3:-2]
    if e.syllables(word) == 1 or word in words.NOUN_OY or before in "аеиоуыэюя":
        return e.inflected(text, word[:-1], e.SOFT, SURE, Gender.MASCULINE)
    endings = e.ADJECTIVE_VELAR if before in e.VELAR + e.HUSHING else e.ADJECTIVE_HARD
    return e.inflected(text, stem, endings, UNSURE if before in "бзф" else RULE, Gender.MASCULINE)


def _in_iy(text: str, word: str) -> Declension:
    """-ий: an adjective after к, г, х, a sibilant or н; else a noun (Палий, Гаврилий)."""
    stem, before = word[:-2], word[-3:-2]
    man = Gender.MASCULINE
    if e.syllables(word) == 1:
        return e.inflected(text, word[:-1], e.SOFT, RULE, man)
    if word in words.POSSESSIVE_IY:
        return e.inflected(text, stem, e.ADJECTIVE_POSSESSIVE, RULE, man)
    if word in words.NOUN_IY:
        return e.inflected(text, word[:-1], e.IOTATED_IY, SURE, man)
    if before in e.VELAR:
        return e.inflected(text, stem, e.ADJECTIVE_VELAR, SURE if word[-4:-3] in "сц" else RULE, man)
    if before in e.HUSHING:
        return e.inflected(text, stem, e.ADJECTIVE_SOFT, RULE, man)
    if before == "н":
        return e.inflected(text, stem, e.ADJECTIVE_SOFT, RULE if word[-4] not in e.VOWELS else UNSURE, man)
    return e.inflected(text, word[:-1], e.IOTATED_IY, RULE, man)


def _in_soft_sign(text: str, word: str) -> Declension:
    key, man = e.plain(word), Gender.MASCULINE
    endings = e.SOFT_STRESSED if key in words.STRESSED_SOFT else e.SOFT
    if key in words.FLEETING_SOFT:
        return e.inflected(text, words.FLEETING_SOFT[key], endings, SURE, man)
    doubtful = (word.endswith(("ень", "оть")) and e.syllables(word) > 1) or word[-2] in e.HUSHING
    return e.inflected(text, word[:-1], endings, UNSURE if doubtful else RULE, man)
