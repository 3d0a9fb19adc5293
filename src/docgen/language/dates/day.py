"""Dates as an office writes them, and back: 13.11.2023, 13 ноября 2023 г., «тринадцатое ноября…».

Day and year without a leading zero; ordinary spaces (no-break ones are the typography's business).
Source of the forms: ГОСТ Р 7.0.97-2016, 5.10.
"""

import re
from datetime import date, time

from docgen.language.numbers.cardinals import Case
from docgen.language.numbers.ordinals import ordinal
from docgen.language.numbers.words import plain, with_digits

MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
MONTHS_GENITIVE = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
MONTHS_PREPOSITIONAL = tuple(f"{month[:-1]}е" for month in MONTHS_GENITIVE)
WEEKDAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")

NO_YEAR = 4
"""The (leap) year that stands for «no year was written»."""
MONTH = r"(?:янв|фев|мар|апр|ма[йяею]|июн|июл|авг|сен|окт|ноя|дек(?!ад))[а-я]*\.?"
"""A month in plain text, in any case or cut short («нояб.»)."""
_YEAR_WORD = r"(?:годов|года|году|годом|годы|год|гг\.?|г\.?)(?![а-я])"
YEAR = rf"[12]\d{{3}} ?(?:{_YEAR_WORD})?"
"""A year in plain text with or without its word."""
_DIGITS = re.compile(rf"(\d{{1,2}})[./](\d{{1,2}})[./]([12]\d{{3}}|\d{{2}}) ?(?:{_YEAR_WORD})?")
_ISO = re.compile(r"([12]\d{3})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(rf"[«\"“„]?(\d{{1,2}})[»\"”“]?(?:-?(?:го|е|ое))? ({MONTH}),? ({YEAR})")
_STEMS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")


def in_digits(day: date) -> str:
    """13.11.2023: for marks and tables."""
    return f"{day:%d.%m.}{day.year:04d}"


def written(day: date, year: str | None = "г.") -> str:
    """«13 ноября 2023 г.»; ``year`` is the word after the year, ``None`` drops the year («13 ноября»)."""
    start = f"{day.day} {MONTHS_GENITIVE[day.month - 1]}"
    return start if year is None else f"{start} {day.year} {year}".rstrip()


def in_words(day: date, case: Case = "nominative", *, capital: bool = False) -> str:
    """«тринадцатое ноября две тысячи двадцать третьего года»; genitive: «тринадцатого ноября…»."""
    text = (
        f"{ordinal(day.day, case, 'n')} {MONTHS_GENITIVE[day.month - 1]} {ordinal(day.year, 'genitive')} года"
    )
    return text[0].upper() + text[1:] if capital else text


def weekday(day: date) -> str:
    """«понедельник»."""
    return WEEKDAYS[day.weekday()]


def parse_date(text: str) -> date:
    """Read any of the three forms, ISO too: «13.11.2023», «13 ноября 2023 г.», «тринадцатое ноября…».

    Raises:
        ValueError: another form, no year, or a day that the calendar does not have.
    """
    flat = with_digits(tidy(text))
    if match := _ISO.fullmatch(flat):
        return real_date(int(match[1]), int(match[2]), int(match[3]), text)
    if match := _DIGITS.fullmatch(flat):
        return real_date(full_year(match[3]), int(match[2]), int(match[1]), text)
    if match := _WORDS.fullmatch(flat):
        return real_date(int(match[3][:4]), month_number(match[2]), int(match[1]), text)
    raise ValueError(
        f"«{text.strip()}» – не дата: ожидается «13.11.2023», «13 ноября 2023 г.» или дата прописью."
    )


def real_date(year: int, month: int, day: int, text: str) -> date:
    """A date that exists; otherwise ValueError that says how many days the month has."""
    if not 1 <= month <= 12:
        raise ValueError(f"Даты «{text.strip()}» нет: в году 12 месяцев.")
    if not 1 <= day <= days_in(year, month):
        whose = "" if year in (NO_YEAR, NO_YEAR + 1) else f" {year} года"
        raise ValueError(
            f"Даты «{text.strip()}» нет: в {MONTHS_PREPOSITIONAL[month - 1]}{whose} "
            f"последнее число – {days_in(year, month)}."
        )
    return date(year, month, day)


def days_in(year: int, month: int) -> int:
    """28…31."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def full_year(digits: str) -> int:
    """«23» → 2023."""
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def month_number(word: str) -> int:
    """«ноября», «нояб.», «ноябре» → 11.

    Raises:
        ValueError: not a month.
    """
    flat = plain(word).rstrip(".")
    for number, stem in enumerate(_STEMS, 1):
        names = (MONTHS[number - 1], MONTHS_GENITIVE[number - 1], MONTHS_PREPOSITIONAL[number - 1])
        if flat.startswith(stem) and (any(name.startswith(flat) for name in names) or flat == f"{names[0]}м"):
            return number
    raise ValueError(f"«{word}» – не месяц.")


def tidy(text: str) -> str:
    """Lower case, «ё» as «е», one kind of space and one kind of dash («-»): what the readers look at."""
    flat = plain(re.sub(r"[\u00a0\u202f\u2009\u2007]", " ", text).replace("\u00ad", "").replace("\u2060", ""))
    return re.sub(r"[‐‑‒–—―−]", "-", flat)


_TIME = re.compile(
    r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?|(\d{1,2}) ?(?:ч\.?|час(?:ов|а)?)(?: (\d{1,2}) ?мин(?:\.|ут[аы]?)?)?"
)


def clock(moment: time) -> str:
    """«12:00»."""
    return f"{moment:%H:%M}"


def parse_clock(text: str) -> time:
    """«12:00», «12.00», «12 часов», «12 ч 30 мин» → time.

    Raises:
        ValueError: another form, or no such time.
    """
    match = _TIME.fullmatch(tidy(text))
    if match is None:
        raise ValueError(f"«{text.strip()}» – не время: ожидается «12:00».")
    return real_time(int(match[1] or match[4]), int(match[2] or match[5] or 0), text)


def real_time(hour: int, minute: int, text: str) -> time:
    """A time that exists; 24:00 is the last minute of the day; otherwise ValueError."""
    if (hour, minute) == (24, 0):
        return time(23, 59)
    if hour > 23 or minute > 59:
        raise ValueError(f"Времени «{text.strip()}» нет: часы – от 0 до 23, минуты – от 0 до 59.")
    return time(hour, minute)
