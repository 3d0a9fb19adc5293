"""Documents that an order cites (P15x)."""

import re
from collections.abc import Iterator

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.kinds.protocol.record import Protocol
from docgen.kinds.protocol.rules.walk import Given, found, orders
from docgen.language.cases import Case
from docgen.language.dates.day import written
from docgen.model.book import Book
from docgen.model.cited import CitedDocument, CitedKind
from docgen.model.orders import CITATION


@rule("P151")
def cites_nowhere(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Документы названы в cites, но в тексте нет места для них.

    Ссылки на документы печатаются на месте {cites} в тексте поручения; без него они пропадут.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: исполнить поручения, cites: p-7}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: "исполнить поручения {cites}", cites: p-7}]
    """
    for given in orders(document.record):
        if given.order.cites and not given.order.note and not CITATION.search(given.order.text or ""):
            span = given.order.at_name("cites")
            yield Finding(span, "в тексте нет места для ссылок", "поставьте {cites} там, где нужны документы")


@rule("P152", Severity.GAP)
def nothing_to_cite(document: Document[Protocol], corpus: Corpus) -> Findings:
    """В тексте есть {cites}, а документы не названы.

    На месте {cites} не напечатается ничего, и предложение оборвётся.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: "исполнить поручения {cites}"}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: "исполнить поручения {cites}", cites: p-7}]
    """
    for given in orders(document.record):
        scalar = given.order.scalar("text")
        match = CITATION.search(scalar or "")
        if scalar is not None and match is not None and not given.order.cites:
            yield Finding(
                scalar.part(*match.span()), "документы для {cites} не названы", "добавьте cites: [ключи]"
            )


_BRACES = re.compile(r"\{[^{}]*\}?")
_CASES = tuple(case.value for case in Case)


@rule("P153", essential=True)
def unknown_mark(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Непонятная пометка в фигурных скобках.

    В тексте поручения понимается только {cites} и {cites:падеж}, где падеж – genitive, dative, accusative,
    instrumental или prepositional.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: "исполнить поручения {cites:genetive}", cites: p-7}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: "исполнить поручения {cites:genitive}", cites: p-7}]
    """
    for given in orders(document.record):
        scalar = given.order.scalar("text")
        for match in _BRACES.finditer(scalar or ""):
            mark = CITATION.fullmatch(match[0])
            if scalar is not None and (mark is None or (mark[1] is not None and mark[1] not in _CASES)):
                span, hint = (
                    scalar.part(*match.span()),
                    f"напишите {{cites}} или {{cites:падеж}}: {', '.join(_CASES)}",
                )
                yield Finding(span, f"непонятная пометка «{match[0]}»", hint)


@rule("P154")
def cited_later(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Документ, на который ссылаются, датирован позже совещания.

    Совещание не могло сослаться на документ, которого ещё не было: ошибка в дате совещания или документа.

    Плохо:
        date: 2026-03-12
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: "исполнить {cites:accusative}", cites: протокол от 2 апреля 2026 г. № 9}]
    Хорошо:
        date: 2026-03-12
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: "исполнить {cites:accusative}", cites: протокол от 2 марта 2026 г. № 9}]
    """
    protocol = document.record
    for given, position, cited in _citations(protocol, Book.of(corpus)):
        last = protocol.until or protocol.date
        if last is not None and cited.date > last:
            related = (Related(protocol.at("date"), "дата совещания"),)
            message = f"документ от {written(cited.date)} – позже совещания"
            yield Finding(given.order.at("cites", position), message, "проверьте дату документа", related)


def _citations(protocol: Protocol, book: Book) -> Iterator[tuple[Given, int, CitedDocument]]:
    for given in orders(protocol):
        for position, ref in enumerate(given.order.cites):
            cited = found(book.document, ref)
            if cited is not None:
                yield given, position, cited


@rule("P155", Severity.WARNING)
def number_off_pattern(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Номер протокола построен не по образцу.

    Если указан number_pattern, номера протоколов, на которые ссылается документ, сверяются с ним: так находятся
    пропущенные буквы и письма, записанные протоколами.

    Плохо:
        number_pattern: 'Д\\d\\d-\\d+/\\d\\dпр'
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: "исполнить {cites:accusative}", cites: протокол от 2 марта 2026 г. № 05-7}]
    Хорошо:
        number_pattern: 'Д\\d\\d-\\d+/\\d\\dпр'
        agenda:
          - topic: об итогах приёма
            decisions:
              - {to: college, text: "исполнить {cites:accusative}", cites: протокол от 2 марта 2026 г. № Д05-7/05пр}
    """
    protocol = document.record
    pattern = _pattern(protocol.number_pattern)
    if pattern is None:
        return
    for given, position, cited in _citations(protocol, Book.of(corpus)):
        if cited.kind is CitedKind.PROTOCOL and not pattern.fullmatch(cited.number):
            related = (Related(protocol.at("number_pattern"), "образец"),)
            message = f"номер «{cited.number}» не по образцу"
            yield Finding(
                given.order.at("cites", position), message, "проверьте номер или вид документа", related
            )


def _pattern(text: str | None) -> re.Pattern[str] | None:
    try:
        return re.compile(text) if text else None
    except re.error:
        return None


@rule("P156")
def bad_pattern(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Образец номера не читается.

    number_pattern – регулярное выражение: \\d – цифра, + – одна или больше, остальные знаки значат себя.

    Плохо:
        number_pattern: 'Д05-(\\d+'
    Хорошо:
        number_pattern: 'Д05-\\d+'
    """
    protocol = document.record
    if protocol.number_pattern and _pattern(protocol.number_pattern) is None:
        span = protocol.at("number_pattern")
        yield Finding(span, "образец номера не читается", r"например: 'Д\d\d-\d+/\d\dпр'")


@rule("P157", Severity.WARNING)
def cited_twice(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Документ назван дважды в одном поручении.

    Ссылка напечаталась бы дважды; возможно, второй раз имелся в виду другой документ.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: "исполнить поручения {cites}", cites: [p-7, p-7]}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: "исполнить поручения {cites}", cites: [p-7, p-9]}]
    """
    seen: set[tuple[int, CitedKind, object, str]] = set()
    for given, position, cited in _citations(document.record, Book.of(corpus)):
        key = (id(given.order), cited.kind, cited.date, cited.number)
        if key in seen:
            span = given.order.at("cites", position)
            yield Finding(
                span, f"документ № {cited.number} уже назван", "уберите повтор или замените документ"
            )
        seen.add(key)


@rule("P158", Severity.INFO)
def citations_out_of_order(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Документы перечислены не по датам.

    Ссылки на однородные документы перечисляют от раннего к позднему: так легче увидеть пропуск.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: "исполнить поручения {cites}", cites: [p-9, p-7]}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: "исполнить поручения {cites}", cites: [p-7, p-9]}]
    """
    previous: tuple[Given, CitedDocument] | None = None
    for given, position, cited in _citations(document.record, Book.of(corpus)):
        if previous is not None and previous[0] is given and cited.date < previous[1].date:
            message = f"документ от {written(cited.date)} стоит после более позднего"
            yield Finding(given.order.at("cites", position), message, "поставьте документы по датам")
        previous = (given, cited)
