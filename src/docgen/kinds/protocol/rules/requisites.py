"""What must stand at the head of a protocol: whose it is, of what, when, where, who presided (P20x)."""

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.kinds.protocol.record import Protocol
from docgen.kinds.protocol.rules.walk import found, lacking
from docgen.model.book import Book


@rule("P201", Severity.GAP)
def no_title(document: Document[Protocol], corpus: Corpus) -> Findings:
    """У протокола нет заголовка.

    Заголовок отвечает на вопрос «протокол чего?» и обязателен для каждого документа (ГОСТ Р 7.0.97-2025).
    В черновике на его месте печатается «⟦заголовок протокола⟧».

    Плохо:
        title:
    Хорошо:
        title: совещания с директорами колледжей
    """
    protocol = document.record
    if protocol.title is None:
        yield Finding(
            lacking(protocol, "title"), "у протокола нет заголовка", "добавьте title: совещания с …"
        )


@rule("P202", Severity.GAP)
def no_date(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Не указана дата совещания.

    Дата протокола – день совещания, а не день подписания. От неё отсчитываются сроки поручений.

    Плохо:
        date:
    Хорошо:
        date: 2026-03-12
    """
    protocol = document.record
    if protocol.date is None:
        yield Finding(lacking(protocol, "date"), "не указана дата совещания", "добавьте date: ГГГГ-ММ-ДД")


@rule("P203", Severity.GAP)
def no_organisation(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Не указана организация, на бланке которой печатается протокол.

    Наименование организации – обязательный реквизит; по нему же определяется место составления.

    Плохо:
        organisation:
    Хорошо:
        organisation: ministry
    """
    protocol = document.record
    if protocol.organisation is None:
        span = lacking(protocol, "organisation")
        yield Finding(span, "не указана организация", "добавьте organisation: ключ из organisations.yaml")


@rule("P204", Severity.GAP)
def no_chair(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Не указано, кто председательствовал.

    Председательствующий подписывает протокол; без него документ не имеет силы.

    Плохо:
        chair:
    Хорошо:
        chair: petrov
    """
    protocol = document.record
    if protocol.chair is None:
        span = lacking(protocol, "chair")
        yield Finding(span, "не указано, кто председательствовал", "добавьте chair: ключ из people.yaml")


@rule("P205", Severity.GAP)
def no_place(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Не указано место совещания.

    Место печатается под датой. Если ключа place нет, берётся город организации (city в organisations.yaml);
    здесь нет ни того, ни другого.

    Плохо:
        organisation: Ассоциация колледжей
    Хорошо:
        organisation: Ассоциация колледжей
        place: Тула
    """
    protocol = document.record
    organisation = found(Book.of(corpus).organisation, protocol.organisation)
    if protocol.place is None and organisation is not None and not organisation.city:
        span = lacking(protocol, "place") if protocol.has("place") else protocol.at("organisation")
        yield Finding(span, "не указано место: у организации нет города", "добавьте place: Москва")


@rule("P206", Severity.GAP)
def no_agenda(document: Document[Protocol], corpus: Corpus) -> Findings:
    """В протоколе нет ни одного вопроса повестки.

    Протокол записывает, что обсуждали и что решили; без вопросов печатать нечего.

    Плохо:
        agenda: []
    Хорошо:
        agenda:
          - topic: об итогах приёма
            speakers: ivanova
            decisions: [{note: true}]
    """
    protocol = document.record
    if not protocol.agenda:
        yield Finding(
            lacking(protocol, "agenda"), "нет ни одного вопроса повестки", "добавьте вопросы в agenda:"
        )


@rule("P207", Severity.WARNING)
def chair_without_post(document: Document[Protocol], corpus: Corpus) -> Findings:
    """У председательствующего нет должности.

    Должность печатается слева от подписи; подпись без должности не показывает, вправе ли человек подписывать
    (ГОСТ Р 7.0.97, реквизит «подпись»).

    Плохо:
        chair: Петров Иван Ильич
    Хорошо:
        chair: {name: Петров Иван Ильич, post: директор департамента}
    """
    protocol = document.record
    chair = found(Book.of(corpus).person, protocol.chair)
    if chair is not None and not chair.post and not protocol.collegial:
        hint = f"добавьте post: в запись «{chair.name}»"
        yield Finding(protocol.at("chair"), "у председательствующего нет должности", hint)


@rule("P208", Severity.GAP)
def no_secretary(document: Document[Protocol], corpus: Corpus) -> Findings:
    """У коллегиального органа не указан секретарь.

    Протокол коллегиального органа подписывают председатель и секретарь; без секретаря второй подписи не будет.

    Плохо:
        collegial: true
    Хорошо:
        collegial: true
        secretary: ivanova
    """
    protocol = document.record
    if protocol.collegial and protocol.secretary is None:
        span = lacking(protocol, "secretary") if protocol.has("secretary") else protocol.at("collegial")
        yield Finding(span, "не указан секретарь", "добавьте secretary: ключ из people.yaml")


@rule("P209", Severity.WARNING)
def chair_is_secretary(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Председательствует и ведёт протокол один человек.

    Подписи председателя и секретаря подтверждают запись независимо друг от друга; один человек подпишет дважды.

    Плохо:
        chair: petrov
        secretary: petrov
    Хорошо:
        chair: petrov
        secretary: ivanova
    """
    protocol = document.record
    if protocol.chair is not None and protocol.chair == protocol.secretary:
        yield Finding(
            protocol.at("secretary"), "секретарь и председательствующий – один человек", "назовите другого"
        )
