"""Commas that are too many (L103, L107)."""

import re
from collections.abc import Sequence
from itertools import pairwise

from docgen.language.proofreading.grammar import Token, forms, full, nouns, only, parts, sentences, words_in
from docgen.language.proofreading.rule import Slip, Slips, prose, text_rule
from docgen.language.proofreading.sought import sought

_EXTRA = sought(
    r"(?<=[а-яё»)]),(\s+)(?=в соответствии с(?:о)? (?!(?:чем|котор))(?:[а-яё]+(?:ым|им|ой|ей|ыми|ими) )?[а-яё]+(?:ом|ем|ой|ей|ами|ями|ью)(?: [а-яё]+){0,5}\s*[:.;])"
    r"|(?<=[а-яё]),(\s+)(?=(?:и|или)\s+т\.\s?[дп]\.)|(?<=(?:Срок|срок)),(?=\s[–-])|(?<=Принять),(?=\s+к\s+сведению)|(?<=[Вв] соответствии),(?=\s+с\s)|(?<=[Сс]огласно),(?=\s[а-яё])|(?<=[Вв] связи),(?=\s+с\s)|(?<=[Вв] связи с чем),(?=\s)|(?<=[Вв] связи с этим),(?=\s+(?:срок|поруч|необход|прош|просим|решено))|(?<=[Нн]а основании),(?=\s[а-яё])"
)


@text_rule("L103", "warning")
def extra_comma(text: str) -> Slips:
    """Лишняя запятая.

    Оборот «в соответствии с …» в конце предложения и предлог внутри себя запятой не отделяют.

    Плохо: Обеспечить присутствие участников, в соответствии с размещённым списком.
    Плохо: гранты, субсидии, и т.д.
    Хорошо: Обеспечить присутствие участников в соответствии со списком.
    """
    masked = prose(text)
    for match in _EXTRA.finditer(masked):
        yield Slip(match.start(), match.start() + 1, "запятая лишняя", "")


_PHRASE = sought(
    r",\s+(?:в\s+соответствии\s+со?|согласно|в\s+пределах|в\s+рамках|с\s+участием|с\s+привлечением|с\s+использованием|по\s+итогам|по\s+результатам|на\s+основании|за\s+сч[её]т|"
    r"в\s+течение|на\s+базе|пут[её]м|при\s+участии|в\s+составе|в\s+форме|во\s+исполнение|совместно\s+с|при\s+поддержке|в\s+размере|в\s+адрес|в\s+срок|в\s+порядке|по\s+форме|в\s+целях|с\s+целью|в\s+присутствии|посредством|об?(?!\s+(?:котор|ч[её]м|том|к(?:ом|аких|аком))))(?!\w)\s(?!чем|котор)"
)
_ABOUT = frozenset({"о", "об", "обо"})


def _begins(chunk: str, *kinds: str) -> bool:
    """Whether the first word of a chunk is of these parts of speech, or in quotes or brackets, which are passed over."""
    return chunk[0] in "«„(" or any(only(word, *kinds) for word in words_in(chunk)[:1])


_ADJECTIVE = sought(
    r"(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ей|ую|юю|ое|ее|ые|ие|ых|их|ыми|ими),\s+[а-яё]{3}",
    word=r"[а-яё](?:ый|ий|ой|[ое]го|[ое]му|[ыиое]м|ая|яя|ей|ую|юю|[оеыи]е|ых|их|ыми|ими),\Z",
    pair=lambda _, following: _begins(following, "NOUN"),
)
_VERB = sought(
    r",\s+(?:[а-яё]+(?:л|ла|ло|ли|лся|лась|лось|лись|ет|ит|ут|ют|ат|ят|тся))(?![\w-])",
    word=r",\Z",
    pair=lambda _, following: _begins(following, "VERB", "PRTS"),
)
_ORDER = sought(
    r"(?:ть|ти|чь)(?:ся)?,\s+(?:в|на|до|из|от|для|к|за)(?![\w-])",
    re.IGNORECASE,
    word=r"(?:ть|ти|чь|ся),\Z",
)
_PASSED_OVER = sought(r",[а-яё«(]|[»)“],", re.IGNORECASE, word=r",[а-яё«(]|[»)“],")


@text_rule("L107", "warning", seeks=(_PHRASE, _ADJECTIVE, _VERB, _ORDER, _PASSED_OVER))
def parting_comma(text: str) -> Slips:
    """Запятая разрывает предложение.

    Запятой не отделяют оборот с предлогом после глагола или существительного, определение от слова и подлежащее от сказуемого.

    Плохо: Ремонт выполнен, в соответствии с проектом, который утверждён советом.
    Плохо: Расширить состав действующих, ассоциаций кластеров.
    Плохо: Рабочая группа колледжа, утвердила план.
    Хорошо: Ремонт выполнен в соответствии с проектом; Комиссия, в соответствии с приказом, утвердила план
    Хорошо: Директор докладывает совету о ходе мероприятий, об освоении средств и о рисках.
    """
    masked = prose(text)
    for row in sentences(masked):
        at = next((number for number, token in enumerate(row) if token.text == ","), 0)
        if (
            not 0 < at < len(row) - 2
            or not row[at - 1].is_word
            or any(token.text in "–—:" for token in row[:at])
        ):
            continue
        if _EXTRA.match(masked, row[at].start):
            continue  # told by the rule on superfluous commas
        if _phrase(masked, row, at) or _after_order(row, at) or _attribute(row, at) or _predicate(row, at):
            yield Slip(row[at].start, row[at].end, "запятая здесь лишняя", "")


def _phrase(masked: str, row: Sequence[Token], at: int) -> bool:
    """Whether a phrase with a preposition is cut off by its comma and not closed as an insertion."""
    if not _PHRASE.match(masked, row[at].start) or not parts(row[at - 1].low) & {
        "NOUN",
        "INFN",
        "PRTS",
        "VERB",
    }:
        return False
    if parts(row[0].low) & {"CONJ", "GRND"} and parts(row[0].low) <= {"CONJ", "GRND", "ADVB", "PRCL"}:
        return False
    end = next(
        (
            number
            for number in range(at + 1, len(row))
            if row[number].text in {",", ".", ";", ":", "–", "!", "?"}
        ),
        len(row),
    )
    inside = row[at + 1 : end]
    if any(only(token.low, "VERB", "PRTS") for token in inside) or _goes_on(row, at):
        return False
    if end < len(row) - 1 and row[end].text == ",":
        follows = row[end + 1].low
        return "PRTF" in parts(follows) or follows.startswith("котор")
    return True


def _goes_on(row: Sequence[Token], at: int) -> bool:
    """«О ходе мероприятий, об освоении средств»: the phrase stands in a row with one that begins alike."""
    after = row[at + 1].low
    if after in _ABOUT:
        return any(token.low in _ABOUT for token in row[:at])
    alike = [row[at + 1].low, row[at + 2].low]
    return any([one.low, other.low] == alike for one, other in pairwise(row[:at]))


def _after_order(row: Sequence[Token], at: int) -> bool:
    """«Направить, в Департамент сведения»: an order cut off from a phrase that no second comma closes."""
    if (
        parts(row[at - 1].low) != {"INFN"}
        or at > 4
        or row[at + 1].low not in {"в", "на", "до", "из", "от", "для", "к", "за"}
    ):
        return False
    later = [token.text for token in row[at + 1 :]]
    return "," not in later and row[at + 2].low not in {"частности", "том", "случае", "первую"}


def _attribute(row: Sequence[Token], at: int) -> bool:
    """Whether the comma stands between an attribute and its noun."""
    word, after = row[at - 1], row[at + 1]
    if (
        not word.text.islower()
        or not after.text.islower()
        or not only(word.low, "ADJF", "PRTF")
        or not only(after.low, "NOUN")
    ):
        return False
    if any(form.pronoun for form in full(word.low)) or any(form.case == "ablt" for form in full(word.low)):
        return False
    if at >= 2 and parts(row[at - 2].low) & {"NOUN", "CONJ"} and not _heads(row, at):
        return False
    return any(form.agrees(noun) for form in full(word.low) for noun in nouns(after.low))


def _heads(row: Sequence[Token], at: int) -> bool:
    """Whether the noun before the attribute is not the one it belongs to."""
    return not any(form.agrees(noun) for form in full(row[at - 1].low) for noun in nouns(row[at - 2].low))


def _predicate(row: Sequence[Token], at: int) -> bool:
    """Whether the comma stands between a subject that opens the sentence and its verb."""
    verb = row[at + 1]
    if not verb.text.islower() or not only(verb.low, "VERB", "PRTS") or at > 9:
        return False
    if any("PRTF" in parts(token.low) for token in row[1:at]):
        return False  # a clause that lacks its first comma
    said = [form for form in forms(verb.low) if form.part == "PRTS" or form.past or form.person == "3per"]
    heads = nouns(row[0].low, "nomn") or [noun for noun in nouns(row[1].low, "nomn") if full(row[0].low)]
    if (
        not said
        or not heads
        or any(
            parts(token.low) & {"VERB", "INFN", "PRTS", "CONJ", "GRND", "PRED"}
            and not parts(token.low) & {"PREP", "NOUN"}
            for token in row[:at]
        )
    ):
        return False
    if not all(
        nouns(token.low) or full(token.low) or "PREP" in parts(token.low)
        for token in row[:at]
        if token.is_word
    ):
        return False
    return any(
        one.number == noun.number and (one.number == "plur" or one.gender in {noun.gender, None})
        for one in said
        for noun in heads
    )
