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
    def _sought(self) -> "tuple[int, list[tuple[T, int]]]":
        """The bits of all patterns, and of those of each thing."""
        own = self._index.own_bit
        found = [
            (thing, reduce(or_, map(own, patterns)) if patterns else ANY) for thing, patterns in self._things
        ]
        return reduce(or_, (bits for _, bits in found), 0), found

    def passed(self, *texts: str) -> Iterator[T]:
        """The things that may find something in one of the texts, in their order."""
        whole, things = self._sought
        able = reduce(or_, map(self._index.able, texts)) & whole
        return (thing for thing, bits in things if able & bits) if able else iter(())
