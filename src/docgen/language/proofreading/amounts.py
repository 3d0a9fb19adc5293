"""Large numbers: the groups of their digits."""

import re

from docgen.language.patterns import lazy
from docgen.language.proofreading.figures import UNIT
from docgen.language.proofreading.morphology import readings
from docgen.language.proofreading.rule import Slip, Slips, prose, text_rule
from docgen.language.proofreading.sought import sought

_LONG = sought(r"(?<![\w.,:/№+'-])([1-9]\d{4,11})(,\d{1,2})?[ \u00a0]+([а-яё]{2,})(?![\w-])")
_CODE = lazy(
    r"(?:№|номер\w*|код\w*|индекс\w*|ИНН|КПП|ОГРН\w*|ОКТМО|ОКПО|ОКВЭД|БИК|СНИЛС|КБК|сч[её]т\w*|тел\w*|телефон\w*|артикул\w*|серии?|шифр\w*|ГОСТ\w*|лицензи\w+|в\.?ч|части|паспорт\w*|реестр\w+|идентификатор\w*|ID)[\s.:№]*(?:[A-ZА-Я-]*\s*)\Z"
)
_THOUSANDS = sought(
    r"(?<![\w.,:/№'-])(\d{1,3})([.,]000)+[ \u00a0]+([а-яё]{3,})(?![\w-])|(?<![\w.,:/№'-])(\d{1,3})([.,]\d{3})[ \u00a0]+([а-яё]{3,})(?![\w-])"
)
_UNITS = frozenset(
    [
        "руб",
        "тыс",
        "чел",
        "рублей",
        "рубля",
        "рубль",
        "евро",
        "экз",
        "кв",
        "га",
        "т",
        "кг",
        "км",
        "м",
        "шт",
        "кВт",
    ]
)


@text_rule("L068", "warning", seeks=(_LONG, _THOUSANDS))
def ungrouped_digits(text: str) -> Slips:
    """Разряды большого числа не разделены пробелами.

    Числа от пяти цифр делят по три справа: 150 000. Годы, номера документов, коды и телефоны не делят.

    Плохо: достигла 150000 человек
    Плохо: составила 4350000 рублей
    Плохо: приняли участие 263,000 школьников
    Хорошо: 150 000 человек; 3270 рублей; ИНН 7707418081; код 45382000; № 12345; 2,125 тонны; 127006, г. Москва
    """
    masked = prose(text)
    for match in _LONG.finditer(masked):
        if _CODE.search(masked[max(0, match.start() - 28) : match.start()]) or not _counted(match[3]):
            continue
        right = f"{int(match[1]):,}".replace(",", " ")
        end = match.end(1)
        yield Slip(match.start(), end, f"разряды разделяют пробелами: «{right}»", right)
    for match in _THOUSANDS.finditer(masked):
        word, end = (match[3], match.end(2)) if match[3] else (match[6], match.end(5))
        told = "." in masked[match.start() : end] and re.match(UNIT, word)  # by the rule on groups of digits
        if not told and (match[3] or _many(word)):
            right = re.sub(r"[.,]", " ", masked[match.start() : end])
            yield Slip(match.start(), end, f"разряды разделяют пробелами: «{right}»", right)


def _counted(word: str) -> bool:
    """Whether the word is a unit, a noun in a form that follows a number, or «обучающихся», «новых»."""
    if word in _UNITS:
        return True
    return any(
        (parse.tag.POS == "NOUN" and parse.tag.case in {"gent", "nomn", "datv", "ablt", "loct"})
        or (parse.tag.POS in {"ADJF", "PRTF"} and parse.tag.case == "gent" and parse.tag.number == "plur")
        for parse in readings(word)
    )


def _many(word: str) -> bool:
    """Whether the word can only be a genitive plural, which no fraction asks for."""
    parses = [parse.tag for parse in readings(word)]
    nouns = [tag for tag in parses if tag.POS == "NOUN"]
    return bool(nouns) and all(tag.number == "plur" and tag.case in {"gent", "accs"} for tag in nouns)
