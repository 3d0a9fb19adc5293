"""The parts that several charts are made of: a scale with round steps, a legend, lines of text at a place."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from docgen.charts.chart import Number, figure, places
from docgen.charts.letters import LEADING, SMALL, TINY, longest_word, widest, width, wrap
from docgen.charts.scene import INK, PALE, WHITE, WIDTH, Box, Fill, Line, Mark, Text, mm

FILLS = (
    Fill(51),
    Fill(204),
    Fill(WHITE, "/", 51),
    Fill(119),
    Fill(238, ".", 34),
    Fill(170, "x", 34),
    Fill(WHITE, "-", 85),
    Fill(WHITE),
)
"""As many kinds of area as an eye tells apart in black and white; neighbours differ most."""


@dataclass(frozen=True)
class Scale:
    """Values on a line of pixels: ``low`` lies at ``start``, ``high`` at ``end``."""

    low: Decimal
    high: Decimal
    start: float
    end: float

    def at(self, value: Number) -> float:
        """The place of a value."""
        return self.start + float((Decimal(value) - self.low) / (self.high - self.low)) * (
            self.end - self.start
        )


def bare(values: Sequence[Number], start: float, end: float) -> Scale:
    """A scale from zero to the farthest values, for a field whose figures are written at the marks."""
    low, high = min(Decimal(0), *map(Decimal, values)), max(Decimal(0), *map(Decimal, values))
    return Scale(low, high if low < high else low + 1, start, end)


def ticks(values: Sequence[Number], *, about: int = 5, zero: bool = True) -> tuple[Decimal, ...]:
    """Round values from below the least to above the greatest; ``zero`` is among them if asked."""
    numbers = [Decimal(value) for value in values] + ([Decimal(0)] if zero else [])
    low, high = min(numbers), max(numbers)
    finest = Decimal(1).scaleb(-places(values))
    if low == high:
        low, high = (low, high + finest) if zero else (low - finest, high + finest)
    step = _step(max((high - low) / about, finest))
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = max((high / step).to_integral_value(ROUND_CEILING), first + 1)
    return tuple((first + number) * step for number in range(int(last - first) + 1))


def _step(rough: Decimal) -> Decimal:
    """One, two or five with zeros, not less than ``rough``."""
    power = Decimal(1).scaleb(rough.adjusted())
    return next(power * times for times in (1, 2, 5, 10) if power * times >= rough)


def labels(steps: Sequence[Decimal]) -> list[str]:
    """The round values as they are written."""
    after = places(steps)
    return [figure(step, after) for step in steps]


def value_axis(scale: Scale, steps: Sequence[Decimal], left: float, right: float) -> list[Mark]:
    """Level lines across the field, their values to the left of it."""
    marks: list[Mark] = []
    for step, label in zip(steps, labels(steps), strict=True):
        y = scale.at(step)
        marks.append(Line(left, y, right, y, PALE, 1))
        marks.append(Text(left - 12 - width(label, SMALL), y - SMALL * LEADING / 2, label, SMALL))
    return marks


def heading(words: str, room: float, left: float = 0, top: float = 0) -> tuple[list[Text], float]:
    """The unit above an axis; the marks and where they end."""
    return written(wrap(words, room, SMALL), left, top, SMALL)


def written(
    lines: Sequence[str],
    left: float,
    top: float,
    size: float,
    *,
    bold: bool = False,
    shade: int = INK,
    middle: float | None = None,
    right: float | None = None,
) -> tuple[list[Text], float]:
    """Lines one under another from ``left``, about ``middle`` or up to ``right``; where they end."""
    marks: list[Text] = []
    for line in lines:
        x = left
        if middle is not None:
            x = middle - width(line, size, bold=bold) / 2
        elif right is not None:
            x = right - width(line, size, bold=bold)
        marks.append(Text(x, top, line, size, bold, shade))
        top += size * LEADING
    return marks, top


def legend(
    items: Sequence[tuple[Fill, str]], top: float, *, left: float = 0, right: float = WIDTH
) -> tuple[list[Mark], float]:
    """Swatches with their names in rows; the marks and where they end."""
    marks: list[Mark] = []
    x, high, swatch = left, SMALL * LEADING, 40.0
    row = 0
    for fill, name in items:
        lines = wrap(name, right - left - swatch - 12, SMALL)
        long = swatch + 12 + widest(lines, SMALL)
        if x > left and x + long > right:
            x, top, row = left, top + row * high + 8, 0
        marks.append(Box(x, top + 4, x + swatch, top + high - 4, fill, INK, 1))
        marks += written(lines, x + swatch + 12, top, SMALL)[0]
        x, row = x + long + 36, max(row, len(lines))
    return marks, top + row * high


def apart(middles: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """The same places in the same order, moved as little as needed to be ``gap`` from each other within the bounds."""
    order = sorted(range(len(middles)), key=lambda n: (middles[n], n))
    placed: list[float] = []
    for index in order:
        floor = placed[-1] + gap if placed else low
        placed.append(max(middles[index], floor))
    ceiling = high
    for n in reversed(range(len(placed))):
        placed[n] = min(placed[n], ceiling)
        ceiling = placed[n] - gap
    back = dict(zip(order, placed, strict=True))
    return [back[n] for n in range(len(middles))]


def names_below(names: Sequence[str], left: float, right: float, top: float) -> tuple[list[Text], float]:
    """The names below the axis: level if no word must be broken for it, else upright."""
    slot = (right - left) / len(names)
    marks: list[Text] = []
    bottom = top
    if max(longest_word(name, SMALL) for name in names) <= slot - 10:
        for number, name in enumerate(names):
            level, end = written(
                wrap(name, slot - 8, SMALL), 0, top, SMALL, middle=left + slot * (number + 0.5)
            )
            marks, bottom = [*marks, *level], max(bottom, end)
        return marks, bottom
    for number, name in enumerate(names):
        lines = _upright_lines(name, max(1, int(slot // (TINY * LEADING))))
        x = left + slot * (number + 0.5) - len(lines) * TINY * LEADING / 2
        for line in lines:
            long = width(line, TINY)
            marks.append(Text(x, top, line, TINY, upright=True))
            x, bottom = x + TINY * LEADING, max(bottom, top + long)
    return marks, bottom


def _upright_lines(name: str, most: int) -> list[str]:
    room = float(mm(35))
    while len(lines := wrap(name, room, TINY)) > most:
        room *= 1.25
    return lines
