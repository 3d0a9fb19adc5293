"""Dates, days of the week, hours."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from docgen.language.proofreading.rule import Slip, Slips, prose, text_rule
from docgen.language.proofreading.sought import sought

MONTHS = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
_MONTH = "|".join(MONTHS)
_IN_WORDS = sought(rf"(\d(?<![\d.,–-].)\d?)\s+({_MONTH})(?!\w)(?:\s+(\d{{4}})(?!\d))?")
_IN_FIGURES = sought(r"(?<![\w.,/-])(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?![\w]|[.-]\d)")
_ISO = sought(r"(?<![\w-])((?:19|20)\d\d)-(\d{2})-(\d{2})(?![\w-])")


@dataclass(frozen=True, slots=True)
class _Day:
    start: int
    end: int
    year: int | None
    month: int
    day: int


@lru_cache(maxsize=4)
def _days(masked: str) -> tuple[_Day, ...]:
    return tuple(_written_days(masked))


def _written_days(masked: str) -> Iterator[_Day]:
    for match in _IN_WORDS.finditer(masked):
        year = int(match[3]) if match[3] else None
        yield _Day(match.start(), match.end(), year, MONTHS.index(match[2]) + 1, int(match[1]))
    for match in _IN_FIGURES.finditer(masked):
        year = int(match[3])
        if len(match[3]) == 4 and 1900 <= year < 2100:
            yield _Day(match.start(), match.end(), year, int(match[2]), int(match[1]))
    for match in _ISO.finditer(masked):
        yield _Day(match.start(), match.end(), int(match[1]), int(match[2]), int(match[3]))


_ZERO = sought(rf"0(?<![\w.,/-].)([1-9])(?=\s+(?:{_MONTH})(?!\w))")


@text_rule("L050", "warning", safe=True)
def leading_zero(text: str) -> Slips:
    """Нуль перед числом в дате с названием месяца.

    В словесно-цифровой дате нуль не пишут: «5 июля 2023 г.». Нуль нужен только в цифровой: 05.07.2023.

    Плохо: от 05 июля 2023 г.
    Хорошо: от 5 июля 2023 г., 05.07.2023
    """
    for match in _ZERO.finditer(prose(text)):
        yield Slip(match.start(), match.end(), "перед числом лишний нуль", match[1])


@text_rule("L051", "error")
def impossible_date(text: str) -> Slips:
    """Такого дня нет в календаре.

    31 ноября и 29 февраля обычного года не наступают, и срок не истечёт никогда.

    Плохо: до 31 ноября 2023 г.
    Плохо: 29 февраля 2023 г.
    Плохо: 15.13.2023
    Хорошо: до 30 ноября 2023 г., 29 февраля 2024 г., специальность 09.02.07
    """
    for day in _days(prose(text)):
        if not 1 <= day.month <= 12:
            yield Slip(day.start, day.end, f"месяца с номером {day.month} нет")
            continue
        last = (
            monthrange(day.year, day.month)[1]
            if day.year
            else 29
            if day.month == 2
            else monthrange(2023, day.month)[1]
        )
        if not 1 <= day.day <= last:
            when = f" {day.year} года" if day.month == 2 and day.year else ""
            yield Slip(day.start, day.end, f"дня «{day.day} {MONTHS[day.month - 1]}»{when} нет в календаре")


_WEEKDAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
_STEMS = {"понедельник": 0, "вторник": 1, "сред": 2, "четверг": 3, "пятниц": 4, "суббот": 5, "воскресень": 6}
_WEEKDAY = r"(понедельник|вторник|сред|четверг|пятниц|суббот|воскресень)[а-яё]{0,2}"
_BEFORE = sought(rf"(?<!\w){_WEEKDAY},?\s+(?:\(?\s*)\Z", re.IGNORECASE)
_AFTER = sought(rf"(?:\s*г\.|\s+года)?,?\s*(?:\(\s*)?(?:в\s+|во\s+)?{_WEEKDAY}(?!\w)", re.IGNORECASE)


@text_rule("L052", "error", seeks=(_BEFORE, _AFTER))
def wrong_weekday(text: str) -> Slips:
    """День недели не сходится с датой.

    Кто-то придёт в названный день недели, кто-то в названное число: сверьте с календарём.

    Плохо: в понедельник, 14 ноября 2023 г.
    Плохо: 14 ноября 2023 г. (понедельник)
    Хорошо: во вторник, 14 ноября 2023 г.
    """
    masked = prose(text)
    for day in _days(masked):
        try:
            real = date(day.year or 0, day.month, day.day).weekday()
        except ValueError:
            continue
        before = _BEFORE.search(masked, max(0, day.start - 24), day.start)
        said = before or _AFTER.match(masked, day.end)
        if said and _STEMS[said[1].lower()] != real:
            number = f"{day.day} {MONTHS[day.month - 1]} {day.year} года"
            yield Slip(
                said.start(1),
                said.end(),
                f"{number} – {_WEEKDAYS[real]}, а не {_WEEKDAYS[_STEMS[said[1].lower()]]}",
            )


_CLOCK = sought(
    r"(?:(?<=\bв )|(?<=\bдо )|(?<=\bс )|(?<=\bк )|(?<=[–—-]))(\d{1,2}):(\d{2})(?![\d:])|(?<![\d:.,])(\d{1,2}):(\d{2})(?=\s*\(?(?:мск|МСК|ч\.|час))"
)


@text_rule("L053", "error")
def impossible_hour(text: str) -> Slips:
    """Такого времени нет на часах.

    Часов в сутках 24, минут в часе 60; «25:00» – описка, и срок непонятен.

    Плохо: до 25:00 (мск)
    Плохо: в 12:75
    Хорошо: до 24:00 (мск), в соотношении 70:30
    """
    for match in _CLOCK.finditer(prose(text)):
        hours, minutes = int(match[1] or match[3]), int(match[2] or match[4])
        if hours > 24 or minutes > 59 or (hours == 24 and minutes):
            yield Slip(match.start(), match.end(), f"времени {match[0].strip()} нет на часах")


_UNDATED = sought(
    rf"(?<![\w«])(?:[Дд]о|[Нн]е позднее|[Кк])\s+(\d{{1,2}}\s+(?:{_MONTH}))(?!\w)(?!\s*(?:\d{{4}}|[–—-]|и\s+\d|с\.\s?г|т\.\s?г|текущего|этого|следующего|каждого|ежегодно|года))"
)


@text_rule("L054", "info")
def deadline_without_year(text: str) -> Slips:
    """Срок без года.

    Поручение переживёт год, в котором написано: без года срок через несколько месяцев станет загадкой.

    Плохо: Срок – до 1 октября.
    Хорошо: Срок – до 1 октября 2023 г.
    """
    for match in _UNDATED.finditer(prose(text)):
        if not re.search(r"(?:19|20)\d\d", text[match.end() : match.end() + 60].partition("\n\n")[0]):
            yield Slip(match.start(1), match.end(1), "в сроке не указан год")
