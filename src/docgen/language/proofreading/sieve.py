"""Which of many patterns can match a text at all, told from the letters that each cannot do without.

Nearly every text is clean, so nearly every search of a proofreader is in vain. A pattern such as ``в течени[ие] \\w+``
needs «в течени»: an :class:`Index` knows such *needles* of each pattern (sets, of each of which one must be there)
and tells which patterns find theirs in a text. A pattern without needles may match any text.

Text and needles are compared with every figure as «0» and any white space as one blank, in small letters for a
pattern that ignores case. What a word holds is remembered: the same words come again in all texts.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache, reduce
from operator import or_
from typing import Generic, TypeVar

from docgen.language.proofreading.needle import GRAM, Needle, needle_of, rarest
from docgen.language.proofreading.needles import Kept, key_of
from docgen.language.proofreading.pattern_pieces import read_needles

T = TypeVar("T")

# What matches another letter when case is ignored, and is not that letter when made small.
_ODD = frozenset("ſᲀᲁᲂᲃᲄᲅᲆᲇᲈ")
_FIGURE, _BLANK = re.compile(r"\d"), re.compile(r"\s+")


_Held = tuple[int, tuple[tuple[Needle, int], ...]]
ANY = 1
"""The bit of what has no patterns to be looked for; every text has it."""


class Index:
    """Patterns by what they cannot match without: every set of needles is a bit, a pattern needs some of them.

    What the patterns need is compared with a text once, whoever asks; of that every pattern has a bit of its own.
    ``kept`` fetches what was read before.
    """

    def __init__(self, kept: Callable[[], Kept] = Kept) -> None:
        self._fetch = kept
        self._ways: dict[re.Pattern[str], tuple[int, ...]] = {}
        self._unread: list[re.Pattern[str]] = []
        self._sets: dict[tuple[frozenset[str], bool], int] = {}
        self._by_part: dict[str, dict[Needle, int]] = {}
        self._own: dict[re.Pattern[str], int] = {}
        self._by_first: dict[int, list[tuple[int, int]]] = {}
        self._firsts, self._always = 0, ANY
        self._able = lru_cache(maxsize=16)(self._find_able)
        self._last = "", ANY
        self._held = lru_cache(maxsize=30_000)(self._hold)
        self._closed: dict[str, list[tuple[str, bool, list[int]]]] = {}

    def add(self, pattern: re.Pattern[str]) -> None:
        """Take up a pattern; its needles are read when they are first needed."""
        self._unread.append(pattern)

    @property
    def patterns(self) -> list[re.Pattern[str]]:
        """All that it was given."""
        return [*self._ways, *self._unread]

    def may_match(self, pattern: re.Pattern[str], text: str) -> bool:
        """Whether the text holds all that the pattern needs."""
        return bool(self.able(text) & self._own[pattern])

    def able(self, text: str) -> int:
        """The bits of the patterns that may match the text, and ``ANY``."""
        last, able = self._last
        if text is not last or self._unread:
            if self._unread:
                self._read()
            able = self._able(text)
            self._last = text, able
        return able

    def own_bit(self, pattern: re.Pattern[str]) -> int:
        """The bit of a pattern."""
        if self._unread:
            self._read()
        return self._own[pattern]

    def _find_able(self, text: str) -> int:
        told, able = self._tell(text), self._always
        if told < 0:
            return -1
        met = told & self._firsts
        while met:
            first = met & -met
            met ^= first
            for own, needed in self._by_first[first]:
                if told & needed == needed:
                    able |= own
        return able

    def to_keep(self) -> Kept:
        """All that is known of the patterns, for the next time."""
        self._read()
        ways = {key_of(pattern): list(map(_numbers, bits)) for pattern, bits in self._ways.items()}
        parts = {
            part: sorted((needle.text, needle.exact, _numbers(bits)) for needle, bits in same.items())
            for part, same in self._by_part.items()
        }
        return Kept(len(self._sets), dict(sorted(ways.items())), dict(sorted(parts.items())))

    def _read(self) -> None:
        known = self._kept.ways
        while self._unread:
            pattern = self._unread.pop()
            ways = known.get(key_of(pattern)) if known else None
            self._ways[pattern] = self._anew(pattern) if ways is None else tuple(map(_bits, ways))
        self._sort()
        self._able.cache_clear()
        self._held.cache_clear()
        self._last = "", self._able("")

    def _sort(self) -> None:
        """The ways of all patterns by the first bit of each: a text is compared only with those whose first bit it has."""
        self._own = {pattern: 2 << place for place, pattern in enumerate(self._ways)}
        self._always, self._by_first = ANY, {}
        for pattern, ways in self._ways.items():
            own = self._own[pattern]
            if 0 in ways:
                self._always |= own
                continue
            for needed in ways:
                self._by_first.setdefault(needed & -needed, []).append((own, needed))
        self._firsts = reduce(or_, self._by_first, 0)

    @cached_property
    def _kept(self) -> Kept:
        kept = self._fetch()
        self._closed = dict(kept.parts)
        return kept

    def _anew(self, pattern: re.Pattern[str]) -> tuple[int, ...]:
        exact = not pattern.flags & re.IGNORECASE
        return tuple(
            reduce(or_, (self._bit(needles, exact) for needles in sets), 0) for sets in read_needles(pattern)
        )

    def _bit(self, needles: frozenset[str], exact: bool) -> int:
        bit = self._sets.get((needles, exact))
        if bit is None:
            bit = self._sets[needles, exact] = 1 << (self._kept.size + len(self._sets))
            for text in sorted(needles):
                self._take_up(needle_of(text, exact), bit)
        return bit

    def _take_up(self, needle: Needle, bits: int) -> None:
        same = self._by_part.setdefault(rarest(needle.piece.lower()), {})
        same[needle] = same.get(needle, 0) | bits

    def _tell(self, text: str) -> int:
        if not _ODD.isdisjoint(text):
            return -1
        written = _BLANK.sub(" ", _FIGURE.sub("0", text))
        small = written.lower()
        bits = 0
        for word in {*written.split(" "), ""}:
            certain, perhaps = self._held(word)
            bits |= certain
            for needle, bit in perhaps:
                if bits & bit != bit and needle.text in (written if needle.exact else small):
                    bits |= bit
        return bits

    def _hold(self, word: str) -> _Held:
        """The bits of the needles in a word, and the needles of several words of which it holds the rarest part."""
        small = word.lower()
        parts = {small[place : place + size] for size in range(1, GRAM + 1) for place in range(len(small))}
        parts.add("")
        for part in parts & self._closed.keys():  # what was kept is made when a word holds its part
            for text, exact, sets in self._closed.pop(part):
                self._take_up(needle_of(text, bool(exact)), _bits(sets))
        bits, perhaps = 0, []
        for part in parts & self._by_part.keys():
            for needle, bit in self._by_part[part].items():
                if not needle.stands_in(word, small):
                    continue
                if needle.whole:
                    bits |= bit
                else:
                    perhaps.append((needle, bit))
        return bits, tuple(perhaps)


class Sieve(Generic[T]):
    """Things with the patterns they look for; :meth:`passed` gives those that may find something in a text."""

    def __init__(self, things: Iterable[tuple[T, Sequence[re.Pattern[str]]]], index: Index) -> None:
        self._index = index
        self._things = list(things)

    @cached_property
    def _sought(self) -> "tuple[int, list[tuple[T, int]]]":
        """The bits of all patterns, and of those of each thing."""
        own = self._index.own_bit
        found = [
            (thing, reduce(or_, map(own, patterns)) if patterns else ANY) for thing, patterns in self._things
        ]
        return reduce(or_, (bits for _, bits in found), 0), found

    def passed(self, text: str) -> Iterator[T]:
        """The things that may find something, in their order."""
        whole, things = self._sought
        able = self._index.able(text) & whole
        return (thing for thing, bits in things if able & bits) if able else iter(())


def _bits(sets: Iterable[int]) -> int:
    return reduce(or_, (1 << number for number in sets), 0)


def _numbers(bits: int) -> list[int]:
    return [number for number in range(bits.bit_length()) if bits >> number & 1]
