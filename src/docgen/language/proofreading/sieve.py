"""Which of many patterns can match a text at all, told from the letters that each cannot do without.

Nearly every text is clean, so nearly every search of a proofreader is in vain. A pattern such as ``в течени[ие] \\w+``
needs «в течени»: an :class:`Index` knows such *needles* of each pattern (sets, of each of which one must be there)
and tells which patterns find theirs in a text. A pattern without needles may match any text.

Text and needles are compared with every figure as «0» and any white space as one blank, in small letters for a
pattern that ignores case. What a word holds is remembered: the same words come again in all texts.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache, reduce
from operator import or_
from typing import Generic, NamedTuple, TypeVar

from docgen.language.proofreading.needles import Kept, key_of
from docgen.language.proofreading.pattern_pieces import read_needles

T = TypeVar("T")

_GRAM, _TOGETHER = 3, 8
# What matches another letter when case is ignored, and is not that letter when made small.
_ODD = frozenset("ſᲀᲁᲂᲃᲄᲅᲆᲇᲈ")
_FIGURE, _BLANK = re.compile(r"\d"), re.compile(r"\s+")


class _Rarity(dict[str, int]):
    """How rare a sign is, from the most frequent of our texts to the least; what is not named is rarer still."""

    def __missing__(self, sign: str) -> int:
        return 50


_RARITY = _Rarity((sign, 10 + place) for place, sign in enumerate(" оеаинтсрвл0кмдпуяыьгзбчйхжшюцщэфъё"))


@cache
def _rarity(word: str) -> int:
    return sum(map(_RARITY.__getitem__, word))


@cache
def _rarest(word: str) -> str:
    """The part of a word by which it is looked up: the one that fewest texts will hold."""
    if len(word) <= _GRAM:
        return word
    return max(map("".join, zip(word, word[1:], word[2:], strict=False)), key=_rarity)


class _Needle(NamedTuple):
    """A needle, and the piece of it by which it is looked up: as it stands between blanks."""

    text: str
    exact: bool
    piece: str
    opens: bool
    closes: bool
    whole: bool

    def stands_in(self, word: str, small: str) -> bool:
        """Whether a word may hold the piece."""
        seen = word if self.exact else small
        if self.opens:
            return seen == self.piece if self.closes else seen.startswith(self.piece)
        return seen.endswith(self.piece) if self.closes else self.piece in seen


def _needle(text: str, exact: bool) -> _Needle:
    if " " not in text:
        return _Needle(text, exact, text, opens=False, closes=False, whole=True)
    pieces = text.split(" ")
    rarities = [_rarity(piece.lower()) for piece in pieces]
    place = rarities.index(max(rarities))
    whole = sum(map(bool, pieces)) < 2  # nothing else is to be looked for
    return _Needle(text, exact, pieces[place], place > 0, place < len(pieces) - 1, whole)


_Held = tuple[int, tuple[tuple[_Needle, int], ...]]


class Index:
    """Patterns by what they cannot match without: every set of needles is a bit, a pattern needs some of them.

    ``kept`` fetches what was read before.
    """

    def __init__(self, kept: Callable[[], Kept] = Kept) -> None:
        self._fetch = kept
        self._ways: dict[re.Pattern[str], tuple[int, ...]] = {}
        self._unread: list[re.Pattern[str]] = []
        self._sets: dict[tuple[frozenset[str], bool], int] = {}
        self._by_part: dict[str, dict[_Needle, int]] = {}
        self._told = lru_cache(maxsize=16)(self._tell)
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
        told = self.told(text)
        return any(told & needed == needed for needed in self._ways[pattern])

    def ways(self, pattern: re.Pattern[str]) -> tuple[int, ...]:
        """The bits that the pattern needs, for each way in which it may match."""
        self._read()
        return self._ways[pattern]

    def told(self, text: str) -> int:
        """The bits of all sets of which a needle stands in the text."""
        if self._unread:
            self._read()
        return self._told(text)

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
        self._told.cache_clear()
        self._held.cache_clear()

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
                self._take_up(_needle(text, exact), bit)
        return bit

    def _take_up(self, needle: _Needle, bits: int) -> None:
        same = self._by_part.setdefault(_rarest(needle.piece.lower()), {})
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
        parts = {small[place : place + size] for size in range(1, _GRAM + 1) for place in range(len(small))}
        parts.add("")
        for part in (
            parts & self._closed.keys()
        ):  # needles that were kept are made when a word holds their part
            for text, exact, sets in self._closed.pop(part):
                self._take_up(_needle(text, bool(exact)), _bits(sets))
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
    def _needed(self) -> "list[tuple[int, list[tuple[T, int, tuple[int, ...]]]]]":
        """The things with the bits that their patterns need and one bit of each of them; some together, with any bit."""
        found = []
        for thing, patterns in self._things:
            ways = {way for pattern in patterns for way in self._index.ways(pattern)} or {0}
            found.append((thing, -1 if 0 in ways else _one_of_each(ways), tuple(ways)))
        together = [found[place : place + _TOGETHER] for place in range(0, len(found), _TOGETHER)]
        return [(reduce(or_, (any_of for _, any_of, _ in some)), some) for some in together]

    def passed(self, text: str) -> Iterator[T]:
        """The things that may find something, in their order."""
        told = self._index.told(text)
        for any_of_some, some in self._needed:
            if not told & any_of_some and any_of_some != -1:
                continue
            for thing, any_of, ways in some:
                if told & any_of or any_of == -1:
                    for needed in ways:
                        if told & needed == needed:
                            yield thing
                            break


def _bits(sets: Iterable[int]) -> int:
    return reduce(or_, (1 << number for number in sets), 0)


def _numbers(bits: int) -> list[int]:
    return [number for number in range(bits.bit_length()) if bits >> number & 1]


def _one_of_each(ways: Iterable[int]) -> int:
    return reduce(or_, (needed & -needed for needed in ways))
