"""How the title, the dates and the number of a protocol are written (P22x)."""

import re

from docgen.corpus import Corpus, Document, Stage
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.kinds.protocol.record import Protocol
from docgen.kinds.protocol.rules.walk import lacking
from docgen.kinds.protocol.rules.wording import ends_with_period, starts_with_capital
from docgen.language.dates.day import weekday, written
from docgen.model.calendar import CalendarMissing, production_calendar

_GENITIVE = {
    "совещание": "совещания",
    "заседание": "заседания",
    "собрание": "собрания",
    "встреча": "встречи",
    "конференция": "конференции",
    "семинар": "семинара",
    "сессия": "сессии",
    "слушания": "слушаний",
    "коллегия": "коллегии",
    "обсуждение": "обсуждения",
    "видеоконференция": "видеоконференции",
    "видеосовещание": "видеосовещания",
    "съезд": "съезда",
    "рабочее": "рабочего",
    "рабочая": "рабочей",
    "очередное": "очередного",
    "внеочередное": "внеочередного",
    "расширенное": "расширенного",
    "общее": "общего",
    "итоговое": "итогового",
    "установочное": "установочного",
    "стратегическая": "стратегической",
}


@rule("P221", Severity.WARNING)
def title_not_genitive(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Заголовок не отвечает на вопрос «протокол чего?».

    Заголовок продолжает слово «ПРОТОКОЛ», которое печатает шаблон: родительный падеж, со строчной буквы, без
    самого слова «протокол» (ГОСТ Р 7.0.97, реквизит «заголовок к тексту»).

    Плохо:
        title: Совещание с директорами колледжей
    Хорошо:
        title: совещания с директорами колледжей
    """
    protocol = document.record
    words = (protocol.title or "").split()
    if not words:
        return
    if words[0].lower() == "протокол":
        words = words[1:] or [""]
    small = words[0].lower() if starts_with_capital(words[0]) else words[0]
    good = " ".join([_GENITIVE.get(small, small), *words[1:]])
    if good != " ".join((protocol.title or "").split()):
        message = "заголовок не отвечает на вопрос «протокол чего?» со строчной буквы"
        yield Finding(protocol.at("title"), message, f"напишите: {_short(good)}")


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60].rsplit(' ', 1)[0]} …"


@rule("P222", Severity.WARNING)
def title_with_period(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Заголовок кончается точкой.

    После заголовка документа точка не ставится. Точка сокращения («гг.», «др.») остаётся.

    Плохо:
        title: совещания с директорами колледжей.
    Хорошо:
        title: совещания с директорами колледжей в 2025 и 2026 гг.
    """
    protocol = document.record
    if protocol.title is not None and ends_with_period(protocol.title):
        scalar = protocol.scalar("title")
        last = len(protocol.title.rstrip())
        span = scalar.part(last - 1, last) if scalar is not None else protocol.at("title")
        yield Finding(span, "точка в конце заголовка", "уберите точку")


@rule("P223", Severity.WARNING)
def date_on_day_off(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Дата совещания – выходной или праздничный день.

    Совещания редко проводят в выходной; чаще это опечатка в числе или месяце. Сверяется с производственным
    календарём.

    Плохо:
        date: 2026-03-08
    Хорошо:
        date: 2026-03-12
    """
    protocol = document.record
    for name, day in (("date", protocol.date), ("until", protocol.until)):
        try:
            off = day is not None and not production_calendar().is_working(day)
        except CalendarMissing:
            continue
        if off and day is not None:
            message = f"{written(day)} – нерабочий день ({weekday(day)})"
            yield Finding(protocol.at(name), message, "проверьте дату совещания")


@rule("P224")
def until_before_date(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Последний день совещания раньше первого.

    until – последний день совещания, которое шло несколько дней; он позже даты date.

    Плохо:
        date: 2026-03-12
        until: 2026-03-11
    Хорошо:
        date: 2026-03-12
        until: 2026-03-13
    """
    protocol = document.record
    if protocol.date is not None and protocol.until is not None and protocol.until < protocol.date:
        first = Related(protocol.at("date"), "первый день")
        yield Finding(
            protocol.at("until"), "последний день раньше первого", "поменяйте дни местами", (first,)
        )


@rule("P225")
def no_number_when_signed(document: Document[Protocol], corpus: Corpus) -> Findings:
    """У подписанного протокола нет номера.

    Номер даёт регистрация; у подписанного документа он уже есть, и по нему на протокол будут ссылаться.

    Плохо:
        stage: signed
        number:
    Хорошо:
        stage: signed
        number: Д05-125/05пр
    """
    protocol = document.record
    if document.stage is Stage.SIGNED and protocol.number is None:
        span = lacking(protocol, "number") if protocol.has("number") else protocol.at("stage")
        yield Finding(span, "подписанный протокол без номера", "впишите номер, который дала регистрация")


@rule("P226", Severity.INFO)
def number_in_draft(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Номер указан, хотя протокол ещё не зарегистрирован.

    Номер протоколу даёт регистрация после подписания; номер в черновике часто остаётся от прошлого протокола.
    Коллегиальные органы нумеруют заседания сами, у них номер известен заранее.

    Плохо:
        stage: draft
        number: Д05-125/05пр
    Хорошо:
        stage: draft
        number:
    """
    protocol = document.record
    if document.stage is Stage.DRAFT and protocol.number is not None and not protocol.collegial:
        yield Finding(
            protocol.at("number"), "номер указан до регистрации", "проверьте, не остался ли он от прошлого"
        )


@rule("P227")
def number_with_sign(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Номер записан со знаком «№».

    Знак «№» печатает шаблон; вместе с записанным он напечатался бы дважды.

    Плохо:
        number: № Д05-125/05пр
        stage: to_sign
    Хорошо:
        number: Д05-125/05пр
        stage: to_sign
    """
    protocol = document.record
    match = re.match(r"\s*(?:№|N\b|No\b)\s*", protocol.number or "")
    if match is not None:
        good = (protocol.number or "")[match.end() :]
        yield Finding(protocol.at("number"), "знак «№» записан в номере", f"напишите: {good}")


@rule("P228")
def anchors_alike(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Метки для штампов пусты или совпадают.

    Система документооборота ставит штамп регистрации и отметку об электронной подписи на место меток; по пустой
    или повторённой метке место не определить.

    Плохо:
        anchors: {registration: мшэп, esign: мшэп}
    Хорошо:
        anchors: {registration: МШРГ-4, esign: мшэп}
    """
    anchors = document.record.anchors
    for key in ("registration", "esign"):
        if not getattr(anchors, key).strip():
            yield Finding(anchors.at(key), "метка для штампа пуста", "впишите метку или уберите ключ")
    if anchors.registration.strip() and anchors.registration == anchors.esign:
        yield Finding(anchors.at("esign"), "метки для двух штампов одинаковы", "например: МШРГ-4 и мшэп")
