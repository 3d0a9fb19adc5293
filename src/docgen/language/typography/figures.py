"""Figures: thousands, per cent, time, hyphens beside figures (T05, T06, T12, T18, T22)."""

import re

from docgen.language.typography.profile import Profile

_LONG = re.compile(r"(?<![\w.,/\ue001№−\u2011-])(?<!№[ \u00a0])([1-9]\d{4,})(?![\w/-])(?!\.\d)(?=(,\d+)?)")
_MONEY_AFTER = re.compile(r"(?:,\d+)?[ \u00a0]?(?:руб|₽|тыс)")
_GROUPED = re.compile(r"(?<![\w.,/\ue001-])(?<!\d )\d{1,3}(?: \d{3})+(?![\w./-])")


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


_PERCENT = re.compile(r"(?<=\d) *(?=[%‰](?!-))")


def space_percent(text: str, profile: Profile) -> str:
    """85% becomes 85 %."""
    return _PERCENT.sub(profile.glue, text) if "%" in text or "‰" in text else text


_BESIDE_FIGURE = re.compile(r"(?<=\d)-(?=[а-яёА-ЯЁA-Za-z])|(?<=[а-яёА-ЯЁA-Za-z])-(?=\d)")
_INDIVISIBLE = re.compile(r"\b(Wi)-(Fi)\b|(?<![\w-])([Пп]о)-(?=[а-яё]{2,})")


def join_hyphens(text: str, profile: Profile) -> str:
    """The hyphen of «1-й», «85-процентный», «МШРГ-4», «Wi-Fi», «по-прежнему» must not end a line."""
    if "-" not in text:
        return text
    text = _BESIDE_FIGURE.sub(profile.joint, text)
    return _INDIVISIBLE.sub(lambda m: f"{m[1] or m[3]}{profile.joint}{m[2] or ''}", text)


_TIME = r"([01]?\d|2[0-3])\.([0-5]\d)"
_STATED_SPAN = re.compile(rf"(?<![\d.,]){_TIME}( ?[-–] ?){_TIME}(?=[ \u00a0]?\(?(?:мск|МСК|по московскому))")
_STATED = re.compile(rf"(?<![\d.,]){_TIME}(?=[ \u00a0]?\(?(?:мск|МСК|по московскому))")
_IMPLIED = re.compile(
    r"(?<!\w)([СсДдВвКк]|[Дд]о|[Вв]о)([ \u00a0])(\d\d?)\.(00|15|30|45)"
    r"(?![\w.%])(?!,\d)(?![ \u00a0](?:раза?|млн|млрд|тыс|руб|%|га|кг|км|м|т|балл|п\.|процент|тонн|в\.)\b)"
)
_ZONE = re.compile(r"(?<=\d:\d\d) ?(?=\((?:мск|МСК)|мск\b|МСК\b)")


def set_time(text: str, profile: Profile) -> str:
    """12.00 (мск) becomes 12:00 (мск); a bare 12.00 only after «в», «до», «с», «к», where it can be nothing else."""
    if profile.colon_in_time and "." in text:
        text = _STATED_SPAN.sub(r"\1:\2\3\4:\5", text)
        text = _STATED.sub(r"\1:\2", text)
        text = _IMPLIED.sub(_if_hour, text)
    return _ZONE.sub(profile.glue, text)


def _if_hour(match: re.Match[str]) -> str:
    if int(match[3]) > 23 or len(match[1]) > 2:
        return match[0]
    return f"{match[1]}{match[2]}{match[3]}:{match[4]}"


_BARE_YEAR = re.compile(r"(?<=\d)([ \u00a0]?)(гг?)(?![\w./-])")
_YEAR = r"(?<!\d)(?:(?:1[89]|20)\d\d)"
_YEAR_MARK = re.compile(rf"({_YEAR}) ?(гг?)(?![\w./-])|({_YEAR})(?=гг?\.|год(?:а|у|ы|ом|ов|ах|ам)?(?!\w))")
_DAY_MONTH = re.compile(
    r"(?<!\w)(\d{1,2})(?=(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)(?!\w))"
)


def mend_years(text: str, profile: Profile) -> str:
    """«2023 г» gets its full stop, «2023году» its space."""
    text = _YEAR_MARK.sub(lambda m: f"{m[1]}{profile.glue}{m[2]}." if m[1] else f"{m[3]}{profile.glue}", text)
    return _DAY_MONTH.sub(rf"\1{profile.glue}", text)


_MILLION = re.compile(r"(?<=\d[ \u00a0])(млн|млрд|трлн)\.(?= [а-яё])")
_THOUSAND = re.compile(r"(?<=\d[ \u00a0])тыс(?=[ \u00a0][а-яё])")
_ROUBLE = re.compile(r"(?<=[\dнд.][ \u00a0])(руб|коп)(?![\w.])")


def mend_abbreviations(text: str, profile: Profile) -> str:
    """млн, млрд without a full stop; тыс., руб., коп. with it."""
    if "млн." in text or "млрд." in text or "трлн." in text:
        text = _MILLION.sub(r"\1", text)
    if "тыс" in text:
        text = _THOUSAND.sub("тыс.", text)
    return _ROUBLE.sub(r"\1.", text) if "руб" in text or "коп" in text else text
