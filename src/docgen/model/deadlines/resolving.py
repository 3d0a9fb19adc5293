"""From a deadline phrase to the instant it is due, kind by kind, with the reasons said aloud."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from docgen.language.dates.day import days_in, in_digits
from docgen.language.dates.periods import MONTHS_OF, Period
from docgen.language.deadlines.parsing import (
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
from docgen.language.numbers.numerals import agree
from docgen.model.calendar import CalendarMissing
from docgen.model.deadlines.cycles import occurrences
from docgen.model.deadlines.reckoning import Reckoning, Resolution, Trouble, shown


def resolve(phrase: DeadlinePhrase, reckoning: Reckoning) -> Resolution:
    """Count the deadline in these circumstances."""
    try:
        due = _READERS[type(phrase)](reckoning, phrase)
    except CalendarMissing as missing:
        reckoning.problems.append((Trouble.NO_CALENDAR, str(missing)))
        due = None
    if due is not None and due.date() < reckoning.signed_on:
        since = in_digits(reckoning.signed_on)
        said = f"Срок {in_digits(due.date())} раньше даты, от которой он считается ({since})."
        reckoning.problems.append((Trouble.PAST, said))
    return Resolution(due, tuple(reckoning.reasons), tuple(reckoning.problems), reckoning.moved_from)


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
    size = MONTHS_OF[phrase.grain]
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
        target = reckoning.target(day)
        # A daily task signed on Friday is due on Monday, not «moved back» to Friday itself.
        same_day = target == reckoning.signed_on and phrase.frequency in ("daily", "weekly")
        if not same_day and target >= max(reckoning.signed_on, phrase.since or target):
            reckoning.reasons.append(f"Срок повторяется; ближайший после {in_digits(start)} – {shown(day)}.")
            return reckoning.instant(reckoning.moved(day), phrase.hour, phrase.zone)
    reckoning.problems.append((Trouble.PAST, "Повторение закончилось: после этой даты срока больше нет."))
    return None


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
    if reckoning.target(day) < reckoning.signed_on:
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
    return months_later(start, count * MONTHS_OF[phrase.unit])


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
