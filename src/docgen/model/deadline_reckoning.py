"""From a deadline phrase to the instant it is due, with the reasons said aloud.

A day is due at its end, 23:59 Moscow time (:data:`DAY_END`, a setting); a time that is written is kept. From a day off
an order moves back to the working day before (Правила делопроизводства: «подлежит исполнению в предшествующий
рабочий день»), a contract forward (ГК РФ, ст. 193).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from enum import Enum

from docgen.language.dates import days_in, in_digits, weekday
from docgen.language.deadlines import (
    At,
    By,
    DeadlinePhrase,
    During,
    EndOf,
    Every,
    Inherited,
    NoDeadline,
    OnEvent,
    Permanent,
    Within,
    lacks_year,
)
from docgen.language.numerals import agree
from docgen.language.periods import Period
from docgen.model.calendar import Adjust, CalendarMissing, ProductionCalendar
from docgen.model.deadline_cycles import occurrences
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

    def resolve(self, phrase: DeadlinePhrase) -> Resolution:
        """Count it."""
        try:
            due = _READERS[type(phrase)](self, phrase)
        except CalendarMissing as missing:
            self.problems.append((Trouble.NO_CALENDAR, str(missing)))
            due = None
        if due is not None and due.date() < self.signed_on:
            said = f"Срок {in_digits(due.date())} раньше даты, от которой он считается ({in_digits(self.signed_on)})."
            self.problems.append((Trouble.PAST, said))
        return Resolution(due, tuple(self.reasons), tuple(self.problems), self.moved_from)

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


def _with_year(reckoning: Reckoning, day: date) -> date:
    place = Period(day, day)
    return place.in_year(reckoning.in_year(lambda year: place.in_year(year).last)).last


def _at(reckoning: Reckoning, phrase: At) -> datetime | None:
    day = _with_year(reckoning, phrase.day) if lacks_year(phrase) else phrase.day
    reckoning.reasons.append(f"Названы день и час: {shown(day)}, {phrase.hour:%H:%M}.")
    return reckoning.instant(reckoning.moved(day), phrase.hour, phrase.zone)


def _by(reckoning: Reckoning, phrase: By) -> datetime | None:
    day = _with_year(reckoning, phrase.day) if lacks_year(phrase) else phrase.day
    reckoning.reasons.append(f"Последний день срока – {shown(day)}, включительно.")
    return reckoning.instant(reckoning.moved(day))


def _end_of(reckoning: Reckoning, phrase: EndOf) -> datetime | None:
    if phrase.part is None:
        day = _current(phrase, reckoning.signed_on)
    elif phrase.part.has_year:
        day = phrase.part.last
    else:
        part = phrase.part
        day = part.in_year(reckoning.in_year(lambda year: part.in_year(year).last)).last
    reckoning.reasons.append(f"Последний день – {shown(day)}.")
    return reckoning.instant(reckoning.moved(day))


def _current(phrase: EndOf, day: date) -> date:
    if phrase.grain == "week":
        return day + timedelta(days=6 - day.weekday())
    size = {"month": 1, "quarter": 3, "half": 6, "year": 12}[phrase.grain]
    month = (day.month + size - 1) // size * size
    return date(day.year, month, days_in(day.year, month))


def _during(reckoning: Reckoning, phrase: During) -> datetime | None:
    span = phrase.period
    if not span.has_year:
        yearless = span
        span = yearless.in_year(reckoning.in_year(lambda year: yearless.in_year(year).last))
    reckoning.reasons.append(
        f"Срок – период с {in_digits(span.first)} по {in_digits(span.last)}; результат – к последнему дню."
    )
    return reckoning.instant(reckoning.moved(span.last, span.first), phrase.hour, phrase.zone)


def _every(reckoning: Reckoning, phrase: Every) -> datetime | None:
    start = reckoning.signed_on
    if phrase.since and phrase.since > start:
        start = phrase.since - timedelta(days=1)
    for day in occurrences(phrase, start, reckoning.calendar):
        if phrase.until and day > phrase.until:
            break
        target = _adjusted_quietly(reckoning, day)
        # A daily task signed on Friday is due on Monday, not «moved back» to Friday itself.
        same_day = target == reckoning.signed_on and phrase.frequency in ("daily", "weekly")
        if not same_day and target >= max(reckoning.signed_on, phrase.since or target):
            reckoning.reasons.append(f"Срок повторяется; ближайший после {in_digits(start)} – {shown(day)}.")
            return reckoning.instant(reckoning.moved(day), phrase.hour, phrase.zone)
    reckoning.problems.append((Trouble.PAST, "Повторение закончилось: после этой даты срока больше нет."))
    return None


def _adjusted_quietly(reckoning: Reckoning, day: date) -> date:
    try:
        return reckoning.calendar.adjusted(day, reckoning.adjust)
    except CalendarMissing:
        return day


def _within(reckoning: Reckoning, phrase: Within) -> datetime | None:
    if phrase.word:
        days = f"{phrase.count} {agree(phrase.count, ('день', 'дня', 'дней'))}"
        reckoning.reasons.append(f"Указание «{phrase.word.split()[0]}» означает срок {days}.")
    if phrase.anchor and "подписан" not in phrase.anchor:
        said = f"Отсчёт – «{phrase.anchor}»: за этот день принято {in_digits(reckoning.signed_on)}."
        reckoning.reasons.append(said)
    day = _counted(reckoning, phrase)
    if phrase.count == 0 or phrase.unit == "hour":
        reckoning.reasons.append(f"Срок истекает {shown(day)}.")
        return reckoning.instant(day)
    reckoning.reasons.append(
        f"Отсчёт – со дня, следующего за {in_digits(reckoning.signed_on)}: срок истекает {shown(day)}."
    )
    if _adjusted_quietly(reckoning, day) < reckoning.signed_on:
        reckoning.adjust = "next"
    return reckoning.instant(reckoning.moved(day))


def _counted(reckoning: Reckoning, phrase: Within) -> date:
    start, count = reckoning.signed_on, phrase.count
    if phrase.unit == "workday":
        return reckoning.calendar.add_working_days(start, count)
    if phrase.unit == "hour":
        return start + timedelta(days=count // 24)
    if phrase.unit in ("day", "week"):
        return start + timedelta(days=count * (7 if phrase.unit == "week" else 1))
    return months_later(start, count * {"month": 1, "quarter": 3, "half": 6, "year": 12}[phrase.unit])


def months_later(day: date, count: int) -> date:
    """The same day of the month, or its last day if there is none: 31.01 → 29.02."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, days_in(year, month + 1)))


def _none(reckoning: Reckoning, phrase: NoDeadline) -> datetime | None:
    if reckoning.adjust == "next":
        reckoning.reasons.append("Срок не указан, а для договора его не из чего вывести.")
        return None
    day = months_later(reckoning.signed_on, 1)
    reckoning.reasons.append(
        f"Срок не указан: поручение исполняется в течение месяца со дня подписания, до {shown(day)}."
    )
    return reckoning.instant(reckoning.moved(day))


def _inherited(reckoning: Reckoning, phrase: Inherited) -> None:
    named = ", ".join(phrase.references)
    reckoning.reasons.append(
        f"Срок установлен в других документах{f' ({named})' if named else ''}: смотрите их."
    )


def _permanent(reckoning: Reckoning, phrase: Permanent) -> None:
    reckoning.reasons.append("Исполняется постоянно: последнего дня нет.")


def _on_event(reckoning: Reckoning, phrase: OnEvent) -> None:
    reckoning.reasons.append("Зависит от события: день заранее не известен.")


_READERS: dict[type, Callable[..., datetime | None]] = {
    At: _at,
    By: _by,
    EndOf: _end_of,
    During: _during,
    Every: _every,
    Within: _within,
    NoDeadline: _none,
    Inherited: _inherited,
    Permanent: _permanent,
    OnEvent: _on_event,
}
