"""Words as the morphological dictionary knows them: readings, and words put into a case.

The only module that touches pymorphy3, which costs a third of a second to load: it is imported on
first use, and readings are remembered.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from docgen.language.cases import Certainty, Declension, unchanged
from docgen.language.endings import recased
from docgen.language.phrases.dictionary import analyzer

_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_WORD = re.compile(r"[a-zа-яё0-9№/.'’%+&‑-]+")
_MARKED = frozenset(("V-oy", "V-ej", "V-bi", "V-be", "V-ie", "V-en", "Arch", "Infr", "Slng", "Erro", "Dist"))


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: part of speech, case, number, gender, animacy; `known` to the dictionary."""

    word: str
    parse: Any
    pos: str
    case: str | None
    number: str | None
    gender: str | None
    animate: bool
    known: bool
    score: float

    @property
    def adjectival(self) -> bool:
        """An adjective, participle, ordinal or adjectival pronoun in its full form."""
        return self.pos in ("ADJF", "PRTF")

    @property
    def noun(self) -> bool:
        """A noun."""
        return self.pos == "NOUN"

    @property
    def lemma(self) -> str:
        """The dictionary form, with «е» for «ё»."""
        return str(self.parse.normal_form).replace("ё", "е")

    @property
    def proper(self) -> bool:
        """A person's name."""
        return any(mark in self.parse.tag for mark in ("Surn", "Name", "Patr"))

    @property
    def fixed(self) -> bool:
        """An indeclinable word."""
        return "Fixd" in self.parse.tag

    def form(self, index: int, animate: bool) -> str | None:
        """The word in a case (by its index), with the accusative of living or lifeless things."""
        if index == 0:
            return self.word
        if index == 3 and not (self.gender == "femn" and self.number == "sing"):
            if self.number == "sing" and self.gender == "neut":
                return self.word
            first = self.noun and self.number == "sing" and self.word[-1] in "ая"
            if self.number == "plur" or (self.gender == "masc" and not first):
                return self.form(1, animate) if animate else self.word
        return _form(self, _CASES[index], self.number)

    def plural(self, index: int) -> str | None:
        """The word in the plural and a case (by its index)."""
        return _form(self, _CASES[index], "plur")


def _form(reading: Reading, case: str, number: str | None) -> str | None:
    """The form of the lexeme nearest to the word: «высших», not «высочайших», for «высшие»."""
    wanted = {case, number, reading.pos}
    if reading.adjectival and number == "sing":
        wanted.add(reading.gender)
    found = [
        form
        for form in reading.parse.lexeme
        if wanted <= form.tag.grammemes
        and not (reading.pos == "PRTF" and not _same_participle(reading, form))
    ]
    if not found:
        return None
    best = max(found, key=lambda form: (_shared(form.word, reading.word), not form.tag.grammemes & _MARKED))
    plainest = [
        f for f in found if not f.tag.grammemes & _MARKED and _shared(f.word, best.word) >= len(best.word) - 2
    ]
    return str((plainest or [best])[0].word)


def _same_participle(reading: Reading, form: Any) -> bool:
    tag = reading.parse.tag
    return bool(form.tag.tense == tag.tense and form.tag.voice == tag.voice)


def _shared(one: str, other: str) -> int:
    size = 0
    for left, right in zip(one.replace("ё", "е"), other.replace("ё", "е"), strict=False):
        if left != right:
            break
        size += 1
    return size


@lru_cache(maxsize=16384)
def readings(word: str) -> tuple[Reading, ...]:
    """All readings of a word in small letters, most likely first; none for what is no word of ours."""
    if not _WORD.fullmatch(word):
        return ()
    found = []
    for parse in analyzer().parse(word):
        tag = parse.tag
        kind, animate, known = str(tag.POS or ""), tag.animacy == "anim", bool(parse.is_known)
        found.append(
            Reading(word, parse, kind, tag.case, tag.number, tag.gender, animate, known, float(parse.score))
        )
    return tuple(found)


@lru_cache(maxsize=16384)
def nominatives(word: str) -> tuple[Reading, ...]:
    """Readings in the nominative: nouns and adjectival words, names of people last."""
    if len(word) == 1 or any(r.pos in ("PREP", "CONJ") for r in readings(word)[:1]):
        return ()
    found = [r for r in readings(word) if r.case == "nomn" and (r.noun or (r.adjectival and not r.fixed))]
    return tuple(sorted(found, key=lambda r: r.proper))


def put_into_cases(text: str, reading: Reading, animate: bool) -> Declension:
    """The word of a text in six cases as this reading of it has them."""
    certainty = Certainty.SURE if reading.known else Certainty.RULE
    if reading.fixed:
        return unchanged(text, certainty)
    forms = [reading.form(index, animate) for index in range(len(_CASES))]
    if any(form is None for form in forms):
        return unchanged(text, Certainty.UNSURE)
    spelt = [str(form) for form in forms]
    if "ё" in str(reading.parse.word) and "ё" not in reading.word:
        spelt = [form.replace("ё", "е") for form in spelt]  # the author does without «ё»
    written = tuple(text if form == reading.word else recased(text, form) for form in spelt)
    return Declension(text, written, None, certainty)
