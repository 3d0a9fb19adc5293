"""Small multiples: a little chart for every indicator, each with its own unit and scale, in one picture."""

from dataclasses import dataclass

from docgen.charts.chart import Chart, Number, demand, demand_items, demand_numbers, figure, places, told
from docgen.charts.letters import LEADING, SMALL, TINY, widest, width, wrap
from docgen.charts.plot import bare, legend, names_below, written
from docgen.charts.scene import INK, WIDTH, Box, Fill, Line, Mark, Scene, Text, mm

_FACT, _PLAN = Fill(68), Fill(255, "/", 68)
_GAP = 60
_FIELD = mm(26)


@dataclass(frozen=True)
class Moment:
    """A year and the value in it; ``fact`` if it was measured, not planned."""

    when: str
    value: Number | None
    fact: bool = False


@dataclass(frozen=True)
class Panel:
    """An indicator: its name, its unit, its values."""

    name: str
    unit: str
    moments: tuple[Moment, ...]


@dataclass(frozen=True)
class Multiples(Chart):
    """Indicators side by side; ``parts`` makes pictures that fit a page.

    Raises:
        ValueError: no indicator or more than 120, none or more than 12 values of one, a value that is no number.
    """

    what: str
    panels: tuple[Panel, ...]

    def __post_init__(self) -> None:
        demand_items(self.panels, 120, "показатели")
        for panel in self.panels:
            demand_items(panel.moments, 12, f"годы показателя «{panel.name}»")
            demand_numbers([moment.value for moment in panel.moments])
            demand(all(len(moment.when) <= 20 for moment in panel.moments), "слишком длинное название года")

    def parts(self, height_mm: float = 225) -> tuple["Multiples", ...]:
        """The chart as several, none higher than a page."""
        return self._in_parts("panels", height_mm)

    def alt(self) -> str:
        """«Показатели: численность обучающихся, человек – 2022 – 1200 (факт), 2023 – 1300; …»."""
        return told(self.what, [_said(panel) for panel in self.panels])

    def scene(self) -> Scene:
        """The legend if some values are facts and some are plans, then the panels in rows."""
        facts = {moment.fact for panel in self.panels for moment in panel.moments}
        marks, top = legend([(_FACT, "факт"), (_PLAN, "план")], 0) if len(facts) == 2 else ([], 0.0)
        top += 16 if marks else 0
        count = 1 if len(self.panels) == 1 else 2 if len(self.panels) in (2, 4) else 3
        wide = (WIDTH - _GAP * (count - 1)) / count
        for start in range(0, len(self.panels), count):
            row = self.panels[start : start + count]
            heads = [
                wrap(f"{panel.name}, {panel.unit}" if panel.unit else panel.name, wide, SMALL)
                for panel in row
            ]
            high = max(len(lines) for lines in heads) * SMALL * LEADING
            bottoms = []
            for number, (panel, lines) in enumerate(zip(row, heads, strict=True)):
                left = number * (wide + _GAP)
                marks += written(lines, left, top + high - len(lines) * SMALL * LEADING, SMALL)[0]
                field, bottom = _panel(panel, left, left + wide, top + high + 6)
                marks += field
                bottoms.append(bottom)
            top = max(bottoms) + 40
        return Scene(int(top) - 30, tuple(marks))


def _panel(panel: Panel, left: float, right: float, top: float) -> tuple[list[Mark], float]:
    values = [moment.value for moment in panel.moments]
    known = [value for value in values if value is not None]
    texts = [figure(value, places(values)) for value in values]
    slot = (right - left) / len(panel.moments)
    size = next((size for size in (SMALL, TINY) if widest(texts, size) <= slot - 6), TINY)
    upright = widest(texts, size) > slot - 6
    extent = (widest(texts, size) if upright else size * LEADING) + 8
    low = extent if any(value < 0 for value in known) else 0
    high = extent if not known or max(known) >= 0 else 0
    scale = bare([0, *known], top + high + _FIELD, top + high)
    marks: list[Mark] = []
    zero = scale.at(0)
    for number, (moment, words) in enumerate(zip(panel.moments, texts, strict=True)):
        middle, end = left + slot * (number + 0.5), scale.at(moment.value or 0)
        wide = min(slot * 0.6, mm(14))
        fill = _FACT if moment.fact else _PLAN
        marks.append(Box(middle - wide / 2, min(zero, end), middle + wide / 2, max(zero, end), fill, INK))
        marks.append(_value(words, middle, end, size, upright=upright, below=(moment.value or 0) < 0))
    marks.append(Line(left, zero, right, zero, INK))
    names, bottom = names_below([moment.when for moment in panel.moments], left, right, scale.start + low + 6)
    return [*marks, *names], bottom


def _value(words: str, middle: float, end: float, size: float, *, upright: bool, below: bool) -> Text:
    long, high = width(words, size), size * LEADING
    across, along = (high, long) if upright else (long, high)
    return Text(middle - across / 2, end + 4 if below else end - along - 4, words, size, upright=upright)


def _said(panel: Panel) -> str:
    after = places([moment.value for moment in panel.moments])
    values = [
        f"{moment.when} – {figure(moment.value, after)}{' (факт)' if moment.fact else ''}"
        for moment in panel.moments
    ]
    name = f"{panel.name}, {panel.unit}" if panel.unit else panel.name
    return f"{name}: {', '.join(values)}"
