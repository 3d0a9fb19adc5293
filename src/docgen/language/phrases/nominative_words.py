"""The words of a segment that stand in the nominative: its head noun and what agrees with it."""

import re
from dataclasses import dataclass

from docgen.language.cases import Certainty
from docgen.language.phrases.head_words import ALWAYS_HEADS, LIFELESS, LIVING, SAFE_NOUN, SUBSTANTIVES
from docgen.language.phrases.lexicon import Reading, nominatives, readings
from docgen.language.phrases.segments import Token

_CLIPPED = frozenset(("гл.", "ст.", "мл.", "вед.", "ген.", "исп.", "отв.", "науч.", "гос."))
POSSESSIVES = frozenset(("их", "его", "ее", "её"))
_Modifiers = list[tuple[int, tuple[Reading, ...]]]


@dataclass(frozen=True, slots=True)
class Nominatives:
    """The chosen readings by token index, the index of the head if it is here, and the doubt."""

    chosen: dict[int, Reading]
    head: int | None = None
    certainty: Certainty = Certainty.SURE

    @property
    def noun(self) -> Reading | None:
        """The reading of the head."""
        return None if self.head is None else self.chosen[self.head]


def head_phrase(tokens: tuple[Token, ...], person: bool = False) -> Nominatives:
    """Modifiers from the left and the noun that agrees with them; without a noun the last modifier is the head."""
    modifiers: _Modifiers = []
    for index, token in enumerate(tokens):
        if token.kind == "space" or (token.kind == "bracketed" and modifiers):
            continue
        if token.kind != "word" or (modifiers and _always_head(tokens[modifiers[-1][0]])):
            break
        word = token.lower
        found = nominatives(word)
        noun = head_noun(found, modifiers, word, person)
        if noun is not None:
            chosen = {place: _agreeing(options, noun) for place, options in modifiers}
            return Nominatives({**chosen, index: noun}, index, _trust(word, noun))
        adjectives = tuple(r for r in found if r.adjectival)
        if adjectives and word not in POSSESSIVES and not token.text.endswith("."):
            modifiers.append((index, adjectives))
        elif not skipped(word):
            break
    return _headless(tokens, modifiers)


def _headless(tokens: tuple[Token, ...], modifiers: _Modifiers) -> Nominatives:
    """«Исполняющий обязанности»: the last modifier is the head, if the ones before agree with it."""
    if not modifiers:
        return Nominatives({})
    place, options = modifiers[-1]
    first = tokens[modifiers[0][0]].lower.replace("ё", "е")
    if len(modifiers) > 1 and first in SUBSTANTIVES and not _agree_all(modifiers):
        modifiers, (place, options) = modifiers[:1], modifiers[0]
    word = tokens[place].lower
    nouns = [r for r in nominatives(word) if r.noun and r.known and not r.proper and not r.fixed]
    last = nouns[0] if nouns and not _always_head(tokens[place]) else options[0]
    chosen = {index: _agreeing(found, last) for index, found in modifiers} | {place: last}
    known = last.noun or word.replace("ё", "е") in SUBSTANTIVES or _always_head(tokens[place])
    return Nominatives(chosen, place, Certainty.SURE if known else Certainty.UNSURE)


def _agree_all(modifiers: _Modifiers) -> bool:
    last = modifiers[-1][1]
    return all(any(agrees(r, other) for r in options for other in last) for _, options in modifiers)


def _always_head(token: Token) -> bool:
    return token.lower.startswith(ALWAYS_HEADS)


def skipped(word: str) -> bool:
    """An adverb, possessive or clipped adjective before the rest («временно исполняющий», «их партнёры»)."""
    if word in POSSESSIVES or word in _CLIPPED or word in ("не", "временно") or word.isdecimal():
        return True
    return not readings(word) or readings(word)[0].pos in ("ADVB", "PRCL")


def head_noun(found: tuple[Reading, ...], modifiers: _Modifiers, word: str, person: bool) -> Reading | None:
    """The noun reading that can be the head here: agreeing with the modifiers, alive if it should be."""
    if any(r.adjectival for r in found):
        return None
    nouns = [r for r in found if r.noun]
    if modifiers:
        nouns = [r for r in nouns if any(agrees(a, r) for a in modifiers[-1][1])]
    if not nouns:
        return None
    return max(nouns, key=lambda r: (r.known, not r.proper, r.animate is lives(word, r, person), r.score))


def lives(word: str, reading: Reading, person: bool) -> bool:
    """Whether the word names someone alive: as a post does; then the lists, then the dictionary."""
    if person:
        return True
    first = re.split(r"[-‑]", word)[0]
    nouns = [r for r in nominatives(first) if r.noun] if first != word else [reading]
    lemma = nouns[0].lemma if nouns else word
    if lemma in LIVING or lemma in LIFELESS:
        return lemma in LIVING
    return nouns[0].animate if nouns else reading.animate


def agrees(modifier: Reading, noun: Reading) -> bool:
    """Same number and gender; a woman's or a man's modifier goes with any living noun («новая глава»)."""
    if modifier.number != noun.number:
        return False
    if modifier.number == "plur" or noun.gender is None or modifier.gender == noun.gender:
        return True
    return noun.animate and "neut" not in (modifier.gender, noun.gender)


def _agreeing(options: tuple[Reading, ...], noun: Reading) -> Reading:
    exact = [
        r for r in options if r.number == noun.number and (r.number == "plur" or r.gender == noun.gender)
    ]
    return (exact or [r for r in options if agrees(r, noun)] or list(options))[0]


def _trust(word: str, noun: Reading) -> Certainty:
    if noun.known or (
        "-" in word and all(any(r.known for r in readings(part)[:1]) for part in re.split(r"[-‑]", word))
    ):
        return Certainty.SURE
    return Certainty.RULE if word.endswith(SAFE_NOUN) else Certainty.UNSURE
