"""Ranked bars: many names with one value each, the ones that stand out are dark."""

from dataclasses import dataclass

from docgen.charts.chart import Chart, Number, demand, demand_items, demand_numbers, figure, places, told
from docgen.charts.letters import LEADING, SMALL, plain, widest, width, wrap
from docgen.charts.plot import Scale, bare, heading, written
from docgen.charts.scene import GREY, INK, WIDTH, Box, Fill, Line, Mark, Scene, Text

_OTHER, _OUTLIER = Fill(204), Fill(51)
_NAMES = WIDTH * 0.42


@dataclass(frozen=True)
class Place:
    """A name with its value; ``outlier`` is drawn dark and with bold letters."""

    name: str
    value: Number
    outlier: bool = False


@dataclass(frozen=True)
class Ranked(Chart):
    """Rows in the order given, usually from the greatest; ``line`` is a value to compare with (a mean, a limit).

    Raises:
        ValueError: no row or more than 400, a value that is no number, a line without a name.
    """

    what: str
    unit: str
    places: tuple[Place, ...]
    line: Number | None = None
    line_name: str = ""
    reach: tuple[Number, ...] = ()
    """Values that the scale must hold besides those of the rows: parts of one chart have one scale."""

    def __post_init__(self) -> None:
        demand_items(self.places, 400, "строки")
        demand_numbers([*self._values, self.line, *self.reach])
        demand(self.line is None or bool(self.line_name), "линия на рисунке не названа")

    @property
    def _values(self) -> list[Number]:
        return [place.value for place in self.places]

    def parts(self, height_mm: float = 225) -> tuple["Ranked", ...]:
        """The chart as several of one scale, none higher than a page."""
        whole = Ranked(
            self.what,
            self.unit,
            self.places,
            self.line,
            self.line_name,
            (*self.reach, min(self._values), max(self._values)),
        )
        return whole._in_parts("places", height_mm)

    def alt(self) -> str:
        """«Средний балл, баллов: Татарстан – 4,8 (выделено); …; среднее – 4,1»."""
        after = places(self._values)
        said = [
            f"{p.name} – {figure(p.value, after)}{' (выделено)' if p.outlier else ''}" for p in self.places
        ]
        line = [f"{self.line_name} – {figure(self.line)}"] if self.line is not None else []
        return told(f"{self.what}, {self.unit}", [*line, *said])

    def scene(self) -> Scene:
        """The unit, the rows, the line to compare with and its name above."""
        after = places(self._values)
        known = [*self._values, *self.reach, *([] if self.line is None else [self.line])]
        texts = [figure(value, after) for value in known]
        beyond = widest(texts, SMALL, bold=True) + 12
        names = min(_NAMES, widest([plain(p.name) for p in self.places], SMALL, bold=True) + 1)
        left = names + 16 + (beyond if min(known) < 0 else 0)
        scale = bare([0, *known], left, WIDTH - beyond)
        marks, top = list[Mark](), 0.0
        unit, top = heading(self.unit, WIDTH * 0.4)
        marks += unit
        if self.line is not None:
            words = f"{self.line_name} – {figure(self.line)}"
            lines = wrap(words, WIDTH * 0.5, SMALL)
            middle = min(
                max(scale.at(self.line), WIDTH * 0.45 + widest(lines, SMALL) / 2),
                WIDTH - widest(lines, SMALL) / 2,
            )
            more, end = written(lines, 0, 0, SMALL, middle=middle)
            marks, top = marks + list[Mark](more), max(top, end)
        top += 8
        first = top
        for place in self.places:
            row, top = _row(place, figure(place.value, after), scale, names, top)
            marks += row
        marks.append(Line(scale.at(0), first, scale.at(0), top, INK))
        if self.line is not None:
            marks.append(Line(scale.at(self.line), first, scale.at(self.line), top, GREY, 2, dashed=True))
        return Scene(int(top) + 4, tuple(marks))


def _row(place: Place, words: str, scale: Scale, names: float, top: float) -> tuple[list[Mark], float]:
    """The name up to the bars, the bar, the value beyond its end."""
    bold = place.outlier
    lines = wrap(place.name, names, SMALL, bold=bold)
    name, bottom = written(lines, 0, top + 3, SMALL, bold=bold, right=names)
    bottom += 3
    zero, end, middle = scale.at(0), scale.at(place.value), (top + bottom) / 2
    bar = Box(min(zero, end), middle - 10, max(zero, end), middle + 10, _OUTLIER if bold else _OTHER, INK, 1)
    x = end - 8 - width(words, SMALL, bold=bold) if place.value < 0 else end + 8
    value = Text(x, middle - SMALL * LEADING / 2, words, SMALL, bold)
    return [*name, bar, value], bottom
