"""Clipped words of the office: abbreviations, «врио», «Минпросвещения», «Ростех»."""

import re

from docgen.language.cases import Certainty, Declension
from docgen.language.endings import inflected
from docgen.language.phrases.head_words import ABBREVIATED_POSTS
from docgen.language.phrases.lexicon import nominatives
from docgen.language.phrases.segments import Token


def is_abbreviation(word: str) -> bool:
    """«ФГБОУ», «МЧС», «РАНХиГС»: two capitals at least, hardly any small letters, no small one at the end."""
    return (
        not word.isdecimal()
        and re.fullmatch(r"[A-ZА-ЯЁ0-9][A-ZА-ЯЁ0-9/.&+-]+|[А-ЯЁ]+[а-яё]{1,2}[А-ЯЁ]+", word) is not None
    )


def is_clipped_ministry(word: str) -> bool:
    """«Минпросвещения», «Минобрнауки»: clipped before a genitive, so it cannot change."""
    return re.fullmatch(r"Мин[а-яё]+[аеийоыья]", word) is not None and not any(
        r.known and r.noun and not r.fixed for r in nominatives(word.lower())
    )


def decline_agency(word: str) -> Declension | None:
    """«Минспорт», «Ростех»: clipped to a consonant and unknown to the dictionary, hence masculine."""
    if not re.fullmatch(r"(?:Мин|Рос|Гос|Глав|Мос|Обл)[а-яё]+[бвгдзклмнпрстфх]", word):
        return None
    known = any(r.known and r.noun for r in nominatives(word.lower()))
    return None if known else inflected(word, word.lower(), "а у . ом е", Certainty.RULE)


def stands_for_post(words: list[Token]) -> bool:
    """«врио», «и.о.», «и. о.»."""
    start = "".join(word.text for word in words[:2]).lower().replace(".", "")
    return words[0].lower.replace(".", "") in ABBREVIATED_POSTS or (
        words[0].text.endswith(".") and start in ABBREVIATED_POSTS
    )
