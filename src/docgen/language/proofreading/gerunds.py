"""The comma after a gerund clause that opens a sentence (L106)."""

from collections.abc import Sequence

from docgen.language.proofreading.grammar import Token, forms, only, parts, sentences, words_in
from docgen.language.proofreading.rule import Slip, Slips, prose, text_rule
from docgen.language.proofreading.sought import sought

_FREE = frozenset(
    [
        "начиная",
        "исходя",
        "несмотря",
        "невзирая",
        "благодаря",
        "спустя",
        "включая",
        "исключая",
        "считая",
        "смотря",
        "согласно",
        "погодя",
        "хотя",
        "для",
        "судя",
    ]
)


def _is_gerund(word: str) -> bool:
    return word not in _FREE and parts(word) == {"GRND"}


_GERUND = sought(
    r"(?<![\w-])[А-ЯЁ][а-яё]+(?:в|вши|вшись|я|ясь|а|ась)(?![\w-])",
    word=lambda word: not word.islower() and any(map(_is_gerund, words_in(word))),
)


@text_rule("L106", "warning", seeks=(_GERUND,))
def gerund_clause(text: str) -> Slips:
    """Деепричастный оборот в начале предложения не отделён запятой.

    «Рассмотрев материалы, комиссия утвердила отчёт»: после оборота перед подлежащим стоит запятая.

    Плохо: Рассмотрев представленные материалы рабочая группа рекомендовала утвердить программу.
    Хорошо: Рассмотрев материалы, комиссия утвердила отчёт; Начиная с 2024 года отчётность сдаётся в электронной форме
    """
    for row in sentences(prose(text)):
        first = row[0]
        if not _GERUND.match(first.text) or not _is_gerund(first.low):
            continue
        for number in range(1, min(16, len(row))):
            token = row[number]
            if not token.is_word and not token.text[0].isdigit():
                break
            if (
                token.text.islower()
                and only(token.low, "VERB")
                and any(form.past or form.person == "3per" for form in forms(token.low))
            ):
                start = _subject(row, number)
                yield Slip(row[start - 1].start, token.end, f"после оборота «{first.text} …» нужна запятая")
                break


def _subject(row: Sequence[Token], verb: int) -> int:
    """Where the subject before the verb begins."""
    at = verb - 1
    while (
        at > 2
        and parts(row[at - 1].low) & {"ADJF", "PRTF"}
        and any(form.case == "nomn" for form in forms(row[at - 1].low))
    ):
        at -= 1
    return max(at, 1)
