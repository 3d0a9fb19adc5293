"""One glance at a text: what its words show, so that only those changes are tried that can find something in it.

Nearly every text is typed as it should be. What a word shows is remembered: the same words come again in all texts.
"""

from functools import lru_cache, reduce
from itertools import pairwise
from operator import or_

from docgen.language.patterns import lazy
from docgen.language.typography.profile import NBSP
from docgen.language.typography.shield import FIGURE as FIGURE_MARK
from docgen.language.typography.shield import WORD

(
    KEPT, CAPITAL, GAP, ROMAN, DOTS, LATIN_N, NUMBER_SIGN, YEAR, TIME, LOOSE_HYPHEN, DASH, FREE_DASH, MINUS, QUOTE,
    PERCENT, SHORTENED, THOUSANDS, MONEY, SPACED, INITIAL, DATE, FIGURE, HYPHEN, PARTICLE, SHORT, YO,
) = (1 << place for place in range(26))  # fmt: skip

_OF_SIGN = {
    **dict.fromkeys(f"@`{{}}\\+{WORD}{FIGURE_MARK}", KEPT),
    FIGURE_MARK: KEPT | FIGURE,
    **dict.fromkeys("ХІ", ROMAN),
    **dict.fromkeys("…'", DOTS),
    **dict.fromkeys("–—", DASH | FREE_DASH),
    **dict.fromkeys('"“”„', QUOTE),
    **dict.fromkeys("%‰", PERCENT),
    **dict.fromkeys("ёЁ", YO),
    "-": DASH | HYPHEN,
    "№": KEPT | NUMBER_SIGN,
    "N": LATIN_N,
    "§": SHORTENED,
}
_MONTHS = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря")  # fmt: skip
_DATED = (*_MONTHS, "г.", "гг.", "год")
_OF_MONEY = ("млн", "млрд", "трлн", "тыс", "руб", "коп")
# Addresses, and what numbers of documents and accounts are written after.
_PLACES = ("://", "www.", "ИНН", "КПП", "ОГРН", "ОК", "БИК", "СНИЛС", "КБК", "УИН", "ИКЗ", "ID", "/с", "ндекс", "код", "Код", "ртикул", "аспорт", "счёт", "Счёт", "счет", "Счет")  # fmt: skip
_PARTICLE = lazy(r"(?:бы?|же?|л[иь])(?![\w-])")


def glance(text: str) -> int | None:
    """What the words of a text show; none if blanks stand in a row, at an edge, or are no blanks."""
    words = text.split()
    if " ".join(words) != text.replace(NBSP, " "):
        return None
    return reduce(or_, map(_shown, {*words}), 0)


@lru_cache(maxsize=30_000)
def _shown(word: str) -> int:
    shown = reduce(or_, (_OF_SIGN.get(sign, 0) for sign in word), 0) | _at_the_ends(word) | _of_letters(word)
    if "." in word:
        shown |= _with_stop(word)
    if any(map(str.isdigit, word)):
        shown |= _of_figures(word)
    return shown | KEPT if any(place in word for place in _PLACES) else shown


def _at_the_ends(word: str) -> int:
    first, last = word[0], word[-1]
    shown = 0
    if first in ",;:.!?»])" or last in "(«„[" or "(" in word[1:] or "," in word[:-1] or ";" in word[:-1]:
        shown |= GAP
    if "-" in (first, last):
        shown |= LOOSE_HYPHEN | FREE_DASH
    if last in "IVX":
        shown |= FIGURE
    return shown


def _of_letters(word: str) -> int:
    shown = 0
    if len(word) == 1 and word.isupper():
        shown |= CAPITAL
    if word[-1].isalpha() and not (len(word) > 2 and word[-3:].isalpha()):
        shown |= SHORT
    if word.startswith(_DATED):
        shown |= DATE
    if any(money in word for money in _OF_MONEY):
        shown |= MONEY
    if "мск" in word.lower():
        shown |= TIME
    if word[0] == "г" and not word.lstrip("г")[:1].isalpha() and word.lstrip("г")[:1] != ".":
        shown |= YEAR
    return shown | PARTICLE if _PARTICLE.match(word) else shown


def _with_stop(word: str) -> int:
    shown = 0
    if not (word.find(".") == len(word) - 1 > 5 and word[-7:-1].isalpha()):
        shown |= SHORTENED
    if ".." in word:
        shown |= DOTS
    if "т." in word or "н." in word:
        shown |= SPACED
    for before, after in pairwise(word):
        if after == "." and before.isupper():
            shown |= INITIAL
        if before == "." and (after.isascii() or after in "рР") and after.isalpha():
            shown |= KEPT
    return shown


def _of_figures(word: str) -> int:
    count = sum(map(str.isdigit, word))
    shown = FIGURE if word[-1].isdigit() else 0
    if "-" in word or "–" in word:
        shown |= MINUS
    if count > 4 or (count > 2 and word[:3].isdigit() and not word[3:4].isalnum()):
        shown |= THOUSANDS
    if word[-2:-1] == "0" or any(before.isdigit() and after.isalpha() for before, after in pairwise(word)):
        shown |= YEAR
    if "." in word:
        shown |= TIME | PERCENT
    return shown | KEPT if _may_be_number(word, count) else shown


def _may_be_number(word: str, count: int) -> bool:
    """Whether it may be a part of a phone, a code, a day or the number of a document."""
    eight = any(after == "8" and not before.isdigit() for before, after in pairwise(f" {word}"))
    return count > 5 or "-" in word or "\u2011" in word or "(" in word or eight
