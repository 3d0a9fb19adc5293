"""The items of the agenda: what must be written of each (P40x; the words of a topic are in ``topics``)."""

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.kinds.protocol.record import AgendaItem, Form, Protocol
from docgen.kinds.protocol.rules.walk import lacking


@rule("P401", Severity.GAP)
def no_topic(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Не указано, о чём вопрос повестки.

    Тема печатается заголовком вопроса и после слов «Заслушав выступление …». Вступительному слову (opening: true)
    тема не нужна.

    Плохо:
        agenda:
          - speakers: ivanova
    Хорошо:
        agenda:
          - topic: об итогах приёма
            speakers: ivanova
    """
    for item in document.record.agenda:
        if item.topic is None and item.heading is None and not item.opening:
            yield Finding(lacking(item, "topic"), "не указано, о чём вопрос", "добавьте topic: об итогах …")


@rule("P402", Severity.GAP)
def no_speakers(document: Document[Protocol], corpus: Corpus) -> Findings:
    """У вопроса повестки нет докладчика.

    Докладчик печатается в скобках после заголовка и после слов «Заслушав выступление …».

    Плохо:
        agenda:
          - topic: об итогах приёма
    Хорошо:
        agenda:
          - topic: об итогах приёма
            speakers: ivanova
    """
    for item in document.record.agenda:
        if not item.speakers and not any(order.note for order in item.decisions):
            yield Finding(lacking(item, "speakers"), "у вопроса нет докладчика", "добавьте speakers: ключ")


@rule("P403", Severity.GAP)
def no_decisions(document: Document[Protocol], corpus: Corpus) -> Findings:
    """По вопросу повестки нет решения.

    Каждый вопрос кончается решением, хотя бы «принять информацию к сведению» (note: true).

    Плохо:
        agenda:
          - topic: об итогах приёма
            speakers: ivanova
    Хорошо:
        agenda:
          - topic: об итогах приёма
            speakers: ivanova
            decisions: [{note: true}]
    """
    for item in document.record.agenda:
        if not item.decisions:
            span = lacking(item, "decisions")
            yield Finding(span, "по вопросу нет решения", "добавьте decisions: – хотя бы note: true")


@rule("P407")
def topic_lost(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Написанное о вопросе не будет напечатано.

    У вступительного слова (opening: true) заголовок выводится из должности докладчика, и тема (topic) пропадёт;
    пояснение (aside) печатается только вместе с темой.

    Плохо:
        agenda:
          - opening: true
            topic: об открытии совещания
            speakers: ivanova
    Хорошо:
        agenda:
          - topic: об открытии совещания
            speakers: ivanova
    """
    for item in document.record.agenda:
        if item.opening and item.topic is not None:
            yield Finding(
                item.at("topic"), "тема вступительного слова не печатается", "уберите topic или opening"
            )
        if item.aside is not None and (item.opening or item.topic is None):
            yield Finding(
                item.at("aside"), "пояснение без темы не печатается", "добавьте topic или уберите aside"
            )


@rule("P408", Severity.INFO)
def course_in_brief_form(document: Document[Protocol], corpus: Corpus) -> Findings:
    """В краткой форме записан ход обсуждения.

    Краткий протокол (form: brief) записывает только докладчиков и решения; выступления и вопросы всё же напечатаются.
    Если они нужны, возьмите полную форму.

    Плохо:
        agenda:
          - topic: об итогах приёма
            speakers: ivanova
            discussed: [{person: sidorov, text: поддержал предложение}]
    Хорошо:
        form: full
        agenda:
          - topic: об итогах приёма
            speakers: ivanova
            discussed: [{person: sidorov, text: поддержал предложение}]
    """
    protocol = document.record
    if protocol.form is Form.FULL:
        return
    for item in protocol.agenda:
        for key in ("discussed", "questions"):
            if getattr(item, key):
                message = "в краткой форме записан ход обсуждения"
                yield Finding(item.at_name(key), message, "если он нужен, укажите form: full")


@rule("P409", Severity.WARNING)
def topic_twice(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Два вопроса с одной темой.

    Повторённый вопрос – обычно след копирования: тему забыли заменить.

    Плохо:
        agenda:
          - topic: об итогах приёма
            speakers: ivanova
          - topic: об итогах приёма
            speakers: sidorov
    Хорошо:
        agenda:
          - topic: об итогах приёма
            speakers: ivanova
          - topic: о ходе ремонта
            speakers: sidorov
    """
    seen: dict[str, AgendaItem] = {}
    for item in document.record.agenda:
        key = " ".join((item.topic or "").lower().split())
        first = seen.setdefault(key, item)
        if key and first is not item:
            related = Related(first.at("topic"), "первый раз")
            yield Finding(item.at("topic"), "такая тема уже есть в повестке", "замените тему", (related,))


@rule("P410", Severity.INFO)
def opening_not_first(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Вступительное слово стоит не первым.

    Вступительным словом совещание открывают; посреди повестки это обычно след перестановки.

    Плохо:
        agenda:
          - topic: об итогах приёма
            speakers: ivanova
          - opening: true
            speakers: petrov
    Хорошо:
        agenda:
          - opening: true
            speakers: petrov
          - topic: об итогах приёма
            speakers: ivanova
    """
    for item in document.record.agenda[1:]:
        if item.opening:
            yield Finding(
                item.at("opening"), "вступительное слово стоит не первым", "поставьте вопрос первым"
            )
