"""Bars by year: side by side (indicators, money by direction) or one upon another (money by source)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from docgen.charts.chart import Chart, Number, demand, demand_items, demand_numbers, figure, places, told
from docgen.charts.letters import LEADING, SMALL, TINY, widest, width
from docgen.charts.plot import (
    FILLS,
    Scale,
    apart,
    heading,
    labels,
    legend,
    names_below,
    ticks,
    value_axis,
)
from docgen.charts.scene import GREY, INK, WIDTH, Box, Line, Mark, Scene, Text, mm

_FIELD = mm(70)
_BARS = 0.78
"""The share of its place that a group of bars takes; the rest is air."""


@dataclass(frozen=True)
class Series:
    """The values of one source, direction or indicator, one for each name below the axis; None is not known."""

    name: str
    values: tuple[Number | None, ...]


@dataclass(frozen=True)
class Bars(Chart):
    """``over`` are the names below the axis: years. ``stacked`` puts the series one upon another, with totals.

    Raises:
        ValueError: nothing to draw, more than 48 names or 8 series, a value that is no number, a negative one in a stack.
    """

    what: str
    unit: str
    over: tuple[str, ...]
    series: tuple[Series, ...]
    stacked: bool = False

    def __post_init__(self) -> None:
        demand_items(self.over, 48, "столбцы")
        demand_items(self.series, len(FILLS), "ряды")
        for series in self.series:
            demand(
                len(series.values) == len(self.over),
                f"в ряду «{series.name}» не столько чисел, сколько столбцов",
            )
        demand_numbers(self._values)
        demand(any(value is not None for value in self._values), "нет данных для рисунка: числа")
        demand(
            not self.stacked or all((value or 0) >= 0 for value in self._values),
            "отрицательное число нельзя показать частью столбца",
        )
        demand(all(len(name) <= 200 for name in self.over), "слишком длинное название под столбцом")

    @property
    def _values(self) -> list[Number | None]:
        return [value for series in self.series for value in series.values]

    @property
    def _totals(self) -> list[Decimal]:
        columns = zip(*(series.values for series in self.series), strict=True)
        return [
            sum((Decimal(value) for value in column if value is not None), Decimal(0)) for column in columns
        ]

    def alt(self) -> str:
        """«Финансирование, тыс. рублей: 2022 – федеральный бюджет 50 000, …, всего 90 000; 2023 – …»."""
        after = places(self._values)
        said = []
        for number, name in enumerate(self.over):
            pieces = [
                f"{series.name} {figure(series.values[number], after)}"
                if len(self.series) > 1
                else figure(series.values[number], after)
                for series in self.series
            ]
            total = (
                [f"всего {figure(self._totals[number], after)}"]
                if self.stacked and len(self.series) > 1
                else []
            )
            said.append(f"{name} – {', '.join(pieces + total)}")
        return told(f"{self.what}, {self.unit}", said)

    def scene(self) -> Scene:
        """The unit and the legend, the field with its bars, the names below."""
        marks, top = legend([(fill, s.name) for fill, s in zip(FILLS, self.series, strict=False)], 0)
        if len(self.series) == 1 and not self.stacked:
            marks, top = [], 0
        unit, top = heading(self.unit, WIDTH, 0, top + (14 if marks else 0))
        known = [value for value in (self._totals if self.stacked else self._values) if value is not None]
        steps = ticks(known)
        left = widest(labels(steps), SMALL) + 14
        style = _Labels.of(self, (WIDTH - left) / len(self.over))
        top += max(style.extent, 10) + 14
        scale = Scale(steps[0], steps[-1], top + _FIELD, top)
        marks += [*unit, *value_axis(scale, steps, left, WIDTH)]
        field = _Field(self, scale, left, style)
        marks += field.stack() if self.stacked else field.groups()
        marks.append(Line(left, scale.at(0), WIDTH, scale.at(0), INK))
        bottom = top + _FIELD + (style.extent if min(known) < 0 else 0) + 12
        names, bottom = names_below(self.over, left, WIDTH, bottom)
        return Scene(int(bottom) + 6, (*marks, *names))


@dataclass(frozen=True)
class _Labels:
    """How the values are written at the bars: level, upright, or not at all when there is no room."""

    after: int
    size: float
    style: str
    extent: float

    @classmethod
    def of(cls, bars: Bars, slot: float) -> "_Labels":
        after = places(bars._values)
        values: Sequence[Number | None] = bars._totals if bars.stacked else bars._values
        texts = [figure(value, after) for value in values]
        room = (
            slot - 6
            if bars.stacked
            else slot * _BARS / len(bars.series) + (slot * 0.2 if len(bars.series) == 1 else 0)
        )
        for size in (SMALL, TINY):
            if widest(texts, size) <= room - 8:
                return cls(after, size, "level", size * LEADING + 4)
        if room >= TINY * LEADING:
            return cls(after, TINY, "upright", widest(texts, TINY) + 8)
        return cls(after, TINY, "", 0)

    def at(self, value: Number | None, middle: float, end: float, *, below: bool) -> list[Mark]:
        """The value beyond the end of its bar."""
        words = figure(value, self.after)
        long, high = width(words, self.size), self.size * LEADING
        if self.style == "level":
            return [Text(middle - long / 2, end + 3 if below else end - high - 2, words, self.size)]
        if self.style == "upright":
            y = end + 5 if below else end - long - 5
            return [Text(middle - high / 2, y, words, self.size, upright=True)]
        return []


@dataclass(frozen=True)
class _Field:
    bars: Bars
    scale: Scale
    left: float
    labels: _Labels

    @property
    def slot(self) -> float:
        return (WIDTH - self.left) / len(self.bars.over)

    def groups(self) -> list[Mark]:
        """The bars of every name side by side, each with its value."""
        marks: list[Mark] = []
        count = len(self.bars.series)
        share = _BARS if count > 1 else min(_BARS, 0.55)
        wide = min(self.slot * share / count, mm(22))
        zero = self.scale.at(0)
        for number in range(len(self.bars.over)):
            start = self.left + self.slot * (number + 0.5) - wide * count / 2
            for place, series in enumerate(self.bars.series):
                value = series.values[number]
                x, end = start + place * wide, self.scale.at(value or 0)
                marks.append(
                    Box(x, min(zero, end), x + wide, max(zero, end), FILLS[place], INK, _outline(wide))
                )
                marks += self.labels.at(value, x + wide / 2, end, below=(value or 0) < 0)
        return marks

    def stack(self) -> list[Mark]:
        """The parts one upon another, the total above, every part's value beside it if there is room."""
        marks: list[Mark] = []
        for number, total in enumerate(self.bars._totals):
            parts = [series.values[number] for series in self.bars.series]
            texts = [figure(part, self.labels.after) for part in parts]
            beside = widest(texts, SMALL) + 22
            room = self.slot * 0.94 - beside
            over = width(figure(total, self.labels.after), self.labels.size) - 24
            named = room >= max(30, over) and len(parts) > 1 and self.labels.style == "level"
            wide = min(room, max(over, mm(16))) if named else min(self.slot * 0.6, mm(16))
            x = self.left + self.slot * (number + 0.5) - (wide + (beside if named else 0)) / 2
            base, middles = Decimal(0), []
            for fill, part in zip(FILLS, parts, strict=False):
                low, base = base, base + (part or 0)
                y0, y1 = self.scale.at(low), self.scale.at(base)
                middles.append((y0 + y1) / 2)
                marks.append(Box(x, y1, x + wide, y0 + 1, fill, INK, _outline(wide)))
            marks += self.labels.at(total, x + wide / 2, self.scale.at(total), below=False)
            if named:
                marks += self._beside(
                    x + wide,
                    [m for m, p in zip(middles, parts, strict=True) if p],
                    [t for t, p in zip(texts, parts, strict=True) if p],
                )
        return marks

    def _beside(self, x: float, middles: Sequence[float], texts: Sequence[str]) -> list[Mark]:
        high = SMALL * LEADING
        marks: list[Mark] = []
        for middle, y, words in zip(
            middles,
            apart(middles, high, self.scale.end, self.scale.start - high / 2),
            texts,
            strict=True,
        ):
            marks.append(Line(x, middle, x + 14, y, GREY, 1))
            marks.append(Text(x + 18, y - high / 2, words, SMALL))
        return marks


def _outline(wide: float) -> int:
    return 2 if wide > 12 else 1
