"""Initials: the spaces and stops in «Неумывакин В.С.» and «В.С. Неумывакин»."""

import re

from docgen.language.patterns import lazy
from docgen.language.proofreading.rule import Slip, Slips, prose, text_rule
from docgen.language.proofreading.sought import sought

_NAME = r"[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ][а-яё]{2,})?"
_PARTED = sought(
    rf"(?<![\w.-])({_NAME})([ \u00a0]?)([А-ЯЁ])\.[ \u00a0]+([А-ЯЁ])\.(?![ \u00a0]?{_NAME}[ \u00a0][А-ЯЁ]\.)"
    rf"|(?<![\w.-])([А-ЯЁ])\.[ \u00a0]+([А-ЯЁ])\.([ \u00a0]?)({_NAME})",
    word=r"[А-ЯЁ]\.\Z",
    pair=lambda _, following: following[1:2] == ".",
)
_GLUED_BEFORE = sought(rf"(?<![\w.-])([А-ЯЁ]\.[А-ЯЁ]\.)({_NAME})(?!\.\w)", word=r"[А-ЯЁ]\.[А-ЯЁ]\.[А-ЯЁ]")
_GLUED_AFTER = sought(
    rf"(?<![\w.-])({_NAME})(\.?)([А-ЯЁ]\.[А-ЯЁ]\.)(?![А-ЯЁ]\.)", word=r"[а-яё]\.?[А-ЯЁ]\.[А-ЯЁ]\."
)
_STOP_AFTER = sought(
    rf"(?<![\w.-])({_NAME})\.[ \u00a0]([А-ЯЁ]\.[А-ЯЁ]\.)(?=[ \u00a0][а-яё]|[,;)])",
    word=r"[а-яё]\.\Z",
    pair=lambda _, following: following[1:2] == ".",
)
_NO_STOP = sought(
    rf"(?<![\w.-])({_NAME})[ \u00a0]([А-ЯЁ])(?:\.[ \u00a0]?([А-ЯЁ])(?![\w.])|[ \u00a0]?([А-ЯЁ])\.(?!\w)|[ \u00a0]([А-ЯЁ])(?=[ \u00a0][а-яё]|[,;)]))"
    rf"|(?<![\w.-])(?:([А-ЯЁ])\.[ \u00a0]?([А-ЯЁ])|([А-ЯЁ])[ \u00a0]?([А-ЯЁ])\.)[ \u00a0]({_NAME})"
)
_COMMA = sought(rf"(?<![\w.-])({_NAME})[ \u00a0]([А-ЯЁ])(?:,[ \u00a0]?([А-ЯЁ])[.,]|\.,[ \u00a0]?([А-ЯЁ])\.)")
_CITY = lazy(r"(?<!\w)(?:ул|пр|пер|пл|просп|наб|бул|им|г|пос)\.?[ \u00a0]\Z")
_ENDS_SENTENCE = lazy(r"(?:ть|тся|л[аио]?|ии|ию|ие)\Z")


_ANY = sought(r"(?<![А-ЯЁ])[А-ЯЁ]\.|[А-ЯЁ]\.(?![А-ЯЁ])", word=r"[А-ЯЁ]\.")


@text_rule("L028", "warning", seeks=(_ANY,))
def initials(text: str) -> Slips:
    """Пробелы и точки при инициалах.

    Инициалы пишут с точками и без пробела между ними, а от фамилии отделяют одним пробелом: «Соколов А.С.», «А.С. Соколов».

    Плохо: информацию Неумывакина В. С.
    Плохо: на заместителя министра И.И.Иванову
    Плохо: выступление СоколоваА.С.
    Плохо: директора Петрову Л.А на период
    Хорошо: информацию Неумывакина В.С.; И.И. Иванову; Соколов А.С., Петрова Л.А.; МГТУ им. Н.Э. Баумана; класс Б и класс В
    """
    masked = prose(text)
    if not _ANY.search(masked):
        return
    for match in _PARTED.finditer(masked):
        if match[1]:
            yield _slip(match, f"{match[1]} {match[3]}.{match[4]}.")
        else:
            yield _slip(match, f"{match[5]}.{match[6]}. {match[8]}")
    for match in _GLUED_BEFORE.finditer(masked):
        yield _slip(match, f"{match[1]} {match[2]}")
    for match in _GLUED_AFTER.finditer(masked):
        if not _ENDS_SENTENCE.search(match[1]):
            yield _slip(match, f"{match[1]} {match[3]}")
    for match in _STOP_AFTER.finditer(masked):
        if not _ENDS_SENTENCE.search(match[1]) and _sentence_goes_on(masked, match.start()):
            yield _slip(match, f"{match[1]} {match[2]}")
    for match in _NO_STOP.finditer(masked):
        if match[1]:
            yield _slip(match, f"{match[1]} {match[2]}.{match[3] or match[4] or match[5]}.")
        else:
            yield _slip(match, f"{match[6] or match[8]}.{match[7] or match[9]}. {match[10]}")
    for match in _COMMA.finditer(masked):
        yield _slip(match, f"{match[1]} {match[2]}.{match[3] or match[4]}.")


def _sentence_goes_on(masked: str, place: int) -> bool:
    """Whether a word in small letters stands before: then a full stop after a surname is no end of a sentence."""
    return bool(re.search(r"[а-яё][ \u00a0]\Z", masked[max(0, place - 2) : place]))


def _slip(match: re.Match[str], right: str) -> Slip:
    return Slip(match.start(), match.end(), f"инициалы и фамилию пишут так: «{right}»", right)
