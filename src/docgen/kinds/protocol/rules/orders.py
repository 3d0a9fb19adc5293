"""What an order must say: to whom, what, in which words (P121–P125)."""

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.kinds.protocol.record import Protocol
from docgen.kinds.protocol.rules.addressees import repeats_addressee
from docgen.kinds.protocol.rules.walk import lacking, orders, tasks
from docgen.kinds.protocol.rules.wording import (
    decides,
    ends_with_period,
    starts_with_capital,
    starts_with_infinitive,
)
from docgen.model.book import Book


@rule("P121", Severity.GAP)
def no_text(document: Document[Protocol], corpus: Corpus) -> Findings:
    """В поручении не сказано, что сделать.

    На месте текста в черновике печатается «⟦что сделать⟧». Пункту с подпунктами текст не нужен, решению note: true –
    тоже.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, deadline: до 31 марта 2026 г.}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт, deadline: до 31 марта 2026 г.}]
    """
    for given in tasks(document.record):
        if not given.order.text:
            span = lacking(given.order, "text")
            yield Finding(span, "не сказано, что сделать", "добавьте text: направить …")


@rule("P122", Severity.WARNING)
def no_addressee(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Не сказано, кому дано поручение.

    Поручение без исполнителя никто не исполнит и никто за него не ответит. Подпункты наследуют исполнителя пункта;
    решениям «утвердить», «одобрить», «принять» исполнитель не нужен.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{text: направить отчёт, deadline: до 31 марта 2026 г.}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт, deadline: до 31 марта 2026 г.}]
    """
    for given in tasks(document.record):
        if not given.to and given.order.text and not decides(given.order.text):
            yield Finding(
                given.order.at("text"), "не сказано, кому поручено", "добавьте to: ключ или название"
            )


@rule("P123", Severity.WARNING)
def no_infinitive(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Поручение не начинается с того, что сделать.

    Поручение пишут неопределённой формой глагола: «направить», «обеспечить», «не допускать». Перед глаголом могут
    стоять слова вроде «при необходимости» или «в срок до …».

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направление отчёта, deadline: до 31 марта 2026 г.}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт, deadline: до 31 марта 2026 г.}]
    """
    book = Book.of(corpus)
    for given in orders(document.record):
        text = given.order.text
        if (
            text
            and not given.order.note
            and not starts_with_infinitive(text)
            and not repeats_addressee(given, book)
        ):
            message = "поручение не начинается с глагола в неопределённой форме"
            yield Finding(given.order.at("text"), message, "напишите, что сделать: направить, обеспечить …")


@rule("P124", Severity.WARNING)
def text_with_capital(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Текст поручения начинается с прописной буквы.

    Текст печатается после исполнителя, поэтому пишется со строчной; где предложение начинается с него, прописную
    поставит docgen.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: Направить отчёт, deadline: до 31 марта 2026 г.}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт, deadline: до 31 марта 2026 г.}]
    """
    for given in orders(document.record):
        text, scalar = given.order.text, given.order.scalar("text")
        if text is not None and scalar is not None and starts_with_capital(text):
            good = f"{text[:1].lower()}{text.split()[0][1:]}"
            yield Finding(scalar.part(0, 1), "текст поручения – с прописной буквы", f"напишите: {good} …")


@rule("P125", Severity.WARNING)
def text_with_end_sign(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Текст поручения кончается точкой или точкой с запятой.

    Знак в конце ставит docgen: точку – после поручения, двоеточие – перед подпунктами. Точка с запятой осталась бы в
    документе.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт;, deadline: до 31 марта 2026 г.}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт, deadline: до 31 марта 2026 г.}]
    """
    for given in orders(document.record):
        text, scalar = (given.order.text or "").rstrip(), given.order.scalar("text")
        if scalar is not None and (text.endswith((";", ",", ":")) or ends_with_period(text)):
            span = scalar.part(len(text) - 1, len(text))
            yield Finding(
                span, f"лишний знак «{text[-1]}» в конце поручения", "уберите знак: его поставит docgen"
            )
