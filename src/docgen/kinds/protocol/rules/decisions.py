"""How decisions are put together: information noted, sub-items, repetitions (P14x)."""

import difflib
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, Span, rule
from docgen.kinds.protocol.record import Protocol
from docgen.kinds.protocol.rules.walk import Given, orders, tasks
from docgen.model.orders import Order

NEAR = 0.93
"""Texts this much alike are probably copies."""


@rule("P141")
def note_with_more(document: Document[Protocol], corpus: Corpus) -> Findings:
    """В решении «принять к сведению» записано что-то ещё.

    note: true печатает готовую фразу «Принять информацию … к сведению»; остальные поля того же решения пропадут.

    Плохо:
        agenda:
          - topic: об итогах приёма
            speakers: ivanova
            decisions: [{note: true, text: направить отчёт}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            speakers: ivanova
            decisions: [{note: true}, {to: college, text: направить отчёт}]
    """
    for given in orders(document.record):
        if given.order.note:
            for key in Order.model_fields:
                if key != "note" and getattr(given.order, key):
                    message = f"поле {key} в решении «принять к сведению» не печатается"
                    yield Finding(given.order.at_name(key), message, "сделайте отдельное решение")


@rule("P142", Severity.GAP)
def note_without_speakers(document: Document[Protocol], corpus: Corpus) -> Findings:
    """«Принять информацию к сведению» – а чью, не сказано.

    Фраза называет докладчиков вопроса; без них в черновике печатается «⟦докладчик⟧».

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{note: true}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            speakers: ivanova
            decisions: [{note: true}]
    """
    for given in orders(document.record):
        if given.order.note and not given.item.speakers:
            yield Finding(
                given.order.at("note"), "не сказано, чью информацию принять", "добавьте speakers: вопросу"
            )


@rule("P143")
def note_within_items(document: Document[Protocol], corpus: Corpus) -> Findings:
    """«Принять к сведению» записано подпунктом.

    Принимает к сведению совещание, а не исполнитель поручения: это отдельное решение.

    Плохо:
        agenda:
          - topic: об итогах приёма
            speakers: ivanova
            decisions: [{to: college, items: [{note: true}, {text: направить отчёт}]}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            speakers: ivanova
            decisions: [{note: true}, {to: college, text: направить отчёт}]
    """
    for given in orders(document.record):
        if given.order.note and given.parent is not None:
            yield Finding(
                given.order.at("note"), "«принять к сведению» – не подпункт", "сделайте отдельное решение"
            )


@rule("P144")
def items_too_deep(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Подпункты у подпункта.

    Печатаются пункты и подпункты («2.1.»); третий уровень пропал бы.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions:
              - to: college
                items:
                  - text: подготовить отчёт
                    items: [{text: собрать данные}, {text: сверить данные}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions:
              - to: college
                items: [{text: собрать данные}, {text: сверить данные}]
    """
    for given in orders(document.record):
        if given.parent is not None and given.order.items:
            yield Finding(
                given.order.at_name("items"), "подпункты у подпункта не печатаются", "поднимите их на уровень"
            )


@rule("P145", Severity.INFO)
def single_item(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Единственный подпункт.

    Делить пункт на один подпункт незачем: запишите поручение одним пунктом.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, items: [{text: направить отчёт}]}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт}]
    """
    for given in orders(document.record):
        if len(given.order.items) == 1:
            yield Finding(
                given.order.at_name("items"), "единственный подпункт", "запишите поручение одним пунктом"
            )


@rule("P146", Severity.WARNING)
def order_twice(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Одно поручение дано дважды.

    Те же исполнители и тот же текст: в реестре появятся два одинаковых поручения.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт}, {to: college, text: направить отчёт}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт}, {to: college, text: провести опрос}]
    """
    seen: dict[object, Span] = {}
    for given in tasks(document.record):
        if not given.order.text:
            continue
        span = given.order.at("text")
        first = seen.setdefault((_circumstances(given), _plain(given.order)), span)
        if first is not span:
            yield Finding(
                span, "такое поручение уже дано", "уберите одно из двух", (Related(first, "первый раз"),)
            )


@rule("P147", Severity.INFO)
def orders_alike(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Два поручения почти одинаковы.

    Тем же исполнителям дано почти то же самое; возможно, это одно поручение или в копии забыли что-то заменить.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions:
              - {to: college, text: направить отчёт об итогах приёма студентов на места за счёт бюджета}
              - {to: college, text: направить отчет об итогах приёма студентов на места за счет бюджета.}
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions:
              - {to: college, text: направить отчёт об итогах приёма студентов на места за счёт бюджета}
              - {to: college, text: провести опрос студентов}
    """
    earlier: dict[object, list[tuple[_Words, Order]]] = {}
    for given in tasks(document.record):
        if not given.order.text:
            continue
        words, others = _Words(_plain(given.order)), earlier.setdefault(_circumstances(given), [])
        first = next((order for other, order in others if words.near(other)), None)
        if first is not None:
            related = (Related(first.at("text"), "похожее поручение"),)
            message = "почти такое же поручение уже дано"
            yield Finding(given.order.at("text"), message, "сравните их", related)
        others.append((words, given.order))


def _circumstances(given: Given) -> tuple[object, ...]:
    """Orders that differ in these differ, however alike their words."""
    return (frozenset(given.to), frozenset(given.jointly), frozenset(given.order.cites))


def _plain(order: Order) -> str:
    return " ".join((order.text or "").lower().split()).rstrip(" .;")


@dataclass(frozen=True)
class _Words:
    """The words of an order for comparing."""

    text: str

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Neighbouring words."""
        return frozenset(pairwise(self.text.replace("ё", "е").split()))

    def near(self, other: "_Words") -> bool:
        """Nearly but not quite equal; copies share their pairs of words, which is quick to see."""
        if self == other or len(self.pairs & other.pairs) * 3 < len(self.pairs | other.pairs):
            return False
        matcher = difflib.SequenceMatcher(None, self.text, other.text, autojunk=False)
        return matcher.real_quick_ratio() > NEAR and matcher.quick_ratio() > NEAR and matcher.ratio() > NEAR
