"""Things by the patterns that they look for, of which a text lets few pass."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, reduce
from operator import or_
from typing import Generic, TypeVar

from docgen.language.proofreading.index import ANY, Index

T = TypeVar("T")


class Sieve(Generic[T]):
    """Things with the patterns they look for; :meth:`passed` gives those that may find something in a text."""

    def __init__(self, things: Iterable[tuple[T, Sequence[re.Pattern[str]]]], index: Index) -> None:
        self._index = index
        self._things = list(things)

    @cached_property
    def _by_bit(self) -> dict[int, list[int]]:
        """The places of the things by the bits of their patterns."""
        found: dict[int, list[int]] = {}
        for place, (_, patterns) in enumerate(self._things):
            for bit in {self._index.own_bit(pattern) for pattern in patterns} or {ANY}:
                found.setdefault(bit, []).append(place)
        return found

    @cached_property
    def _whole(self) -> int:
        return reduce(or_, self._by_bit, 0)

    def passed(self, *texts: str) -> Iterator[T]:
        """The things that may find something in one of the texts, in their order."""
        able = reduce(or_, map(self._index.able, texts)) & self._whole
        places: set[int] = set()
        while able:
            bit = able & -able
            able ^= bit
            places.update(self._by_bit[bit])
        return (self._things[place][0] for place in sorted(places))
