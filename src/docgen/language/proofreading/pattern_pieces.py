"""The fragments that a part of a regular expression cannot match without, read off its syntax."""

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

try:
    from re import _constants as sre  # type: ignore[attr-defined]
    from re import _parser as sre_parser  # type: ignore[attr-defined]
except ImportError:  # another Python: nothing is known of any pattern, every search is made
    sre = sre_parser = None

_BLANKS = re.compile(" {2,}")
_MANY, _SOME, _FEW = 400, 26, 60  # so many alternatives are no needle any more
_SETS, _WAYS = 3, 20  # so many sets are looked for, so many alternatives are told apart

Words = frozenset[str]
Ways = tuple[tuple[Words, ...], ...]
_EMPTY: Words = frozenset({""})
_FREQUENT = frozenset("оеаинтсрвл")


class _Piece(NamedTuple):
    """What is known of a part of a pattern.

    ``exact``: all that it can match, if that is little. ``first`` and ``last``: all that it can begin and end with.
    ``inner``: sets of fragments; of each set one stands in every match or beside it.
    """

    exact: Words | None = None
    first: Words = _EMPTY
    last: Words = _EMPTY
    inner: tuple[Words, ...] = ()


def read_needles(pattern: re.Pattern[str]) -> Ways:
    """The needles of a pattern, read off its syntax."""
    if sre_parser is None or pattern.flags & re.VERBOSE:
        return ((),)
    any_case = bool(pattern.flags & re.IGNORECASE)
    items = list(sre_parser.parse(pattern.pattern, pattern.flags))
    place = next((place for place, (code, _) in enumerate(items) if code is sre.BRANCH), None)
    if place is not None and len(items[place][1][1]) <= _WAYS:
        rows = [[*items[:place], *way, *items[place + 1 :]] for way in items[place][1][1]]
    else:
        rows = [items]
    return tuple(dict.fromkeys(_Reader(any_case).read(row).sets() for row in rows))


class _Reader:
    """Goes along a sequence of a parsed pattern; ``run`` is what it has read since the last piece of unknown signs."""

    def __init__(self, any_case: bool) -> None:
        self.any_case = any_case
        self.run: Words = _EMPTY
        self.first: Words | None = None
        self.whole = True
        self.found: list[Words] = []

    def read(self, items: Iterable[tuple[Any, Any]]) -> "_Reader":
        for code, value in items:
            if code is sre.SUBPATTERN:
                self._group(value)
            elif code is sre.ASSERT:
                self._look(value[0], self.sequence(value[1]))
            else:
                self._add(_READERS[code](self, value) if code in _READERS else _Piece())
        return self

    def _group(self, value: Any) -> None:
        _, added, taken, items = value
        if added or taken:  # other flags inside: nothing is known of it
            self._add(_Piece())
        else:
            self.read(items)

    def sequence(self, items: Any) -> _Piece:
        """What is known of another sequence of the pattern."""
        return _Reader(self.any_case).read(items).piece()

    def sign(self, character: str) -> str:
        """A sign as it is compared."""
        if character.isdecimal():
            return "0"
        return " " if character.isspace() else character.lower() if self.any_case else character

    def _add(self, piece: _Piece) -> None:
        self.found += piece.inner
        if piece.exact is not None and _joinable(self.run, piece.exact):
            self.run = _joined(self.run, piece.exact)
            return
        first, last = (piece.first, piece.last) if piece.exact is None else (piece.exact, piece.exact)
        if _joinable(self.run, first):
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
            self.found.append(_joined(self.run, near) if _joinable(self.run, near) else near)
        elif self.run == _EMPTY:
            if near != _EMPTY:
                self._end_run()
                self.run = near
        else:
            self.found.append(near)

    def piece(self) -> _Piece:
        """What is known of the whole sequence."""
        inner = self.sets()
        if self.whole:
            return _Piece(self.run, inner=inner)
        return _Piece(None, self.first or _EMPTY, self.run, inner)

    def sets(self) -> tuple[Words, ...]:
        """The sets of fragments that tell most: long ones, few of them."""
        usable = {one for one in (*self.found, self.run) if one and "" not in one and _tells(one)}
        best: list[Words] = []
        for words in sorted(usable, key=lambda words: (_worth(words), sorted(words)), reverse=True):
            if len(best) < _SETS and not (best and len(words) > _FEW) and not _said_by(best, words):
                best.append(words)
        return tuple(dict.fromkeys(frozenset(_BLANKS.sub(" ", one) for one in words) for words in best))


def _said_by(sets: list[Words], needles: Words) -> bool:
    """Whether one of the sets says more: where any of its needles stands, one of these stands too."""
    return any(all(any(needle in longer for needle in needles) for longer in one) for one in sets)


def _joinable(left: Words, right: Words) -> bool:
    """Whether the two together still tell more than each: any letter beside many words only makes a long list."""
    if max(len(left), len(right)) > _SOME and _EMPTY not in (left, right):
        return len(left) * len(right) <= _MANY and not any(map(_any_letter, (left, right)))
    return len(left) * len(right) <= _MANY


def _any_letter(signs: Words) -> bool:
    return len(signs) > _SOME and max(map(len, signs)) == 1


def _joined(left: Words, right: Words) -> Words:
    return frozenset(before + after for before in left for after in right)


def _tells(needles: Words) -> bool:
    """Whether there are few enough, and none that is in every text: a frequent letter that is no word, any two letters."""
    shortest = min(map(len, needles))
    too_many = len(needles) > (_MANY if shortest > 1 else _FEW)
    if too_many or any(one.strip() in _FREQUENT and one.count(" ") < 2 for one in needles):
        return False
    return (
        len(needles) <= _SOME or max(map(len, needles)) > 2 or not "".join(needles).replace(" ", "").isalpha()
    )


def _worth(needles: Words) -> tuple[int, int]:
    """A sign tells more than a letter, a blank or a figure next to nothing."""
    least = min(sum(map(_weight, needle)) for needle in needles)
    return min(least, 10), -len(needles)


def _weight(sign: str) -> int:
    return 1 if sign in " 0" else 2 if sign.isalnum() else 5


def _nothing(reader: _Reader, value: Any) -> _Piece:
    return _Piece(_EMPTY)  # an edge, or what must not stand here: no signs of its own


def _literal(reader: _Reader, value: Any) -> _Piece:
    return _Piece(frozenset({reader.sign(chr(value))}))


def _class(reader: _Reader, value: Any) -> _Piece:
    """A set of signs, if there are few of them."""
    signs: set[str] = set()
    for code, inner in value:
        if code is sre.LITERAL:
            signs.add(reader.sign(chr(inner)))
        elif code is sre.RANGE and inner[1] - inner[0] < 40:
            signs |= {reader.sign(chr(one)) for one in range(inner[0], inner[1] + 1)}
        elif code is sre.CATEGORY and inner is sre.CATEGORY_DIGIT:
            signs.add("0")
        elif code is sre.CATEGORY and inner is sre.CATEGORY_SPACE:
            signs.add(" ")
        else:
            return _Piece()
    return _Piece(frozenset(signs)) if len(signs) <= _FEW else _Piece()


def _branch(reader: _Reader, value: Any) -> _Piece:
    """One of several: any of their matches, else any of their needles."""
    ways = [reader.sequence(items) for items in value[1]]
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


def _repeat(reader: _Reader, value: Any) -> _Piece:
    least, most, items = value
    piece = reader.sequence(items)
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


_READERS: dict[Any, Callable[[_Reader, Any], _Piece]] = (
    {}
    if sre is None
    else {
        sre.LITERAL: _literal,
        sre.IN: _class,
        sre.AT: _nothing,
        sre.ASSERT_NOT: _nothing,
        sre.ATOMIC_GROUP: _Reader.sequence,
        sre.BRANCH: _branch,
        sre.MAX_REPEAT: _repeat,
        sre.MIN_REPEAT: _repeat,
        sre.POSSESSIVE_REPEAT: _repeat,
    }
)
