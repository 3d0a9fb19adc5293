"""One document or several: «протокола от …» and «протоколов от …, от …» (L111)."""

import re

from docgen.language.proofreading.grammar import only, parts
from docgen.language.proofreading.rule import Slip, Slips, like, text_rule
from docgen.language.proofreading.sought import sought

_PAPERS = (
    "протокол протокола протоколу протоколом протоколе|протоколы протоколов протоколам протоколами протоколах;"
    "приказ приказа приказу приказом приказе|приказы приказов приказам приказами приказах;"
    "договор договора договору договором договоре|договоры договоров договорам договорами договорах;"
    "акт акта акту актом акте|акты актов актам актами актах;"
    "указ указа указу указом указе|указы указов указам указами указах;"
    "письмо письма письму письмом письме|письма писем письмам письмами письмах;"
    "распоряжение распоряжения распоряжению распоряжением распоряжении|распоряжения распоряжений распоряжениям распоряжениями распоряжениях;"
    "постановление постановления постановлению постановлением постановлении|постановления постановлений постановлениям постановлениями постановлениях;"
    "соглашение соглашения соглашению соглашением соглашении|соглашения соглашений соглашениям соглашениями соглашениях;"
    "решение решения решению решением решении|решения решений решениям решениями решениях"
)
_TO_MANY: dict[str, str] = {}
_TO_ONE: dict[str, str] = {}
for _paper in _PAPERS.split(";"):
    _one, _many = (part.split() for part in _paper.split("|"))
    _TO_MANY |= dict(zip(_one, _many, strict=True))
    _TO_ONE |= {many: one for one, many in zip(_one, _many, strict=True) if many not in _one}
_BOTH = frozenset(["письма", "распоряжения", "постановления", "соглашения", "решения"])
_DATE = r"от\s+\d{1,2}(?:\.\d\d\.\d{4}|\s+[а-я]+\s+\d{4}(?:\s+г\.|\s+года)?)"
_REFERENCE = rf"{_DATE},?\s*№\s*[^\s,;]+(?:\s*\d+/[^\s,;]+)?"
_BETWEEN = r"(?:\s+(?!от\s+\d|протокол|приказ|письм|распоряж|постановл|соглаш|договор)[А-ЯЁа-яё«»()-]+){0,7}?"
_SEVERAL = sought(
    rf"(?<![\w-])({'|'.join(sorted(_TO_MANY, key=len, reverse=True))}){_BETWEEN}\s+{_REFERENCE}(?:,\s+|\s+и\s+|,\s+и\s+){_DATE}",
    re.IGNORECASE,
)
_LONE = sought(
    rf"(?<![\w-])({'|'.join(sorted(_TO_ONE, key=len, reverse=True))})(\s+{_REFERENCE})(?!\s*[,;(–]|\s*и\s+(?:от|№|[а-я]+\s+от|\d)|\s+(?:от|№|\d)|-|/)(?=\s+[а-яё]|\.|$)",
    re.IGNORECASE | re.MULTILINE,
)
_BEFORE = sought(r"([А-ЯЁа-яё]+|\d+)\s+\Z")


@text_rule("L111", "warning", seeks=(sought(r"от\s+\d"),))
def one_or_many_papers(text: str) -> Slips:
    """Перечислено несколько документов, а назван один, или наоборот.

    «Поручений протокола от …, от …» – документов несколько, значит, «протоколов»; при одном номере – «протокола».

    Плохо: поручений протокола от 5 октября 2023 г. № Д05-116/05пр, от 26 октября 2023 г. № Д05-120/05пр
    Плохо: поручения протоколов от 18 июля 2023 г. № Д05-92/05пр и снять их с контроля
    Хорошо: поручений протоколов от 5 октября 2023 г. № Д05-116/05пр, от 26 октября 2023 г. № Д05-120/05пр
    """
    for match in _SEVERAL.finditer(text):
        word = match[1].lower()
        if word in _BOTH and not _asks_genitive(text, match.start()):
            continue
        right = like(match[1], _TO_MANY[word])
        yield Slip(match.start(1), match.end(1), f"документов несколько – «{right}»", right)
    for match in _LONE.finditer(text):
        right = like(match[1], _TO_ONE[match[1].lower()])
        yield Slip(match.start(1), match.end(1), f"документ назван один – «{right}»", right)


def _asks_genitive(text: str, place: int) -> bool:
    """Whether the word before asks for a genitive, so that «письма» here is one letter: «во исполнение письма»."""
    before = _BEFORE.search(text[max(0, place - 40) : place])
    if not before:
        return False
    word = before[1].lower()
    if word.isdigit() or word in {"из", "от", "после", "без", "до", "согласно", "ввиду", "вследствие"}:
        return True
    return word != "силу" and only(word, "NOUN") and "INFN" not in parts(word)
