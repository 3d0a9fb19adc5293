"""The circumstances of a deadline being counted: calendar, region, days off – and what is said on the way.

A day is due at its end, 23:59 Moscow time (:data:`DAY_END`, a setting); a time that is written is kept. From a day off
an order moves back to the working day before (Правила делопроизводства: «подлежит исполнению в предшествующий
рабочий день»), a contract forward (ГК РФ, ст. 193).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from enum import Enum

from docgen.language.dates.day import in_digits, weekday
from docgen.model.calendar import Adjust, CalendarMissing, ProductionCalendar
from docgen.model.regions import MOSCOW, Region

DAY_END = time(23, 59)
"""When a day without a time ends."""


class Trouble(Enum):
    """What is left for the author to decide."""

    NO_YEAR = "no_year"
    NO_REGION = "no_region"
    NO_CALENDAR = "no_calendar"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Resolution:
    """When a deadline is due (aware; None if it cannot be counted) and why; ``moved_from`` is the day off it left."""

    due: datetime | None
    reasons: tuple[str, ...] = ()
    problems: tuple[tuple[Trouble, str], ...] = ()
    moved_from: date | None = None


@dataclass(slots=True)
class Reckoning:
    """One deadline being counted: the circumstances, and what has been found out so far."""

    signed_on: date
    calendar: ProductionCalendar
    region: Region | None = None
    adjust: Adjust = "previous"
    day_end: time = DAY_END
    reasons: list[str] = field(default_factory=list)
    problems: list[tuple[Trouble, str]] = field(default_factory=list)
    moved_from: date | None = None

    def moved(self, day: date, not_before: date | None = None) -> date:
        """``day`` or the working day it moves to; never back beyond ``not_before``."""
        try:
            if self.adjust == "none" or self.calendar.is_working(day):
                return day
            target = self.calendar.adjusted(day, self.adjust)
        except CalendarMissing as missing:
            self.problems.append((Trouble.NO_CALENDAR, f"{missing} Срок {in_digits(day)} не сдвинут."))
            return day
        if not_before and target < not_before:
            return self._kept(day)
        way = "предшествующий" if target < day else "следующий"
        law = "" if target < day else " (ГК РФ, ст. 193)"
        self.reasons.append(
            f"{shown(day)} – нерабочий день: срок перенесён на {way} рабочий день, {shown(target)}{law}."
        )
        self.moved_from = day
        return target

    def target(self, day: date) -> date:
        """Where ``day`` would move to, without a word; itself in a year without a calendar."""
        try:
            return self.calendar.adjusted(day, self.adjust)
        except CalendarMissing:
            return day

    def _kept(self, day: date) -> date:
        self.reasons.append(f"{shown(day)} – нерабочий день, но раньше начала срок не переносится.")
        return day

    def instant(self, day: date, hour: time | None = None, zone: str = "") -> datetime | None:
        """The day's end, or the hour written, in its zone; None if the zone needs a region."""
        tz = self._zone(zone, hour)
        if tz is None:
            return None
        due = datetime.combine(day, hour or self.day_end, tz)
        if self.region and self.region.msk and hour and zone != "local":
            local = self.region.local(due)
            self.reasons.append(f"По времени региона ({self.region.name}) это {local:%d.%m.%Y %H:%M}.")
        return due

    def _zone(self, zone: str, hour: time | None) -> tzinfo | None:
        if zone == "local":
            if self.region is None:
                said = "Время названо местное: укажите регион, иначе срок не посчитать."
                self.problems.append((Trouble.NO_REGION, said))
                return None
            self.reasons.append(f"Время местное: {self.region.name}, {self.region.msk_note}.")
            return self.region.tz
        if zone.startswith("msk") and zone != "msk":
            return timezone(timedelta(hours=3 + int(zone[3:])))
        if hour and not zone:
            self.reasons.append("Часовой пояс не указан: принято московское время.")
        return MOSCOW

    def in_year(self, last: Callable[[int], date]) -> int:
        """The first year in which ``last(year)`` is not before the day of signing; said as a problem."""
        year = self.signed_on.year
        while last(year) < self.signed_on:
            year += 1
        self.problems.append(
            (Trouble.NO_YEAR, f"Год не указан: принят {year} год, ближайший после подписания.")
        )
        return year


def shown(day: date) -> str:
    """«13.11.2023 (понедельник)»."""
    return f"{in_digits(day)} ({weekday(day)})"
