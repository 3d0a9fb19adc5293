"""Patterns of the proofreader: compiled when first needed, and searched with only where they can match.

A rule looks for its slips with several patterns, and the text lacks what most of them cannot match without: all
patterns share one index, which is asked once for a text.
"""

import re
from collections.abc import Iterator
from typing import Any, cast

from docgen.language.patterns import Lazy, lazy
from docgen.language.proofreading.index import Index
from docgen.language.proofreading.needles import kept_needles
from docgen.language.proofreading.telltale import OfPair, OfWord, Telltale

INDEX = Index(kept_needles)


class Sought(Lazy):
    """A pattern that knows from the index that it cannot match."""

    __slots__ = ("telltale",)

    def __init__(self, pattern: str, flags: int, telltale: Telltale | None) -> None:
        super().__init__(pattern, flags)
        self.telltale = telltale
        INDEX.add(cast("re.Pattern[str]", self), telltale)

    def finditer(self, text: str, *within: Any) -> Iterator[re.Match[str]]:
        """All matches in a text one after another."""
        if INDEX.may_match(cast("re.Pattern[str]", self), text):
            return super().finditer(text, *within)
        return iter(())


def sought(
    pattern: str, flags: int = 0, *, word: str | OfWord | None = None, pair: OfPair | None = None
) -> re.Pattern[str]:
    """Like ``re.compile``, for texts in which it is mostly not found.

    ``word`` and ``pair`` make a :class:`Telltale`: no match is worth anything in a text that does not show it. A
    pattern instead of a function is searched for in the word.
    """
    of_word: OfWord | None = lazy(word, flags).search if isinstance(word, str) else word
    telltale = Telltale(of_word, pair) if of_word is not None else None
    return cast("re.Pattern[str]", Sought(pattern, int(flags), telltale))


def in_any_case(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """The same for words made small; what is told by the words of the text stays."""
    telltale: Telltale | None = getattr(pattern, "telltale", None)
    return cast("re.Pattern[str]", Sought(pattern.pattern, pattern.flags | re.IGNORECASE, telltale))
