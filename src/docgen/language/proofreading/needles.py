"""What a regular expression cannot match without: fragments of which at least one stands in every match."""

import re
from collections.abc import Callable, Iterable
from typing import Any

try:
    from re import _constants as sre  # type: ignore[attr-defined]
    from re import _parser as sre_parser  # type: ignore[attr-defined]
except ImportError:  # another Python: nothing is known of any pattern, every search is made
    sre = sre_parser = None

_BLANKS = re.compile(" {2,}")
_MANY, _FEW = 400, 12  # so many alternatives are no needle any more

Exact = frozenset[str] | None
"""All that a piece of a pattern can match, if it is little; ``None``: too much to tell."""


def needles_of(pattern: re.Pattern[str]) -> frozenset[str]:
    """The needles of a pattern in small letters, figures as «0», any white space as one blank; none if it has none."""
    if sre_parser is None or pattern.flags & re.VERBOSE:
        return frozenset()
    return _Reader().read(sre_parser.parse(pattern.pattern, pattern.flags)).best()


class _Reader:
    """Goes along a sequence of a parsed pattern and collects fragments that every match holds."""

    def __init__(self) -> None:
        self.run: frozenset[str] = frozenset({""})
        self.whole = True
        self.found: list[frozenset[str]] = []

    def read(self, items: Iterable[tuple[Any, Any]]) -> "_Reader":
        for code, value in items:
            if code is sre.SUBPATTERN:
                self.read(value[-1])
                continue
            if code is sre.ASSERT:
                self.look(*value)
                continue
            exact, inner = _piece(code, value)
            if exact is not None and len(exact) * len(self.run) <= _MANY:
                self.run = frozenset(left + right for left in self.run for right in exact)
                continue
            self.cut()
            if exact is not None:
                self.run = exact
            else:
                self.whole = False
                self.found += inner
        return self

    def look(self, direction: int, items: Any) -> None:
        """What must stand before or after this place, though it does not belong to the match."""
        exact, inner = _sequence(items)
        if exact is None or len(exact) > _FEW:
            self.found += inner
        elif direction < 0 and self.run == {""}:
            self.run, self.whole = exact, False
        elif direction < 0:
            self.found.append(exact)
        elif len(exact) * len(self.run) <= _MANY:
            self.found.append(frozenset(left + right for left in self.run for right in exact))

    def cut(self) -> None:
        """What comes next need not touch what was read so far."""
        self.whole = self.whole and self.run == {""}
        self.found.append(self.run)
        self.run = frozenset({""})

    @property
    def exact(self) -> Exact:
        """All that the sequence matches."""
        return self.run if self.whole else None

    def best(self) -> frozenset[str]:
        """The fragments that tell most: long ones, few of them."""
        usable = [one for one in (*self.found, self.run) if one and "" not in one and _tells(one)]
        return frozenset(_BLANKS.sub(" ", one) for one in max(usable, key=_worth, default=frozenset()))


def _tells(needles: frozenset[str]) -> bool:
    """Whether there are few enough; any letter at all is in every text."""
    return len(needles) <= (_MANY if min(map(len, needles)) > 1 else 26)


def _worth(needles: frozenset[str]) -> tuple[int, int]:
    """A sign tells more than a letter, a blank next to nothing."""
    least = min(sum(2 if one.isalnum() else 1 if one == " " else 5 for one in needle) for needle in needles)
    return min(least, 10), -len(needles)


def _piece(code: Any, value: Any) -> tuple[Exact, list[frozenset[str]]]:
    """What one item matches exactly, or else the fragments that it cannot do without."""
    read = _READERS.get(code) if sre is not None else None
    return read(value) if read is not None else (None, [])


def _nothing(value: Any) -> tuple[Exact, list[frozenset[str]]]:
    return frozenset({""}), []  # a look around or an edge: no signs of its own


def _literal(value: Any) -> tuple[Exact, list[frozenset[str]]]:
    return frozenset({_sign(chr(value))}), []


def _sign(character: str) -> str:
    return "0" if character.isdecimal() else " " if character.isspace() else character.lower()


def _class(value: Any) -> tuple[Exact, list[frozenset[str]]]:
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
            return None, []
    return (frozenset(signs), []) if len(signs) <= 26 else (None, [])


def _sequence(items: Any) -> tuple[Exact, list[frozenset[str]]]:
    reader = _Reader().read(items)
    return reader.exact, [best] if (best := reader.best()) else []


def _branch(value: Any) -> tuple[Exact, list[frozenset[str]]]:
    """One of several: any of their matches, else any of their needles."""
    ways = [_sequence(items) for items in value[1]]
    exact = [way[0] for way in ways]
    if all(one is not None for one in exact):
        together = frozenset().union(*(one for one in exact if one is not None))
        if len(together) <= _MANY:
            return together, []
    needles = [inner[0] if inner else frozenset[str]() for _, inner in ways]
    return None, [_shortest(frozenset().union(*needles))] if all(needles) else []


def _shortest(needles: frozenset[str]) -> frozenset[str]:
    """Without those that hold another of them."""
    short = [one for one in needles if len(one) < 3]
    return frozenset(one for one in needles if not any(inner in one for inner in short if inner != one))


def _repeat(value: Any) -> tuple[Exact, list[frozenset[str]]]:
    least, most, items = value
    exact, inner = _sequence(items)
    if exact == frozenset({" "}):  # any white space is one blank
        return (frozenset({" "} if least else {"", " "})), []
    if least == 0:
        optional = most == 1 and exact is not None
        return (exact | {""}, []) if optional and exact is not None else (None, [])
    if exact is None:
        return None, inner
    times, known = frozenset({""}), 0
    while known < least and len(times) * len(exact) <= _MANY:
        times, known = frozenset(left + right for left in times for right in exact), known + 1
    return (times, []) if known == least == most else (None, [times])


_READERS: dict[Any, Callable[[Any], tuple[Exact, list[frozenset[str]]]]] = (
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
