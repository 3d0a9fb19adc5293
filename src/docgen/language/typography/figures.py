"""Figures: thousands, per cent, time, hyphens beside figures (T05, T06, T12, T18, T22)."""

import re

from docgen.language.patterns import lazy
from docgen.language.typography.profile import Profile

_LONG = lazy(r"([1-9](?<![\w.,/\ue001№\u2011-].)(?<!№[ \u00a0].)\d{4,})(?![\w/-])(?!\.\d)(?=(,\d+)?)")
_MONEY_AFTER = lazy(r"(?:,\d+)?[ \u00a0]?(?:руб|₽|тыс)")
_GROUPED = lazy(r"\d(?<![\w.,/\ue001-].)(?<!\d .)\d{0,2}(?: \d{3})+(?![\w./-])")


def group_thousands(text: str, profile: Profile) -> str:
    """150000 becomes 150 000; years, codes, phones and numbers of documents are no quantities and stay."""
    text = _GROUPED.sub(lambda m: m[0].replace(" ", profile.glue), text)
    if not profile.thousands:
        return text
    return _LONG.sub(lambda m: _group(m, profile), text)


def _group(match: re.Match[str], profile: Profile) -> str:
    digits = match[1]
    if len(digits) > 9 and not _MONEY_AFTER.match(match.string, match.end()):
        return digits
    return f"{int(digits):,}".replace(",", profile.glue)


_POINT = lazy(
    r"(?<![\w.,№/\ue001-])([0-9]{1,3})\.([0-9]{1,2})(?=[ \u00a0]?%|[ \u00a0]?(?:млн|млрд|трлн|процент))(?!\.)"
)
_FRACTION_UNIT = lazy(r"%|млн|млрд|трлн|процент")
_PERCENT = lazy(r" *[%‰](?!-)(?<=[\d ].)")


def space_percent(text: str, profile: Profile) -> str:
    """85% becomes 85 %, 2.4 % becomes 2,4 %."""
    if "." in text and _FRACTION_UNIT.search(text):
        text = _POINT.sub(r"\1,\2", text)
    return _PERCENT.sub(lambda m: f"{profile.glue}{m[0][-1]}", text) if "%" in text or "‰" in text else text


_BESIDE_FIGURE = lazy(r"-(?:(?=[а-яёА-ЯЁA-Za-z])(?<=[0-9]-)|(?=[0-9])(?<=[а-яёА-ЯЁA-Za-z]-))")
_INDIVISIBLE = lazy(r"-(?:(?<=\bWi-)(?=Fi\b)|(?<=\b[Пп]о-)(?<![\w\u2011-]..-)(?=[а-яё]{2,}))")


def join_hyphens(text: str, profile: Profile) -> str:
    """The hyphen of «1-й», «85-процентный», «МШРГ-4», «Wi-Fi», «по-прежнему» must not end a line."""
    if "-" not in text:
        return text
    text = _BESIDE_FIGURE.sub(profile.joint, text)
    return _INDIVISIBLE.sub(profile.joint, text)


_ZONED = r"(?=[ \u00a0]?\(?(?:мск|МСК|по московскому))"
_MINUTES = r"\.(?<=[0-9]\.)([0-5][0-9])"
_STATED = lazy(rf"{_MINUTES}(?:{_ZONED}|(?= ?[-–] ?[0-2]?[0-9][.:][0-5][0-9]{_ZONED}))")
_IMPLIED = lazy(
    r"\.(?<=[0-9]\.)(00|15|30|45)"
    r"(?![\w.%])(?!,\d)(?![ \u00a0](?:раза?|млн|млрд|тыс|руб|%|га|кг|км|м|т|балл|п\.|процент|тонн|в\.)\b)"
)
_HOUR = lazy(r"(?<![\w.,])(?:[01]?[0-9]|2[0-3])\Z")
_HOUR_AFTER = lazy(r"(?<!\w)(?:[СсВвКк]|[Дд]о)[ \u00a0](?:[01]?[0-9]|2[0-3])\Z")
_ZONE = lazy(r" (?=\(?(?:мск|МСК)\b)(?<=:[0-9][0-9] )")


def set_time(text: str, profile: Profile) -> str:
    """12.00 (мск) becomes 12:00 (мск); a bare 12.00 only after «в», «до», «с», «к», where it can be nothing else."""
    if profile.colon_in_time and "." in text:
        text = _STATED.sub(lambda m: _with_colon(m, _HOUR), text)
        text = _IMPLIED.sub(lambda m: _with_colon(m, _HOUR_AFTER), text)
    return _ZONE.sub(profile.glue, text)


def _with_colon(match: re.Match[str], before: re.Pattern[str]) -> str:
    start = match.start()
    return f":{match[1]}" if before.search(match.string, max(0, start - 6), start) else match[0]


_YEAR = r"((?:1[89]|20)[0-9]{2}(?<![0-9]....))"
_BARE_YEAR = lazy(rf"{_YEAR}([ \u00a0]?)(гг?)(?![\w./-])")
_CLOSE_YEAR = lazy(rf"{_YEAR}(?=гг?\.|год(?:а|у|ы|ом|ов|ах|ам)?(?!\w))")
_CLOSE_MONTH = lazy(
    r"([0-9])(?=(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)(?!\w))"
)


_NOUGHT = lazy(
    r"0(?<![\w.,/-].)(?=[1-9][ \u00a0](?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)(?!\w))"
)


def mend_years(text: str, profile: Profile) -> str:
    """«2023 г» gets its full stop, «2023году» and «5июля» their space; «05 июля» loses its nought."""
    text = _NOUGHT.sub("", text)
    text = _BARE_YEAR.sub(lambda m: f"{m[1]}{m[2] or profile.glue}{m[3]}.", text)
    text = _CLOSE_YEAR.sub(rf"\1{profile.glue}", text)
    return _CLOSE_MONTH.sub(rf"\1{profile.glue}", text)


_MILLION = lazy(r"(?<=\d[ \u00a0])(млн|млрд|трлн)\.(?= [а-яё])")
_CLOSE_UNIT = lazy(r"(?<=[0-9])(?=(?:млн|млрд|трлн|тыс\.?|руб\.?|рубл[а-я]{1,3})(?![\w-]))")
_CLOSE = lazy(r"[0-9](?:млн|млрд|трлн|тыс|руб)")
_CLOSE_ROUBLE = lazy(r"(?<=тыс\.)(?=руб)")
_THOUSAND = lazy(r"(?<=\d[ \u00a0])тыс(?=[ \u00a0][а-яё])")
_ROUBLE = lazy(r"(?<=[\dнд.][ \u00a0])(руб|коп)(?![\w.])")


def mend_abbreviations(text: str, profile: Profile) -> str:
    """млн, млрд without a full stop; тыс., руб., коп. with it."""
    if _CLOSE.search(text):
        text = _CLOSE_UNIT.sub(profile.glue, text)
    if "тыс.руб" in text:
        text = _CLOSE_ROUBLE.sub(profile.glue, text)
    if "млн." in text or "млрд." in text or "трлн." in text:
        text = _MILLION.sub(r"\1", text)
    if "тыс" in text:
        text = _THOUSAND.sub("тыс.", text)
    return _ROUBLE.sub(r"\1.", text) if "руб" in text or "коп" in text else text
