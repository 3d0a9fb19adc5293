"""Whom orders are given to (P126–P130)."""

import re
from collections.abc import Iterator

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Severity, Span, rule
from docgen.kinds.protocol.record import Protocol
from docgen.kinds.protocol.rules.walk import Given, found, orders
from docgen.kinds.protocol.rules.wording import same_word
from docgen.language.names.parts import parse_name
from docgen.model.book import Book


@rule("P126", Severity.WARNING)
def text_repeats_addressee(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Текст поручения повторяет исполнителя.

    Исполнитель печатается из поля to в дательном падеже; записанный ещё и в тексте, он повторится.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: colleges, text: профессиональным колледжам области направить отчёт, deadline: постоянно}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: colleges, text: направить отчёт, deadline: постоянно}]
    """
    book = Book.of(corpus)
    for given in orders(document.record):
        if repeats_addressee(given, book):
            yield Finding(
                given.order.at("text"), "текст повторяет исполнителя", "оставьте исполнителя только в to:"
            )


def repeats_addressee(given: Given, book: Book) -> bool:
    """Whether the words of an order start with whom it is given to."""
    text = (given.order.text or "").split()
    return bool(text) and any(_same_start(name, text) for name in _names(given, book))


def _names(given: Given, book: Book) -> list[list[str]]:
    found_names = [found(book.addressee, ref) for ref in given.to]
    return [(who.name or "").split() for who in found_names if who is not None and who.name]


def _same_start(name: list[str], text: list[str]) -> bool:
    """Whether both start with the same words whatever their case: two words, or the only one."""
    count = min(2, len(name))
    return len(text) > count and all(same_word(a, b) for a, b in zip(name[:count], text[:count], strict=True))


@rule("P127", Severity.INFO)
def several_addressees(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Поручение дано нескольким исполнителям.

    Ответственным считается первый названный; остальных лучше назвать соисполнителями (jointly), иначе за поручение
    не отвечает никто.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: [college, ministry], text: направить отчёт, deadline: до 31 марта 2026 г.}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, jointly: ministry, text: направить отчёт, deadline: до 31 марта 2026 г.}]
    """
    for given in orders(document.record):
        if len(given.order.to) > 1:
            message = f"исполнителей {len(given.order.to)}: отвечает первый"
            span = given.order.at("to", 1)
            yield Finding(span, message, "остальных назовите в jointly: или дайте каждому своё поручение")


@rule("P128", Severity.WARNING)
def helps_itself(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Исполнитель назван и соисполнителем.

    «Колледжу совместно с колледжем» – обычно след копирования.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, jointly: college, text: направить отчёт, deadline: постоянно}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, jointly: ministry, text: направить отчёт, deadline: постоянно}]
    """
    for given in orders(document.record):
        for position, ref in enumerate(given.order.jointly):
            if ref in given.to:
                span = given.order.at("jointly", position)
                yield Finding(span, "исполнитель назван и соисполнителем", "уберите его из jointly:")


_NOT_NOMINATIVE = re.compile(
    r"[а-яё-]{2,}(?:ам|ям|ами|ями|ому|ему|ству|енту|телю)\b|с(?:о|овместно)? ", re.IGNORECASE
)


@rule("P129", Severity.WARNING)
def addressee_in_case(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Исполнитель записан не в именительном падеже.

    Название исполнителя пишут в именительном падеже («руководители колледжей»): в дательный («кому») и творительный
    («совместно с кем») его поставит docgen.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: руководителям колледжей, text: направить отчёт, deadline: постоянно}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: руководители колледжей, text: направить отчёт, deadline: постоянно}]
    """
    for span, name in _written_in_place(document.record):
        if _NOT_NOMINATIVE.match(name):
            yield Finding(
                span, "исполнитель – не в именительном падеже", "напишите, кто: руководители, министерство"
            )


_INITIALS = re.compile(r"\b[А-ЯЁ]\. ?[А-ЯЁ]\.")


@rule("P130")
def person_as_group(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Имя человека записано названием исполнителя.

    Название исполнителя склоняется как группа или организация; имена склоняются по-другому и зависят от пола. Людей
    указывают в people: ключами или полным именем – они напечатаются в скобках после названия.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: директор Бондарь О.А., text: направить отчёт, deadline: постоянно}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: {name: директор, people: [ivanova]}, text: направить отчёт, deadline: постоянно}]
    """
    for span, name in _written_in_place(document.record):
        if _INITIALS.search(name) or parse_name(name).patronymic:
            yield Finding(
                span, "имя человека записано названием исполнителя", "укажите: {name: …, people: [ключ]}"
            )


def _written_in_place(protocol: Protocol) -> Iterator[tuple[Span, str]]:
    for given in orders(protocol):
        for key, refs in (("to", given.order.to), ("jointly", given.order.jointly)):
            for position, ref in enumerate(refs):
                if ref.inline is not None and ref.inline.name:
                    yield given.order.at(key, position), ref.inline.name
