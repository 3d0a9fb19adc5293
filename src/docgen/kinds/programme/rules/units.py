"""Units of measurement, however they are written."""

import re

PEOPLE, PIECES, PERCENT = "человек", "единиц", "процентов"

_WORDS = {
    "человек": PEOPLE,
    "человека": PEOPLE,
    "чел": PEOPLE,
    "люди": PEOPLE,
    "единица": PIECES,
    "единицы": PIECES,
    "единиц": PIECES,
    "ед": PIECES,
    "шт": PIECES,
    "штук": PIECES,
    "штука": PIECES,
    "штуки": PIECES,
    "%": PERCENT,
    "процент": PERCENT,
    "процента": PERCENT,
    "процентов": PERCENT,
    "проценты": PERCENT,
    "проц": PERCENT,
}
_SCALES = re.compile(r"(?:тыс|млн|млрд)\b\.?\s*|(?:тысяч|миллион|миллиард)[а-я]*\s+")


def unit_of(written: str | None) -> str:
    """The unit as one word for all its spellings; what is not known, without case and stops; empty if not written.

    A scale stays: «тыс. человек» is not «человек».
    """
    if not written:
        return ""
    flat = " ".join(written.casefold().replace("ё", "е").split()).rstrip(".")
    scale = _SCALES.match(flat)
    head, rest = (flat[: scale.end()].strip(" ."), flat[scale.end() :]) if scale else ("", flat)
    word = _WORDS.get(rest, rest)
    return f"{head[:3]} {word}" if head else word


def is_counted(unit: str) -> bool:
    """Whether what the unit measures comes in whole pieces."""
    return unit in (PEOPLE, PIECES)
