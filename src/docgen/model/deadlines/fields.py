"""A deadline by fields, as YAML may hold it instead of a phrase; equal to the phrase that says the same.

``{at: 2023-11-13T12:00, tz: msk}`` · ``{by: 2023-11-24}`` · ``{by: {month: 10, day: 1}}`` · ``{from: 2023-12-19, to: 2023-12-20}``
· ``{period: 2024-01/2024-03}`` · ``{freq: monthly, day: 5}`` · ``{within: {n: 10, unit: workday}}`` · ``{inherit: [Д05-84/05пр]}``
· ``{permanent: true}`` · ``{on_event: при необходимости}`` · ``{none: true}``; ``adjust: previous|next|none`` beside any.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any, get_args

from docgen.language.dates.day import NO_YEAR, parse_clock, parse_date, real_date
from docgen.language.dates.period_reading import parse_period
from docgen.language.dates.periods import Period, parts
from docgen.language.deadlines.cycles import MONTHS_IN, WORDS
from docgen.language.deadlines.parsing import (
    At,
    By,
    DeadlinePhrase,
    During,
    Every,
    Inherited,
    NoDeadline,
    OnEvent,
    Permanent,
    Within,
    parse_deadline,
)
from docgen.language.deadlines.phrases import Unit
from docgen.model.calendar import Adjust

FieldsMapping = Mapping[str, Any]

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_UNITS: dict[str, Unit] = {unit: unit for unit in get_args(Unit)} | {
    "calendar_day": "day",
    "half_year": "half",
}
_ANCHORS = {"signing": "со дня подписания", "receipt": "со дня получения", "": ""}
_WRAPPERS = ("event", "recur", "due")
_FORMS = "at, by, from и to, period, freq, within, inherit, permanent, on_event, none"


def phrase_of(fields: FieldsMapping) -> DeadlinePhrase:
    """The phrase that the fields mean.

    Raises:
        ValueError: no known field, one too many, or a value that cannot be; a Russian sentence.
    """
    given = _Fields(_unwrapped(fields))
    for key, read in _READERS.items():
        if key in given.left:
            phrase = read(given)
            given.done()
            return phrase
    raise ValueError(f"Срок полями: нужно одно из полей {_FORMS}.")


def adjust_of(fields: FieldsMapping) -> Adjust | None:
    """Where to move from a day off, if it is said.

    Raises:
        ValueError: not ``previous``, ``next`` or ``none``.
    """
    value = _unwrapped(fields).get("adjust")
    if value is None:
        return None
    if value not in get_args(Adjust):
        raise ValueError(f"Поле adjust: «{value}» – не previous, next или none.")
    way: Adjust = "previous" if value == "previous" else "next" if value == "next" else "none"
    return way


def _unwrapped(fields: FieldsMapping) -> FieldsMapping:
    key = next(iter(fields), "")
    inner = fields.get(key)
    return inner if len(fields) == 1 and key in _WRAPPERS and isinstance(inner, Mapping) else fields


class _Fields:
    """A mapping being read: what has been taken is crossed out."""

    def __init__(self, fields: FieldsMapping) -> None:
        self.left = {str(key): value for key, value in fields.items() if key != "adjust"}

    def take(self, key: str) -> Any:
        return self.left.pop(key, None)

    def day(self, key: str) -> date:
        value = self.take(key)
        if isinstance(value, datetime):
            return value.date()
        return value if isinstance(value, date) else parse_date(str(value))

    def maybe_day(self, key: str) -> date | None:
        return self.day(key) if key in self.left else None

    def number(self, key: str, low: int, high: int) -> int | None:
        value = self.take(key)
        if value is None:
            return None
        if not re.fullmatch(r"-?\d+", str(value)) or not low <= int(value) <= high:
            raise ValueError(f"Поле {key}: ожидается число от {low} до {high}, а здесь «{value}».")
        return int(value)

    def hour(self, key: str) -> time | None:
        value = self.take(key)
        return None if value is None else parse_clock(str(value))

    def zone(self) -> str:
        value = str(self.take("tz") or "")
        if not re.fullmatch(r"|msk([+-]\d{1,2})?|local", value):
            raise ValueError(f"Поле tz: «{value}» – не msk, msk+9 или local.")
        return value

    def done(self) -> None:
        if self.left:
            raise ValueError(f"Срок полями: лишнее поле {', '.join(self.left)}.")


def _at(given: _Fields) -> At:
    value = given.take("at")
    text = value.isoformat() if isinstance(value, datetime) else str(value)
    phrase = parse_deadline(text)
    if not isinstance(phrase, At):
        raise ValueError(f"Поле at: «{text}» – не день со временем вида 2023-11-13T12:00.")
    return At(phrase.day, phrase.hour, given.zone() or phrase.zone)


def _by(given: _Fields) -> By:
    if isinstance(given.left["by"], Mapping):
        inner = _Fields(given.take("by"))
        month, day = inner.number("month", 1, 12), inner.number("day", 1, 31)
        inner.done()
        if month is None or day is None:
            raise ValueError("Поле by без года: нужны month и day.")
        return By(real_date(NO_YEAR, month, day, f"{day:02d}.{month:02d}"))
    return By(given.day("by"))


def _interval(given: _Fields) -> During:
    if "from" not in given.left or "to" not in given.left:
        raise ValueError("Срок-промежуток: нужны оба поля, from и to.")
    return During(Period(given.day("from"), given.day("to")))


def _period(given: _Fields) -> During:
    text = str(given.take("period"))
    months = re.fullmatch(r"(\d{4})-(\d\d)(?:/(\d{4})-(\d\d))?", text)
    if months is None:
        return During(parse_period(text))
    year, month = int(months[1]), int(months[2])
    last_year, last = int(months[3] or year), int(months[4] or month)
    if not (1 <= month <= 12 and 1 <= last <= 12):
        raise ValueError(f"Поле period: в «{text}» месяц – не от 01 до 12.")
    return During(parts("month", year, month, last, last_year))


def _every(given: _Fields) -> Every:
    word = given.take("freq")
    frequency = next((name for name in WORDS if name == word), None)
    if frequency is None:
        raise ValueError(f"Поле freq: «{word}» – не {', '.join(WORDS)}.")
    hour = given.hour("time")
    day = given.number("day", 1, 31)
    offset = given.number("offset_months", 0, 12)
    if offset is None:
        # As in the phrase «ежеквартально до 10 числа»: a quarter is reported on when it is over.
        offset = int(day is not None and MONTHS_IN.get(frequency, 1) in (3, 6))
    return Every(
        frequency,
        day=day,
        workday=given.number("workday", -1, 23),
        month=given.number("month", 1, 12),
        weekdays=_weekdays(given.take("weekday")),
        nth=given.number("nth", -1, 5),
        offset=offset,
        hour=hour,
        zone=given.zone(),
        since=given.maybe_day("from"),
        until=given.maybe_day("until"),
    )


def _weekdays(value: Any) -> tuple[int, ...]:
    names = [] if value is None else [value] if isinstance(value, str) else list(value)
    if unknown := [name for name in names if name not in _WEEKDAYS]:
        raise ValueError(f"Поле weekday: «{unknown[0]}» – не {', '.join(_WEEKDAYS)}.")
    return tuple(sorted({_WEEKDAYS.index(name) for name in names}))


def _within(given: _Fields) -> Within:
    value = given.take("within")
    if not isinstance(value, Mapping):
        raise ValueError("Поле within: нужны n и unit, например {n: 10, unit: workday}.")
    inner = _Fields(value)
    count, unit = inner.number("n", 0, 1000), _UNITS.get(str(inner.take("unit")))
    if count is None or unit is None:
        raise ValueError(f"Поле within: нужны n и unit (одно из {', '.join(_UNITS)}).")
    if str(inner.take("include_start") or "false").lower() != "false":
        raise ValueError("Поле within: день отсчёта в срок не входит, include_start может быть только false.")
    anchor = str(inner.take("from") or "")
    inner.done()
    return Within(count, unit, _ANCHORS.get(anchor, anchor))


def _inherited(given: _Fields) -> Inherited:
    value = given.take("inherit")
    references = (value,) if isinstance(value, str) else tuple(value or ())
    return Inherited(references=tuple(str(reference) for reference in references))


def _permanent(given: _Fields) -> Permanent:
    given.take("permanent")
    given.take("review")
    return Permanent(given.maybe_day("from"))


def _on_event(given: _Fields) -> OnEvent:
    value = str(given.take("on_event"))
    return OnEvent("при необходимости" if value.lower() == "true" else value)


def _none(given: _Fields) -> NoDeadline:
    given.take("none")
    return NoDeadline()


_READERS: dict[str, Callable[[_Fields], DeadlinePhrase]] = {
    "at": _at,
    "by": _by,
    "freq": _every,
    "permanent": _permanent,
    "from": _interval,
    "to": _interval,
    "period": _period,
    "within": _within,
    "inherit": _inherited,
    "on_event": _on_event,
    "none": _none,
}
