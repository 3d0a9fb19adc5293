"""Commas around participle clauses (L105)."""

from collections.abc import Sequence
from functools import lru_cache

from docgen.language.patterns import lazy
from docgen.language.proofreading.grammar import (
    Form,
    Token,
    forms,
    nouns,
    only,
    parts,
    sentences,
    words_in,
)
from docgen.language.proofreading.rule import Slip, Slips, prose, text_rule
from docgen.language.proofreading.sought import sought

_ENDING = r"(?:[ую]щ|[ая]щ|[вдсзкгбр]ш|ем|им|ом|нн|т|ённ|енн|анн|янн)(?:ий|ый|его|ого|ему|ому|им|ым|ем|ом|ая|яя|ей|ой|ую|юю|ее|ое|ие|ые|их|ых|ими|ыми)(?:ся)?(?![\w-])"


@lru_cache(maxsize=20_000)
def _may_open(word: str) -> bool:
    """Whether a clause may begin with the word."""
    return _PARTICIPLE.search(word) is not None and "PRTF" in parts(word)


def _ends_before(chunk: str) -> bool:
    """Whether a clause may begin after it: after a comma, a noun, or what is left out of the sentence."""
    words = words_in(chunk)
    return chunk[-1] in ",»)“" or (bool(words) and (words[-1] == "не" or only(words[-1], "NOUN")))


def _begins(_: str, following: str) -> bool:
    return any(map(_may_open, words_in(following)))


_PARTICIPLE = sought(_ENDING, word=_ends_before, pair=_begins)
_GLUED = sought(_ENDING, word=lambda chunk: any(map(_may_open, words_in(chunk)[1:])))
_GOVERNING = lazy(
    r"жела|стрем|могущ|позвол|обяза|планир|уме|реш|готов|рекоменд|призва|направл|намер|собира|способ|помога|обеспеч|хотящ|предполаг|разреш"
)
_SUBORDINATE = frozenset(
    [
        "который",
        "которая",
        "которое",
        "которые",
        "которых",
        "которым",
        "что",
        "чтобы",
        "если",
        "как",
        "где",
        "когда",
        "чем",
        "то",
    ]
)


@text_rule("L105", "warning", seeks=(_PARTICIPLE, _GLUED))
def participle_clause(text: str) -> Slips:
    """Причастный оборот после слова не выделен запятыми.

    Оборот, который стоит после определяемого слова, выделяют с двух сторон: «организации, победившие в конкурсе, завершают».

    Плохо: Организации, победившие в конкурсе завершают закупки.
    Плохо: Список участников размещённый по ссылке, подлежит корректировке.
    Хорошо: Организации, победившие в конкурсе, завершают закупки; Победившие в конкурсе организации завершают закупки
    """
    for row in sentences(prose(text)):
        for at, token in enumerate(row):
            if not at or not token.is_word or not _may_open(token.low):
                continue
            before = at - 2 if row[at - 1].low == "не" else at - 1
            if before < 0:
                continue
            if row[before].text == ",":
                yield from _unclosed(row, at)
            elif _is_participle(token.low) and _unopened(row, at, before):
                yield Slip(
                    row[before].end,
                    row[before + 1].end,
                    f"перед оборотом «{row[before + 1].text} …» нужна запятая",
                )


def _is_participle(word: str) -> bool:
    """A participle that is no noun or adjective; a passive one may be an adjective too («утверждённый»)."""
    return "PRTF" in parts(word) and not parts(word) & {"NOUN", "ADVB", "PREP"}


def _readings(word: str) -> list[Form]:
    return [form for form in forms(word) if form.part == "PRTF"]


def _unopened(row: Sequence[Token], at: int, before: int) -> bool:
    """Whether the participle stands right after the noun it belongs to, and has words of its own."""
    if "ADJF" in parts(row[at].low) or not row[before].is_word or not only(row[before].low, "NOUN"):
        return False
    if at + 2 >= len(row) or not _dependent(row[at + 1].low):
        return False
    mine = [form for form in _readings(row[at].low) if form.case != "ablt" or form.number == "plur"]
    if _noun_ahead(row, at, _readings(row[at].low)):
        return False
    heads = _heads(row, before)
    return any(form.agrees(noun) for form in mine for noun in heads)


def _dependent(word: str) -> bool:
    """Whether the next word can only belong to the participle: a preposition or an instrumental."""
    if "PREP" in parts(word):
        return word not in {"и", "а"}
    return bool(forms(word)) and all(form.case == "ablt" for form in forms(word))


def _heads(row: Sequence[Token], before: int) -> tuple[Form, ...]:
    """The noun before, and the nouns whose genitives it closes: «список участников»."""
    found = nouns(row[before].low)
    at = before - 1
    while (
        at >= 0
        and row[at].is_word
        and parts(row[at].low) & {"NOUN", "ADJF"}
        and any(form.case == "gent" for form in nouns(row[at + 1].low) or forms(row[at + 1].low))
    ):
        found = (*found, *nouns(row[at].low))
        at -= 1
    return found


def _noun_ahead(row: Sequence[Token], at: int, mine: list[Form]) -> bool:
    """Whether a noun that the participle may belong to follows before the next sign: then the clause stands before it."""
    for number in range(at + 1, min(at + 10, len(row))):
        token = row[number]
        if not token.is_word and not token.text[0].isdigit():
            return False
        governed = "PREP" in parts(row[number - 1].low)
        if not governed and any(form.agrees(noun) for form in mine for noun in nouns(token.low)):
            return True
    return False


def _unclosed(row: Sequence[Token], at: int) -> Slips:
    """The first predicate after a clause that a comma opened, if no sign closed it before."""
    order = any(form.case == "datv" for form in _readings(row[at].low)) and not _GOVERNING.match(row[at].low)
    if not any(_agrees_back(row, at, k) for k in range(max(0, at - 12), at)):
        return
    for number in range(at + 1, min(at + 14, len(row))):
        token = row[number]
        if (
            (not token.is_word and not token.text[0].isdigit())
            or token.low in _SUBORDINATE
            or token.low in {"и", "или", "а"}
        ):
            return
        kinds = parts(token.low)
        predicate = bool(kinds) and kinds <= {"VERB", "PRTS"} and token.text.islower()
        if predicate and any(
            form.past or form.person == "3per" or form.part == "PRTS" for form in forms(token.low)
        ):
            yield _closing(row, number)
            return
        if kinds == {"INFN"}:
            if order and number > at + 1:
                yield _closing(row, number)
            return


def _agrees_back(row: Sequence[Token], at: int, k: int) -> bool:
    return row[k].is_word and any(
        form.agrees(noun)
        for form in _readings(row[at].low)
        for noun in (*nouns(row[k].low), *_substantives(row[k].low))
    )


def _substantives(word: str) -> list[Form]:
    return [form for form in forms(word) if form.part in {"PRTF", "ADJF"}]


def _closing(row: Sequence[Token], number: int) -> Slip:
    previous = row[number - 1]
    return Slip(
        previous.start, row[number].end, f"причастный оборот не закрыт запятой перед «{row[number].text}»"
    )
