"""Gantt chart: what is done when, by blocks, in quarters, months or years, with milestones."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from docgen.charts.chart import Chart, demand, demand_items, told
from docgen.charts.letters import LEADING, SMALL, TINY, widest, width, wrap
from docgen.charts.plot import written
from docgen.charts.scene import GREY, PALE, WIDTH, Box, Fill, Line, Mark, Scene, Sign
from docgen.language.dates.day import in_digits
from docgen.language.dates.periods import last_day

_MONTHS = ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_QUARTERS = ("I", "II", "III", "IV")
_LEFT = round(WIDTH * 0.42)
_PAD = 5.0
_DONE = Fill(85)


@dataclass(frozen=True)
class Milestone:
    """An event of a measure: a diamond at its day, named below the measure."""

    day: date
    name: str


@dataclass(frozen=True)
class Job:
    """A measure: its code, what is done, from when to when (both days belong to it), the block it is in."""

    code: str
    name: str
    start: date
    end: date
    block: str = ""
    milestones: tuple[Milestone, ...] = ()


@dataclass(frozen=True)
class Gantt(Chart):
    """Measures of a programme between two days; ``parts`` makes pictures that fit a page.

    Raises:
        ValueError: no measure or more than 300, an end before a start, a day outside the period, a period over 30 years.
    """

    what: str
    start: date
    end: date
    jobs: tuple[Job, ...]

    def __post_init__(self) -> None:
        demand_items(self.jobs, 300, "мероприятия")
        demand(self.start <= self.end, "период на графике кончается раньше, чем начинается")
        demand(self.start.year >= 1900 and self.end.year <= 2200, "годы на графике – от 1900 до 2200")
        demand(self.end.year - self.start.year < 30, "период на графике длиннее 30 лет")
        for job in self.jobs:
            demand(job.start <= job.end, f"мероприятие {job.code} кончается раньше, чем начинается")
            days = (job.start, job.end, *(milestone.day for milestone in job.milestones))
            demand(
                self.start <= min(days) and max(days) <= self.end,
                f"мероприятие {job.code} выходит за период графика",
            )

    def parts(self, height_mm: float = 225) -> tuple["Gantt", ...]:
        """The chart as several, each with its head, none higher than a page."""
        return self._in_parts("jobs", height_mm)

    def alt(self) -> str:
        """«График мероприятий: 1.1 Оснащение мастерских – с 01.01.2022 по 30.06.2022; …»."""
        return told(self.what, [_said(job) for job in self.jobs])

    def scene(self) -> Scene:
        """The head with years and their parts, a row for every measure, lines down between the parts."""
        calendar = _Calendar(self.start, self.end)
        columns = [*calendar.columns()]
        head = 2 * SMALL * LEADING + 12 if calendar.grain != "year" else SMALL * LEADING + 8
        top, rows, block = head, list[Mark](), ""
        for job in self.jobs:
            if job.block != block:
                block = job.block
                marks, top = _block(block, top)
                rows += marks
            marks, top = _row(job, calendar, top)
            rows += marks
        lines = [
            Line(x, SMALL * LEADING + 6 if n else 0, x, top, PALE, 1) for n, (x, _, _) in enumerate(columns)
        ]
        years = [Line(x, 0, x, top, GREY, 2) for x, _ in calendar.years()]
        frame: list[Mark] = [Box(0, 0, WIDTH, top, None, GREY), Line(0, head, WIDTH, head, GREY)]
        return Scene(int(top) + 1, (*lines, *years, *rows, *_head(calendar), *frame))


@dataclass(frozen=True)
class _Calendar:
    start: date
    end: date

    @property
    def grain(self) -> str:
        """Months for a year and a half, quarters for five years, else years."""
        months = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1
        return "month" if months <= 18 else "quarter" if months <= 60 else "year"

    @property
    def first(self) -> date:
        """The day that the first column begins with."""
        if self.grain == "year":
            return date(self.start.year, 1, 1)
        month = self.start.month if self.grain == "month" else (self.start.month - 1) // 3 * 3 + 1
        return date(self.start.year, month, 1)

    @property
    def last(self) -> date:
        """The day that the last column ends with."""
        step = {"month": 1, "quarter": 3, "year": 12}[self.grain]
        return last_day(self.end.year, -(-self.end.month // step) * step)

    def at(self, day: date) -> float:
        """Where a day begins."""
        days = (self.last - self.first).days + 1
        return _LEFT + (day - self.first).days / days * (WIDTH - _LEFT)

    def years(self) -> Iterator[tuple[float, int]]:
        """Where every year begins."""
        for year in range(self.first.year, self.last.year + 1):
            yield self.at(max(date(year, 1, 1), self.first)), year

    def columns(self) -> Iterator[tuple[float, float, str]]:
        """Left and right of every quarter or month, and its name."""
        step = {"month": 1, "quarter": 3, "year": 12}[self.grain]
        for year in range(self.first.year, self.last.year + 1):
            for month in range(1, 13, step):
                day = date(year, month, 1)
                if self.first <= day <= self.last:
                    after = day.replace(month=month + step) if month + step <= 12 else None
                    right = self.at(after) if after else self.at(date(year, 12, 31) + timedelta(1))
                    name = _MONTHS[month - 1] if step == 1 else _QUARTERS[(month - 1) // 3]
                    yield self.at(day), right, str(year) if step == 12 else name


def _head(calendar: _Calendar) -> list[Mark]:
    high = SMALL * LEADING + 6
    marks: list[Mark] = [*written(["Мероприятие"], 10, 4, SMALL, bold=True)[0]]
    parts = [*calendar.columns()]
    if calendar.grain != "year":
        begins = [*calendar.years()]
        for (left, year), (right, _) in zip(begins, [*begins[1:], (float(WIDTH), 0)], strict=True):
            if right - left > width(str(year), SMALL, bold=True) + 4:
                marks += written([str(year)], 0, 4, SMALL, bold=True, middle=(left + right) / 2)[0]
    top = 4.0 if calendar.grain == "year" else high + 2
    size = SMALL if all(width(name, SMALL) < right - left - 4 for left, right, name in parts) else TINY * 0.86
    if all(width(name, size) < right - left for left, right, name in parts):
        for left, right, name in parts:
            marks += written([name], 0, top, size, middle=(left + right) / 2)[0]
    return marks


def _block(name: str, top: float) -> tuple[list[Mark], float]:
    """A row across with the name of the block."""
    lines, bottom = written(wrap(name, WIDTH - 20, SMALL, bold=True), 10, top + _PAD, SMALL, bold=True)
    bottom += _PAD
    return [Box(0, top, WIDTH, bottom, Fill(238)), *lines, Line(0, bottom, WIDTH, bottom, PALE, 1)], bottom


def _row(job: Job, calendar: _Calendar, top: float) -> tuple[list[Mark], float]:
    code = wrap(job.code, 86, SMALL)
    indent = 10 + max(60.0, widest(code, SMALL) + 12)
    marks: list[Mark] = [*written(code, 10, top + _PAD, SMALL)[0]]
    name, bottom = written(wrap(job.name, _LEFT - indent - 10, SMALL), indent, top + _PAD, SMALL)
    bottom = max(bottom, top + _PAD + len(code) * SMALL * LEADING)
    for milestone in sorted(job.milestones, key=lambda milestone: milestone.day):
        words = f"{in_digits(milestone.day)} – {milestone.name}"
        lines = wrap(words, _LEFT - indent - 32, TINY)
        marks.append(Sign(indent + 8, bottom + TINY * LEADING / 2, 8, "diamond"))
        more, bottom = written(lines, indent + 22, bottom, TINY)
        marks += more
    bottom += _PAD
    middle = (top + bottom) / 2
    left, right = (
        calendar.at(job.start),
        calendar.at(job.end + timedelta(1)) if job.end < calendar.last else float(WIDTH),
    )
    marks.append(Box(left, middle - 9, max(right, left + 4), middle + 9, _DONE))
    for milestone in job.milestones:
        x = min(max(calendar.at(milestone.day), _LEFT + 12), WIDTH - 12)
        marks += [Sign(x, middle, 15, "diamond", 255), Sign(x, middle, 12, "diamond")]
    return [*marks, *name, Line(0, bottom, WIDTH, bottom, PALE, 1)], bottom


def _said(job: Job) -> str:
    days = f"с {in_digits(job.start)} по {in_digits(job.end)}"
    events = "".join(f", {milestone.name} – {in_digits(milestone.day)}" for milestone in job.milestones)
    return f"{job.code} {job.name} – {days}{events}"
