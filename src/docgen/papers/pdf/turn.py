"""Which way a page is held: places as the reader sees them, from the lower left corner of what is shown."""

import math
from collections import Counter
from dataclasses import dataclass
from typing import Any

_SAMPLES = 40
_MOST = 0.8  # of the letters: so many must agree


@dataclass(frozen=True, slots=True)
class Turn:
    """Quarters clockwise, and the corners of what is shown, in the page's own places."""

    quarters: int = 0
    left: float = 0.0
    bottom: float = 0.0
    right: float = 0.0
    top: float = 0.0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as they are seen."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.quarters % 2 else (width, height)

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Left, bottom, right, top of a box as it is seen."""
        if self.quarters == 0:
            return left - self.left, bottom - self.bottom, right - self.left, top - self.bottom
        if self.quarters == 1:
            return bottom - self.bottom, self.right - right, top - self.bottom, self.right - left
        if self.quarters == 2:
            return self.right - right, self.top - top, self.right - left, self.top - bottom
        return self.top - top, left - self.left, self.top - bottom, right - self.left


def turn_of(raw: Any, page: Any, textpage: Any) -> Turn:
    """How a page is held: so that nearly all of its letters stand upright; else as it says itself."""
    upright = _upright(raw, textpage)
    quarters = page.get_rotation() // 90 if upright is None else upright
    return Turn(quarters % 4, *page.get_bbox())


def _upright(raw: Any, textpage: Any) -> int | None:
    """Quarters clockwise that put the letters upright; ``None`` if they run in several directions."""
    count = textpage.count_chars()
    angles: Counter[int] = Counter()
    for at in range(0, count, max(1, count // _SAMPLES)):
        angle = raw.FPDFText_GetCharAngle(textpage, at)
        if angle >= 0 and raw.FPDFText_GetUnicode(textpage, at) > 32:
            angles[round(angle / (math.pi / 2)) % 4] += 1
    for angle, times in angles.most_common(1):
        return -angle % 4 if times >= _MOST * angles.total() else None
    return None
