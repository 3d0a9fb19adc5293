"""Who is to do an order and until when, as it is told in its words."""

import re
from collections.abc import Sequence

from docgen.language.proofreading.grammar import forms

_MONTH = r"январ|феврал|март|апрел|ма[йея]|июн|июл|август|сентябр|октябр|ноябр|декабр"
_DUE = re.compile(
    r"\bсрок(?:и|ом|а|у|е|ах)?\b|\bне\s+поз(?:днее|же)\b|\bне\s+реже\b|\bв\s+течение\b|\bпо\s+мере\b|\bпо\s+(?:окончании|завершении|итогам)\b"
    r"|\bдо\s+(?:\d|конца|начала|окончания|завершения|следующего|очередного|утверждения|особого)"
    r"|\bк\s+(?:\d{1,2}\b|началу|концу|следующему|очередному)|\b(?:постоянно|незамедлительно|немедленно|безотлагательно|сегодня|завтра)\b"
    r"|\bеже(?:дневно|недельно|декадно|месячно|квартально|годно)\b|\b(?:раз|раза)\s+в\s+\w+"
    r"|\bв\s+(?:[\w-]+\s+)?\w*(?:дневный|недельный|месячный|часовой)\s+срок|\b\d{1,2}\.\d{1,2}\.(?:20)?\d\d\b"
    rf"|\b(?:с|со)\s+\d{{1,2}}\s+(?:по|до|{_MONTH})|\bв\s+\w+\s+20\d\d\s*г|\bв\s+20\d\d\s+год|\bв\s+(?:{_MONTH})\w*"
    r"|\b(?:в|во)\s+(?:[IVХ]{1,3}|\d|перво\w+|второ\w+|третье\w+|четв[её]рто\w+|текущем|следующем)\s+(?:квартале|полугодии|семестре)"
    r"|\bкажд(?:ый|ую|ого|ое)\b|\bвесь\b|\b(?:на|в)\s+(?:следующем|очередном|ближайшем)\s+(?:заседании|совещании|учебном)",
    re.IGNORECASE,
)
_BARE_DATE = re.compile(
    rf"(?<!от )(?<!\d)\d{{1,2}}\s+(?:{_MONTH})\w*(?:\s+20\d\d)?(?!\s*(?:20\d\d\s*)?г?\.?\s*№)"
)
_SHORT_WHO = r"(?i:отв(?:етств)?\.(?:\s*(?:исп|лицо)\w*\.?)?)\s*[:–—-]?\s*(?=[А-ЯЁ])"
_WHO_LINE = re.compile(
    rf"\s*(?:{_SHORT_WHO}|(?:ответственн|исполнител)\w*(?:\s+исполнител\w+)?(?:\s+за\s+[^:–—]{{1,60}})?\s*[:–—-]\s*\S)",
    re.IGNORECASE,
)
_WHO_WITHIN = re.compile(
    rf"\b{_SHORT_WHO}|\b(?i:ответственн\w+|исполнител\w+)(?:\s+(?:исполнител\w+|лицо))?\s*(?:[:–—-]\s*\S|(?=[А-ЯЁ][а-яё]+\s+[А-ЯЁ]\.))"
)
_NAME = re.compile(r"[А-ЯЁ][А-ЯЁа-яё]+\s+[А-ЯЁ]\.\s?[А-ЯЁ]\.|[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ]")
_WORD = re.compile(r"[А-ЯЁа-яё]+(?:-[А-ЯЁа-яё]+)*")


def tells_when(lines: Sequence[str]) -> bool:
    """Whether a deadline stands in the lines of an order."""
    told = " ".join(lines)
    return bool(_DUE.search(told) or _BARE_DATE.search(told))


def names_responsible(text: str, lines: Sequence[str]) -> bool:
    """«(отв. Титова Е.В.)» in the order, or «Ответственный: …» under it."""
    return bool(_WHO_WITHIN.search(text)) or any(_WHO_LINE.match(line) for line in lines)


def is_infinitive(word: str) -> bool:
    """«направить», «обеспечить»."""
    return word.lower().endswith(("ть", "ти", "чь", "ться", "тись", "чься")) and any(
        form.part == "INFN" for form in forms(word.lower())
    )


def infinitives(text: str) -> list[tuple[int, str]]:
    """The infinitives of an order with their places, in small letters."""
    return [(one.start(), one[0].lower()) for one in _WORD.finditer(text) if is_infinitive(one[0])]


def is_dative(word: str) -> bool:
    """«Колледжам», «директору»: it may stand for whom is told to do something."""
    return any(
        form.case == "datv" and form.part in ("NOUN", "ADJF", "PRTF") and not form.fixed
        for form in forms(word.lower())
    )


def names_somebody(text: str, begins: bool = False) -> bool:
    """Whether words may name whom is told: a dative, a name, an abbreviation, a word that the dictionary does not know.

    ``begins``: the words begin the sentence, so that the first of them is no name for its capital letter alone.
    """
    if _NAME.search(text):
        return True
    words = [one[0] for one in _WORD.finditer(text)]
    for at, word in enumerate(words):
        known, capital = forms(word.lower()), word[0].isupper() and not (begins and at == 0)
        if len(word) > 1 and (capital or word.isupper() or not known or _is_doer(word)):
            return True
    return bool(words) and is_dative(words[0])


def _is_doer(word: str) -> bool:
    """A noun or a pronoun in the dative: «Колледжам», «Всем»."""
    return is_dative(word) and any(
        form.case == "datv" and (form.part in ("NOUN", "NPRO") or form.pronoun)
        for form in forms(word.lower())
    )
