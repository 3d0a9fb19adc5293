"""Regular expressions that are compiled when they are first used.

Compiling the hundreds of patterns of the proofreader takes longer than reading a document with them, and a document
needs few: the others are known not to match from their text alone.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, cast


class Lazy:
    """Stands for a compiled pattern, and is one from the first search on."""

    __slots__ = ("_made", "flags", "pattern")

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags
        self._made: re.Pattern[str] | None = None

    def _compiled(self) -> re.Pattern[str]:
        if self._made is None:
            self._made = re.compile(self.pattern, self.flags)
        return self._made

    def finditer(self, *arguments: Any) -> Iterator[re.Match[str]]:
        """All matches one after another."""
        return self._compiled().finditer(*arguments)

    def search(self, *arguments: Any) -> re.Match[str] | None:
        """The first match anywhere."""
        return self._compiled().search(*arguments)

    def match(self, *arguments: Any) -> re.Match[str] | None:
        """A match at the start."""
        return self._compiled().match(*arguments)

    def fullmatch(self, *arguments: Any) -> re.Match[str] | None:
        """A match of the whole."""
        return self._compiled().fullmatch(*arguments)

    def findall(self, *arguments: Any) -> list[Any]:
        """The texts of all matches."""
        return self._compiled().findall(*arguments)

    def split(self, text: str) -> list[Any]:
        """The text between the matches."""
        return self._compiled().split(text)

    def sub(self, right: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with every match replaced."""
        return self._compiled().sub(right, text)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Like ``re.compile``, but later."""
    return cast("re.Pattern[str]", Lazy(pattern, int(flags)))
