"""Which of many patterns can match a text at all, told from the letters that each cannot do without.

Nearly every text is clean, so nearly every search of a proofreader is in vain. A pattern such as ``в течени[ие] \\w+``
needs «в течени»: a :class:`Sieve` knows such a *needle* (or several, of which one must be there) of each pattern
and lets only those through whose needle the text holds. A pattern without needles always passes.

Text and needles are compared in small letters, with every figure as «0» and any white space as one blank.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from docgen.language.proofreading.needles import needles_of

T = TypeVar("T")

_GRAM = 3
# What matches another letter when case is ignored, and is not that letter when made small.
_ODD = frozenset("ſᲀᲁᲂᲃᲄᲅᲆᲇᲈ")
_FIGURE, _BLANK = re.compile(r"\d"), re.compile(r"\s+")


@lru_cache(maxsize=16)
def plain(text: str) -> tuple[str, frozenset[str]]:
    """The text as it is compared, and all signs and runs of three signs in it."""
    seen = _BLANK.sub(" ", _FIGURE.sub("0", text.lower()))
    return seen, frozenset(seen[place : place + _GRAM] for place in range(len(seen) - 2)) | frozenset(seen)


# How rare a sign is, from the most frequent of our texts to the least; what is not named is rarer still.
_RARITY = {sign: place for place, sign in enumerate(" оеаинтсрвл0кмдпуяыьгзбчйхжшюцщэфъё")}


def _rarest(needle: str) -> str:
    """The part of a needle by which it is looked up: the one that fewest texts will hold."""
    rarity = [_RARITY.get(sign, 40) for sign in needle[:12]]
    if len(rarity) < _GRAM:
        return needle[rarity.index(max(rarity))]
    sums = list(map(sum, zip(rarity, rarity[1:], rarity[2:], strict=False)))
    place = sums.index(max(sums))
    return needle[place : place + _GRAM]


class Sieve(Generic[T]):
    """Things with the patterns they look for; :meth:`passed` gives those that may find something in a text."""

    def __init__(self, things: Iterable[tuple[T, Sequence[re.Pattern[str]]]]) -> None:
        self._things: list[T] = []
        self._always = 0
        self._needles: dict[str, dict[str, int]] = {}
        for number, (thing, patterns) in enumerate(things):
            self._things.append(thing)
            self._add(1 << number, patterns)

    def _add(self, mark: int, patterns: Sequence[re.Pattern[str]]) -> None:
        needles: set[str] = set()
        for pattern in patterns:
            needles |= needles_of(pattern) or {""}
        if not patterns or "" in needles:
            self._always |= mark
            return
        for needle in needles:
            same = self._needles.setdefault(_rarest(needle), {})
            same[needle] = same.get(needle, 0) | mark

    def passed(self, text: str) -> Iterator[T]:
        """The things that may find something, in their order."""
        if not _ODD.isdisjoint(text):
            yield from self._things
            return
        seen, grams = plain(text)
        marks = self._always
        for gram in self._needles.keys() & grams:
            for needle, mark in self._needles[gram].items():
                if needle in seen:
                    marks |= mark
        while marks:
            lowest = marks & -marks
            yield self._things[lowest.bit_length() - 1]
            marks ^= lowest
