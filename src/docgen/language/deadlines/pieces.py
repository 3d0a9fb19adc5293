"""Pieces of a deadline that may stand in any order: date, time, time zone, day of the week."""

import re
from datetime import date, time

from docgen.language.dates.day import (
    MONTH,
    NO_YEAR,
    WEEKDAYS,
    full_year,
    month_number,
    real_date,
    real_time,
    weekday,
)
from docgen.language.deadlines.phrases import Zone

_THIS_YEAR = r"(?:с\. ?г\.?|т\. ?г\.?|(?:текущего|сего|нынешнего) года)"
_DATE = re.compile(
    r"(?<![\d.:])(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>[12]\d{3}|\d{2})(?![\d:])(?: ?(?:года|год|г\.?)(?![а-я]))?"
    rf"|(?<![\d.:])[«\"“„]?(?P<day>\d{{1,2}})[»\"”“]?(?: числа)? (?P<month>{MONTH})(?![а-я])"
    rf"(?:,? (?:(?P<year>[12]\d{{3}})(?!\d)(?: ?(?:годом|года|году|год|г\.?)(?![а-я]))?|{_THIS_YEAR}))?"
)
_TIME = re.compile(
    r"(?<![\d.:-])(?P<h>\d{1,2})[:.](?P<m>\d{2})(?::\d{2})?(?![\d:])(?: ?(?:часов|часа|час|ч\.?)(?![а-я]))?"
    r"|(?<![\d.:-])(?P<hh>\d{1,2})-(?P<mm>[0-5]0)(?!\d)(?: ?(?:часов|часа|час|ч\.?)(?![а-я]))?"
    r"|(?<![\d.:-])(?P<hour>\d{1,2}) ?(?:часов|часам|часа|часу|час\.?|ч\.?)(?![а-я])"
    r"(?: ?(?P<minute>\d{1,2}) ?(?:минут[аы]?|мин\.?|м\.?)(?![а-я]))?"
)
_MOSCOW = re.compile(
    r"\(?(?:по )?(?:времени )?(?<![а-яa-z])(?:мск|msk|москве|моск\.? ?(?=вр)|московск[а-я]+(?= врем| \())(?: ?(?P<shift>\+ ?\d{1,2}))?"
    r"(?: ?времен[а-я]+| время| вр\.)?\)?(?![а-я])"
    r"|\(?(?:врем[а-я]+ )(?:московск[а-я]+)\)?|\+03:00|\(?utc ?\+ ?0?3(?::00)?\)?"
)
_LOCAL = re.compile(
    r"\(?(?:по )?местн[а-я]+ (?:времен[а-я]+|время)\)?|\(?врем[а-я]+ местн[а-я]+\)?|\((?:местн[а-я.]+)\)"
)
_WEEKDAY = re.compile(
    r"\(?(?<![а-я])(?:(?:в|во|до|к) (?=понед|вторн|сред|четв|пятн|субб|воскр))?"
    r"(?P<name>понедельник|вторник|сред|четверг|пятниц|суббот|воскресень)[а-я]*\)?,?"
    r"|\((?P<short>пн|вт|ср|чт|пт|сб|вс)\.?\)"
)
_SHORT = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")


class Remainder:
    """Text from which pieces are taken; what is left must be words that say nothing («до», «не позднее»)."""

    def __init__(self, text: str) -> None:
        self.text = text

    def take(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """All places of the pattern, cut out."""
        found = list(pattern.finditer(self.text))
        self.text = " ".join(pattern.sub(" ", self.text).split()) if found else self.text
        return found

    def words(self) -> list[str]:
        """What is left, without punctuation."""
        return re.findall(r"[^\s,;.()\-]+", self.text)

    def only(self, fillers: frozenset[str]) -> bool:
        """Nothing but fillers is left."""
        return all(word in fillers for word in self.words())


def take_dates(rest: Remainder, text: str) -> list[date]:
    """Every date in the text; one without a year is in :data:`NO_YEAR`.

    Raises:
        ValueError: a day that does not exist.
    """
    return [_date(match, text) for match in rest.take(_DATE)]


def _date(match: re.Match[str], text: str) -> date:
    shown = match[0].strip(" ,")
    if match["d"]:
        return real_date(full_year(match["y"]), int(match["m"]), int(match["d"]), shown)
    try:
        month = month_number(match["month"])
    except ValueError:
        raise ValueError(f"В сроке «{text.strip()}» не прочитан месяц «{match['month']}».") from None
    return real_date(int(match["year"] or NO_YEAR), month, int(match["day"]), shown)


def take_zone(rest: Remainder) -> Zone:
    """«msk», «msk+9», «local» or «» if nothing is said."""
    if rest.take(_LOCAL):
        return "local"
    if found := rest.take(_MOSCOW):
        shift = (found[0]["shift"] or "").replace(" ", "")
        return f"msk{shift}"
    return ""


def take_times(rest: Remainder) -> list[time]:
    """Every time of day; dates must have been taken before.

    Raises:
        ValueError: «25:00».
    """
    rest.text = rest.text.replace("полудня", "12:00").replace("полуночи", "24:00")
    return [_time(match) for match in rest.take(_TIME)]


def _time(match: re.Match[str]) -> time:
    hour = match["h"] or match["hh"] or match["hour"]
    minute = match["m"] or match["mm"] or match["minute"] or "0"
    return real_time(int(hour), int(minute), match[0])


def take_weekdays(rest: Remainder) -> list[int]:
    """0 for Monday, as they are written."""
    return [_weekday(match) for match in rest.take(_WEEKDAY)]


def _weekday(match: re.Match[str]) -> int:
    if match["short"]:
        return _SHORT.index(match["short"])
    return next(number for number, name in enumerate(WEEKDAYS) if name.startswith(match["name"][:4]))


def check_weekday(days: list[int], day: date) -> None:
    """The day of the week that is written must be the date's own; without a year nothing can be checked.

    Raises:
        ValueError: «понедельник, 14 ноября 2023 г.».
    """
    if days and day.year != NO_YEAR and days != [day.weekday()]:
        raise ValueError(
            f"День недели не сходится с датой: {day:%d.%m.%Y} – {weekday(day)}, а написано «{WEEKDAYS[days[0]]}»."
        )
