"""Endings put on stems, with the letters of the original kept."""

from docgen.language.cases import Certainty, Declension, Gender

VOWELS = "аеёиоуыэюя"
HUSHING = "жшчщ"
VELAR = "кгх"

# Genitive, dative, accusative, instrumental, prepositional; «.» = like the nominative.
HARD = "а у а ом е"
HUSHED = "а у а ем е"
POSSESSIVE = "а у а ым е"
SOFT = "я ю я ем е"
SOFT_STRESSED = "я ю я ём е"
IOTATED_IY = "я ю я ем и"
ADJECTIVE_HARD = "ого ому ого ым ом"
ADJECTIVE_VELAR = "ого ому ого им ом"
ADJECTIVE_SOFT = "его ему его им ем"
ADJECTIVE_POSSESSIVE = "ьего ьему ьего ьим ьем"
FEMININE_ADJECTIVE = "ой ой ую ой ой"
FEMININE_ADJECTIVE_HUSHED = "ей ей ую ей ей"
FEMININE_ADJECTIVE_SOFT = "ей ей юю ей ей"
FEMININE_POSSESSIVE = "ой ой у ой ой"
FIRST_HARD = "ы е у ой е"
FIRST_VELAR = "и е у ой е"
FIRST_HUSHED = "и е у ей е"
FIRST_TSE = "ы е у ей е"
FIRST_SOFT = "и е ю ей е"
FIRST_SOFT_STRESSED = "и е ю ёй е"
FIRST_IYA = "и и ю ей и"
THIRD = "и и . ью и"


def plain(word: str) -> str:
    """The word as the closed lists write it: small letters, «е» for «ё»."""
    return word.lower().replace("ё", "е")


def syllables(word: str) -> int:
    """Number of vowels."""
    return sum(letter in VOWELS for letter in word.lower())


def recased(original: str, form: str) -> str:
    """The form with the original's letters where they agree, in capitals if the original is.

    So «МакГрегор» keeps its second capital and «ИВАНОВ» gives «ИВАНОВА».
    """
    if len(original) > 1 and original.isupper():
        return form.upper()
    pieces, written = form.split("-"), original.split("-")
    if len(pieces) > 1 and len(pieces) == len(written):
        return "-".join(map(recased, written, pieces))
    lowered, size = original.lower(), 0
    while size < min(len(original), len(form)) and lowered[size] == form[size]:
        size += 1
    if size == 0 and original[:1].isupper():
        return form.capitalize()
    return original[:size] + form[size:]


def inflected(
    word: str,
    stem: str,
    endings: str,
    certainty: Certainty = Certainty.SURE,
    gender: Gender | None = None,
) -> Declension:
    """The word with endings put on a stem, which is given in small letters."""
    forms = [word if ending == "." else recased(word, stem + ending) for ending in endings.split()]
    return Declension(word, (word, *forms), gender, certainty)
