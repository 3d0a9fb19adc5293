"""Words as the morphological dictionary knows them: readings, and words put into a case.

The only module that touches pymorphy3, which costs a third of a second to load: it is imported on
first use, and readings are remembered.
"""

import re
import warnings
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from docgen.language.cases import Certainty, Declension, unchanged
from docgen.language.endings import recased
from docgen.language.word_lists import word_set

_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")

# First parts of compounds that never change: пресс-секретаря, генерал-майора.
FIXED_FIRST = word_set("""вице премьер пресс статс экс обер унтер штаб контр генерал лейб камер онлайн веб бизнес интернет медиа арт шоу
    топ супер бренд дизайн риск шеф кол колл яхт гранд дизель блиц чек фельд плац флаг эконом капитан кафе видео аудио
    фото радио теле кино мини микро макси стресс тайм тьютор-онлайн хай спорт фитнес джаз рок поп блок тест мастер-класс
    инжиниринг агро био гео эко нано крипто кибер смарт промо ивент тренд фандрайзинг it пиар pr hr smm спец
    санкт усть йошкар улан горно фин-техно лорд сити бьюти тур пост нон хоккей хит""")


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
    def fixed(self) -> bool:
        """An indeclinable word."""
        return "Fixd" in self.parse.tag

    def form(self, index: int, animate: bool) -> str | None:
        """The word in a case (by its index), with the accusative of living or lifeless things."""
        case = _CASES[index]
        if index == 0:
            return self.word
        if case == "accs" and not (self.gender == "femn" and self.number == "sing"):
            if self.number == "sing" and self.gender == "neut":
                return self.word
            if self.number == "plur" or self.gender == "masc" or self.adjectival:
                return self.form(1, animate) if animate else self.word
        wanted = {case, self.number} if self.number else {case}
        if self.adjectival and self.number == "sing" and self.gender:
            wanted.add(self.gender)
        found = self.parse.inflect(wanted)
        return None if found is None else str(found.word)


@lru_cache(maxsize=1)
def _analyzer() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pymorphy3

        return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=16384)
def readings(word: str) -> tuple[Reading, ...]:
    """All readings of a word in small letters, most likely first."""
    found = []
    for parse in _analyzer().parse(word):
        tag = parse.tag
        found.append(
            Reading(
                word,
                parse,
                str(tag.POS or ""),
                tag.case,
                tag.number,
                tag.gender,
                tag.animacy == "anim",
                bool(parse.is_known),
                float(parse.score),
            )
        )
    return tuple(found)


def nominatives(word: str) -> list[Reading]:
    """Readings in the nominative: nouns and adjectival words, names of people last."""
    found = [r for r in readings(word) if r.case == "nomn" and (r.noun or r.adjectival)]
    return sorted(found, key=lambda r: any(mark in r.parse.tag for mark in ("Surn", "Name", "Patr")))


def is_abbreviation(word: str) -> bool:
    """«ФГБОУ», «АНО», «МЧС»: at least two capitals and nothing but capitals, digits and hyphens."""
    return re.fullmatch(r"[A-ZА-ЯЁ0-9][A-ZА-ЯЁ0-9/.-]+", word) is not None


def put_into_cases(text: str, reading: Reading, animate: bool) -> Declension:
    """The word of a text in six cases as this reading of it has them."""
    if reading.fixed:
        return unchanged(text, Certainty.SURE if reading.known else Certainty.UNSURE)
    forms = []
    for index in range(len(_CASES)):
        form = reading.form(index, animate)
        if form is None:
            return unchanged(text, Certainty.UNSURE)
        forms.append(text if form == reading.word else recased(text, form))
    return Declension(text, tuple(forms), None, Certainty.SURE if reading.known else Certainty.RULE)
