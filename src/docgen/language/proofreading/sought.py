"""Patterns of the proofreader: compiled when first needed, and searched with only where they can match.

A rule looks for its slips with several patterns, and the text lacks what most of them cannot match without: all
patterns share one index, which is asked once for a text.
"""

import re
from collections.abc import Iterator
from typing import Any, cast

from docgen.language.patterns import Lazy
from docgen.language.proofreading.needles import kept_needles
from docgen.language.proofreading.sieve import Index

INDEX = Index(kept_needles)


class Sought(Lazy):
    """A pattern that knows from the index that it cannot match."""

    __slots__ = ()

    def __init__(self, pattern: str, flags: int) -> None:
        super().__init__(pattern, flags)
        INDEX.add(cast("re.Pattern[str]", self))

    def finditer(self, text: str, *within: Any) -> Iterator[re.Match[str]]:
        """All matches in a text one after another."""
        if INDEX.may_match(cast("re.Pattern[str]", self), text):
            return super().finditer(text, *within)
        return iter(())


def sought(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Like ``re.compile``, for texts in which it is mostly not found."""
    return cast("re.Pattern[str]", Sought(pattern, int(flags)))
