"""What was worked out of a record last, kept: many rules ask the same of one document, one after another."""

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import TypeVar

A = TypeVar("A")
T = TypeVar("T")


def kept_of_last(walk: Callable[[A], Iterable[T]]) -> Callable[[A], Iterator[T]]:
    """The walk over a record, made once for all who ask for the same record in turn; records do not change."""
    last: tuple[A, tuple[T, ...]] | None = None

    @wraps(walk)
    def again(record: A) -> Iterator[T]:
        nonlocal last
        kept = last
        if kept is None or kept[0] is not record:
            last = kept = (record, tuple(walk(record)))
        return iter(kept[1])

    return again
