"""Deadlines that name no day (L132)."""

import re

from docgen.language.patterns import lazy
from docgen.language.proofreading.grammar import parts
from docgen.language.proofreading.rule import Slip, Slips, prose, text_rule
from docgen.language.proofreading.sought import sought

_VAGUE = sought(
    r"(?<!\w)(?:в (?:самое )?ближайшее время|в (?:самые )?кратчайш(?:ие сроки|ий срок)|в (?:возможно|максимально|предельно) короткие сроки|по возможности(?! (?:использ|примен))|при (?:первой )?возможности|"
    r"по мере (?:возможности|необходимости)|как можно (?:скорее|быстрее)|в ближайш(?:ие сроки|ий срок)|в сжатые сроки|в разумн(?:ый срок|ые сроки)|в оперативном порядке|в срочном порядке|в скором времени|"
    r"в ближайш(?:ие дни|ие недели|ие месяцы|ем будущем|ей перспективе)|по готовности|до особого распоряжения|срочно(?= (?:направ|представ|сообщ)))(?!\w)".replace(
        " ", r"\s+"
    ),
    re.IGNORECASE,
)
_IN_ORDERS = sought(
    r"(?<!\w)(?:в (?:установленн|указанн|намеченн|определ[её]нн|обозначенн|надлежащ|положенн)(?:ые сроки|ый срок|ие сроки|ий срок)|своевременно|заблаговременно|оперативно|в перспективе|в будущем(?! (?:год|квартал|месяц|период)))(?!\w)".replace(
        " ", r"\s+"
    ),
    re.IGNORECASE,
)
_INFINITIVE = sought(r"(?<![\w-])[а-яё]{3,}(?:ть|ти|ться|тись|чь)(?![\w-])", re.IGNORECASE)
_STATED = lazy(
    r"\d{1,2}\s(?:янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек)|\d{1,2}\.\d{2}\.\d{2}|\d\s+(?:рабочих|календарных|дн)|(?<!\w)(?:должн|обязан|может|могут|следует|надлежит|чтобы)"
)
_ADVERB = lazy(r"своевременно|заблаговременно|оперативно", re.IGNORECASE)
_BOUND = lazy(r"(?<!\bг)[.!?;](?=\s+[А-ЯЁ\d])")


@text_rule("L132", "info", seeks=(_VAGUE, _IN_ORDERS))
def vague_deadline(text: str) -> Slips:
    """Срок не назван.

    «В установленные сроки» и «в ближайшее время» нельзя ни проверить, ни нарушить; поручению нужен день.

    Плохо: продолжить исполнение поручений в установленные сроки
    Плохо: провести анализ программ своевременно и направить результаты
    Хорошо: продолжить исполнение поручений до 1 декабря 2023 г.
    Хорошо: представление отчётности в установленный срок обязательно
    """
    masked = prose(text)
    for match in _VAGUE.finditer(masked):
        if not re.search(r"как\s\Z", masked[max(0, match.start() - 4) : match.start()]):
            yield Slip(match.start(), match.end(), f"срок «{match[0].lower()}» нельзя проверить")
    for match in _IN_ORDERS.finditer(masked):
        before = _BOUND.split(masked[max(0, match.start() - 600) : match.start()])[-1]
        after = _BOUND.split(masked[match.end() : match.end() + 200])[0]
        ordered = re.search(r"[Сс]рок\s*[–—:-]\s*\Z", before) or any(
            parts(word[0].lower()) == {"INFN"} for word in _INFINITIVE.finditer(before + "." + after)
        )
        if ordered and not (_ADVERB.match(match[0]) and _STATED.search(before + after)):
            yield Slip(match.start(), match.end(), f"срок «{match[0].lower()}» нельзя проверить")
