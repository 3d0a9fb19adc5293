"""What every chart can do, and what is asked of its data."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Self

from docgen.charts.letters import plain
from docgen.charts.paint import png
from docgen.charts.scene import Scene, mm
from docgen.language.numbers.numerals import group

Number = Decimal | int

LARGEST = Decimal(10) ** 15
_TOLD = 60
"""So many figures a listener can be asked to hear."""


@dataclass(frozen=True)
class Chart(ABC):
    """The data of a picture. Making one with data that cannot be drawn raises ValueError in Russian."""

    @abstractmethod
    def scene(self) -> Scene:
        """The picture laid out: every mark at its place."""

    @abstractmethod
    def alt(self) -> str:
        """What is on the picture, in Russian, with its figures: for those who cannot see it."""

    def png(self) -> bytes:
        """The picture, 165 mm wide, 200 dots to the inch; the same data give the same bytes."""
        return png(self.scene())

    @property
    def height_mm(self) -> float:
        """How much of a page the picture takes."""
        return self.scene().height * 25.4 / 200

    def _in_parts(self, field: str, height_mm: float) -> tuple[Self, ...]:
        """The chart as several, none higher than asked unless a single item is."""
        rest: Sequence[object] = getattr(self, field)
        parts: list[Self] = []
        while rest:
            low, high = 1, len(rest)
            while low < high:
                middle = (low + high + 1) // 2
                fits = replace(self, **{field: rest[:middle]}).scene().height <= mm(height_mm)
                low, high = (middle, high) if fits else (low, middle - 1)
            parts.append(replace(self, **{field: rest[:low]}))
            rest = rest[low:]
        return tuple(parts)


def demand(holds: bool, complaint: str) -> None:
    """Refuse data that no picture can be made of.

    Raises:
        ValueError: it does not hold.
    """
    if not holds:
        raise ValueError(complaint)


def demand_items(items: Sequence[object], most: int, what: str) -> None:
    """Refuse nothing and refuse too much."""
    demand(len(items) > 0, f"нет данных для рисунка: {what}")
    demand(
        len(items) <= most, f"слишком много данных для рисунка ({what}: {len(items)}, можно не больше {most})"
    )


def demand_numbers(values: Sequence[Number | None]) -> None:
    """Refuse what is not a number and what is longer than any figure of a document."""
    for value in values:
        if value is not None:
            number = Decimal(value)
            demand(number.is_finite(), "на рисунке не показать то, что не является числом")
            demand(abs(number) < LARGEST, "число слишком велико для рисунка: укрупните единицу измерения")


def places(values: Sequence[Number | None]) -> int:
    """How many digits after the comma the figures of a chart have: as the finest of them, at most two."""
    finest = 0
    for value in values:
        if value is not None:
            exponent = Decimal(value).quantize(Decimal("0.01")).normalize().as_tuple().exponent
            finest = max(finest, -exponent if isinstance(exponent, int) else 0)
    return min(2, finest)


def figure(value: Number | None, after_comma: int | None = None) -> str:
    """«1 234,5»; a dash where nothing is known."""
    if value is None:
        return "–"
    return group(Decimal(value).quantize(Decimal("0.01")) if after_comma is None else value, after_comma)


def told(what: str, items: Sequence[str]) -> str:
    """A sentence with as many of the items as can be listened to."""
    said = "; ".join(items[:_TOLD])
    more = f"; и ещё {len(items) - _TOLD}" if len(items) > _TOLD else ""
    return plain(f"{what.rstrip('. ')}: {said}{more}.")
