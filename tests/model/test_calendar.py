"""The production calendar against the ``holidays`` package and against days that everyone remembers."""

from datetime import date, timedelta

import holidays
import pytest

from docgen.model.calendar import CalendarMissing, production_calendar

CALENDAR = production_calendar()
YEARS = range(2022, 2028)


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("year", YEARS)
def test_every_day_is_working_or_not_as_in_the_holidays_package(year: int) -> None:
    other = holidays.country_holidays("RU", years=year)
    ours = [day for day in days_of(year) if CALENDAR.is_working(day)]
    assert ours == [day for day in days_of(year) if other.is_working_day(day)]


@pytest.mark.parametrize(
    ("year", "count"), [(2022, 247), (2023, 247), (2024, 248), (2025, 247), (2026, 247), (2027, 247)]
)
def test_a_year_has_as_many_working_days_as_was_published(year: int, count: int) -> None:
    assert CALENDAR.working_days_between(date(year, 1, 1), date(year, 12, 31)) == count


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2022-03-05", True),
        ("2023-05-08", False),
        ("2023-02-24", False),
        ("2023-11-06", False),
        ("2024-04-27", True),
        ("2024-11-02", True),
        ("2024-12-28", True),
        ("2024-12-30", False),
        ("2025-11-01", True),
        ("2026-01-09", False),
        ("2027-02-20", True),
        ("2027-12-31", False),
    ],
)
def test_transferred_days_and_working_saturdays(day: str, working: bool) -> None:
    assert CALENDAR.is_working(date.fromisoformat(day)) is working


@pytest.mark.parametrize("year", YEARS)
def test_a_shortened_day_is_a_working_day_with_a_day_off_after_it(year: int) -> None:
    shortened = CALENDAR.year(year).shortened
    assert shortened
    for day in shortened:
        assert CALENDAR.is_working(day)
        assert CALENDAR.is_shortened(day)
        assert not CALENDAR.is_working(day + timedelta(days=1))


@pytest.mark.parametrize("year", YEARS)
def test_every_year_names_its_decree_and_source(year: int) -> None:
    facts = CALENDAR.year(year)
    assert facts.decree.startswith("постановление Правительства Российской Федерации")
    assert facts.source.startswith("https://")


def test_a_year_without_a_calendar_is_an_error_and_not_a_guess() -> None:
    with pytest.raises(CalendarMissing, match="Нет производственного календаря на 2031 год") as caught:
        CALENDAR.is_working(date(2031, 3, 3))
    assert caught.value.year == 2031


def test_counting_runs_into_a_missing_year_and_says_so() -> None:
    with pytest.raises(CalendarMissing, match="2028"):
        CALENDAR.add_working_days(date(2027, 12, 30), 1)


def test_previous_and_next_working_days_never_include_the_day_itself() -> None:
    assert CALENDAR.previous_working(date(2023, 11, 7)) == date(2023, 11, 3)
    assert CALENDAR.next_working(date(2023, 11, 3)) == date(2023, 11, 7)


def test_adjusting_keeps_a_working_day_and_moves_a_day_off() -> None:
    assert CALENDAR.adjusted(date(2023, 11, 3)) == date(2023, 11, 3)
    assert CALENDAR.adjusted(date(2023, 11, 5)) == date(2023, 11, 3)
    assert CALENDAR.adjusted(date(2023, 11, 5), "next") == date(2023, 11, 7)
    assert CALENDAR.adjusted(date(2023, 11, 5), "none") == date(2023, 11, 5)


def test_working_days_are_counted_from_the_next_day() -> None:
    assert CALENDAR.add_working_days(date(2023, 11, 8), 10) == date(2023, 11, 22)
    assert CALENDAR.add_working_days(date(2023, 11, 3), 1) == date(2023, 11, 7)
    assert CALENDAR.add_working_days(date(2023, 11, 7), -1) == date(2023, 11, 3)
