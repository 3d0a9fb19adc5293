"""What a regular expression cannot match without: fragments of which at least one stands in every match."""

import hashlib
import json
import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

try:
    from re import _constants as sre  # type: ignore[attr-defined]
    from re import _parser as sre_parser  # type: ignore[attr-defined]
except ImportError:  # another Python: nothing is known of any pattern, every search is made
    sre = sre_parser = None

_BLANKS = re.compile(" {2,}")
_MANY, _FEW = 400, 12  # so many alternatives are no needle any more

Words = frozenset[str]
_EMPTY: Words = frozenset({""})


class _Piece(NamedTuple):
    """What is known of a part of a pattern.

    ``exact``: all that it can match, if that is little. ``first`` and ``last``: all that it can begin and end with.
    ``inner``: sets of fragments; of each set one stands in every match or beside it.
    """

    exact: Words | None = None
    first: Words = _EMPTY
    last: Words = _EMPTY
    inner: tuple[Words, ...] = ()


def needles_of(pattern: re.Pattern[str]) -> Words:
    """The needles of a pattern in small letters, figures as «0», any white space as one blank; none if it has none."""
    if sre_parser is None or pattern.flags & re.VERBOSE:
        return frozenset()
    if (kept := kept_needles().get(key_of(pattern))) is not None:
        return frozenset(kept)
    return read_needles(pattern)


def read_needles(pattern: re.Pattern[str]) -> Words:
    """The needles of a pattern, read off its syntax."""
    return _Reader().read(sre_parser.parse(pattern.pattern, pattern.flags)).best()


KEPT = Path(__file__).parent / "data" / "needles.json"
"""What was read before: reading all patterns takes a quarter of a second. Written by ``bench/needles.py``."""


def key_of(pattern: re.Pattern[str]) -> str:
    """What the needles of a pattern are kept under: another pattern, another key."""
    flags = int(pattern.flags) & ~re.UNICODE
    return hashlib.blake2b(f"{flags} {pattern.pattern}".encode(), digest_size=9).hexdigest()


@cache
def kept_needles() -> dict[str, list[str]]:
    """The needles by key of pattern."""
    try:
        return dict(json.loads(KEPT.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


class _Reader:
    """Goes along a sequence of a parsed pattern; ``run`` is what it has read since the last piece of unknown signs."""

    def __init__(self) -> None:
        self.run: Words = _EMPTY
        self.first: Words | None = None
        self.whole = True
        self.found: list[Words] = []

    def read(self, items: Iterable[tuple[Any, Any]]) -> "_Reader":
        for code, value in items:
            if code is sre.SUBPATTERN:
                self.read(value[-1])
            elif code is sre.ASSERT:
                self._look(value[0], _sequence(value[1]))
            else:
                self._add(_READERS[code](value) if code in _READERS else _Piece())
        return self

    def _add(self, piece: _Piece) -> None:
        self.found += piece.inner
        if piece.exact is not None and len(piece.exact) * len(self.run) <= _MANY:
            self.run = _joined(self.run, piece.exact)
            return
        first, last = (piece.first, piece.last) if piece.exact is None else (piece.exact, piece.exact)
        if len(first) * len(self.run) <= _MANY:
            self.run = _joined(self.run, first)
        self._end_run()
        self.run = last

    def _end_run(self) -> None:
        self.whole = False
        self.found.append(self.run)
        if self.first is None:
            self.first = self.run

    def _look(self, direction: int, piece: _Piece) -> None:
        """What must stand before or after this place, though it does not belong to the match."""
        self.found += piece.inner
        near = piece.exact or (piece.last if direction < 0 else piece.first)
        if len(near) > _FEW:
            return
        if direction > 0:
            self.found.append(_joined(self.run, near) if len(self.run) * len(near) <= _MANY else near)
        elif self.run == _EMPTY:
            if near != _EMPTY:
                self._end_run()
                self.run = near
        else:
            self.found.append(near)

    def piece(self) -> _Piece:
        """What is known of the whole sequence."""
        best = self.best()
        inner = (best,) if best else ()
        if self.whole:
            return _Piece(self.run, inner=inner)
        return _Piece(None, self.first or _EMPTY, self.run, inner)

    def best(self) -> Words:
        """The fragments that tell most: long ones, few of them."""
        usable = [one for one in (*self.found, self.run) if one and "" not in one and _tells(one)]
        return frozenset(_BLANKS.sub(" ", one) for one in max(usable, key=_worth, default=frozenset()))


def _joined(left: Words, right: Words) -> Words:
    return frozenset(before + after for before in left for after in right)


def _tells(needles: Words) -> bool:
    """Whether there are few enough; any letter at all is in every text."""
    return len(needles) <= (_MANY if min(map(len, needles)) > 1 else 26)


def _worth(needles: Words) -> tuple[int, int]:
    """A sign tells more than a letter, a blank or a figure next to nothing."""
    least = min(sum(map(_weight, needle)) for needle in needles)
    return min(least, 10), -len(needles)


def _weight(sign: str) -> int:
    return 1 if sign in " 0" else 2 if sign.isalnum() else 5


def _sequence(items: Any) -> _Piece:
    return _Reader().read(items).piece()


def _nothing(value: Any) -> _Piece:
    return _Piece(_EMPTY)  # an edge, or what must not stand here: no signs of its own


def _literal(value: Any) -> _Piece:
    return _Piece(frozenset({_sign(chr(value))}))


def _sign(character: str) -> str:
    return "0" if character.isdecimal() else " " if character.isspace() else character.lower()


def _class(value: Any) -> _Piece:
    """A set of signs, if there are few of them."""
    signs: set[str] = set()
    for code, inner in value:
        if code is sre.LITERAL:
            signs.add(_sign(chr(inner)))
        elif code is sre.RANGE and inner[1] - inner[0] < 26:
            signs |= {_sign(chr(one)) for one in range(inner[0], inner[1] + 1)}
        elif code is sre.CATEGORY and inner is sre.CATEGORY_DIGIT:
            signs.add("0")
        elif code is sre.CATEGORY and inner is sre.CATEGORY_SPACE:
            signs.add(" ")
        else:
            return _Piece()
    return _Piece(frozenset(signs)) if len(signs) <= 26 else _Piece()


def _branch(value: Any) -> _Piece:
    """One of several: any of their matches, else any of their needles."""
    ways = [_sequence(items) for items in value[1]]
    needles = [way.inner[0] if way.inner else frozenset[str]() for way in ways]
    inner = (_shortest(frozenset().union(*needles)),) if all(needles) else ()
    exact = [way.exact for way in ways if way.exact is not None]
    together: Words = frozenset().union(*exact)
    if len(exact) == len(ways) and len(together) <= _MANY:
        return _Piece(together, inner=inner)
    return _Piece(inner=inner)


def _shortest(needles: Words) -> Words:
    """Without those that hold another of them."""
    short = [one for one in needles if len(one) < 3]
    return frozenset(one for one in needles if not any(inner in one for inner in short if inner != one))


def _repeat(value: Any) -> _Piece:
    least, most, items = value
    piece = _sequence(items)
    exact = piece.exact
    if exact == frozenset({" "}):  # any white space is one blank
        return _Piece(frozenset({" "} if least else {"", " "}))
    if least == 0:
        return _Piece(exact | {""}) if exact is not None and most == 1 else _Piece()
    if exact is None:
        return piece
    times, known = _EMPTY, 0
    while known < least and len(times) * len(exact) <= _MANY:
        times, known = _joined(times, exact), known + 1
    return _Piece(times) if known == least == most else _Piece(None, times, times)


_READERS: dict[Any, Callable[[Any], _Piece]] = (
    {}
    if sre is None
    else {
        sre.LITERAL: _literal,
        sre.IN: _class,
        sre.AT: _nothing,
        sre.ASSERT_NOT: _nothing,
        sre.ATOMIC_GROUP: _sequence,
        sre.BRANCH: _branch,
        sre.MAX_REPEAT: _repeat,
        sre.MIN_REPEAT: _repeat,
        sre.POSSESSIVE_REPEAT: _repeat,
    }
)
