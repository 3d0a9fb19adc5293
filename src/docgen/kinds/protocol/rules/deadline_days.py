"""Deadlines that deserve a second look: days off, haste, hours, intervals (P11x)."""

import re
from dataclasses import replace

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.kinds.protocol.record import Protocol
from docgen.kinds.protocol.rules.due import Due, dues
from docgen.kinds.protocol.rules.walk import Given, found, orders
from docgen.kinds.protocol.rules.wording import DEADLINE_IN_TEXT
from docgen.language.dates.day import weekday, written
from docgen.language.deadlines.parsing import At, By, During
from docgen.language.numbers.numerals import agree
from docgen.model.book import Book
from docgen.model.calendar import CalendarMissing, production_calendar
from docgen.model.deadlines.deadline import Trouble

SHORTEST = 3
"""Working days that an order needs at the least."""


@rule("P111", Severity.WARNING)
def deadline_on_day_off(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Срок приходится на нерабочий день.

    Срок, выпавший на нерабочий день, у поручений истекает в предшествующий рабочий день (правила делопроизводства);
    лучше сразу назвать его. Сверяется с производственным календарём.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт, deadline: до 29 марта 2026 г.}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт, deadline: до 27 марта 2026 г.}]
    """
    for due in dues(document.record):
        phrase, off = due.deadline.phrase, due.resolution.moved_from
        if off is None or due.deadline.adjust is not None or not isinstance(phrase, At | By | During):
            continue
        if due.deadline.kind == "period":
            continue
        message = f"{written(off)} – нерабочий день ({weekday(off)})"
        yield Finding(due.span, message, _working_day(due))


def _working_day(due: Due) -> str:
    if due.resolution.due is None:
        return "назовите рабочий день"
    target = due.resolution.due.date()
    phrase = due.deadline.phrase
    if isinstance(phrase, At | By):
        return f"напишите: {replace(phrase, day=target).canonical}"
    return f"предшествующий рабочий день – {written(target)}"


@rule("P112", Severity.WARNING)
def deadline_too_short(document: Document[Protocol], corpus: Corpus) -> Findings:
    """На исполнение остаётся меньше трёх рабочих дней.

    Протокол оформляют до трёх дней после совещания, затем его надо подписать и разослать: исполнитель получит
    поручение, когда срок почти истёк.

    Плохо:
        date: 2026-03-12
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт, deadline: до 13 марта 2026 г.}]
    Хорошо:
        date: 2026-03-12
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт, deadline: до 20 марта 2026 г.}]
    """
    for due in dues(document.record):
        left = _working_days(due)
        if left is not None and left < SHORTEST:
            days = agree(left, ("рабочий день", "рабочих дня", "рабочих дней"))
            message = f"на исполнение остаётся {left} {days}"
            yield Finding(due.span, message, f"дайте хотя бы {SHORTEST} рабочих дня")


def _working_days(due: Due) -> int | None:
    """Working days from the meeting to the day written; ``None`` where that says nothing."""
    if due.deadline.kind not in ("date", "instant") or due.day is None or due.day < due.meeting:
        return None
    try:
        return production_calendar().working_days_between(due.meeting, due.day)
    except CalendarMissing:
        return None


_REGIONAL = re.compile(r"субъект\w* Российской Федерации|регион|федеральн\w+ округ", re.IGNORECASE)


@rule("P113", Severity.WARNING)
def hour_without_zone(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Поручение регионам со временем, но без часового пояса.

    «До 12:00» в Калининграде и на Камчатке – разные минуты. В поручении регионам пишут «(мск)» или «по местному
    времени».

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: regions, text: направить отчёт, deadline: "до 12:00 20 марта 2026 г."}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: regions, text: направить отчёт, deadline: "до 12:00 (мск) 20 марта 2026 г."}]
    """
    book = Book.of(corpus)
    for given in orders(document.record):
        deadline = given.order.deadline
        phrase = deadline.phrase if deadline is not None else None
        if (
            not isinstance(phrase, At | During)
            or phrase.hour is None
            or phrase.zone
            or not _regional(given, book)
        ):
            continue
        span, good = given.order.at("deadline"), replace(phrase, zone="msk").canonical
        yield Finding(span, "время без часового пояса в поручении регионам", f"напишите: {good}")


def _regional(given: Given, book: Book) -> bool:
    for ref in (*given.to, *given.jointly):
        who = found(book.addressee, ref)
        if who is not None and _REGIONAL.search(who.name or ""):
            return True
    return False


@rule("P114", Severity.WARNING)
def deadline_in_text(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Срок записан внутри текста поручения.

    Срок из текста не попадёт ни в реестр поручений, ни под проверку; он печатается отдельной строкой из поля
    deadline.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт. Срок – до 31 марта 2026 г.}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт, deadline: до 31 марта 2026 г.}]
    """
    for given in orders(document.record):
        scalar = given.order.scalar("text")
        match = DEADLINE_IN_TEXT.search(scalar or "")
        if scalar is not None and match is not None:
            yield Finding(scalar.part(*match.span()), "срок записан в тексте", "перенесите его в deadline:")


@rule("P115", Severity.INFO)
def interval_as_deadline(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Срок – промежуток, а не день.

    «С 19 по 20 декабря» – время мероприятия. Исполнением считается последний день; если нужен другой, назовите его.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: провести защиту, deadline: с 24 по 25 марта 2026 г.}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: провести защиту, deadline: до 25 марта 2026 г.}]
    """
    for due in dues(document.record):
        if due.deadline.kind == "interval":
            day = f": исполнено к {written(due.day)}" if due.day is not None else ""
            yield Finding(due.span, f"срок – промежуток{day}", "если нужен другой день, назовите его: до …")


@rule("P116", Severity.INFO)
def no_calendar(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Для года срока нет производственного календаря.

    Рабочие дни этого года ещё не утверждены Правительством: выпадет ли срок на выходной, проверить нельзя.

    Плохо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт, deadline: до 31 марта 2028 г.}]
    Хорошо:
        agenda:
          - topic: об итогах приёма
            decisions: [{to: college, text: направить отчёт, deadline: до 31 марта 2026 г.}]
    """
    for due in dues(document.record):
        if any(trouble is Trouble.NO_CALENDAR for trouble, _ in due.resolution.problems):
            year = due.day.year if due.day is not None else due.meeting.year
            message = f"нет производственного календаря на {year} год"
            yield Finding(due.span, message, "проверьте день сами: он должен быть рабочим")
