"""One word in six cases, hyphened or not: инженера-технолога, but вице-премьера."""

import re
from functools import lru_cache

from docgen.language.cases import Certainty, Declension, joined, unchanged
from docgen.language.phrases.lexicon import Reading, nominatives, put_into_cases
from docgen.language.word_lists import word_set

# First parts that never change: пресс-секретаря, генерал-майора.
FIXED_FIRST = word_set(
    """вице премьер пресс статс экс обер унтер штаб контр генерал лейб камер онлайн веб бизнес интернет медиа арт шоу
    топ супер бренд дизайн риск шеф кол колл яхт гранд дизель блиц чек фельд плац флаг флигель эконом капитан кафе
    видео аудио фото радио теле кино мини микро макси стресс тайм фитнес джаз рок поп блок инжиниринг агро био гео эко
    нано крипто кибер смарт промо ивент тренд пиар спец санкт усть йошкар улан лорд сити бьюти тур нон хит форс     ко со анти мульти пост полит проф соц смм эйчар пр джет скан трейд бэк фронт продакт аккаунт проджект
    тим скрам дата контент рекламно девелопмент коворкинг"""
)


@lru_cache(maxsize=16384)
def decline_word(text: str, reading: Reading, animate: bool) -> Declension:
    """A noun or adjective as this reading of it declines; in a compound each part by itself."""
    parts = re.split(r"([-‑])", text)
    if len(parts) == 1:
        return put_into_cases(text, reading, animate)
    if reading.noun:
        return _compound_noun(text, parts, reading, animate)
    tail = [
        r
        for r in nominatives(parts[-1].lower())
        if r.adjectival and r.gender == reading.gender and r.number == reading.number
    ]
    if not tail:
        return put_into_cases(text, reading, animate)
    return joined([unchanged("".join(parts[:-1])), put_into_cases(parts[-1], tail[0], animate)], [""])


def _compound_noun(text: str, parts: list[str], reading: Reading, animate: bool) -> Declension:
    words, marks = parts[0::2], parts[1::2]
    done = [_part(word, reading, animate, last=place == len(words) - 1) for place, word in enumerate(words)]
    if any(part is None for part in done):
        return put_into_cases(text, reading, animate)
    return joined([part for part in done if part is not None], marks)


def _institution(word: str) -> bool:
    """«Предприятие-партнёр», «училище-победитель»: a noun of its own, unlike the first half of «автослесарь»."""
    return word.endswith(("ие", "ище", "ество", "ство")) and any(
        r.noun and r.known and r.gender == "neut" and not r.fixed for r in nominatives(word)
    )


def _part(word: str, reading: Reading, animate: bool, last: bool) -> Declension | None:
    """One part of a compound noun; None when the last part is no noun by itself."""
    if not last and (
        word.lower() in FIXED_FIRST
        or (word[-1:] in "оеё" and not _institution(word.lower()))
        or not re.fullmatch(r"[А-Яа-яЁё]+", word)
        or word.isupper()
    ):
        return unchanged(word)
    nouns = [r for r in nominatives(word.lower()) if r.noun and r.number == reading.number and not r.fixed]
    if not nouns:
        return None if last else unchanged(word, Certainty.UNSURE)
    best = max(nouns, key=lambda r: (r.known, r.animate is animate, r.score))
    return put_into_cases(word, best, animate)
