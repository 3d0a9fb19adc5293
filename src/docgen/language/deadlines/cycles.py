"""Recurring deadlines as values: «ежемесячно до 5 числа», «еженедельно по средам до 12:00»."""

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from docgen.language.dates.day import MONTHS_GENITIVE, MONTHS_PREPOSITIONAL, written
from docgen.language.dates.periods import since
from docgen.language.deadlines.phrases import Kind, Zone, timed

Frequency = Literal["daily", "weekly", "monthly", "quarterly", "half_yearly", "yearly"]

WORDS: dict[Frequency, str] = {
    "daily": "ежедневно",
    "weekly": "еженедельно",
    "monthly": "ежемесячно",
    "quarterly": "ежеквартально",
    "half_yearly": "раз в полугодие",
    "yearly": "ежегодно",
}
MONTHS_IN: dict[Frequency, int] = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}
_REPORT = {"monthly": "", "quarterly": " кварталом", "half_yearly": " полугодием"}
_OF_PART = {"quarterly": "квартала", "half_yearly": "полугодия", "yearly": "года"}
_ON = ("понедельникам", "вторникам", "средам", "четвергам", "пятницам", "субботам", "воскресеньям")
_THE = (
    ("понедельник", "первый", "последний"), ("вторник", "первый", "последний"), ("среду", "первую", "последнюю"),
    ("четверг", "первый", "последний"), ("пятницу", "первую", "последнюю"),
    ("субботу", "первую", "последнюю"), ("воскресенье", "первое", "последнее"),
)  # fmt: skip
_NTH = {
    2: ("второй", "вторую", "второе"),
    3: ("третий", "третью", "третье"),
    4: ("четвёртый", "четвёртую", "четвёртое"),
}
LAST = -1
"""For ``workday`` and ``nth``: the last one."""


@dataclass(frozen=True, slots=True)
class Every:
    """Something due again and again.

    ``day`` is the day of the month (none: the last day of the period), ``workday`` the n-th working day instead,
    ``weekdays`` 0…6 for a week, ``nth`` of which in a month. ``offset`` is how many months after the period reported
    on («месяца, следующего за отчётным» – 1); for a year, 1 means «года, следующего за отчётным». ``month`` is that of a year.
    """

    frequency: Frequency
    day: int | None = None
    workday: int | None = None
    month: int | None = None
    weekdays: tuple[int, ...] = ()
    nth: int | None = None
    offset: int = 0
    hour: time | None = None
    zone: Zone = ""
    since: date | None = None
    until: date | None = None
    kind: Kind = "recurring"

    def __post_init__(self) -> None:
        if self.day is not None and not 1 <= self.day <= 31:
            raise ValueError(f"Числа {self.day} в месяце не бывает.")

    @property
    def canonical(self) -> str:
        """The phrase."""
        start = f"{since(written(self.since))} " if self.since else ""
        end = f" по {written(self.until)}" if self.until else ""
        clock = f" до {timed(self.hour, self.zone)}" if self.hour else ""
        return f"{start}{WORDS[self.frequency]}{self._when}{clock}{end}"

    @property
    def _when(self) -> str:
        if self.weekdays and self.nth:
            return f" в {self._ordinal_weekday} месяца"
        if self.weekdays:
            return " по " + " и ".join(", ".join(_ON[day] for day in self.weekdays).rsplit(", ", 1))
        if self.frequency == "yearly" and self.month:
            day = f"до {self.day} {MONTHS_GENITIVE[self.month - 1]}" if self.day else self._in_month
            return f" {day}{' года, следующего за отчётным' if self.offset else ''}"
        if self.workday:
            day = "последнего рабочего дня" if self.workday == LAST else f"{self.workday} рабочего дня"
            return f" до {day}{self._whose or (' месяца' if self.workday == LAST else '')}"
        if self.day:
            return f" до {self.day} числа{self._whose}"
        return f" до конца месяца, следующего за отчётным{_REPORT[self.frequency]}" if self.offset else ""

    @property
    def _in_month(self) -> str:
        return f"в {MONTHS_PREPOSITIONAL[(self.month or 1) - 1]}"

    @property
    def _whose(self) -> str:
        """«месяца, следующего за отчётным кварталом», «последнего месяца квартала»."""
        if self.frequency == "monthly":
            return " месяца, следующего за отчётным" if self.offset else ""
        if self.offset == 1:
            return f" месяца, следующего за отчётным{_REPORT.get(self.frequency, '')}"
        if self.offset > 1:
            return f" {self.offset} месяца, следующего за отчётным{_REPORT.get(self.frequency, '')}"
        return f" последнего месяца {_OF_PART[self.frequency]}"

    @property
    def _ordinal_weekday(self) -> str:
        name, first, last = _THE[self.weekdays[0]]
        if self.nth == LAST:
            return f"{last} {name}"
        if self.nth == 1:
            return f"{first} {name}"
        forms = _NTH[self.nth or 2]
        index = {"первый": 0, "первую": 1, "первое": 2}[first]
        return f"{forms[index]} {name}"
