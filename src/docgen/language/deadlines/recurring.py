"""Reading recurring deadlines: «ежемесячно, не позднее 5-го числа месяца, следующего за отчётным»."""

import re
from datetime import date

from docgen.language.dates.day import MONTH, NO_YEAR, days_in, month_number
from docgen.language.dates.period_reading import parse_period
from docgen.language.deadlines.cycles import LAST, MONTHS_IN, Every, Frequency
from docgen.language.deadlines.pieces import Remainder, take_times, take_weekdays, take_zone

_ONCE = r"(?:не реже )?(?:по )?(?:(?:1|одного) )?раза? (?:в|за)"
_FREQUENCIES: tuple[tuple[Frequency, re.Pattern[str]], ...] = (
    (
        "half_yearly",
        re.compile(
            rf"{_ONCE} (?:полугодие|полгода|6 месяцев)|(?:2 раза|дважды) в год|кажд[а-я]+ (?:полугоди[ея]|полгода)|"
            r"по полугодиям|1 раз в пол-?года|ежеполугодно|раз в полгода"
        ),
    ),
    (
        "quarterly",
        re.compile(rf"ежеквартальн[а-я]+|поквартально|{_ONCE} (?:квартал|3 месяца)|кажд[а-я]+ квартала?"),
    ),
    ("weekly", re.compile(rf"еженедельн[а-я]+|понедельно|{_ONCE} неделю|кажд[а-я]+ недел[а-я]+")),
    ("yearly", re.compile(rf"ежегодн[а-я]+|{_ONCE} год|кажд[а-я]+ года?(?![а-я])")),
    ("monthly", re.compile(rf"ежемесячн[а-я]+|помесячно|{_ONCE} месяц|кажд[а-я]+ (?:месяца?|(?=\d+ числ))")),
    (
        "daily",
        re.compile(
            rf"ежедневн[а-я]+|{_ONCE} (?:день|сутки)|кажд[а-я]+ (?:рабоч[а-я]+ )?(?:день|дня)|по рабочим дням"
        ),
    ),
)
_EACH_WEEKDAY = re.compile(r"(?<![а-я])(?:кажд[а-я]+|по)(?= (?:понед|вторн|сред|четв|пятн|субб|воскр))")
_EVERY_DATE = re.compile(r"\d{1,2} (?:числа|числу) каждого|кажд[а-я]+ \d{1,2} числ")
_FULL_DATE = (
    rf"(?:\d{{1,2}}\.\d{{1,2}}\.[12]\d{{3}}|\d{{1,2}} {MONTH} [12]\d{{3}})(?: ?(?:года|г\.?)(?![а-я]))?"
)
_SINCE = re.compile(rf"(?:начиная )?со? (?P<day>{_FULL_DATE})")
_SINCE_MONTH = re.compile(rf"(?:начиная )?со? (?P<month>{MONTH} [12]\d{{3}})(?: ?(?:года|г\.?)(?![а-я]))?")
_TO_END = re.compile(r"до конца (?P<year>[12]\d{3}) ?(?:года|г\.?)(?![а-я])")
_UNTIL = re.compile(rf"(?:вплоть )?(?:по|до) (?P<day>{_FULL_DATE})(?: включительно)?")
_NEXT_PERIOD = re.compile(
    r"(?:(?P<which>\d) )?(?:месяца|года)?,? ?(?:следующ[а-я]+ за (?:отчетн|истекш|прошедш)[а-я]+(?: (?:месяц|квартал|полугоди|"
    r"год|период)[а-я]*)?)|(?:месяца |квартала )?после (?:окончания )?отчетн[а-я]+(?: (?:месяца|квартала|полугодия|периода|года))?"
    r"|(?<![а-я])следующего (?:месяца|года|квартала)"
)
_RESULTS = re.compile(
    r"по (?:итогам|результатам) (?:каждого |отчетного )?(?P<of>месяц|квартал|полугоди)[а-я]*"
)
_OF: dict[str, Frequency] = {"месяц": "monthly", "квартал": "quarterly", "полугоди": "half_yearly"}
_LAST_WORKDAY = re.compile(r"последн[а-я]+ (?:рабоч[а-я]+ )?(?:день|дня|дню) (?:каждого )?месяца")
_SINCE_YEAR = re.compile(r"начиная с (?P<year>[12]\d{3}) ?(?:года|г\.?)")
_MANY_TIMES = re.compile(
    r"(?<!\d)(?:[2-9]|\d{2,}|дважды|трижды) ?(?:раза?)? ?(?:в|за) (?:день|неделю|месяц|квартал|год|полугодие)|"
    r"(?:раз в|кажд[а-я]+) (?:[2-9]|\d{2,}) (?!полугод|месяц|числ)(?:дн|недел|год|лет)[а-я]*|раз в (?:[245789]|1\d) месяц[а-я]*"
)
_LAST_MONTH = re.compile(
    r"(?P<which>последнего|[123]) месяца (?:отчетного |каждого )?(?:квартала|полугодия|года)?"
)
_WORKDAY = re.compile(r"(?P<which>последн[а-я]+|\d{1,2})(?:-?[а-я]{1,3})? рабоч[а-я]+ д[а-я]+")
_LAST_DAY = re.compile(
    r"последн[а-я]+ (?:календарн[а-я]+ )?(?:день|дня|дню|числ[а-я]|днем)|конц[а-я] (?=мес|кварт|год|полуг|нед)|конц[ау]$"
)
_NTH = re.compile(r"(?P<which>последн[а-я]+|[1-5]) (?=понед|вторн|сред|четв|пятн|субб|воскр)")
_YEAR_DAY = re.compile(rf"(?P<day>\d{{1,2}})(?: числа)? (?P<month>{MONTH})(?![а-я])")
_IN_MONTH = re.compile(rf"(?<![а-я])(?:в|до конца) (?P<month>{MONTH})(?![а-я])")
_DAY = re.compile(r"(?<![\d:.])(?P<day>\d{1,2})(?: ?(?:числ[а-я]+|ч\.)| дня)?(?![\d:.])")
_FILLERS = frozenset(
    re.findall(
        r"\w+",
        "до не позднее позже к на в во по срок сроки числа число числу месяца месяц месяце каждого каждый года год "
        "отчетного отчетный квартала квартал полугодия недели неделе рабочим дням день дня г включительно и за с а "
        "начиная конца текущего отчет календарного течение первых период",
    )
)


def read_recurring(flat: str, text: str) -> Every | None:
    """The recurring deadline, or None if nothing in the text recurs.

    Raises:
        ValueError: a day that does not exist, or words beside it that cannot be read.
    """
    many = _MANY_TIMES.search(flat)
    if many and not re.fullmatch(r"(?:2 раза|дважды) в год", many[0]):
        raise ValueError(f"Срок «{text.strip()}» не посчитать: назовите числа или дни недели.")
    rest = Remainder(flat)
    frequency = _frequency(rest)
    if frequency is None:
        return None
    since, until = _bound(rest, _SINCE), _bound(rest, _UNTIL)
    if year := next(iter(rest.take(_SINCE_YEAR)), None):
        since = date(int(year["year"]), 1, 1)
    if month := next(iter(rest.take(_SINCE_MONTH)), None):
        since = parse_period(month["month"]).first
    if end := next(iter(rest.take(_TO_END)), None):
        until = date(int(end["year"]), 12, 31)
    zone = take_zone(rest)
    found = _yearly(rest, text) if frequency == "yearly" else _within_period(rest, frequency)
    times = take_times(rest)
    weekdays = tuple(take_weekdays(rest))
    if not found:
        found = _day(rest, frequency)
    if len(times) > 1 or not rest.only(_FILLERS):
        raise ValueError(f"В повторяющемся сроке «{text.strip()}» не прочитано: «{' '.join(rest.words())}».")
    offset = found.pop("offset", 0) or 0
    return Every(
        frequency,
        day=found.get("day"),
        workday=found.get("workday"),
        month=found.get("month"),
        nth=found.get("nth"),
        offset=offset,
        weekdays=tuple(sorted(set(weekdays))),
        hour=times[0] if times else None,
        zone=zone if times else "",
        since=since,
        until=until,
    )


def _frequency(rest: Remainder) -> Frequency | None:
    if _EVERY_DATE.search(rest.text) and "месяц" not in rest.text and "кварт" not in rest.text:
        rest.text = re.sub(r"кажд[а-я]+", "", rest.text)
        return "monthly"
    for frequency, pattern in _FREQUENCIES:
        if rest.take(pattern):
            rest.take(_EACH_WEEKDAY)
            # «каждый месяц по средам» is said of weeks only if nothing longer is named.
            return frequency
    if (match := _RESULTS.search(rest.text)) and "числ" in rest.text:
        rest.take(_RESULTS)
        return _OF[match["of"]]
    if "отчетн" in rest.text and _NEXT_PERIOD.search(rest.text) and re.search(r"числ|рабоч", rest.text):
        return next((_OF[word] for word in ("квартал", "полугоди") if word in rest.text), "monthly")
    if _LAST_WORKDAY.search(rest.text):
        return "monthly"
    if _NTH.search(rest.text) and "месяц" in rest.text:
        rest.text = re.sub(r"кажд[а-я]+ ", "", rest.text)
        return "monthly"
    if rest.take(_EACH_WEEKDAY):
        return "weekly"
    return None


def _bound(rest: Remainder, pattern: re.Pattern[str]) -> date | None:
    found = rest.take(pattern)
    return parse_period(found[0]["day"]).first if found else None


Found = dict[str, int]


def _yearly(rest: Remainder, text: str) -> Found:
    found: Found = {"offset": 1} if rest.take(_NEXT_PERIOD) else {}
    if match := next(iter(rest.take(_YEAR_DAY)), None):
        month, day = month_number(match["month"]), int(match["day"])
        if not 1 <= day <= days_in(NO_YEAR, month):
            raise ValueError(f"В сроке «{text.strip()}» нет такого дня: «{match[0]}».")
        return {**found, "month": month, "day": day}
    if match := next(iter(rest.take(_IN_MONTH)), None):
        return {**found, "month": month_number(match["month"])}
    return found


def _within_period(rest: Remainder, frequency: Frequency) -> Found:
    found: Found = {}
    if match := next(iter(rest.take(_NEXT_PERIOD)), None):
        found["offset"] = int(match["which"] or 1)
    elif match := next(iter(rest.take(_LAST_MONTH)), None):
        size = MONTHS_IN.get(frequency, 1)
        found["offset"] = 0 if match["which"] == "последнего" else int(match["which"]) - size
        found["said"] = 1
    if match := next(iter(rest.take(_WORKDAY)), None):
        found["workday"] = LAST if match["which"].startswith("посл") else int(match["which"])
    elif rest.take(_LAST_DAY):
        found["said"] = 1
    elif match := next(iter(rest.take(_NTH)), None):
        found["nth"] = LAST if match["which"].startswith("посл") else int(match["which"])
    elif frequency in MONTHS_IN and (day := _day(rest, frequency)):
        found |= {"day": day["day"]}
        # «ежеквартально до 10 числа» cannot mean the quarter's own last month: the quarter is not over yet.
        if frequency != "monthly" and "offset" not in found:
            found["offset"] = 1
    return found


def _day(rest: Remainder, frequency: Frequency) -> Found:
    if frequency not in ("monthly", "quarterly", "half_yearly"):
        return {}
    times = re.search(r"\d{1,2} ?час|\d:\d", rest.text)
    found = rest.take(_DAY) if not times else []
    if not found:
        found = rest.take(re.compile(r"(?P<day>\d{1,2}) (?:числ[а-я]+)"))
    return {"day": int(found[0]["day"])} if found else {}
