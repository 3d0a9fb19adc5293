"""Which of many patterns can match a text at all, told from the letters that each cannot do without.

Nearly every text is clean, so nearly every search of a proofreader is in vain. A pattern such as ``в течени[ие] \\w+``
needs «в течени»: an :class:`Index` knows such *needles* of each pattern (sets, of each of which one must be there),
and the :class:`Telltale` that it was given, and tells which patterns find theirs in a text. A pattern without either
may match any text.

Text and needles are compared with every figure as «0» and any white space as one blank, in small letters for a
pattern that ignores case. What a word holds is remembered: the same words come again in all texts.
"""

import re
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache, reduce
from itertools import pairwise
from operator import or_
from typing import NamedTuple

from docgen.language.proofreading.needle import GRAM, Needle, needle_of, rarest
from docgen.language.proofreading.needles import Kept, key_of
from docgen.language.proofreading.pattern_pieces import read_needles
from docgen.language.proofreading.telltale import DOUBLED, OfPair, Telltale

# What matches another letter when case is ignored, and is not that letter when made small; blanks that are hidden signs.
_ODD = re.compile("[ſᲀ-ᲈ\x1c-\x1f\x85]")
_FIGURE = re.compile(r"\d")

ANY = 1
"""The bit of what has no patterns to be looked for; every text has it."""


class _Held(NamedTuple):
    """What is known of a word.

    ``certain``: the bits of what it shows. ``perhaps``: needles of several words of which it holds the rarest part.
    ``opens``: what to ask of it and the next word.
    """

    certain: int
    perhaps: tuple[tuple[Needle, int], ...]
    opens: tuple[tuple[OfPair, int], ...]


class Index:
    """Patterns by what they cannot match without: every set of needles is a bit, a pattern needs some of them.

    What the patterns need is compared with a text once, whoever asks; of that every pattern has a bit of its own.
    ``kept`` fetches what was read before.
    """

    def __init__(self, kept: Callable[[], Kept] = Kept) -> None:
        self._fetch = kept
        self._ways: dict[re.Pattern[str], tuple[int, ...]] = {}
        self._unread: list[tuple[re.Pattern[str], Telltale | None]] = []
        self._telltales: dict[Telltale, int] = {}
        self._sets: dict[tuple[frozenset[str], bool], int] = {}
        self._by_part: dict[str, dict[Needle, int]] = {}
        self._own: dict[re.Pattern[str], int] = {}
        self._by_first: dict[int, list[tuple[int, int]]] = {}
        self._firsts, self._always = 0, ANY
        self._able = lru_cache(maxsize=16)(self._find_able)
        self._last = "", ANY
        self._held = lru_cache(maxsize=30_000)(self._hold)
        self._closed: dict[str, list[tuple[str, bool, list[int]]]] = {}

    def add(self, pattern: re.Pattern[str], telltale: Telltale | None = None) -> None:
        """Take up a pattern; its needles are read when they are first needed."""
        self._unread.append((pattern, telltale))

    @property
    def patterns(self) -> list[re.Pattern[str]]:
        """All that it was given."""
        return [*self._ways, *(pattern for pattern, _ in self._unread)]

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
            pattern, telltale = self._unread.pop()
            if telltale:  # says more than needles do
                self._ways[pattern] = (self._bit_of(telltale),)
                continue
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
            bit = self._sets[needles, exact] = self._new_bit()
            for text in sorted(needles):
                self._take_up(needle_of(text, exact), bit)
        return bit

    def _bit_of(self, telltale: Telltale) -> int:
        bit = self._telltales.get(telltale)
        if bit is None:
            bit = self._telltales[telltale] = self._new_bit()
        return bit

    def _new_bit(self) -> int:
        return 1 << (self._kept.size + len(self._sets) + len(self._telltales))

    def _take_up(self, needle: Needle, bits: int) -> None:
        same = self._by_part.setdefault(rarest(needle.piece.lower()), {})
        same[needle] = same.get(needle, 0) | bits

    def _tell(self, text: str) -> int:
        """The bits of all that a text shows; -1 if that cannot be said."""
        if _ODD.search(text):
            return -1
        written, words, doubled = _words(_FIGURE.sub("0", text))
        small = written.lower()
        bits = self._held(DOUBLED).certain if doubled else 0
        opening: dict[str, tuple[tuple[OfPair, int], ...]] = {}
        for word in {*words, ""}:
            certain, perhaps, opens = self._held(word)
            bits |= certain
            if opens:
                opening[word] = opens
            for needle, bit in perhaps:
                if bits & bit != bit and needle.text in (written if needle.exact else small):
                    bits |= bit
        return bits | _shown_by_pairs(words, opening) if opening else bits

    def _hold(self, word: str) -> _Held:
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
        asked = self._telltales if word else {}
        shown = [(telltale, bit) for telltale, bit in asked.items() if telltale.word(word)]
        bits |= reduce(or_, (bit for telltale, bit in shown if not telltale.pair), 0)
        opens = tuple((telltale.together, bit) for telltale, bit in shown if telltale.pair)
        return _Held(bits, tuple(perhaps), opens)


def _words(text: str) -> tuple[str, list[str], bool]:
    """A text with one blank for all between its words, the words, and whether there were more somewhere."""
    words = text.split()
    written = " ".join(words)
    if len(written) == len(text):
        return written, words, False
    before, after = text[:1].isspace(), text[-1:].isspace()
    doubled = len(written) + before + after < len(text)
    return f"{' ' * before}{written}{' ' * after}", words, doubled


def _shown_by_pairs(words: list[str], opening: dict[str, tuple[tuple[OfPair, int], ...]]) -> int:
    bits = 0
    for first, second in pairwise(words):
        for shown_by, bit in opening.get(first, ()):
            if not bits & bit and shown_by(first, second):
                bits |= bit
    return bits


def _bits(sets: Iterable[int]) -> int:
    return reduce(or_, (1 << number for number in sets), 0)


def _numbers(bits: int) -> list[int]:
    return [number for number in range(bits.bit_length()) if bits >> number & 1]
