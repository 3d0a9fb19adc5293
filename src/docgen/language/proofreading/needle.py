"""One needle, and the part of it by which it is looked up: the one that fewest texts hold."""

from functools import cache
from typing import NamedTuple

GRAM = 3
"""The longest part."""


class _Rarity(dict[str, int]):
    """How rare a sign is, from the most frequent of our texts to the least; what is not named is rarer still."""

    def __missing__(self, sign: str) -> int:
        return 50


_RARITY = _Rarity((sign, 10 + place) for place, sign in enumerate(" оеаинтсрвл0кмдпуяыьгзбчйхжшюцщэфъё"))


@cache
def _rarity(word: str) -> int:
    return sum(map(_RARITY.__getitem__, word))


@cache
def rarest(word: str) -> str:
    """The part of a word by which it is looked up: the one that fewest texts will hold."""
    if len(word) <= GRAM:
        return word
    return max(map("".join, zip(word, word[1:], word[2:], strict=False)), key=_rarity)


class Needle(NamedTuple):
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


def needle_of(text: str, exact: bool) -> Needle:
    """The needle of a text, whose capitals count if it is ``exact``."""
    if " " not in text:
        return Needle(text, exact, text, opens=False, closes=False, whole=True)
    pieces = text.split(" ")
    rarities = [_rarity(piece.lower()) for piece in pieces]
    place = rarities.index(max(rarities))
    whole = sum(map(bool, pieces)) < 2  # nothing else is to be looked for
    return Needle(text, exact, pieces[place], place > 0, place < len(pieces) - 1, whole)
