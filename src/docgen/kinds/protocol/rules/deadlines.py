"""Deadlines that cannot be right (P10x)."""

import re
from collections.abc import Iterator

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.kinds.protocol.record import Protocol
from docgen.kinds.protocol.rules.due import Due, dues
from docgen.kinds.protocol.rules.walk import Given, orders, tasks
from docgen.kinds.protocol.rules.wording import DEADLINE_IN_TEXT, decides
from docgen.language.dates.day import written
from docgen.model.deadlines.deadline import Deadline, Trouble


@rule("P101", Severity.WARNING)
def no_deadline(document: Document[Protocol], corpus: Corpus) -> Findings:
    """У поручения нет срока.

    Поручение без срока исполняется в течение месяца со дня подписания (правила делопроизводства), но поставить его
    на контроль нельзя. Решениям «утвердить», «одобрить», «принять» срок не нужен; бессрочное поручение записывают
    «постоянно».

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт в министерство}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт в министерство, deadline: до 31 марта 2026 г.}]
    """
    for given in tasks(document.record):
        text = given.order.text
        if text and not given.within_deadline and not decides(text) and DEADLINE_IN_TEXT.search(text) is None:
            span = given.order.at("text")
            yield Finding(span, "у поручения нет срока", "добавьте deadline: до … или «постоянно»")


@rule("P102")
def deadline_without_year(document: Document[Protocol], corpus: Corpus) -> Findings:
    """В сроке нет года.

    «До 1 октября» читают по-разному, если поручение дано осенью или исполняется в следующем году. Протокол хранят
    годами; год пишется всегда.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт, deadline: до 1 октября}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт, deadline: до 1 октября 2026 г.}]
    """
    for given, deadline in _deadlines(document.record):
        if deadline.lacks_year:
            year = f" {document.record.date.year} г." if document.record.date else " … г."
            span = given.order.at("deadline")
            yield Finding(span, "в сроке не указан год", f"например: {deadline.canonical}{year}")


def _deadlines(protocol: Protocol) -> Iterator[tuple[Given, Deadline]]:
    for given in orders(protocol):
        if given.order.deadline is not None:
            yield given, given.order.deadline


_NAMED_SOURCE = re.compile(
    "план|график|приказ|регламент|договор|соглашен|законодат|програм|паспорт|циклограм|карт|№"
)


@rule("P103")
def deadline_set_nowhere(document: Document[Protocol], corpus: Corpus) -> Findings:
    """«В установленные сроки» – а какими документами, не сказано.

    Исполнение такого поручения нельзя проверить: срок должен быть виден из документов, на которые ссылается
    поручение (cites), или назван числом.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: исполнить поручения, deadline: в установленные сроки}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: "исполнить поручения {cites}", cites: p-7, deadline: в установленные сроки}]
    """
    for given, deadline in _deadlines(document.record):
        cites = given.order.cites or (given.parent.order.cites if given.parent is not None else ())
        if deadline.kind != "inherited" or cites or deadline.references:
            continue
        if not _NAMED_SOURCE.search(f"{deadline.canonical} {given.order.text or ''}".lower()):
            span, message = given.order.at("deadline"), "не сказано, какими документами установлены сроки"
            yield Finding(span, message, "назовите документы в cites: или напишите срок числом")


@rule("P104")
def deadline_before_meeting(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Срок поручения раньше даты совещания.

    Поручение нельзя исполнить до того, как его дали.

    Плохо:
        date: 2026-03-12
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт, deadline: до 2 марта 2026 г.}]
    Хорошо:
        date: 2026-03-12
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт, deadline: до 1 апреля 2026 г.}]
    """
    meeting = (Related(document.record.at("date"), "дата совещания"),)
    for due in dues(document.record):
        ended = due.day is None and any(trouble is Trouble.PAST for trouble, _ in due.resolution.problems)
        if ended or (due.day is not None and due.day < due.meeting):
            yield Finding(due.span, "срок раньше даты совещания", "сдвиньте срок или проверьте дату", meeting)


@rule("P105", Severity.WARNING)
def deadline_far_away(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Срок позже совещания больше чем на три года.

    Так далеко поручения не дают; чаще это опечатка в годе.

    Плохо:
        date: 2026-03-12
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт, deadline: до 31 марта 2062 г.}]
    Хорошо:
        date: 2026-03-12
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт, deadline: до 31 марта 2026 г.}]
    """
    for due in dues(document.record):
        if due.day is not None and due.day.year > due.meeting.year + 3:
            yield Finding(due.span, f"срок – {due.day.year} год, больше чем через три года", "проверьте год")


@rule("P106")
def part_later_than_whole(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Срок подпункта позже срока всего пункта.

    Пункт исполнен, когда исполнены все подпункты; подпункт не может кончаться позже него.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions:
              - to: college
                deadline: до 20 марта 2026 г.
                items:
                  - {text: собрать данные, deadline: до 31 марта 2026 г.}
                  - {text: направить отчёт}
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions:
              - to: college
                deadline: до 31 марта 2026 г.
                items:
                  - {text: собрать данные, deadline: до 20 марта 2026 г.}
                  - {text: направить отчёт}
    """
    whole: dict[int, Due] = {}
    for due in dues(document.record):
        whole[id(due.given.order)] = due
        above = whole.get(id(due.given.parent.order)) if due.given.parent is not None else None
        if above is None or due.day is None or above.day is None or due.day <= above.day:
            continue
        related = (Related(above.span, "срок пункта"),)
        message = f"срок подпункта позже срока пункта ({written(above.day)})"
        yield Finding(due.span, message, "сдвиньте один из сроков", related)
