"""Reading periods back: one end, or two ends joined by «с … по …» or a dash."""

import re
from dataclasses import dataclass, replace
from datetime import date

from docgen.language.dates.day import MONTH, NO_YEAR, full_year, month_number, real_date, tidy
from docgen.language.dates.periods import Grain, Period, parts, years
from docgen.language.numbers.roman import parse_roman
from docgen.language.numbers.words import with_digits

_Y = r"(?:,? (?P<year>[12]\d{3}) ?(?:год[а-я]*|гг?\.?)?)?"
_NUMBER = r"(?P<number>\d{1,2}|[ivxlcіхcм]+)"
_ENDS: tuple[tuple[Grain, re.Pattern[str]], ...] = (
    (
        "day",
        re.compile(
            r"(?P<day>\d{1,2})\.(?P<digits>\d{1,2})(?:\.(?P<year>[12]\d{3}|\d{2}))?(?: ?(?:года|г\.?))?"
        ),
    ),
    ("day", re.compile(rf"[«\"]?(?P<day>\d{{1,2}})[»\"]? (?P<month>{MONTH}){_Y}")),
    ("month", re.compile(rf"(?P<month>{MONTH}){_Y}")),
    ("quarter", re.compile(rf"{_NUMBER} ?(?:квартал(?!ов)[а-я]*|кв\.?){_Y}")),
    ("half", re.compile(rf"{_NUMBER} ?(?:полугоди(?!й)[а-я]*|п/г){_Y}")),
    ("year", re.compile(r"(?P<year>[12]\d{3}) ?(?:год[а-я]*|гг?\.?)?")),
    ("day", re.compile(r"[«\"]?(?P<day>\d{1,2})[»\"]?")),
    ("quarter", re.compile(_NUMBER)),
)
_MOST = 20
"""«21 квартала» is a term, «V квартал» a slip."""
_ORDINAL_TAIL = re.compile(r"(?<=[\divx])-(?:го|й|е|ый|ий|ое|ом|му|ая|ой|ем|ти|х|ми|и)(?![а-я])")
_ISO = re.compile(r"(?<!\d)([12]\d{3})-(\d{1,2})-(\d{1,2})(?!\d)")
_LEAD = re.compile(
    r"^(?:в течение всего|в течение|на протяжении всего|на протяжении|в период|за период|период|на период|за|на|в|во)\s+"
)
_FROM_TO = re.compile(r"^(?:со?|начиная с|от) (?P<first>.+?) (?:по|до) (?P<last>.+)$")
_MONTHS_OF_YEAR = re.compile(r"(\d{1,2}) месяц(?:а|ев) ([12]\d{3}) ?(?:год[а-я]*|г\.?)")
_SCHOOL_YEAR = re.compile(r"([12]\d{3}) ?[/-] ?([12]\d{3}|\d{2}) уч(?:ебн[а-я]+|\.) ?(?:год[а-я]*|г\.?)")
_DECADE = re.compile(
    rf"(?P<number>[123]|i{{1,3}}|последняя|последнюю|последней) декад[а-я]* (?P<month>{MONTH}){_Y}"
)


class NotAPeriod(ValueError):  # noqa: N818 - said as it is read
    """The text is something else, as against a period that cannot be."""


@dataclass(frozen=True, slots=True)
class _End:
    grain: Grain
    year: int | None
    month: int | None = None
    number: int | None = None
    day: int | None = None
    bare: bool = False


def parse_period(text: str) -> Period:
    """Read a period of days, months, quarters, half-years or years; without a year it stays without.

    Raises:
        ValueError: not a period, a day that does not exist, or an end before the beginning.
    """
    flat = normal(text)
    flat = _LEAD.sub("", flat).rstrip(" ;,") if not _FROM_TO.match(flat) else flat
    if special := _special(flat):
        return special
    pair = _pair(flat)
    if pair is None:
        end = _end(flat, text)
        return _joined(end, end, text)
    return _joined(_end(pair[0], text), _end(pair[1], text), text)


def normal(text: str) -> str:
    """Tidy text with digits for words, «5» for «5-го», 24.11.2023 for 2023-11-24."""
    flat = _ORDINAL_TAIL.sub("", with_digits(tidy(text)))
    flat = _ISO.sub(lambda match: f"{match[3]:0>2}.{match[2]:0>2}.{match[1]}", flat)
    return re.sub(r"(?<=\d)(?=год|г\.|квартал)", " ", flat)


def _special(flat: str) -> Period | None:
    if match := _MONTHS_OF_YEAR.fullmatch(flat):
        count = int(match[1])
        return parts("month", int(match[2]), 1, count) if 1 <= count <= 12 else None
    if match := _SCHOOL_YEAR.fullmatch(flat):
        first = int(match[1])
        return parts("month", first, 9, 8, first + 1)
    if match := _DECADE.fullmatch(flat):
        number = 3 if match["number"].startswith("посл") else _number(match["number"])
        year = int(match["year"] or NO_YEAR)
        month = month_number(match["month"])
        whole = parts("month", year, month, month)
        last = whole.last if number == 3 else date(year, month, number * 10)
        return Period(date(year, month, number * 10 - 9), last)
    return None


def _pair(flat: str) -> tuple[str, str] | None:
    if match := _FROM_TO.match(flat):
        return match["first"], match["last"]
    first, dash, last = flat.partition("-")
    return (first.strip(), last.strip()) if dash else None


def _end(text: str, whole: str) -> _End:
    for grain, pattern in _ENDS:
        if match := pattern.fullmatch(text.strip(" ,()")):
            found = match.groupdict()
            month = found.get("month") and month_number(found["month"])
            number = found.get("number")
            return _End(
                grain,
                full_year(found["year"]) if found.get("year") else None,
                int(found["digits"]) if found.get("digits") else (month or None),
                _number(number) if number else None,
                int(found["day"]) if found.get("day") else None,
                bare=pattern in (_ENDS[-1][1], _ENDS[-2][1]),
            )
    raise NotAPeriod(
        f"«{whole.strip()}» – не период: ожидается, например, «с 19 по 20 декабря 2023 г.» "
        "или «IV квартал 2023 г.»."
    )


def _number(text: str) -> int:
    return int(text) if text.isdigit() else parse_roman(text.upper())


def _joined(first: _End, last: _End, text: str) -> Period:
    first = _completed(first, last)
    if first.grain != last.grain or last.bare:
        raise NotAPeriod(f"«{text.strip()}»: начало и конец периода названы по-разному.")
    first_year, last_year = _years(first, last)
    if last.grain == "year":
        if first.year is None or last.year is None:
            raise ValueError(f"В периоде «{text.strip()}» нет года.")
        return years(first.year, last.year)
    if last.grain == "day":
        start = real_date(first_year, first.month or 0, first.day or 0, text)
        return Period(start, real_date(last_year, last.month or 0, last.day or 0, text))
    begin, finish = first.number or first.month or 0, last.number or last.month or 0
    limit = {"month": 12, "quarter": 4, "half": 2}[last.grain]
    if finish > _MOST:
        raise NotAPeriod(f"«{text.strip()}» – не период, а срок.")
    if not (1 <= begin <= limit and 1 <= finish <= limit):
        raise ValueError(f"«{text.strip()}»: в году {'4 квартала' if limit == 4 else '2 полугодия'}.")
    return parts(last.grain, first_year, begin, finish, last_year)


def _completed(first: _End, last: _End) -> _End:
    """A bare beginning («19», «I») takes what it lacks from the end."""
    if not first.bare:
        return first
    if last.grain in ("quarter", "half"):
        return replace(first, grain=last.grain, number=first.number or first.day, day=None)
    return replace(first, month=last.month)


def _years(first: _End, last: _End) -> tuple[int, int]:
    """Whichever year is written serves both ends; a turn of the year lies between «декабря» and «января»."""
    begin = (first.number or first.month or 0, first.day or 0)
    finish = (last.number or last.month or 0, last.day or 0)
    # «с 20 по 19 декабря» is a slip, «с 28 декабря по 10 января» is not.
    turn = int(begin[0] > finish[0])
    if first.year and last.year:
        return first.year, last.year
    if last.year:
        return last.year - turn, last.year
    if first.year:
        return first.year, first.year + turn
    return NO_YEAR, NO_YEAR + turn
