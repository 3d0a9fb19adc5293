"""Misspelt words: the known misspellings (L070), and what is a letter away from a known word (L074)."""

import re
from functools import lru_cache

from docgen.language.patterns import lazy
from docgen.language.proofreading.guess import nearest
from docgen.language.proofreading.misspellings import STEMS, WHOLE
from docgen.language.proofreading.rule import Slip, Slips, like, prose, text_rule
from docgen.language.proofreading.sought import sought

_SHORTEST, _LONGEST = min(map(len, STEMS)), max(map(len, STEMS))


@lru_cache(maxsize=20_000)
def _spelt(word: str) -> str | None:
    """How a misspelt word (in small letters) is written; None for any other."""
    if word in WHOLE:
        return WHOLE[word]
    for before in ("", "не", "вне", "меж"):
        if not word.startswith(before):
            continue
        rest = word[len(before) :]
        for length in range(min(_LONGEST, len(rest)), _SHORTEST - 1, -1):
            right = STEMS.get(rest[:length])
            if right:
                return before + right + rest[length:]
    return None


def _misspelt(word: str) -> bool:
    return any(map(_spelt, _LETTERS.findall(word.lower())))


_LETTERS = lazy(r"[а-яё]+(?:-[а-яё]+)*")
_WORD = sought(r"[а-яё]+(?:-[а-яё]+)*", re.IGNORECASE, word=_misspelt)


@text_rule("L070", "error", safe=True)
def misspelling(text: str) -> Slips:
    """Слово написано с ошибкой.

    Таблица частых описок деловых писем: «агенство», «будующий», «учавствовать», «юристконсульт» и несколько сотен других.

    Плохо: агенство примет участие в будующем году
    Плохо: расчитать бюджет програмы
    Хорошо: агентство примет участие в будущем году; рассчитать бюджет программы; роспись, расчёт, кампания
    """
    for match in _WORD.finditer(prose(text)):
        right = _spelt(match[0].lower())
        if right:
            right = like(match[0], right)
            yield Slip(match.start(), match.end(), f"слово «{match[0]}» пишут «{right}»", right)


_LONG_WORD = r"(?<![\w-])[а-яё]{7,}(?![\w-])"


def _nearly_known(word: str) -> bool:
    return any(map(_meant, _LONG_WORDS.findall(word)))


def _meant(word: str) -> str | None:
    return None if _spelt(word) else nearest(word)


_LONG_WORDS = lazy(_LONG_WORD)
_LONG = sought(_LONG_WORD, word=_nearly_known)


@text_rule("L074", "warning")
def near_word(text: str) -> Slips:
    """Слова нет в словаре, но оно отличается одной буквой от частого слова деловых писем.

    Буква пропущена, лишняя, заменена или переставлена: «саглашение», «чемпеонат».

    Плохо: подписано саглашение
    Плохо: провести чемпеонат
    Хорошо: подписано соглашение; провести чемпионат; профориентация; нацпроект
    """
    for match in _LONG.finditer(prose(text)):
        near = _meant(match[0])
        if near:
            yield Slip(
                match.start(), match.end(), f"слова «{match[0]}» нет в словаре; возможно, «{near}»", near
            )
