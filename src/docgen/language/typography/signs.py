"""Single signs: №, Roman numerals, ellipsis, dashes, ranges, minus (T02, T09, T10, T15, T19–T21)."""

import re

from docgen.language.typography.profile import Profile

_MANY_NUMBERS = re.compile(r"№(?:[ \u00a0]*№)+")
_NUMBER_GAP = re.compile(r"№ *(?=[\w\ue000\ue001])")
_GLUED_NUMBER = re.compile(r"(?<=[\w.,;)»])№")


def space_number_sign(text: str, profile: Profile) -> str:
    """«г.№Д05-84» becomes «г. № Д05-84»; «№№» is written «№»."""
    if "№" not in text:
        return text
    text = _MANY_NUMBERS.sub("№", text)
    return _GLUED_NUMBER.sub(" №", _NUMBER_GAP.sub(f"№{profile.glue}", text))


_LATIN_N = re.compile(
    r"(?<![\w.-])(?:N[ \u00a0]+(?=\d|[А-ЯЁ]{1,4}\d*-|[\ue001])|N(?=\d+(?:[-/][\wА-ЯЁ]))|N[º°o]\.?[ \u00a0]*(?=\d))"
)


def replace_latin_n(text: str, profile: Profile) -> str:
    """«N 4», as legal databases write, becomes «№ 4»."""
    return _LATIN_N.sub(f"№{profile.glue}", text) if "N" in text else text


_TO_LATIN = str.maketrans("ХІМСхі", "XIMCXI")
_MIXED_ROMAN = re.compile(
    r"(?<![\w-])(?=[IVXLC]*[ХІ])(?=[ХІ]*[IVXLC])[IVXLCХІ]+(?!\w)|(?<!\w)(?:[ХVXI]*І[ХVXIІ]*)(?!\w)"
)
_CYRILLIC_ROMAN = re.compile(
    r"(?<![\w.])Х{1,3}(?=(?:[–-][IVXХ]+)?[ \u00a0](?:век|в\.|вв\.|столет|съезд|форум|конкурс|чемпионат|конференц|"
    r"[Мм]еждународн|[Вв]сероссийск|[Оо]лимпи|национальн|Национальн|квартал|созыв|раздел|глав))"
)


def latinise_roman(text: str, profile: Profile) -> str:
    """Roman numerals are written with Latin letters: «ХІХ век» with Cyrillic ones cannot be found or sorted."""
    if "І" in text or "Х" in text:
        text = _MIXED_ROMAN.sub(lambda m: m[0].translate(_TO_LATIN), text)
        text = _CYRILLIC_ROMAN.sub(lambda m: m[0].translate(_TO_LATIN), text)
    return text


_DOTS = re.compile(r"(?<!\.)\.{3}(?!\.)")
_AFTER_SIGN = re.compile(r"(?<=[?!])(?:…|\.{3})(?!\.)")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")


def set_ellipsis(text: str, profile: Profile) -> str:
    """Three dots are one sign «…», two after «?» and «!»; an apostrophe inside a name is ’."""
    if ".." in text or "…" in text:
        text = _DOTS.sub("…", _AFTER_SIGN.sub("..", text))
    return _APOSTROPHE.sub("’", text) if "'" in text else text


_SPACED_DASH = re.compile(r"(?<=\S) +(?:--?|–|—)(?=[ \u00a0\n])|(?<=\S)\u00a0(?:--?|–|—)(?=[ \u00a0\n])")
_HALF_DASH = re.compile(
    r"(?<=[а-яё»)]) (?:-|–|—)(?=[А-ЯЁа-яё«])|(?<=[а-яё»)])(?:-|–|—) (?=(?:до|это|от|не|на|по|с|в|за|для)\b)"
)
_FIRST_DASH = re.compile(r"^([ \t]*)[-–—] (?=\S)", re.MULTILINE)


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
_YEARS = re.compile(
    r"(?<![\w./-])((?:1[89]|20)\d\d)[ \u00a0]*[-–—][ \u00a0]*((?:1[89]|20)\d\d)(?![\w/-])(?!\.\d)"
)
_PLAIN = re.compile(
    r"(?<![\w.,/–-])(\d{1,3}(?:[ \u00a0]\d{3})+|\d+(?:,\d+)?)(?: - | – | — |\u00a0– |-|–)(\d{1,3}(?:[ \u00a0]\d{3})+|\d+(?:,\d+)?)(?![\w/–-])(?![.,]\d)"
)
_DOTTED = re.compile(
    r"(?<![\w./-])(\d{1,2}(?:\.\d{1,4}){1,3}|\d{1,2}:\d\d)[ \u00a0]?[-–—][ \u00a0]?(\d{1,2}(?:\.\d{1,4}){1,3}|\d{1,2}:\d\d)(?![\w/-])(?!\.\d)"
)
_ROMAN = re.compile(r"(?<![\w-])([IVX]+)[-–—]([IVX]+)(?![\w-])")
_NAMED = re.compile(
    rf"\b((?:{_MONTH}|{_DAY}))-(?=(?:(?:{_MONTH}|{_DAY})\b|\d))|\b({_MONTH}(?: \d{{4}} г\.)?)-(?=\d{{1,2}} {_MONTH})",
    re.IGNORECASE,
)


def set_ranges(text: str, profile: Profile) -> str:
    """From–to: 2022–2024, 10–15, 10:00–12:00, I–III without spaces; «январь – март» with them."""
    if "-" not in text and "–" not in text and "—" not in text:
        return text
    text = _YEARS.sub(_ascending, text)
    text = _DOTTED.sub(_same_shape, text)
    text = _PLAIN.sub(_ascending, text)
    text = _ROMAN.sub(r"\1–\2", text)
    return _NAMED.sub(lambda m: f"{m[1] or m[2]}{profile.glue}{profile.dash} ", text)


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


_MINUS = re.compile(r"(?<![^\s(«„:=])(?<!\d[ \u00a0])[-–](?=\d)")


def set_minus(text: str, profile: Profile) -> str:
    """A hyphen before a figure that nothing precedes is a minus."""
    return _MINUS.sub("−", text) if "-" in text or "–" in text else text
