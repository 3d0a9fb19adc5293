"""The index of needles as it was made before: reading all patterns anew takes a quarter of a second."""

import hashlib
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

KEPT = Path(__file__).parent / "data" / "needles.json"
"""Written by ``bench/needles.py``."""


@dataclass(frozen=True)
class Kept:
    """Patterns whose needles are known.

    Every set of needles has a number below ``size``. ``ways`` gives by the key of a pattern the sets that it needs, for
    each way in which it may match; ``parts`` the needles by the part that they are looked up by, each as its text,
    whether its capitals count, and the sets it belongs to.
    """

    size: int = 0
    ways: dict[str, list[list[int]]] = field(default_factory=dict)
    parts: dict[str, list[tuple[str, bool, list[int]]]] = field(default_factory=dict)


def kept_needles() -> Kept:
    """What is kept; nothing where it cannot be read, which only costs time."""
    try:
        return Kept(**json.loads(KEPT.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return Kept()


def key_of(pattern: re.Pattern[str]) -> str:
    """What the needles of a pattern are kept under: another pattern, another key."""
    flags = int(pattern.flags) & ~re.UNICODE
    return hashlib.blake2b(f"{flags} {pattern.pattern}".encode(), digest_size=9).hexdigest()
