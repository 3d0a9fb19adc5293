"""Agreement over a distance: the subject and its predicate (L115)."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from docgen.language.patterns import lazy
from docgen.language.proofreading.agreement import SUBJECT_AND_VERB
from docgen.language.proofreading.grammar import (
    Form,
    Token,
    forms,
    full,
    nouns,
    only,
    parts,
    sentences,
    words_in,
)
from docgen.language.proofreading.rule import Slip, Slips, prose, text_rule
from docgen.language.proofreading.sought import sought

_EXEMPT = frozenset(["большинство", "меньшинство", "ряд", "часть", "множество", "половина", "треть", "четверть", "пара", "десяток", "сотня", "тысяча", "масса", "миллион", "процент", "пять", "двое", "трое"])  # fmt: skip
_OFFICES = {
    "минпросвещения": "neut", "минобрнауки": "neut", "минэкономразвития": "neut", "минтруд": "masc", "минфин": "masc", "минпромторг": "masc",
    "минздрав": "masc", "минсельхоз": "masc", "минкультуры": "neut", "рособрнадзор": "masc", "роструд": "masc", "росстат": "masc", "минюст": "masc",
}  # fmt: skip
_EACH = {"каждый": "masc", "каждая": "femn", "каждое": "neut", "один": "masc", "одна": "femn", "одно": "neut"}
_PREDICATE = frozenset(["VERB", "PRTS", "ADJS"])


def _speaks(form: Form, word: str) -> bool:
    """Whether a form is a predicate that agrees with its subject."""
    if form.part == "ADJS":
        return bool(_OBLIGED.fullmatch(word))
    return form.part == "PRTS" or (form.part == "VERB" and (form.past or form.person == "3per"))


@lru_cache(maxsize=20_000)
def _said(word: str) -> tuple[Form, ...]:
    """The forms in which a word is a predicate that agrees with its subject."""
    return tuple(form for form in forms(word) if _speaks(form, word))


def _shows_predicate(chunk: str) -> bool:
    return any(only(word, *_PREDICATE) and _said(word) for word in words_in(chunk))


_ANY_PREDICATE = sought(
    r"(?:л|ла|ло|ли|лся|лась|лось|лись|т|тся|н|на|но|ны|ен|ан|ена|ана|ены|аны|жен|жна|жны|овы?)(?![\w-])",
    word=_shows_predicate,
)
_OBLIGED = lazy(r"(?:долж|обязан|готов|намерен|согласн|правомочн|уполномочен)[а-яё]{0,3}")
_OF_BODY = frozenset(
    [
        "науки",
        "культуры",
        "торговли",
        "спорта",
        "занятости",
        "финансов",
        "экономики",
        "энергетики",
        "связи",
        "молодёжи",
        "технологий",
    ]
)
_JOINED = frozenset(["и", "или", "либо", "а", "но", "да", "ни", "как", "что"])


@text_rule("L115", "warning", seeks=(_ANY_PREDICATE,))
def predicate(text: str) -> Slips:
    """Сказуемое не согласовано с далёким подлежащим.

    Число и род сказуемого задаёт главное слово подлежащего, а не ближайшее: «закупка оборудования завершена».

    Плохо: Закупка оборудования для трёх мастерских завершены в срок.
    Плохо: Представители исполнительных органов регионов принял участие в обсуждении.
    Плохо: Каждая из организаций обязаны обновлять сведения.
    Хорошо: Закупка оборудования завершена; Большинство регионов представили отчёты; Директор Иванова подписала приказ
    """
    masked = prose(text)
    for row in sentences(masked):
        for found in filter(None, map(_disagreement, _clauses(row))):
            head, token = found
            if SUBJECT_AND_VERB.match(masked, head.start):
                continue  # told by the rule on frequent subjects
            yield Slip(
                token.start, token.end, f"сказуемое «{token.text}» не согласовано со словом «{head.text}»"
            )


def _clauses(row: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The sentence, and what follows «, что» and its like in it."""
    yield row
    for at in range(2, len(row) - 1):
        if row[at].low in {"что", "поскольку", "если", "чтобы"} and row[at - 1].text == ",":
            yield row[at + 1 :]


def _disagreement(row: Sequence[Token]) -> tuple[Token, Token] | None:
    place, wanted = _head(row)
    if not wanted or any(token.text in "–—:" for token in row[:place]):
        return None
    at = _predicate_after(row, place)
    if at is None or any(form.person in {"1per", "2per"} for form in forms(row[at].low)):
        return None
    if not (said := _said(row[at].low)):
        return None
    if any(_fits(one, head) for one in said for head in wanted):
        return None
    if _impersonal(row, at, said):
        return None
    active = any(form.part == "VERB" for form in said) and not row[at].low.endswith(("ся", "сь"))
    if (
        active
        and nouns(row[place].low, "accs")
        and not any(head.animate for head in wanted)
        and row[place].low not in _OFFICES
        and not _only_objects(row, place, at, said)
    ):
        return None
    return row[place], row[at]


def _head(row: Sequence[Token]) -> tuple[int, list[Form]]:
    """The place of the head of a subject that opens the sentence, and the forms it may be in; none if that is not plain."""
    first = row[0].low
    if first in _EACH and len(row) > 2 and row[1].low == "из":
        return 0, [Form("NOUN", "nomn", "sing", _EACH[first])]
    if first in _OFFICES:
        return 0, [Form("NOUN", "nomn", "sing", _OFFICES[first])]
    place = 0
    while (
        place < min(4, len(row) - 1)
        and only(row[place].low, "ADJF", "PRTF", "NOUN")
        and _attribute(row, place)
    ):
        place += 1
    word = row[place]
    heads = nouns(word.low, "nomn")
    plain = only(word.low, "NOUN") or (place == 0 and only(word.low, "NOUN", "PRTF", "ADJF"))
    if not word.is_word or not heads or not plain or word.low in _EXEMPT:
        return 0, []
    if any(form.fixed or form.case in {"datv", "ablt"} for form in nouns(word.low)):
        return 0, []
    if place and not word.text.islower():
        return 0, []
    return place, [
        head for head in heads if place == 0 or all(_all_agree(row[k].low, head) for k in range(place))
    ]


def _attribute(row: Sequence[Token], place: int) -> bool:
    return any(form.case == "nomn" and not form.pronoun for form in full(row[place].low)) and any(
        one.agrees(other)
        for one in full(row[place].low)
        for other in (*nouns(row[place + 1].low, "nomn"), *full(row[place + 1].low))
        if other.case == "nomn"
    )


def _all_agree(word: str, head: Form) -> bool:
    return any(form.agrees(head) for form in full(word))


def _predicate_after(row: Sequence[Token], place: int) -> int | None:
    """The place of the first predicate after the subject; None if anything on the way makes it doubtful."""
    at, clause = place + 1, False
    while at < len(row):
        token = row[at]
        if token.text == ",":
            if clause:
                clause = False
            elif at + 1 < len(row) and _opens_participle(row, at + 1):
                clause = True
            else:
                return None
        elif not clause:
            if token.text in {"–", "—", ":", "-", "…"} or (token.low in _JOINED and _may_join(row, at)):
                return None
            if token.is_word and "PREP" not in parts(token.low) and parts(token.low) & _PREDICATE:
                return at if only(token.low, *_PREDICATE) and token.text.islower() else None
            if (
                "PREP" not in parts(token.low) and parts(token.low) & {"INFN", "PRED", "GRND", "NPRO"}
            ) or token.low in {"это", "котор", "не"}:
                return None if token.low != "не" else _after_not(row, at)
        at += 1
    return None


def _after_not(row: Sequence[Token], at: int) -> int | None:
    return at + 1 if at + 1 < len(row) and only(row[at + 1].low, *_PREDICATE) else None


def _opens_participle(row: Sequence[Token], at: int) -> bool:
    at += row[at].low == "не"
    return at < len(row) and "PRTF" in parts(row[at].low)


def _may_join(row: Sequence[Token], at: int) -> bool:
    """Whether the conjunction may add a second subject."""
    if row[at].low not in {"и", "или"} or at + 1 >= len(row):
        return True
    after = row[at + 1].low
    if after in _OF_BODY:  # «министерство образования и науки»
        return False
    return not forms(after) or any(form.case == "nomn" for form in forms(after))


def _fits(said: Form, head: Form) -> bool:
    if head.animate and head.number == "sing" and said.number == "sing" and head.gender == "masc":
        return said.gender != "neut"  # «директор подписала»
    if said.number == "plur" or head.number == "plur":
        return said.number == head.number
    return said.gender is None or head.gender is None or head.either or said.gender == head.gender


def _impersonal(row: Sequence[Token], at: int, said: Sequence[Form]) -> bool:
    """«Вопросы следует направлять», «сроки решено продлить»."""
    alone = all(form.number == "sing" and form.gender in {"neut", None} for form in said)
    return alone and any("INFN" in parts(token.low) for token in row[at + 1 : at + 7])


def _only_objects(row: Sequence[Token], place: int, at: int, said: Sequence[Form]) -> bool:
    """Whether an object follows the verb and nothing may be its subject but the head, which looks like an object too."""
    previous = row[place].low
    objects = False
    for number, token in enumerate(row[place + 1 : at + 9], place + 1):
        bound = bool(nouns(previous)) or "PREP" in parts(previous) or previous[-1].isdigit()
        if not bound and any(_fits(one, noun) for noun in nouns(token.low, "nomn") for one in said):
            return False
        measured = token.text[0].isdigit() and row[at].low.startswith(("состав", "достиг", "превыс"))
        if number == at + 1 and (measured or (not bound and nouns(token.low, "accs"))):
            objects = True
        previous = token.low
    return objects
