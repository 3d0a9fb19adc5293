"""Reading back what is written in words: «двухсот пятидесяти» → 250, «двадцать третьего» → 23."""

import re
from functools import cache

from docgen.language.numbers.cardinals import CASES, GENDERS, cardinal
from docgen.language.numbers.ordinals import joined, ordinal

_PARTS = (*range(1, 20), *range(20, 100, 10), *range(100, 1000, 100))
_SCALES = (10**3, 10**6, 10**9, 10**12)
_WORD = re.compile(r"[а-я]+")
_LONGEST = 24
"""More words than any number below a quadrillion has; only what is no number goes on for longer."""


@cache
def _cardinals() -> dict[str, int]:
    found = {"нуль": 0, "нуля": 0, "нулю": 0, "нулем": 0, "нуле": 0, "восьмью": 8, "тысячью": 1000}
    for case in CASES:
        found[plain(cardinal(0, case))] = 0
        for gender in GENDERS:
            found |= {plain(cardinal(part, case, gender)): part for part in _PARTS}
        for size in _SCALES:
            found |= {plain(cardinal(size * count, case)).split()[-1]: size for count in (1, 2, 5)}
    return found


@cache
def _ordinals() -> dict[str, int]:
    found: dict[str, int] = {}
    for case in CASES:
        for gender in GENDERS:
            found |= {plain(ordinal(part, case, gender)): part for part in (*_PARTS, *_SCALES)}
    return found


_SCALE_ORDINAL = re.compile(r"(?P<count>[а-я]+)(?P<scale>(?:тысяч|миллион|миллиард|триллион)н[а-я]{2,3})")


@cache
def _prefixes() -> dict[str, int]:
    """«двух…», «двадцатипяти…»: what stands before «тысячный»."""
    return {plain(joined(count)): count for count in range(2, 1000)}


def _joined_ordinal(word: str) -> int | None:
    """«двухтысячного» → 2000."""
    match = _SCALE_ORDINAL.fullmatch(word)
    if match is None or match["scale"] not in _ordinals():
        return None
    count = _prefixes().get(match["count"])
    return count and count * _ordinals()[match["scale"]]


def plain(text: str) -> str:
    """Lower case, «ё» as «е», ordinary single spaces."""
    return " ".join(text.lower().replace("ё", "е").split())


def parse_cardinal(text: str) -> int:
    """«двести пятьдесят» in any case and gender → 250.

    Raises:
        ValueError: not a whole number in words.
    """
    words = plain(text).split()
    negative = words[:1] == ["минус"]
    value = _value(words[1:] if negative else words)
    if value is None:
        raise ValueError(f"«{text.strip()}» – не число прописью.")
    return -value if negative else value


def parse_ordinal(text: str) -> int:
    """«двадцать третьего» in any case and gender → 23.

    Raises:
        ValueError: not an ordinal number in words.
    """
    words = plain(text).split()
    value = _ordinal_value(words)
    if value is None:
        raise ValueError(f"«{text.strip()}» – не порядковое числительное.")
    return value


def _value(words: list[str]) -> int | None:
    """Sum of a well-formed number: scales and parts only ever fall."""
    if any(word not in _cardinals() for word in words) or not words:
        return None
    numbers = [_cardinals()[word] for word in words]
    if numbers == [0]:
        return 0
    total, triad, above = 0, 0, 10**15
    room = 1000
    for number in numbers:
        if number in _SCALES:
            if number >= above:
                return None
            total, triad, above, room = total + (triad or 1) * number, 0, number, 1000
        else:
            if number == 0 or not number < room:
                return None
            triad, room = triad + number, _room(number)
    return total + triad


def _room(number: int) -> int:
    """What may follow inside a triad: after hundreds anything below 100, after tens ones, after ones nothing."""
    if number >= 100:
        return 100
    return 10 if number >= 20 else 0


def _ordinal_value(words: list[str]) -> int | None:
    if not words:
        return None
    last = _ordinals().get(words[-1]) or _joined_ordinal(words[-1])
    if last is None:
        return None
    if len(words) == 1:
        return last
    # The last word is put back as a cardinal, so that one set of laws holds for both.
    head = _value(words[:-1])
    if head is None or _value([*words[:-1], *plain(cardinal(last)).split()]) != head + last:
        return None
    return head + last


def with_digits(text: str) -> str:
    """Numbers in words become digits: «в течение десяти дней» → «в течение 10 дней»; ``text`` must be plain."""
    words = re.split(r"(\s+)", text)
    result: list[str] = []
    at = 0
    while at < len(words):
        taken, value = _longest(words, at)
        if value is None:
            result.append(words[at])
            at += 1
        else:
            tail = re.sub(r"^[а-я]+", "", words[at + taken - 1])
            result.append(f"{value}{tail}")
            at += taken
    return "".join(result)


def _longest(words: list[str], at: int) -> tuple[int, int | None]:
    """How many pieces (words and gaps) from ``at`` make the longest number, and its value."""
    best: tuple[int, int | None] = (0, None)
    run: list[str] = []
    for index in range(at, min(len(words), at + 2 * _LONGEST), 2):
        match = _WORD.match(words[index])
        if match is None or not _is_number_word(match[0]):
            break
        run.append(match[0])
        value = _value(run)
        value = _ordinal_value(run) if value is None else value
        if value is not None:
            best = (index - at + 1, value)
        if match[0] != words[index]:
            break
    return best


def _is_number_word(word: str) -> bool:
    return word in _cardinals() or word in _ordinals() or _joined_ordinal(word) is not None
