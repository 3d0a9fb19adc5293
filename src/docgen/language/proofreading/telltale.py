"""What shows in a single word, or in two neighbours, that it is worth looking for a pattern in a text.

A letter beside a figure, a participle, an adjective that does not fit the next noun: what cannot be said with needles
is asked of each word once, for words (and pairs of them) come again in all texts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache

OfWord = Callable[[str], object]
OfPair = Callable[[str, str], object]

DOUBLED = "  "
"""Asked like a word where blanks stand in a row."""


@dataclass(frozen=True, eq=False)
class Telltale:
    """Something that a text must show.

    ``word`` is asked of what stands between two blanks, signs and all, with every figure as «0»; ``pair`` of such a
    word and the next one, if the word has shown itself.
    """

    word: OfWord
    pair: OfPair | None = None

    @cached_property
    def together(self) -> OfPair:
        """What is asked of two neighbours; the same two come again."""
        return lru_cache(maxsize=20_000)(self.pair) if self.pair else lambda word, following: True
