"""Lines between words and figures: dash, range, minus (T09, T10, T21)."""

import re

from docgen.language.patterns import lazy
from docgen.language.typography.profile import Profile

_SPACED_DASH = lazy(r"[ \u00a0](?<=\S.)(?:--?|–|—)(?=[ \u00a0\n])")
_HALF_DASH = lazy(
    r" (?<=[а-яё»)] )[-–—](?=[А-ЯЁа-яё«])|[-–—] (?:(?<=[а-яё»)]- )|(?<=[а-яё»)][–—] ))(?=(?:до|это|от|не|на|по|с|в|за|для)\b)"
)
_FIRST_DASH = lazy(r"^([ \t]*)[-–—] (?=\S)", re.MULTILINE)


def set_dash(text: str, profile: Profile) -> str:
    """« - » becomes a dash with a space on both sides, the first of which does not break."""
    if " -" in text or "- " in text or "–" in text or "—" in text or "\u00a0-" in text:
        text = _SPACED_DASH.sub(f"{profile.glue}{profile.dash}", text)
        text = _HALF_DASH.sub(f"{profile.glue}{profile.dash} ", text)
    return text


def set_list_dash(text: str, profile: Profile) -> str:
    """A hyphen that opens a line of a list is a dash."""
    if "\n-" in text or text[:1] in " \t-–—" or "\n " in text or "\n—" in text:
        return _FIRST_DASH.sub(rf"\1{profile.dash} ", text)
    return text


_MONTH = r"(?:январ|феврал|март|апрел|ма[йяе]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-яё]{0,3}"
_DAY = r"(?:понедельник|вторник|сред[ауы]|четверг|пятниц[ауы]|суббот[ауы]|воскресень[ея])а?"
_YEARS = lazy(
    r"((?:1[89]|20)[0-9]{2}(?<![\w./-]....))[ \u00a0]*[-–—][ \u00a0]*((?:1[89]|20)\d\d)(?![\w/-])(?!\.\d)"
)
_AMOUNT = r"[0-9]{1,3}(?:[ \u00a0][0-9]{3})+|[0-9]+(?:,[0-9]+)?"
_PLAIN = lazy(
    rf"(?=[0-9])(?<![\w.,/–-])({_AMOUNT})(?: - | – | — |\u00a0– |-|–)({_AMOUNT})(?![\w/–-])(?![.,][0-9])"
)
_POINT = r"[0-9]{1,2}(?:\.[0-9]{1,4}){1,3}|[0-9]{1,2}:[0-9]{2}"
_DOTTED = lazy(rf"(?=[0-9])(?<![\w./-])({_POINT})[ \u00a0]?[-–—][ \u00a0]?({_POINT})(?![\w/-])(?!\.[0-9])")
_RANGE = lazy(r"[-–—](?=[ \u00a0]?[0-9])(?:(?<=[0-9].)|(?<=[0-9][ \u00a0].))")
_ROMAN = lazy(r"([IVX])[-–—](?=[IVX]+(?![\w-]))")
_NAMED = lazy(rf"-(?<=[а-яё.]-)(?=(?:{_MONTH}|{_DAY})\b|[0-9]{{1,2}}[ \u00a0]{_MONTH})", re.IGNORECASE)
_NAME_BEFORE = lazy(rf"\b(?:{_MONTH}|{_DAY}|[0-9]{{4}}[ \u00a0]г\.)\Z", re.IGNORECASE)


def set_ranges(text: str, profile: Profile) -> str:
    """From–to: 2022–2024, 10–15, 10:00–12:00, I–III without spaces; «январь – март» with them."""
    if "-" not in text and "–" not in text and "—" not in text:
        return text
    if _RANGE.search(text):
        text = _YEARS.sub(_ascending, text)
        text = _DOTTED.sub(_same_shape, text)
        text = _PLAIN.sub(_ascending, text)
    text = _ROMAN.sub(r"\1–", text)
    return _NAMED.sub(lambda m: _between_names(m, profile), text)


def _between_names(match: re.Match[str], profile: Profile) -> str:
    before = _NAME_BEFORE.search(match.string, max(0, match.start() - 14), match.start())
    return f"{profile.glue}{profile.dash} " if before else match[0]


def _ascending(match: re.Match[str]) -> str:
    """A range grows; anything else («05-3045», a score) stays as it is."""
    first, second = match[1], match[2]
    if first.startswith("0") and first != "0" and "," not in first:
        return match[0]
    low, high = (
        float(part.replace(" ", "").replace("\u00a0", "").replace(",", ".")) for part in (first, second)
    )
    if low >= high and not (len(second) == 2 and len(first) == 4 and first[2:] < second):
        return match[0]
    return f"{first}–{second}"


def _same_shape(match: re.Match[str]) -> str:
    if (":" in match[1]) != (":" in match[2]) or match[1].count(".") != match[2].count("."):
        return match[0]
    return f"{match[1]}–{match[2]}"


_MINUS = lazy(r"[-–](?=[0-9])(?<![^\s(«„:=].)(?<![0-9][ \u00a0].)")


def set_minus(text: str, profile: Profile) -> str:
    """A hyphen before a figure that nothing precedes is a minus."""
    return _MINUS.sub("−", text) if "-" in text or "–" in text else text
