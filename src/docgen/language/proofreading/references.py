"""Numbers of the documents that a text refers to."""

import re
from collections import Counter

from docgen.language.proofreading.rule import Slip, Slips, text_rule
from docgen.language.proofreading.sought import sought

_NUMBER = sought(
    r"(?:протокол\w*|от)\s+(?:от\s+)?\d{1,2}\s+[а-я]+\s+\d{4}\s+г\.\s*№\s*([А-ЯA-Zа-я0-9]+-\s*\d+(?:/[\wА-я]+)?)"
)


@text_rule("L133", "warning")
def odd_number(text: str) -> Slips:
    """Номер документа непохож на остальные.

    Когда все номера вида Д05-…/05пр, а один иной, в нём потеряны буквы или это другой документ.

    Плохо: протоколов от 5 июля 2023 г. № Д05-84/05пр, от 6 июля 2023 г. № Д05-85/05пр, от 7 июля 2023 г. № Д05-86/05пр, от 27 июля 2023 г. № 05-3045
    Хорошо: протоколов от 5 июля 2023 г. № Д05-84/05пр, от 6 июля 2023 г. № Д05-85/05пр, от 7 июля 2023 г. № Д05-86/05пр
    """
    found = list(_NUMBER.finditer(text))
    shapes = [re.sub(r"\d+", "0", re.sub(r"\s", "", match[1])) for match in found]
    if len(shapes) < 4:
        return
    usual, count = Counter(shapes).most_common(1)[0]
    if count < len(shapes) * 0.7:
        return
    for match, shape in zip(found, shapes, strict=True):
        if shape != usual:
            yield Slip(
                match.start(1),
                match.end(1),
                f"номер непохож на остальные ({count} из {len(shapes)} другого вида)",
            )


_BROKEN_NUMBER = sought(r"№\s?[А-ЯA-Zа-я\d]+-[ \u00a0]*\n\s*\d+(?:/\w+)?")
_LEFT_ALONE = sought(r"(?<=г\.)[ \u00a0]*\n\s*№[ \u00a0]*(?=[А-ЯA-Z\d])|№[ \u00a0]*\n\s*(?=\d)")


@text_rule("L134", "warning")
def broken_number(text: str) -> Slips:
    """Номер документа разорван концом строки.

    Номер с дефисом и знак № с номером держат вместе неразрывные пробел и дефис.

    Плохо: от 15 августа 2023 г. № Д05-⏎103/05пр
    Хорошо: от 15 августа 2023 г. № Д05-103/05пр
    """
    for match in _BROKEN_NUMBER.finditer(text):
        yield Slip(match.start(), match.end(), "номер документа разорван концом строки")


@text_rule("L135", "info")
def lonely_number_sign(text: str) -> Slips:
    """Знак № оторван от даты или номера концом строки.

    Без неразрывных пробелов строка кончается на «г.» или «№», и ссылка на документ рвётся.

    Плохо: от 26 октября 2023 г.⏎№ Д05-120/05пр
    Хорошо: от 26 октября 2023 г. № Д05-120/05пр
    """
    for match in _LEFT_ALONE.finditer(text):
        place = text.index("№", match.start())
        yield Slip(place, place + 1, "знак № оторван концом строки")
