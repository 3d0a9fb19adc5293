"""Single signs: №, Roman numerals, ellipsis (T02, T15, T19, T20)."""

from docgen.language.patterns import lazy
from docgen.language.typography.profile import Profile

_MANY_NUMBERS = lazy(r"№(?:[ \u00a0]*№)+")
_NUMBER_GAP = lazy(r"№ *(?=[\w\ue000\ue001])")
_GLUED_NUMBER = lazy(r"№(?<=[\w.,;)»]№)")


def space_number_sign(text: str, profile: Profile) -> str:
    """«г.№Д05-84» becomes «г. № Д05-84»; «№№» is written «№»."""
    if "№" not in text:
        return text
    text = _MANY_NUMBERS.sub("№", text)
    return _GLUED_NUMBER.sub(" №", _NUMBER_GAP.sub(f"№{profile.glue}", text))


_LATIN_N = lazy(
    r"(?<![\w.-])(?:N[ \u00a0]+(?=\d|[А-ЯЁ]{1,4}\d*-|[\ue001])|N(?=\d+(?:[-/][\wА-ЯЁ]))|N[º°o]\.?[ \u00a0]*(?=\d))"
)


def replace_latin_n(text: str, profile: Profile) -> str:
    """«N 4», as legal databases write, becomes «№ 4»."""
    return _LATIN_N.sub(f"№{profile.glue}", text) if "N" in text else text


_TO_LATIN = str.maketrans("ХІМСхі", "XIMCXI")
_MIXED_ROMAN = lazy(
    r"(?<![\w-])(?=[IVXLC]*[ХІ])(?=[ХІ]*[IVXLC])[IVXLCХІ]+(?!\w)|(?<!\w)(?:[ХVXI]*І[ХVXIІ]*)(?!\w)"
)
_CYRILLIC_ROMAN = lazy(
    r"(?<![\w.])Х{1,3}(?=(?:[–-][IVXХ]+)?[ \u00a0](?:век|в\.|вв\.|столет|съезд|форум|конкурс|чемпионат|конференц|"
    r"[Мм]еждународн|[Вв]сероссийск|[Оо]лимпи|национальн|Национальн|квартал|созыв|раздел|глав))"
)


def latinise_roman(text: str, profile: Profile) -> str:
    """Roman numerals are written with Latin letters: «ХІХ век» with Cyrillic ones cannot be found or sorted."""
    if "І" in text or "Х" in text:
        text = _MIXED_ROMAN.sub(lambda m: m[0].translate(_TO_LATIN), text)
        text = _CYRILLIC_ROMAN.sub(lambda m: m[0].translate(_TO_LATIN), text)
    return text


_DOTS = lazy(r"(?<!\.)\.{3}(?!\.)")
_AFTER_SIGN = lazy(r"(?<=[?!])(?:…|\.{3})(?!\.)")
_APOSTROPHE = lazy(r"'(?<=[^\W\d_]')(?=[^\W\d_])")


def set_ellipsis(text: str, profile: Profile) -> str:
    """Three dots are one sign «…», two after «?» and «!»; an apostrophe inside a name is ’."""
    if ".." in text or "…" in text:
        text = _DOTS.sub("…", _AFTER_SIGN.sub("..", text))
    return _APOSTROPHE.sub("’", text) if "'" in text else text
