"""A genitive that a preposition asks for and does not get (L089)."""

from docgen.language.patterns import lazy
from docgen.language.proofreading.cases import CASE_BY_ENDING
from docgen.language.proofreading.grammar import forms, full, nouns, only
from docgen.language.proofreading.rule import Slip, Slips, prose, text_rule
from docgen.language.proofreading.sought import sought

_FIRST_NOUN = lazy(r"[а-яё]{4,}")


def _may_lack_genitive(_: str, following: str) -> bool:
    word = _FIRST_NOUN.match(following)
    if word is None:
        return False
    attribute = only(word[0], "ADJF") and any(form.case == "gent" for form in full(word[0]))
    return attribute or _lacks_genitive(word[0])


def _lacks_genitive(word: str) -> bool:
    return only(word, "NOUN") and not nouns(word, "gent") and not any(form.fixed for form in forms(word))


_ASKS = sought(
    r"(?<![\w-])([Вв] рамках|[Вв] целях|[Вв] ходе|[Вв] составе|[Вв] пределах|[Вв] отношении|[Вв] случае|[Вв] качестве|[Вв] сфере|[Вв] области|[Вв] адрес|[Нн]а основании|[Нн]а базе|[Пп]о итогам|"
    r"[Пп]о результатам|[Пп]о вопросам|[Зз]а сч[её]т|[Пп]ри помощи|[Пп]ри поддержке|[Сс] помощью|[Сс] участием|[Дд]ля|[Оо]т|[Дд]о|[Ии]з|[Бб]ез|[Пп]осле|[Пп]ут[её]м|[Пп]осредством|[Вв]место|[Кк]роме)"
    r"[ \u00a0\n]+([а-яё]{4,})(?:[ \u00a0\n]+([а-яё]{4,}))?(?![\w-])",
    word=r"(?<![\w-])(?:рамках|целях|ходе|составе|пределах|отношении|случае|качестве|сфере|области|адрес|основании|базе|итогам|"
    r"результатам|вопросам|сч[её]т|помощи|поддержке|помощью|участием|[Дд]ля|[Оо]т|[Дд]о|[Ии]з|[Бб]ез|[Пп]осле|[Пп]ут[её]м|[Пп]осредством|[Вв]место|[Кк]роме)\Z",
    pair=_may_lack_genitive,
)
_STANDS_ALONE = ("котор", "этого", "этих", "всего", "всех", "одного", "одной", "каждого", "каждой", "другого")


@text_rule("L089", "warning")
def genitive_after(text: str) -> Slips:
    """После предлога нужен родительный падеж.

    В рамках (чего?) программы, по итогам (чего?) конкурса, для (чего?) участия, после (чего?) проверки.

    Плохо: в рамках деловой программе
    Плохо: по итогам конкурсу
    Плохо: после проверке документов
    Хорошо: в рамках деловой программы; по итогам конкурса; после проверки документов; от руки; до востребования
    Хорошо: участок, для которого колледж готовит рабочих; после этого комиссия решит
    """
    masked = prose(text)
    for match in _ASKS.finditer(masked):
        if match[2].startswith(_STANDS_ALONE):
            continue  # «для которого колледж готовит рабочих», «после этого комиссия решит»
        group = 2
        if match[3] and only(match[2], "ADJF") and any(form.case == "gent" for form in full(match[2])):
            group = 3
        word = match[group]
        if not _lacks_genitive(word):
            continue
        if CASE_BY_ENDING.match(masked, match.start()):
            continue  # told by the rule on endings
        yield Slip(
            match.start(group), match.end(group), f"после «{match[1].lower()}» нужен родительный падеж"
        )
