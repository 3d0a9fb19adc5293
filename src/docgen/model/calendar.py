"""The production calendar: which days are working, by the Government's transfers of each year.

Data of our own (``data/calendar.json``, 2022–2027, five-day week), compared in the tests with the ``holidays``
package. A year that is not in it is an error, never a guess. Regional holidays are not counted.
"""

import json
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from importlib.resources import files
from typing import Literal

Adjust = Literal["previous", "next", "none"]
"""Where a deadline moves from a non-working day: orders – back, contracts – forward (ГК РФ, ст. 193)."""

_DAY = timedelta(days=1)


class CalendarMissing(ValueError):  # noqa: N818 - said as it is read: «calendar missing»
    """There is no production calendar for ``year``."""

    def __init__(self, year: int) -> None:
        super().__init__(f"Нет производственного календаря на {year} год: рабочие дни не посчитать.")
        self.year = year


@dataclass(frozen=True)
class WorkingYear:
    """One year: days off beyond Saturdays and Sundays, working weekends, shortened days, the decree."""

    year: int
    days_off: frozenset[date]
    working_weekends: frozenset[date]
    shortened: frozenset[date]
    decree: str
    source: str

    def is_working(self, day: date) -> bool:
        """Neither a holiday, nor a transferred day off, nor a weekend (unless the weekend was made working)."""
        return day in self.working_weekends or (day.weekday() < 5 and day not in self.days_off)

    @cached_property
    def ordinals(self) -> tuple[int, ...]:
        """The numbers of all working days, from the first on."""
        first, after = date(self.year, 1, 1).toordinal(), date(self.year + 1, 1, 1).toordinal()
        return tuple(day for day in range(first, after) if self.is_working(date.fromordinal(day)))


@dataclass(frozen=True, slots=True)
class ProductionCalendar:
    """Working days of the years it knows; every other year raises :class:`CalendarMissing`."""

    years: Mapping[int, WorkingYear]

    def year(self, year: int) -> WorkingYear:
        """The year's calendar."""
        try:
            return self.years[year]
        except KeyError:
            raise CalendarMissing(year) from None

    def is_working(self, day: date) -> bool:
        """Whether people work on that day."""
        return self.year(day.year).is_working(day)

    def is_shortened(self, day: date) -> bool:
        """A working day one hour shorter, before a holiday (ТК РФ, ст. 95)."""
        return day in self.year(day.year).shortened

    def previous_working(self, day: date) -> date:
        """The last working day before ``day``."""
        return self.adjusted(day - _DAY, "previous")

    def next_working(self, day: date) -> date:
        """The first working day after ``day``."""
        return self.adjusted(day + _DAY, "next")

    def adjusted(self, day: date, adjust: Adjust = "previous") -> date:
        """``day`` itself if it is working, otherwise the nearest working day that way."""
        if adjust == "none":
            return day
        step = -_DAY if adjust == "previous" else _DAY
        while not self.is_working(day):
            day += step
        return day

    def add_working_days(self, day: date, count: int) -> date:
        """The ``count``-th working day after ``day`` (which is not counted); negative counts go back."""
        if count > 0:
            return self._working_day_after(day, count)
        for _ in range(-count):
            day = self.previous_working(day)
        return day

    def _working_day_after(self, day: date, count: int) -> date:
        year = (day + _DAY).year
        while True:
            working = self.year(year).ordinals
            place = bisect_right(working, day.toordinal()) + count - 1
            if place < len(working):
                return date.fromordinal(working[place])
            count, year = place - len(working) + 1, year + 1

    def working_days_between(self, first: date, last: date) -> int:
        """Working days after ``first`` up to and including ``last``; 0 if ``last`` is not later."""
        if last <= first:
            return 0
        years = [self.year(year).ordinals for year in range((first + _DAY).year, last.year + 1)]
        return sum(
            bisect_right(working, last.toordinal()) - bisect_right(working, first.toordinal())
            for working in years
        )


@cache
def production_calendar() -> ProductionCalendar:
    """The calendar that docgen ships."""
    text = files("docgen.model").joinpath("data/calendar.json").read_text(encoding="utf-8")
    data = json.loads(text)
    years = {
        int(year): _working_year(int(year), data["holidays"], facts) for year, facts in data["years"].items()
    }
    return ProductionCalendar(years)


def _working_year(year: int, holidays: list[str], facts: Mapping[str, object]) -> WorkingYear:
    transfers, shortened = facts["transfers"], facts["shortened"]
    assert isinstance(transfers, dict)
    assert isinstance(shortened, list)
    official = {date.fromisoformat(f"{year}-{day}") for day in holidays}
    left = {date.fromisoformat(day) for day in transfers}
    return WorkingYear(
        year=year,
        days_off=frozenset(official | {date.fromisoformat(day) for day in transfers.values()}),
        working_weekends=frozenset(left - official),
        shortened=frozenset(date.fromisoformat(day) for day in shortened),
        decree=str(facts["decree"]),
        source=str(facts["source"]),
    )
