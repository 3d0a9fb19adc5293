"""What a regular expression cannot match without: sets of fragments, of each of which one stands in every match."""

import hashlib
import json
import re
from functools import cache
from pathlib import Path

from docgen.language.proofreading.pattern_pieces import Ways, read_needles


def needles_of(pattern: re.Pattern[str]) -> Ways:
    """The ways in which a pattern may match, each with its sets of needles, the most telling first.

    Figures are «0», any white space is one blank, letters are small if the pattern ignores case. A way without needles
    may match anywhere.
    """
    if (kept := kept_needles().get(key_of(pattern))) is not None:
        return tuple(tuple(map(frozenset, sets)) for sets in kept)
    return read_needles(pattern)


KEPT = Path(__file__).parent / "data" / "needles.json"
"""What was read before: reading all patterns takes a quarter of a second. Written by ``bench/needles.py``."""


def key_of(pattern: re.Pattern[str]) -> str:
    """What the needles of a pattern are kept under: another pattern, another key."""
    flags = int(pattern.flags) & ~re.UNICODE
    return hashlib.blake2b(f"{flags} {pattern.pattern}".encode(), digest_size=9).hexdigest()


@cache
def kept_needles() -> dict[str, list[list[list[str]]]]:
    """The needles by key of pattern."""
    try:
        return dict(json.loads(KEPT.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}
