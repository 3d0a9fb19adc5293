"""What a deadline says, as values; each prints itself back (``canonical``) as an office would write it.

Kinds: ``instant`` (day and time), ``date``, ``interval`` (days), ``period`` (months, quarters, years), ``recurring``,
``within`` (counted from another day), ``inherited`` (set in other documents), ``permanent``, ``on_event``, ``none``.
When it is due is not known here: that takes a calendar (``docgen.model.deadlines.deadline``).
"""

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from docgen.language.dates.day import NO_YEAR, clock, written
from docgen.language.dates.periods import Grain, Period, in_genitive, period, since
from docgen.language.numbers.numerals import agree

Kind = Literal[
    "instant",
    "date",
    "interval",
    "period",
    "recurring",
    "within",
    "inherited",
    "permanent",
    "on_event",
    "none",
]
Zone = str
"""«msk», «msk+9», «local» (по местному времени) or «» – not said."""
Unit = Literal["hour", "day", "workday", "week", "month", "quarter", "half", "year"]


def _dated(day: date) -> str:
    return written(day, "г." if day.year != NO_YEAR else None)


def timed(moment: time, zone: Zone) -> str:
    """«12:00 (мск)», «12:00 по местному времени», «12:00»."""
    tail = {"": "", "local": " по местному времени"}.get(zone, f" ({zone.replace('msk', 'мск')})")
    return clock(moment) + tail


@dataclass(frozen=True, slots=True)
class At:
    """«до 12:00 (мск) 13 ноября 2023 г.»"""

    day: date
    hour: time
    zone: Zone = ""
    kind: Kind = "instant"

    @property
    def canonical(self) -> str:
        """The phrase."""
        return f"до {timed(self.hour, self.zone)} {_dated(self.day)}"


@dataclass(frozen=True, slots=True)
class By:
    """«до 24 ноября 2023 г.»: that day included."""

    day: date
    kind: Kind = "date"

    @property
    def canonical(self) -> str:
        """The phrase."""
        return f"до {_dated(self.day)}"


@dataclass(frozen=True, slots=True)
class EndOf:
    """«до конца 2023 года» (``part``), «до конца квартала» (the current one, ``grain`` alone)."""

    grain: Literal["week", "month", "quarter", "half", "year"]
    part: Period | None = None
    kind: Kind = "date"

    @property
    def canonical(self) -> str:
        """The phrase."""
        words = {
            "week": "недели",
            "month": "месяца",
            "quarter": "квартала",
            "half": "полугодия",
            "year": "года",
        }
        return f"до конца {words[self.grain] if self.part is None else in_genitive(self.part)}"


@dataclass(frozen=True, slots=True)
class During:
    """«с 19 по 20 декабря 2023 г.», «IV квартал 2023 г.»; ``start`` and ``hour`` are hours of the first and last day."""

    period: Period
    hour: time | None = None
    zone: Zone = ""
    start: time | None = None

    @property
    def kind(self) -> Kind:
        """``interval`` for days, ``period`` for anything longer."""
        return "interval" if self.period.grain == "day" else "period"

    @property
    def canonical(self) -> str:
        """The phrase."""
        if self.hour is None:
            return period(self.period)
        first, last = self.period.first, self.period.last
        if first == last:
            start = f"с {clock(self.start)} " if self.start else ""
            return f"{start}до {timed(self.hour, self.zone)} {_dated(last)}"
        opening = f"{clock(self.start)} {_dated(first)}" if self.start else _dated(first)
        return f"{since(opening)} до {timed(self.hour, self.zone)} {_dated(last)}"


@dataclass(frozen=True, slots=True)
class Within:
    """«в течение 10 рабочих дней со дня подписания»; ``word`` is «срочно» and the like, that stand for a term."""

    count: int
    unit: Unit
    anchor: str = ""
    word: str = ""
    kind: Kind = "within"

    @property
    def canonical(self) -> str:
        """The phrase."""
        if self.word:
            return self.word
        if self.count == 0:
            return f"в день {self.anchor}" if self.anchor else "в тот же день"
        one, many = _TERMS[self.unit]
        bare = self.count == 1 and self.unit not in ("day", "workday", "hour")
        term = one if bare else f"{self.count} {agree(self.count, (one, many, many))}"
        comma = "," if self.anchor.lower().startswith(("следующ", "начиная", "считая")) else ""
        return f"в течение {term}{comma} {self.anchor}".rstrip()


_TERMS: dict[Unit, tuple[str, str]] = {
    "hour": ("часа", "часов"),
    "day": ("дня", "дней"),
    "workday": ("рабочего дня", "рабочих дней"),
    "week": ("недели", "недель"),
    "month": ("месяца", "месяцев"),
    "quarter": ("квартала", "кварталов"),
    "half": ("полугодия", "полугодий"),
    "year": ("года", "лет"),
}


@dataclass(frozen=True, slots=True)
class Inherited:
    """«в установленные сроки»: set elsewhere, in ``references`` if they are named."""

    wording: str = "в установленные сроки"
    references: tuple[str, ...] = ()
    kind: Kind = "inherited"

    @property
    def canonical(self) -> str:
        """The phrase."""
        return self.wording


@dataclass(frozen=True, slots=True)
class Permanent:
    """«постоянно», «с 18 сентября 2023 г.»: no end."""

    since: date | None = None
    kind: Kind = "permanent"

    @property
    def canonical(self) -> str:
        """The phrase."""
        return "постоянно" if self.since is None else f"с {_dated(self.since)} постоянно"


@dataclass(frozen=True, slots=True)
class OnEvent:
    """«при необходимости», «по мере поступления», «за 5 рабочих дней до начала совещания»."""

    wording: str
    kind: Kind = "on_event"

    @property
    def canonical(self) -> str:
        """The phrase."""
        return self.wording


@dataclass(frozen=True, slots=True)
class NoDeadline:
    """«без срока»."""

    kind: Kind = "none"

    @property
    def canonical(self) -> str:
        """The phrase."""
        return "без срока"


def one_grain(grain: Grain | Literal["week"]) -> Literal["week", "month", "quarter", "half", "year"]:
    """The grain of a part that has an end («day» has none)."""
    if grain == "day":
        raise ValueError("Срок «до конца» – о неделе, месяце, квартале, полугодии или годе.")
    return grain
