"""When something recurring falls next: the days that a cycle names, one after another."""

from collections.abc import Iterator
from datetime import date, timedelta

from docgen.language.dates.day import days_in
from docgen.language.deadlines.cycles import LAST, MONTHS_IN, Every
from docgen.model.calendar import ProductionCalendar

_DAY = timedelta(days=1)
_SUNDAY = 6
_HORIZON = 64
"""Months looked ahead: enough for a fifth Monday or a yearly report, twice over."""


def occurrences(cycle: Every, after: date, calendar: ProductionCalendar) -> Iterator[date]:
    """The days that ``cycle`` names, later than ``after``, not yet moved from days off; at most some years of them.

    Raises:
        CalendarMissing: the n-th working day of a month in a year without a calendar.
    """
    if cycle.frequency == "daily":
        yield from (after + _DAY * number for number in range(1, _HORIZON))
    elif cycle.frequency == "weekly":
        named = cycle.weekdays or (_SUNDAY,)
        following = (after + _DAY * number for number in range(1, 7 * _HORIZON))
        yield from (day for day in following if day.weekday() in named)
    else:
        days = (_in_month(cycle, year, month, calendar) for year, month in _months(cycle, after))
        yield from (day for day in days if day is not None and day > after)


def _months(cycle: Every, after: date) -> Iterator[tuple[int, int]]:
    """Months in which the cycle has a day."""
    size = MONTHS_IN[cycle.frequency]
    first = after.year * 12 + after.month - 1
    for number in range(first, first + _HORIZON):
        year, month = divmod(number, 12)
        if _falls_in(cycle, month + 1, size):
            yield year, month + 1


def _falls_in(cycle: Every, month: int, size: int) -> bool:
    if cycle.frequency == "yearly":
        return month == (cycle.month or 12)
    return (month - cycle.offset) % size == 0


def _in_month(cycle: Every, year: int, month: int, calendar: ProductionCalendar) -> date | None:
    if cycle.workday:
        return _workday(cycle.workday, year, month, calendar)
    if cycle.nth and cycle.weekdays:
        return _nth_weekday(cycle.nth, cycle.weekdays[0], year, month)
    last = days_in(year, month)
    return date(year, month, min(cycle.day or last, last))


def _workday(number: int, year: int, month: int, calendar: ProductionCalendar) -> date:
    if number == LAST:
        return calendar.adjusted(date(year, month, days_in(year, month)), "previous")
    return calendar.add_working_days(date(year, month, 1) - _DAY, number)


def _nth_weekday(nth: int, weekday: int, year: int, month: int) -> date | None:
    days = [date(year, month, number) for number in range(1, days_in(year, month) + 1)]
    named = [day for day in days if day.weekday() == weekday]
    if nth == LAST:
        return named[-1]
    return named[nth - 1] if nth <= len(named) else None
