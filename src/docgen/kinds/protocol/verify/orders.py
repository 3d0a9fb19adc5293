"""The items and orders of a finished protocol (V503–V506, V511, V513)."""

import re
from collections.abc import Iterator, Sequence

from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.kinds.protocol.verify.agenda import unheard
from docgen.kinds.protocol.verify.lines import question_number, roman_number, written_roman
from docgen.kinds.protocol.verify.minutes import Item, agenda, items
from docgen.kinds.protocol.verify.order import Order
from docgen.kinds.protocol.verify.question_numbers import skipped
from docgen.kinds.protocol.verify.requisites import judged, start
from docgen.papers.examined import Examined
from docgen.papers.sections.words import plain

_WITHDRAWN = re.compile(r"\b(?:снят|исключ[её]н|перенес[её]н|отложен)\w?\b", re.IGNORECASE)


@rule("V503")
def no_agenda(examined: Examined) -> Findings:
    """Нет ни одного вопроса повестки.

    Вопрос – «I. О …», «СЛУШАЛИ: …», «По первому вопросу …» или заголовок «О …». Без вопросов непонятно, что обсуждали.

    Плохо:   сплошной текст без вопросов
    Хорошо:  I. Об итогах приёма. (Иванова И.И.)
    """
    if judged(examined) and not items(examined):
        told = "не найдено ни одного вопроса повестки"
        yield Finding(start(examined), told, "назовите вопросы: «I. О …»")


@rule("V504")
def no_decisions(examined: Examined) -> Findings:
    """По вопросу повестки нет решений.

    После обсуждения пишут «РЕШИЛИ:» и пункты решения, хотя бы «1. Принять информацию … к сведению.» Решения по всем вопросам
    могут стоять вместе, в конце: «Решения и поручения:» или одной таблицей. По снятому вопросу решения не нужны: «Вопрос 2 снят с
    рассмотрения.»

    Плохо:   I. Об итогах приёма. Заслушав …, – и сразу следующий вопрос
    Хорошо:  РЕШИЛИ: 1. Принять информацию Ивановой И.И. к сведению.
    """
    if not judged(examined):
        return
    found = _after_agenda(items(examined))
    joint = max((at for at, item in enumerate(found) if item.joint), default=0)
    for at, item in enumerate(found):
        if item.block is None or _WITHDRAWN.search(item.block.text):
            continue
        if not item.orders and not item.by_look and at >= joint:
            told = "по вопросу нет решений" if item.decided else "по вопросу нет слова «РЕШИЛИ» и решений"
            yield Finding(examined.paper.span(item.block), told, "впишите решение")


def _after_agenda(found: list[Item]) -> list[Item]:
    """Without the agenda that is listed first, item after item, and comes again below."""
    first = next((at for at, item in enumerate(found) if item.decided or item.orders), 0)
    listed = {plain(item.block.text) for item in found[:first] if item.block is not None}
    later = {plain(item.block.text) for item in found[first:] if item.block is not None}
    return found[first:] if listed & later or (first > len(found) // 2 - 1 and first > 1) else found


def _orders(examined: Examined) -> Iterator[Order]:
    """What somebody has to do: not decisions of the meeting itself, not headings of sub-items."""
    for item in items(examined):
        for order in item.orders:
            if order.asks and not order.collegial and not order.parts:
                yield order


@rule("V513", Severity.WARNING)
def unheard_questions(examined: Examined) -> Findings:
    """Вопрос повестки не рассмотрен.

    Он назван в повестке, но ниже нет ни обсуждения, ни решения по нему. Если вопрос сняли, об этом пишут: «Вопрос 3 снят с
    рассмотрения».

    Плохо:   в повестке три вопроса, слушали и решили по двум
    Хорошо:  решение по каждому вопросу повестки
    """
    if not judged(examined):
        return
    considered = [item.block for item in items(examined) if item.block is not None]
    for question in unheard(agenda(examined), considered):
        told = "вопрос повестки ниже не рассмотрен"
        yield Finding(examined.paper.span(question), told, "добавьте обсуждение и решение или снимите вопрос")


@rule("V505")
def no_addressee(examined: Examined) -> Findings:
    """В поручении не сказано, кто должен его исполнить.

    Поручение начинается с исполнителя в дательном падеже: «Департаменту образования направить …». Решения самого
    совещания («Утвердить план», «Принять к сведению») исполнителя не требуют.

    Плохо:   2. Направить отчёт до 1 марта 2026 г.
    Хорошо:  2. Колледжам направить отчёт до 1 марта 2026 г.
    """
    if not judged(examined):
        return
    for order in _orders(examined):
        if not order.addressed:
            told = "не сказано, кто должен исполнить поручение"
            yield Finding(examined.paper.span(order.block), told, "назовите исполнителя в дательном падеже")


@rule("V506")
def no_deadline(examined: Examined) -> Findings:
    """У поручения нет срока.

    Срок пишут в самом пункте или отдельной строкой: «Срок – до 1 марта 2026 г.» Поручение без срока нельзя
    проконтролировать.

    Плохо:   2. Колледжам направить отчёт.
    Хорошо:  2. Колледжам направить отчёт. Срок – до 1 марта 2026 г.
    """
    if not judged(examined):
        return
    for order in _orders(examined):
        if not order.due:
            yield Finding(
                examined.paper.span(order.block), "у поручения нет срока", "добавьте: «Срок – до …»"
            )


@rule("V511")
def items_out_of_count(examined: Examined) -> Findings:
    """Номера вопросов или пунктов идут не подряд.

    На пункты протокола ссылаются по номерам; пропуск или повтор делает ссылки неверными.

    Плохо:   I, II, IV
    Хорошо:  I, II, III
    """
    if not judged(examined):
        return
    last = 0
    before: list[Order] = []
    found = _after_agenda(items(examined))
    for block, number, expected in skipped(examined, found):
        told = f"номер вопроса {number}, а по порядку он {expected}-й"
        yield Finding(examined.paper.span(block), told, "исправьте номера вопросов")
    for item in found:
        roman = roman_number(item.block.shown) if item.block is not None else None
        if item.block is not None and roman is not None:
            if roman != last + 1:
                written = written_roman(item.block.shown)
                told = f"номер вопроса {written}, а по порядку он {last + 1}-й"
                yield Finding(examined.paper.span(item.block), told, "исправьте номера вопросов")
            last = roman
        yield from _orders_out_of_count(examined, item, before)
        before = [order for order in item.orders if order.number] or before


def _orders_out_of_count(examined: Examined, item: Item, before: Sequence[Order]) -> Findings:
    last = _counted_from(item, before)
    for order in item.orders:
        if not order.number:
            continue
        parent, _, own = order.number.rpartition(".")
        number = int(own)
        if number != last.get(parent, 0) + 1:
            expected = f"{parent}.{last.get(parent, 0) + 1}" if parent else str(last.get(parent, 0) + 1)
            told = f"номер пункта {order.number}, а по порядку – {expected}"
            yield Finding(examined.paper.span(order.block), told, "исправьте номера пунктов")
        last[parent] = number


def _counted_from(item: Item, before: Sequence[Order]) -> dict[str, int]:
    """Where the count begins: anew, after the question's own number («1. О …», «1.1.», «2.»), or after the last item."""
    numbers = [order.number for order in item.orders if order.number]
    own = question_number(item.block.shown.strip()) if item.block is not None else None
    if own is not None and numbers and numbers[0].startswith(f"{own}."):
        return {"": own}
    last = next((one.number for one in reversed(before) if "." not in one.number), None)
    goes_on = bool(numbers) and last is not None and numbers[0] == str(int(last) + 1)
    return {"": int(last)} if goes_on and last is not None else {}
