"""The same people in several places of a protocol (P32x)."""

from collections.abc import Iterator

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, Span, rule
from docgen.kinds.protocol.record import AgendaItem, Protocol
from docgen.kinds.protocol.rules.walk import called, found, shown
from docgen.model.book import Book
from docgen.model.people import Person
from docgen.model.references import Ref


@rule("P321", Severity.WARNING)
def speaker_not_present(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Выступивший не назван среди присутствующих.

    Кто выступал, задавал вопрос или высказал особое мнение, должен быть в числе присутствовавших или
    приглашённых; председательствующий и секретарь считаются присутствующими.

    Плохо:
        agenda:
          - topic: об итогах приёма
            speakers: Кузнецова Мария Петровна
    Хорошо:
        agenda:
          - topic: об итогах приёма
            speakers: ivanova
    """
    protocol, book = document.record, Book.of(corpus)
    if not protocol.present:
        return  # nobody is said to be present: P301
    present = {called(person) for _, person in _present(protocol, book)}
    present |= {
        called(person) for ref in (protocol.chair, protocol.secretary) if (person := found(book.person, ref))
    }
    for span, ref in _heard(protocol):
        person = found(book.person, ref)
        if person is not None and called(person) not in present:
            message = f"среди присутствующих нет: {shown(person)}"
            yield Finding(span, message, "добавьте в present: или invited:")


def _present(protocol: Protocol, book: Book) -> Iterator[tuple[Span, Person]]:
    for entry in (*protocol.present, *protocol.invited):
        for position, ref in enumerate(entry.people):
            person = found(book.person, ref)
            if person is not None:
                yield entry.at("people", position), person


def _heard(protocol: Protocol) -> Iterator[tuple[Span, Ref[Person]]]:
    for item in protocol.agenda:
        yield from ((item.at("speakers", position), ref) for position, ref in enumerate(item.speakers))
        yield from ((speech.at("person"), speech.person) for speech in (*item.discussed, *item.dissent))
        yield from ((question.at("person"), question.person) for question in item.questions)


@rule("P322")
def present_twice(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Человек назван дважды среди участников.

    Один человек не может быть и присутствующим, и приглашённым или участвовать от двух организаций; число
    участников станет неверным.

    Плохо:
        present:
          - organisation: college
            people: [ivanova, ivanova]
    Хорошо:
        present:
          - organisation: college
            people: [ivanova, sidorov]
    """
    seen: dict[str, Span] = {}
    for span, person in _present(document.record, Book.of(corpus)):
        first = seen.setdefault(called(person), span)
        if first is not span:
            message = f"дважды среди участников: {shown(person)}"
            yield Finding(span, message, "оставьте одну запись", (Related(first, "первый раз"),))


@rule("P323")
def speaker_twice(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Докладчик назван дважды в одном вопросе.

    Имя напечаталось бы дважды и в скобках после заголовка, и после «Заслушав выступления …».

    Плохо:
        agenda:
          - topic: об итогах приёма
            speakers: [ivanova, ivanova]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            speakers: [ivanova, sidorov]
    """
    book = Book.of(corpus)
    for item in document.record.agenda:
        seen: set[str] = set()
        for position, person in _speakers(item, book):
            if called(person) in seen:
                message = f"дважды среди докладчиков: {shown(person)}"
                yield Finding(item.at("speakers", position), message, "оставьте один раз")
            seen.add(called(person))


@rule("P324", Severity.WARNING)
def speaker_without_post(document: Document[Protocol], corpus: Corpus) -> Findings:
    """У докладчика нет должности.

    В краткой форме печатается «Заслушав выступление <должность> <фамилия>»; без должности непонятно, от чьего имени
    он говорил.

    Плохо:
        agenda:
          - topic: об итогах приёма
            speakers: Иванова Анна Сергеевна
    Хорошо:
        agenda:
          - topic: об итогах приёма
            speakers: ivanova
    """
    book = Book.of(corpus)
    for item in document.record.agenda:
        for position, person in _speakers(item, book):
            if not person.post:
                hint = f"добавьте post: в запись «{person.name}»"
                yield Finding(item.at("speakers", position), "у докладчика нет должности", hint)


def _speakers(item: AgendaItem, book: Book) -> Iterator[tuple[int, Person]]:
    for position, ref in enumerate(item.speakers):
        person = found(book.person, ref)
        if person is not None:
            yield position, person
