"""Periods: «с 19 по 20 декабря 2023 г.», «январь – март 2024 г.», «IV квартал 2023 г.», «2022–2024 годы».

A period without a year («с 28 ноября по 2 декабря») is kept in ``dates.NO_YEAR`` and put into a real one by
:meth:`Period.in_year`.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from docgen.language.dates.day import MONTHS, MONTHS_GENITIVE, NO_YEAR, days_in, in_digits, written
from docgen.language.numbers.roman import roman

Grain = Literal["day", "month", "quarter", "half", "year"]
Style = Literal["words", "dash", "digits"]

MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """From ``first`` to ``last``, both included; ``grain`` says in what it was counted.

    Raises:
        ValueError: it ends before it begins, or its ends do not fit the grain.
    """

    first: date
    last: date
    grain: Grain = "day"

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"Период «{period(self)}» кончается раньше, чем начинается.")
        if self.grain != "day" and not self._whole:
            raise ValueError(
                f"Период с {in_digits(self.first)} по {in_digits(self.last)} не из целых частей."
            )

    @property
    def _whole(self) -> bool:
        size = MONTHS_OF[self.grain]
        starts = self.first.day == 1 and (self.first.month - 1) % size == 0
        return (
            starts and self.last == last_day(self.last.year, self.last.month) and self.last.month % size == 0
        )

    @property
    def has_year(self) -> bool:
        """False for «с 28 ноября по 2 декабря»."""
        return self.first.year != NO_YEAR

    def in_year(self, year: int) -> "Period":
        """A period without a year, begun in ``year``; 29 February becomes the last day of the month."""
        return Period(
            _moved(self.first, year), _moved(self.last, year + self.last.year - NO_YEAR), self.grain
        )


def _moved(day: date, year: int) -> date:
    end = day == last_day(day.year, day.month)
    return date(year, day.month, days_in(year, day.month) if end else day.day)


def last_day(year: int, month: int) -> date:
    """The last day of the month."""
    return date(year, month, days_in(year, month))


def parts(grain: Grain, year: int, first: int, last: int, last_year: int | None = None) -> Period:
    """Months, quarters or halves by number: ``parts("quarter", 2023, 4, 4)`` is IV квартал 2023 г."""
    size = MONTHS_OF[grain]
    end = year if last_year is None else last_year
    return Period(date(year, (first - 1) * size + 1, 1), last_day(end, last * size), grain)


def years(first: int, last: int | None = None) -> Period:
    """«2023 год», «2022–2024 годы»."""
    return Period(date(first, 1, 1), date(first if last is None else last, 12, 31), "year")


def period(value: Period, style: Style = "words") -> str:
    """As an office writes it. ``style`` matters for days alone: «с 19 по 20», «19–20», «19.12.2023–20.12.2023»."""
    if value.grain == "day":
        return _days(value, style)
    if value.grain == "year":
        first, last = value.first.year, value.last.year
        return f"{first} год" if first == last else f"{first}–{last} годы"
    if value.grain == "month":
        return _months(value)
    return _numbered(value)


def _days(value: Period, style: Style) -> str:
    first, last = value.first, value.last
    if style == "digits":
        return in_digits(first) if first == last else f"{in_digits(first)}–{in_digits(last)}"
    end = written(last, "г." if value.has_year else None)
    if first == last:
        return end
    same_month = (first.year, first.month) == (last.year, last.month)
    same_year = first.year == last.year or not value.has_year
    start = str(first.day) if same_month else written(first, None if same_year else "г.")
    if style == "words":
        return f"{since(start)} по {end}"
    return f"{start}–{end}" if same_month else f"{start} – {end}"


def since(start: str) -> str:
    """«с 19», but «со 2 сентября»: it is read «со второго»."""
    return f"со {start}" if start == "2" or start.startswith("2 ") else f"с {start}"


def _months(value: Period) -> str:
    first, last = MONTHS[value.first.month - 1], MONTHS[value.last.month - 1]
    if value.first.month == value.last.month and value.first.year == value.last.year:
        return last + _tail(value.last)
    same_year = value.first.year == value.last.year
    return f"{first}{'' if same_year else _tail(value.first)} – {last}{_tail(value.last)}"


def _numbered(value: Period) -> str:
    size = MONTHS_OF[value.grain]
    one, many = ("квартал", "кварталы") if value.grain == "quarter" else ("полугодие", "полугодия")
    first, last = roman((value.first.month - 1) // size + 1), roman(value.last.month // size)
    if value.first.year != value.last.year:
        return f"{first} {one}{_tail(value.first)} – {last} {one}{_tail(value.last)}"
    if first == last:
        return f"{last} {one}{_tail(value.last)}"
    return f"{first}–{last} {many}{_tail(value.last)}"


def _tail(day: date) -> str:
    return "" if day.year in (NO_YEAR, NO_YEAR + 1) else f" {day.year} г."


def in_genitive(value: Period) -> str:
    """After «до конца»: «декабря 2023 г.», «IV квартала 2023 г.», «2023 года»; for one part, not for days."""
    if value.grain == "year":
        return f"{value.last.year} года"
    if value.grain == "month":
        return MONTHS_GENITIVE[value.last.month - 1] + _tail(value.last)
    number = roman(value.last.month // MONTHS_OF[value.grain])
    return f"{number} {'квартала' if value.grain == 'quarter' else 'полугодия'}{_tail(value.last)}"
