"""Deadlines with a place in the calendar: a day, a time, an interval, a period, the end of a period."""

import re
from datetime import date, time

from docgen.language.dates.period_reading import NotAPeriod, parse_period
from docgen.language.dates.periods import MONTHS_OF, Period, parts
from docgen.language.deadlines.phrases import At, By, During, EndOf, Permanent, Within, Zone, one_grain
from docgen.language.deadlines.pieces import (
    Remainder,
    check_weekday,
    take_dates,
    take_times,
    take_weekdays,
    take_zone,
)

Fixed = At | By | During | EndOf | Permanent | Within

_FILLERS = frozenset(
    re.findall(
        r"\w+",
        "до не позднее позже к ко на в во по срок сроки включительно вкл года г часов часа число числа "
        "дня конца концу рабочего дату дата но чем вплоть",
    )
)
_END = re.compile(
    r"(?:(?:до|к|по|в|не позднее|не позже) )?(?:конца|концу|конце|конец|окончания|окончании|истечения|завершения) "
    r"(?:текущ[а-я]+ |отчетн[а-я]+ |этого |рабочей |календарн[а-я]+ |этой )*(?P<what>.+)"
)
_CURRENT = {"недели": "week", "месяца": "month", "квартала": "quarter", "полугодия": "half", "года": "year"}
_UNTIL = re.compile(r"(?P<how>до|к|не позднее|не позже) (?P<what>.+)")
_SINCE = re.compile(r"(?:постоянно,? )?(?:начиная )?со? ")
_OPEN_WORDS = frozenset(["с", "со", "начиная", "постоянно", "г", "года", "и", "далее"])
_TWO_DAYS = re.compile(r"^(\d{1,2})(?:,| и) (\d{1,2}) ")
_COLON = re.compile(r"\d{1,2}:\d{2}")
_DAY_MONTH = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}\.?(?![\d.])")


def read_fixed(flat: str, text: str) -> Fixed | None:
    """The deadline, or None if the text has no place in the calendar.

    Raises:
        ValueError: impossible («31 ноября»), ambiguous («до 05.06», «до ноября») or double («до 1 или 2 марта»).
    """
    return (
        _end_of(flat)
        or _whole_day(flat)
        or _single(flat, text)
        or _spread(flat, text)
        or _until_part(flat, text)
    )


def _end_of(flat: str) -> EndOf | None:
    match = _END.fullmatch(flat)
    if match is None:
        return None
    what = match["what"].rstrip(" .;,")
    if what in _CURRENT:
        return EndOf(one_grain(_CURRENT[what]))  # type: ignore[arg-type]
    return _part(what)


def _part(what: str) -> EndOf | None:
    """A named month, quarter, half-year or year."""
    try:
        part = parse_period(what)
    except NotAPeriod:
        return None
    if part.grain == "day":
        return None
    number = part.last.month // MONTHS_OF[part.grain]
    return EndOf(one_grain(part.grain), parts(part.grain, part.last.year, number, number))


def _whole_day(flat: str) -> Within | None:
    """«до конца рабочего дня» without a date: the day of signing."""
    if re.fullmatch(r"(?:до|к) (?:конца|концу) (?:текущего )?(?:рабочего )?дня", flat):
        return Within(0, "day")
    return None


def _single(flat: str, text: str) -> At | By | During | Permanent | None:
    """One date, with or without a time, in any order of words."""
    rest = Remainder(re.sub(r"(?<=\d)t(?=\d)", " ", flat))
    zone, weekdays, days = take_zone(rest), take_weekdays(rest), take_dates(rest, text)
    if len(days) != 1:
        return None
    times = take_times(rest)
    check_weekday(weekdays, days[0])
    if not times and rest.only(_OPEN_WORDS) and _SINCE.match(flat):
        return Permanent(days[0])
    if len(times) == 2 and rest.only(_FILLERS | {"с"}):
        return _hours(days[0], times, zone)
    if len(times) > 1 or not rest.only(_FILLERS):
        return None
    if zone and not times:
        return None
    return At(days[0], times[0], zone) if times else By(days[0])


def _hours(day: date, times: list[time], zone: Zone) -> During:
    if times[1] <= times[0]:
        raise ValueError(f"Время кончается раньше, чем начинается: с {times[0]:%H:%M} до {times[1]:%H:%M}.")
    return During(Period(day, day), times[1], zone, times[0])


def _spread(flat: str, text: str) -> During | None:
    """Two ends, or a month, a quarter, a year."""
    rest = Remainder(flat)
    zone = take_zone(rest)
    # Only times with a colon: «19.12» in an interval is a date.
    times = [take_times(Remainder(match[0]))[0] for match in rest.take(_COLON)]
    take_weekdays(rest)
    bare = _TWO_DAYS.sub(_joined, " ".join(rest.text.replace("включительно", "").split()))
    try:
        found = parse_period(bare)
    except NotAPeriod:
        return None
    if found.first == found.last and found.grain == "day":
        return None
    return During(found, times[-1] if times else None, zone, times[0] if len(times) == 2 else None)


def _joined(match: re.Match[str]) -> str:
    """«19 и 20 декабря» are two days running; «10 и 20 декабря» are two dates."""
    first, last = int(match[1]), int(match[2])
    return f"{first}-{last} " if last == first + 1 else match[0]


def _until_part(flat: str, text: str) -> EndOf | None:
    """«не позднее ноября 2023 г.» is its end; «до ноября 2023 г.» may be read two ways."""
    match = _UNTIL.fullmatch(flat)
    if match is None:
        return None
    part = _part(_nominative(match["what"]))
    if part is None or match["how"].startswith("не "):
        return part
    raise ValueError(
        f"Срок «{text.strip()}» можно понять двояко: до начала или до конца. Напишите «до конца …» или назовите день."
    )


def _nominative(what: str) -> str:
    return re.sub(r"^(?:начала|началу) ", "", what)


def double_or_unclear(flat: str, text: str) -> None:
    """Say what exactly is wrong with a text that no reader took.

    Raises:
        ValueError: two dates, a time without a date, «05.06».
    """
    rest = Remainder(flat)
    take_zone(rest)
    days = take_dates(rest, text)
    if len(days) > 1:
        raise ValueError(f"В сроке «{text.strip()}» названы две даты: оставьте одну.")
    if days and re.search(r"в течение|-?дневный срок|через \d", flat):
        raise ValueError(f"В сроке «{text.strip()}» названы и дата, и промежуток: оставьте одно.")
    if not days and (match := _DAY_MONTH.search(rest.text)):
        raise ValueError(
            f"В сроке «{text.strip()}» неясно, что такое «{match[0].rstrip('.')}»: дата без года или время. "
            "Напишите дату полностью."
        )
    if not days and take_times(rest):
        raise ValueError(f"В сроке «{text.strip()}» есть время, но нет даты.")
