"""The dictionary, asked only when a regular expression has already hit (and loaded only then)."""

from functools import cache
from typing import Any

from docgen.language.phrases.dictionary import analyzer


@cache
def readings(word: str) -> tuple[Any, ...]:
    """All readings of the word that the dictionary knows; none for a word it does not."""
    return tuple(analyzer().parse(word)) if analyzer().word_is_known(word) else ()


@cache
def dative_of(word: str) -> str | None:
    """The dative of a noun that stands in the genitive and can be no dative; None for any other word."""
    parses = readings(word)
    if not parses or any("datv" in parse.tag for parse in parses):
        return None
    nouns = [parse for parse in parses if "NOUN" in parse.tag and "gent" in parse.tag]
    if not nouns or any(parse.tag.POS != "NOUN" for parse in parses):
        return None
    form = nouns[0].inflect({"datv", "plur" if "plur" in nouns[0].tag else "sing"})
    return form.word if form else None


@cache
def guessed_dative(word: str) -> str | None:
    """The dative of a masculine noun out of the dictionary («брендбука»), if its genitive can be nothing else."""
    if (
        len(word) < 5
        or not word.endswith(("ка", "та", "га", "на", "ра", "ла", "са", "да", "ма", "па"))
        or readings(word)
    ):
        return None
    parses = analyzer().parse(word)
    masculine = any("NOUN" in parse.tag and {"masc", "sing", "gent"} in parse.tag for parse in parses)
    return f"{word[:-1]}у" if masculine else None


def is_noun(word: str, *grammemes: str) -> bool:
    """Whether the word can be a noun with these grammemes."""
    return any(
        "NOUN" in parse.tag and all(name in parse.tag for name in grammemes)
        for parse in readings(word.lower())
    )


@cache
def is_proper(word: str) -> bool:
    """Whether the word can be a name of a place or a person."""
    return any(
        mark in str(parse.tag)
        for parse in readings(word.lower())
        for mark in ("Geox", "Name", "Surn", "Orgn")
    )


@cache
def disagree(adjective: str, noun: str) -> bool:
    """Whether an adjective and the noun after it share no case, number and gender in any reading."""
    first = [parse.tag for parse in readings(adjective.lower()) if parse.tag.POS in {"ADJF", "PRTF"}]
    second = [parse.tag for parse in readings(noun.lower())]
    if not first or not second or any(tag.POS != "NOUN" for tag in second):
        return False
    return not any(_agree(one, other) for one in first for other in second)


def _agree(adjective: Any, noun: Any) -> bool:
    if noun.case is None or "Fixd" in noun:
        return True
    case = {"gen2": "gent", "loc2": "loct", "acc2": "accs", "voct": "nomn"}.get(noun.case, noun.case)
    if adjective.case != case or adjective.number != noun.number:
        return False
    if case == "accs" and adjective.animacy and noun.animacy and adjective.animacy != noun.animacy:
        return False
    return (
        noun.number == "plur"
        or noun.gender is None
        or adjective.gender in {None, noun.gender}
        or "ms-f" in noun
    )
