"""Spelling by rule rather than by list: н and нн, ци, -вьте, не and ни (L075, L076)."""

import re

from docgen.language.proofreading.morphology import readings
from docgen.language.proofreading.rule import Slip, Slips, from_table, like, prose, row, table, text_rule
from docgen.language.proofreading.sought import sought

_TSY = sought(r"(?<![\w-])([а-яё]{2,}ц)ы(я|ю|и|ей|ям|ях|ями|й|онн\w+)(?![\w-])", re.IGNORECASE)
_IMPERATIVE = sought(r"(?<![\w-])([а-яё]*(?:став|прав|готов))те(с[ья])?(?![\w-])", re.IGNORECASE)
_DOUBLED = sought(
    r"(?<![\w-])([а-яё]{2,}[аеёя]н)н([аоы])(?![\w-])",
    re.IGNORECASE,
    word=r"[аеёя]нн[аоы](?![\w-])",
)
_SINGLE = sought(
    r"(?<![\w-])([а-яё]{3,}[аеёяои]н)((?:ый|ая|ое|ые|ого|ой|ому|ым|ых|ыми|ую|ом|ость|ости))(?![\w-])",
    re.IGNORECASE,
    word=r"[аеёяои]н(?:ый|ая|ое|ые|ого|ой|ому|ым|ых|ыми|ую|ом|ость|ости)(?![\w-])",
)


@text_rule("L075", "error", safe=True)
def by_rule(text: str) -> Slips:
    """Ошибка на частое правило: «ци», «н» и «нн», мягкий знак.

    В кратких причастиях одно «н» (решены, подписаны), в полных – два (проделанной); «-ция» пишут через «и»; «представьте» – с мягким знаком.

    Плохо: направить информацыю
    Плохо: вопросы решенны
    Плохо: отчёт о проделаной работе
    Плохо: представте отчёт
    Хорошо: вопросы решены; указанной даты; стороной; ценна; своевременна; представьте
    """
    masked = prose(text)
    for match in _TSY.finditer(masked):
        yield from _slip(match, f"{match[1]}и{match[2]}")
    for match in _IMPERATIVE.finditer(masked):
        yield from _slip(match, f"{match[1]}ьте{match[2] or ''}")
    for match in _DOUBLED.finditer(masked):
        right = f"{match[1]}{match[2]}"
        if not readings(match[0].lower()) and any(
            parse.tag.POS == "PRTS" for parse in readings(right.lower())
        ):
            yield from _slip(match, right)
    for match in _SINGLE.finditer(masked):
        right = f"{match[1]}н{match[2]}"
        if not readings(match[0].lower()) and readings(right.lower()):
            yield from _slip(match, right)


def _slip(match: re.Match[str], right: str) -> Slips:
    right = like(match[0], right)
    yield Slip(match.start(), match.end(), f"слово «{match[0]}» пишут «{right}»", right)


_NOT = table(
    row(r"не в коем случае", "ни в коем случае", "отрицание усиливает «ни»"),
    row(r"не коим образом", "никоим образом", "слово «никоим» пишут слитно"),
    row(r"не при каких", "ни при каких", "отрицание усиливает «ни»"),
    row(r"не под каким", "ни под каким", "отрицание усиливает «ни»"),
    row(r"не разу(?! не)", "ни разу", "отрицание усиливает «ни»"),
    row(r"не разу не", "ни разу не", "отрицание усиливает «ни»"),
    row(r"во что бы то не стало", "во что бы то ни стало", "выражение пишут с «ни»"),
    row(r"как бы то не было", "как бы то ни было", "выражение пишут с «ни»"),
    row(r"ни кто иной,? как", "не кто иной, как", "противопоставление пишут с «не»"),
    row(r"ни что иное,? как", "не что иное, как", "противопоставление пишут с «не»"),
    row(r"не (один|одна|одного|одной) из (?=[а-яё]+(?:ов|ий|ей|ых|их) не)", r"ни \1 из ", "отрицание усиливает «ни»"),
    row(r"на протяжение(?= (?:\d|всего|всей|последн|многих|нескольких|года|месяца|этого|всех))", "на протяжении", "о времени пишут «на протяжении»"),
    row(r"по (ссыл)ки", r"по \1ке", "по (чему?) – «ссылке»"),
    row(r"по (просьб|программ|схем|почт|причин)ы", r"по \1е", "по (чему?) – дательный падеж: «{}»"),
    row(r"не (кого|кому|чего|чему) не", r"ни\1 не", "с отрицанием пишут «ни»: «{}»"),
)  # fmt: skip


@text_rule("L076", "error", safe=True)
def not_and_nor(text: str) -> Slips:
    """«Не» и «ни» перепутаны, и другие устойчивые обороты.

    Усиливает отрицание «ни»: ни в коем случае, ни разу не, во что бы то ни стало.

    Плохо: не в коем случае не переносить
    Плохо: на протяжение последних лет
    Хорошо: ни в коем случае; не раз; не кто иной, как; на протяжении лет; на протяжение линии
    """
    yield from from_table(text, _NOT)
