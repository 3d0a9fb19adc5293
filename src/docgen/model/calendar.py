"""The production calendar: which days are working, by the Government's transfers of each year.

Data of our own (``data/calendar.json``, 2022–2027, five-day week), compared in the tests with the ``holidays``
package. A year that is not in it is an error, never a guess. Regional holidays are not counted.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
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


@dataclass(frozen=True, slots=True)
class WorkingYear:
    """One year: days off beyond Saturdays and Sundays, working weekends, shortened days, the decree."""

    days_off: frozenset[date]
    working_weekends: frozenset[date]
    shortened: frozenset[date]
    decree: str
    source: str


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
        """Neither a holiday, nor a transferred day off, nor a weekend (unless the weekend was made working)."""
        year = self.year(day.year)
        if day in year.working_weekends:
            return True
        return day.weekday() < 5 and day not in year.days_off

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
        step = _DAY if count > 0 else -_DAY
        for _ in range(abs(count)):
            day = self.adjusted(day + step, "next" if count > 0 else "previous")
        return day

    def working_days_between(self, first: date, last: date) -> int:
        """Working days after ``first`` up to and including ``last``; 0 if ``last`` is not later."""
        span = range(1, (last - first).days + 1)
        return sum(self.is_working(first + timedelta(days=number)) for number in span)


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
        days_off=frozenset(official | {date.fromisoformat(day) for day in transfers.values()}),
        working_weekends=frozenset(left - official),
        shortened=frozenset(date.fromisoformat(day) for day in shortened),
        decree=str(facts["decree"]),
        source=str(facts["source"]),
    )
