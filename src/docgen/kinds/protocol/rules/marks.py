"""What stands around the text: annexes, executor, control, approvals (P60x)."""

import re
from collections.abc import Iterator

from docgen.corpus import Corpus, Document, Stage
from docgen.diagnostics import Finding, Findings, Related, Severity, Span, rule
from docgen.kinds.protocol.record import Protocol
from docgen.kinds.protocol.rules.walk import called, found, orders, shown
from docgen.model.book import Book

_MENTION = re.compile(r"\(?\b(?:приложени[ея]м?и?|прилагается|прилагаются)\b", re.IGNORECASE)


@rule("P601", Severity.WARNING)
def annex_without_sheets(document: Document[Protocol], corpus: Corpus) -> Findings:
    """У приложения не указано число листов.

    Отметка о приложении называет листы и экземпляры: «на 2 л. в 1 экз.»; у электронного – имя файла
    (ГОСТ Р 7.0.97, отметка о приложении).

    Плохо:
        annexes: [{title: смета расходов}]
    Хорошо:
        annexes: [{title: смета расходов, sheets: 2}]
    """
    for annex in document.record.annexes:
        if annex.sheets is None and not annex.file:
            yield Finding(
                annex.at("title"), "не указано число листов приложения", "добавьте sheets: 2 или file:"
            )


@rule("P602")
def annex_missing(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Решение ссылается на приложение, которого нет.

    В тексте сказано «(приложение)», а списка приложений у протокола нет: исполнитель его не получит.

    Плохо:
        agenda:
          - topic: о смете расходов
            decisions: [{text: утвердить смету расходов (приложение)}]
    Хорошо:
        agenda:
          - topic: о смете расходов
            decisions: [{text: утвердить смету расходов (приложение)}]
        annexes: [{title: смета расходов, sheets: 2}]
    """
    protocol = document.record
    if not protocol.annexes:
        for span in _mentions(protocol):
            yield Finding(span, "в протоколе нет приложений", "добавьте annexes: [{title: …, sheets: …}]")


def _mentions(protocol: Protocol) -> Iterator[Span]:
    for given in orders(protocol):
        scalar = given.order.scalar("text")
        for match in re.finditer(r"\([^()]*приложени[ея][^()]*\)", scalar or "", re.IGNORECASE):
            if scalar is not None:
                yield scalar.part(*match.span())


@rule("P603", Severity.INFO)
def annex_not_mentioned(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Приложения есть, но в тексте на них нет ссылки.

    Приложение вводят в действие словами в решении: «(приложение)», «прилагается».

    Плохо:
        annexes: [{title: смета расходов, sheets: 2}]
    Хорошо:
        agenda:
          - topic: о смете расходов
            decisions: [{text: утвердить смету расходов (приложение)}]
        annexes: [{title: смета расходов, sheets: 2}]
    """
    protocol = document.record
    if protocol.annexes and not any(_MENTION.search(given.order.text or "") for given in orders(protocol)):
        span = protocol.at_name("annexes")
        yield Finding(span, "в решениях нет ссылки на приложения", "добавьте «(приложение)» в текст решения")


@rule("P604", Severity.INFO)
def no_executor(document: Document[Protocol], corpus: Corpus) -> Findings:
    """У протокола, готового на подпись, нет исполнителя.

    Отметка об исполнителе (имя и телефон внизу последнего листа) говорит, к кому обращаться с вопросами.

    Плохо:
        stage: to_sign
    Хорошо:
        stage: to_sign
        executor: ivanova
    """
    protocol = document.record
    if document.stage is Stage.TO_SIGN and protocol.executor is None:
        yield Finding(
            protocol.at("stage"), "нет отметки об исполнителе", "добавьте executor: ключ из people.yaml"
        )


@rule("P605", Severity.WARNING)
def executor_without_phone(document: Document[Protocol], corpus: Corpus) -> Findings:
    """У исполнителя нет телефона.

    Отметка об исполнителе – это имя и номер телефона (ГОСТ Р 7.0.97, отметка об исполнителе).

    Плохо:
        executor: sidorov
    Хорошо:
        executor: ivanova
    """
    protocol = document.record
    executor = found(Book.of(corpus).person, protocol.executor)
    if executor is not None and not executor.phone:
        hint = f"добавьте phone: в запись «{executor.name}»"
        yield Finding(protocol.at("executor"), "у исполнителя нет телефона", hint)


@rule("P606", Severity.INFO)
def no_control(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Контроль за исполнением ни на кого не возложен.

    У протокола со сроками, готового на подпись, обычно есть пункт «Контроль за исполнением … возложить на …».

    Плохо:
        stage: to_sign
    Хорошо:
        stage: to_sign
        control: {person: petrov}
    """
    protocol = document.record
    if document.stage is not Stage.TO_SIGN or protocol.control is not None:
        return
    given = list(orders(protocol))
    if any(one.order.deadline for one in given) and not any(one.order.control for one in given):
        yield Finding(
            protocol.at("stage"), "контроль ни на кого не возложен", "добавьте control: {person: ключ}"
        )


@rule("P607", Severity.WARNING)
def not_approved(document: Document[Protocol], corpus: Corpus) -> Findings:
    """На подпись идёт несогласованный протокол.

    В листе согласования есть строка без даты или с замечанием: согласующий ещё не согласовал.

    Плохо:
        stage: to_sign
        approvals: [{person: ivanova}]
    Хорошо:
        stage: to_sign
        approvals: [{person: ivanova, date: 2026-03-13}]
    """
    if document.stage is not Stage.TO_SIGN:
        return
    for approval in document.record.approvals:
        if approval.date is None:
            yield Finding(approval.at("person"), "нет даты согласования", "добавьте date: день согласования")
        elif approval.remark:
            yield Finding(
                approval.at("remark"), "согласовано с замечанием", "снимите замечание до подписания"
            )


@rule("P608", Severity.WARNING)
def approved_too_early(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Согласовано раньше, чем было совещание.

    Протокол согласуют после совещания; более ранняя дата – опечатка или след прошлого протокола.

    Плохо:
        date: 2026-03-12
        approvals: [{person: ivanova, date: 2026-03-10}]
    Хорошо:
        date: 2026-03-12
        approvals: [{person: ivanova, date: 2026-03-13}]
    """
    protocol = document.record
    for approval in protocol.approvals:
        if approval.date is not None and protocol.date is not None and approval.date < protocol.date:
            related = (Related(protocol.at("date"), "дата совещания"),)
            yield Finding(approval.at("date"), "согласовано раньше совещания", "проверьте дату", related)


@rule("P609", Severity.WARNING)
def approver_twice(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Согласующий назван дважды.

    Одна виза – одна строка листа согласования.

    Плохо:
        approvals: [{person: ivanova}, {person: ivanova}]
    Хорошо:
        approvals: [{person: ivanova}, {person: sidorov}]
    """
    book = Book.of(corpus)
    seen: set[str] = set()
    for approval in document.record.approvals:
        person = found(book.person, approval.person)
        if person is None:
            continue
        if called(person) in seen:
            yield Finding(approval.at("person"), f"согласует дважды: {shown(person)}", "уберите повтор")
        seen.add(called(person))
