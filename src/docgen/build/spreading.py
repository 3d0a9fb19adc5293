"""A text that was changed as a whole, given back to the pieces that it was put together from."""

from collections.abc import Iterator, Sequence

_SAME = 3
_FARTHEST = 8
_STRETCH = 16
"""Letters compared at once: most of a text is left as it was."""


def spread(pieces: Sequence[str], old: str, new: str) -> list[str]:
    """The parts of ``new`` that stand for the pieces of ``old``; typography changes a sign here and there, no words."""
    if old == new:
        return list(pieces)
    ends = []
    length = 0
    for piece in pieces:
        length += len(piece)
        ends.append(length)
    cuts = list(_places(old, new, ends))
    cuts[-1:] = [len(new)]
    starts = [0, *cuts[:-1]]
    return [new[start:end] for start, end in zip(starts, cuts, strict=True)]


def _places(old: str, new: str, ends: Sequence[int]) -> Iterator[int]:
    """Where in ``new`` each of the places in ``old`` has come to."""
    here = there = 0
    for end in ends:
        while here < end:
            if here + _STRETCH <= end and old[here : here + _STRETCH] == new[there : there + _STRETCH]:
                here, there = here + _STRETCH, there + _STRETCH
                continue
            if old[here] == new[there : there + 1]:
                here, there = here + 1, there + 1
                continue
            skipped, added = _step(old, new, here, there)
            if (
                here + skipped > end
            ):  # the change lies across the end of a piece: its new text belongs to the first
                there = min(there + added, len(new))
                here = min(here + skipped, len(old))
                break
            here, there = here + skipped, there + added
        yield there


def _step(old: str, new: str, here: int, there: int) -> tuple[int, int]:
    """The smallest step over what differs, after which both go on alike."""
    for size in range(1, 2 * _FARTHEST):
        for skipped in range(min(size, _FARTHEST) + 1):
            added = size - skipped
            ahead = old[here + skipped : here + skipped + _SAME]
            if added <= _FARTHEST and ahead == new[there + added : there + added + _SAME]:
                return skipped, added
    return 1, 1
