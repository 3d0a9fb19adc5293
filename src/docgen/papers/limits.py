"""How large a foreign file may be, and how long and with how much memory it is read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps; a file over any of them is refused with a sentence that names it.

    Sizes are bytes, times seconds. ``ratio`` counts only above ``small`` inflated bytes: short parts of blanks pack well.
    ``cpu`` bounds the work; ``wall`` is for what waits for ever, and lets a child of a crowded machine have its turn.
    """

    file: int = 64 << 20
    part: int = 48 << 20
    inflated: int = 160 << 20
    ratio: int = 250
    small: int = 1 << 20
    parts: int = 4_000
    elements: int = 1_500_000
    depth: int = 250
    pages: int = 3_000
    text: int = 8_000_000
    wall: float = 120.0
    cpu: float = 45.0
    memory: int = 3 << 30


LIMITS = Limits()
