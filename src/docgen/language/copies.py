"""Passages that several texts share: exact runs of words, found among thousands of texts at once.

Every six words in a row are a shingle. Of four neighbouring shingles the least is kept (winnowing), so texts that share a
run of words share kept shingles too, whatever surrounds it; only texts that share enough of these are compared word by
word: half of the kept shingles that such a share would bring. What more than a few texts share is compared with the first
that has it: a boilerplate of hundreds does not make hundreds of hundreds of pairs.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

SHINGLE = 6
_WINDOW = 4
_FEW = 8
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Copy:
    """Two texts that share words: their numbers, how many words, which share of the shorter one.

    The longest passage that both have lies at ``at_first`` and ``at_second`` (start and end in characters).
    """

    first: int
    second: int
    words: int
    share: float
    at_first: tuple[int, int]
    at_second: tuple[int, int]


def copies(texts: Sequence[str], owners: Sequence[str], least_words: int, least_share: float) -> list[Copy]:
    """Every pair of texts of different owners that share so many words and such a share of the shorter text.

    The pairs come with the most shared words first.
    """
    kept = [_kept(text) for text in texts]
    enough = max(1, (least_words - SHINGLE + 1) // (_WINDOW * 2))
    found = []
    for first, second, shared in _together(kept, owners):
        if shared >= max(enough, least_share / 2 * min(len(kept[first]), len(kept[second]))):
            copy = _compared(first, second, texts)
            if copy.words >= least_words and copy.share >= least_share:
                found.append(copy)
    return sorted(found, key=lambda copy: (-copy.words, copy.first, copy.second))


def _kept(text: str) -> frozenset[int]:
    """The shingles that stand for a text."""
    shingles = _shingles(text)
    if len(shingles) < _WINDOW:
        return frozenset(shingles)
    return frozenset(map(min, zip(*(shingles[start:] for start in range(_WINDOW)), strict=False)))


def _shingles(text: str) -> list[int]:
    """A number for every six words in a row."""
    words = [_number(word) for word in _WORD.findall(text.lower().replace("ё", "е"))]
    return list(map(hash, zip(*(words[start:] for start in range(SHINGLE)), strict=False)))


@lru_cache(maxsize=200_000)
def _number(word: str) -> int:
    return crc32(word.encode())


def _together(kept: Sequence[frozenset[int]], owners: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Pairs of texts, and how many kept shingles they have in common."""
    repeated = _repeated(kept)
    holders: dict[int, list[int]] = {shingle: [] for shingle in repeated}
    for number, shingles in enumerate(kept):
        shared: Counter[int] = Counter()
        for shingle in shingles & repeated:
            earlier = holders[shingle]
            shared.update(earlier if len(earlier) < _FEW else earlier[:1])
            if len(earlier) < _FEW:
                earlier.append(number)
        for other, count in shared.items():
            if owners[other] != owners[number]:
                yield other, number, count


def _repeated(kept: Sequence[frozenset[int]]) -> set[int]:
    """The shingles of more than one text."""
    seen: set[int] = set()
    repeated: set[int] = set()
    for shingles in kept:
        repeated |= seen & shingles
        seen |= shingles
    return repeated


@lru_cache(maxsize=1024)
def _spelled(text: str) -> tuple[tuple[int, ...], frozenset[int]]:
    shingles = _shingles(text)
    return tuple(shingles), frozenset(shingles)


def _compared(first: int, second: int, texts: Sequence[str]) -> Copy:
    """All the words that two texts share, and the longest passage."""
    (one, _), (_, known) = _spelled(texts[first]), _spelled(texts[second])
    runs = list(_runs(one, known))
    words = sum(length + SHINGLE - 1 for _, length in runs)
    shorter = min(len(one), len(_spelled(texts[second])[0])) + SHINGLE - 1
    start, length = max(runs, key=lambda run: run[1], default=(0, 0))
    length, other = _longest(one, start, length, _spelled(texts[second])[0])
    count = length + SHINGLE - 1
    return Copy(
        first,
        second,
        min(words, shorter),
        min(words, shorter) / shorter,
        _place(texts[first], start, count),
        _place(texts[second], other, count),
    )


def _runs(shingles: Sequence[int], known: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Where shingles that the other text knows follow each other: start and number."""
    start = None
    for place, shingle in enumerate((*shingles, None)):
        if shingle in known:
            start = place if start is None else start
        elif start is not None:
            yield start, place - start
            start = None


def _longest(one: Sequence[int], start: int, length: int, other: Sequence[int]) -> tuple[int, int]:
    """How far the run goes on in the other text in one piece, and where."""
    best = (0, 0)
    for place, shingle in enumerate(other):
        if length and shingle == one[start]:
            count = 0
            while (
                count < length and place + count < len(other) and other[place + count] == one[start + count]
            ):
                count += 1
            best = max(best, (count, -place))
    return best[0], -best[1]


def _place(text: str, start: int, count: int) -> tuple[int, int]:
    """From the first character of a word to the last of so many words."""
    words = list(_WORD.finditer(text))[start : start + count]
    return (words[0].start(), words[-1].end()) if words else (0, 0)
