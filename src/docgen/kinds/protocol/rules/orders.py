"""What an order must say: to whom, what, in which words (P12x)."""

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.kinds.protocol.record import Protocol
from docgen.kinds.protocol.rules.walk import Given, found, lacking, orders, tasks
from docgen.kinds.protocol.rules.wording import (
    decides,
    ends_with_period,
    same_word,
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
        if text and not given.order.note and not starts_with_infinitive(text) and not _repeats(given, book):
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
        if _repeats(given, book):
            yield Finding(
                given.order.at("text"), "текст повторяет исполнителя", "оставьте исполнителя только в to:"
            )


def _repeats(given: Given, book: Book) -> bool:
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
