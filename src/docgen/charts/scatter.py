"""Scatter: many points of two values, the ones that stand out are dark and named."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from docgen.charts.chart import Chart, Number, demand_items, demand_numbers, figure, places, told
from docgen.charts.letters import LEADING, SMALL, TINY, widest, wrap
from docgen.charts.plot import Scale, heading, labels, ticks, value_axis, written
from docgen.charts.scene import GREY, INK, PALE, WIDTH, Line, Mark, Scene, Sign, Text, mm

_FIELD = mm(95)
_LARGE = 12
_ROOM = mm(42)
_RINGS = (18, 40, 70, 105, 145, 190)
_Area = tuple[float, float, float, float]
_Spot = tuple["Dot", float, float]


@dataclass(frozen=True)
class Dot:
    """A point with its name; only an ``outlier`` is named on the picture."""

    name: str
    x: Number
    y: Number
    outlier: bool = False


@dataclass(frozen=True)
class Scatter(Chart):
    """Points over two axes with their titles, units included.

    Raises:
        ValueError: no point or more than 2000, a value that is no number.
    """

    what: str
    x_title: str
    y_title: str
    dots: tuple[Dot, ...]

    def __post_init__(self) -> None:
        demand_items(self.dots, 2000, "точки")
        demand_numbers([value for dot in self.dots for value in (dot.x, dot.y)])

    @property
    def _radius(self) -> int:
        return 9 if len(self.dots) <= 60 else 7 if len(self.dots) <= 200 else 5

    def alt(self) -> str:
        """«Выпуск и приём: по горизонтали – …, от 10 до 900; …; выделены: Татарстан (700; 12)»."""
        after = places([dot.x for dot in self.dots]), places([dot.y for dot in self.dots])
        ends = [
            f"{side} – {title}, от {figure(min(values), digits)} до {figure(max(values), digits)}"
            for side, title, digits, values in (
                ("по горизонтали", self.x_title, after[0], [dot.x for dot in self.dots]),
                ("по вертикали", self.y_title, after[1], [dot.y for dot in self.dots]),
            )
        ]
        named = [
            f"{d.name} ({figure(d.x, after[0])}; {figure(d.y, after[1])})" for d in self.dots if d.outlier
        ]
        outliers = [f"выделены {', '.join(named)}"] if named else []
        return told(self.what, [f"точек – {len(self.dots)}", *ends, *outliers])

    def scene(self) -> Scene:
        """The axes, the points, the names beside theirs; a name that finds no room goes below with a number."""
        title, top = heading(self.y_title, WIDTH)
        top += 24
        across, up = (ticks([getattr(dot, axis) for dot in self.dots], zero=False) for axis in "xy")
        left = widest(labels(up), SMALL) + 14
        y_scale = Scale(up[0], up[-1], top + _FIELD, top)
        half = widest(labels(across), SMALL) / 2 + 4
        x_scale = Scale(across[0], across[-1], max(left + 20, half), WIDTH - half)
        marks: list[Mark] = [*title, *value_axis(y_scale, up, left, WIDTH)]
        below, bottom = _across(x_scale, across, top, top + _FIELD)
        name, bottom = written(wrap(self.x_title, WIDTH - left, SMALL), 0, bottom + 4, SMALL, right=WIDTH)
        marks += [*below, *name]
        marks.append(Line(left, top + _FIELD, WIDTH, top + _FIELD, INK))
        spots = [(dot, x_scale.at(dot.x), y_scale.at(dot.y)) for dot in self.dots]
        plain = [Sign(x, y, self._radius, shade=136) for dot, x, y in spots if not dot.outlier]
        dark = [Sign(x, y, _LARGE) for dot, x, y in spots if dot.outlier]
        points = [_around(x, y, _LARGE if dot.outlier else self._radius) for dot, x, y in spots]
        names, late = _named(spots, _Room((left + 4, top, float(WIDTH), top + _FIELD), points, []))
        more, bottom = _late(late, bottom)
        return Scene(int(bottom) + 4, (*marks, *plain, *names, *dark, *more))


def _across(scale: Scale, steps: Sequence[Decimal], top: float, bottom: float) -> tuple[list[Mark], float]:
    """Plumb lines and the values below them, as many as do not meet."""
    words = labels(steps)
    apart = abs(scale.at(steps[1]) - scale.at(steps[0]))
    every = max(1, math.ceil((widest(words, SMALL) + 16) / apart))
    marks: list[Mark] = []
    for number, (step, label) in enumerate(zip(steps, words, strict=True)):
        x = scale.at(step)
        marks.append(Line(x, top, x, bottom, PALE, 1))
        if number % every == 0:
            marks += written([label], 0, bottom + 10, SMALL, middle=x)[0]
    return marks, bottom + 10 + SMALL * LEADING


@dataclass
class _Room:
    """What is taken on the field: by points, where no name may stand, and by names, which no leader may cross."""

    field: _Area
    points: list[_Area]
    names: list[_Area]

    def takes(self, x: float, y: float, area: _Area) -> bool:
        """Whether a name of the point may stand there; if so it does."""
        inside = (
            self.field[0] <= area[0]
            and self.field[1] <= area[1]
            and area[2] <= self.field[2]
            and area[3] <= self.field[3]
        )
        if not inside or _met(area, self.points) or _met(area, self.names):
            return False
        near_x, near_y = _nearest(x, y, area)
        steps = [(x + (near_x - x) * n / 12, y + (near_y - y) * n / 12) for n in range(13)]
        if any(_met((sx, sy, sx, sy), self.names) for sx, sy in steps):
            return False
        self.names.append(area)
        return True


def _named(spots: Sequence[_Spot], room: _Room) -> tuple[list[Mark], list[str]]:
    """The names of the outliers where nothing else is, and those for which there is no such place."""
    marks: list[Mark] = []
    late: list[str] = []
    for dot, x, y in spots:
        if not dot.outlier:
            continue
        lines = wrap(dot.name, _ROOM, TINY)
        size = (widest(lines, TINY), len(lines) * TINY * LEADING)
        area = next((area for area in _places(x, y, *size) if room.takes(x, y, area)), None)
        if area is None:
            late.append(f"{dot.name} ({figure(dot.x)}; {figure(dot.y)})")
        else:
            marks += [*_leader(x, y, area), *written(lines, area[0], area[1], TINY)[0]]
    return marks, late


def _places(x: float, y: float, wide: float, high: float) -> Iterator[_Area]:
    """Areas around a point, the nearest first: right, left, above, below, then aslant."""
    for ring in _RINGS:
        for turn in (0, 8, 4, 12, 2, 14, 6, 10, 1, 15, 7, 9, 3, 13, 5, 11):
            angle = turn * math.pi / 8
            cx = x + math.cos(angle) * (ring + wide / 2)
            cy = y - math.sin(angle) * (ring + high / 2)
            yield cx - wide / 2, cy - high / 2, cx + wide / 2, cy + high / 2


def _leader(x: float, y: float, area: _Area) -> list[Mark]:
    """A thin line to a name that stands away from its point."""
    near_x, near_y = _nearest(x, y, area)
    far = math.hypot(near_x - x, near_y - y) > _RINGS[0] + 8
    return [Line(x, y, near_x, near_y, GREY, 1)] if far else []


def _nearest(x: float, y: float, area: _Area) -> tuple[float, float]:
    return min(max(x, area[0]), area[2]), min(max(y, area[1]), area[3])


def _around(x: float, y: float, radius: float) -> _Area:
    return x - radius - 2, y - radius - 2, x + radius + 2, y + radius + 2


def _met(area: _Area, taken: Sequence[_Area]) -> bool:
    left, top, right, bottom = area
    return any(
        left < other[2] and other[0] < right and top < other[3] and other[1] < bottom for other in taken
    )


def _late(late: Sequence[str], top: float) -> tuple[list[Text], float]:
    if not late:
        return [], top
    return written(wrap(f"Выделены, но не подписаны: {'; '.join(late)}.", WIDTH, TINY), 0, top + 8, TINY)
