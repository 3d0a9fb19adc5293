"""The number before a heading: «1.2.», «Раздел II.», «Раздел второй»."""

import re
from dataclasses import dataclass

_NUMBER = re.compile(
    r"\s*(?:(?P<word>раздел|глава|часть|section|chapter)\s*(?:№\s*)?)?"
    r"(?P<number>(?:\d{1,2}(?:\s?\.\s?\d{1,2}){0,3}|[IVXLCІХУ]{1,6}(?![а-яёa-z])))\s*[.):–—-]*(?=\s|[А-ЯЁа-яё«]|$)\s*[.:–—-]?\s*",
    re.IGNORECASE,
)
_WORD_ONLY = re.compile(
    r"\s*(?:(?:раздел|глава)\s+(?P<after>перв|втор|трет|четв|пят|шест|седьм|восьм)\w*|"
    r"(?P<before>перв|втор|трет|четв|пят|шест|седьм|восьм)\w*\s+раздел)\s*[.:–—-]?\s*",
    re.IGNORECASE,
)
_ORDINALS = ("перв", "втор", "трет", "четв", "пят", "шест", "седьм", "восьм")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_LOOKALIKES = str.maketrans("ІХУ", "IXV")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A heading parted from its number: «Раздел II. Миссия» is «Миссия» with (2,)."""

    text: str
    number: tuple[int, ...] = ()
    named: bool = False


def parted(label: str, text: str) -> Numbered:
    """The number before a heading, be it printed by Word or typed."""
    spelt = _WORD_ONLY.match(text)
    if spelt:
        root = (spelt["after"] or spelt["before"]).lower()
        return Numbered(text[spelt.end() :], (_ORDINALS.index(root) + 1,), True)
    for one in (text, label):
        match = _NUMBER.match(one)
        if match is not None and _is_number(match):
            rest = text[match.end() :] if one is text else text
            return Numbered(rest, _numbers(match["number"]), match["word"] is not None)
    return Numbered(text)


def _is_number(match: re.Match[str]) -> bool:
    """A single small letter or «с» of a word is no numeral; «У» and «Х» only with «раздел» or a sign after."""
    number = match["number"]
    return number[0].isdigit() or (
        number.isupper() and (number.isascii() or match["word"] is not None or match[0].rstrip()[-1] in ".)")
    )


def _numbers(text: str) -> tuple[int, ...]:
    if text[0].isdigit():
        return tuple(int(part) for part in re.split(r"\s?\.\s?", text))
    total, last = 0, 0
    for letter in reversed(text.upper().translate(_LOOKALIKES)):
        worth = _ROMAN.get(letter, 0)
        total += worth if worth >= last else -worth
        last = max(last, worth)
    return (total,)
