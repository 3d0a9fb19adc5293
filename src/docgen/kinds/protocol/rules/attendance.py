"""Who was there, entry by entry (P30x)."""

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.kinds.protocol.record import Attendance, Protocol
from docgen.kinds.protocol.rules.walk import called, found, lacking, shown
from docgen.model.book import Book
from docgen.model.people import Person


@rule("P301", Severity.GAP)
def nobody_present(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Не указано, кто присутствовал.

    Список присутствовавших – обязательная часть протокола: он показывает, кому известны принятые решения.

    Плохо:
        present: []
    Хорошо:
        present:
          - organisation: college
            people: [ivanova, sidorov]
    """
    protocol = document.record
    if not protocol.present:
        yield Finding(
            lacking(protocol, "present"), "не указано, кто присутствовал", "добавьте участников в present:"
        )


@rule("P302", Severity.GAP)
def empty_entry(document: Document[Protocol], corpus: Corpus) -> Findings:
    """В записи об участниках нет ни людей, ни группы.

    Запись с одной организацией ничего не печатает: нужны имена (people) или группа (group).

    Плохо:
        present:
          - organisation: college
    Хорошо:
        present:
          - organisation: college
            people: [ivanova, sidorov]
    """
    for entry in _entries(document.record):
        if not entry.people and entry.group is None:
            yield Finding(
                entry.at(), "в записи нет ни людей, ни группы", "добавьте people: [ключи] или group:"
            )


@rule("P303")
def people_and_group(document: Document[Protocol], corpus: Corpus) -> Findings:
    """В одной записи смешаны люди организации и группа.

    Люди печатаются по организациям («от …»), группа – отдельной строкой и без организации; число count
    печатается только у группы. Смешанная запись потеряет часть написанного.

    Плохо:
        present:
          - organisation: college
            group: colleges
    Хорошо:
        present:
          - organisation: college
            people: [ivanova, sidorov]
          - group: colleges
            count: 12
    """
    for entry in _entries(document.record):
        if entry.group is not None and (entry.people or entry.organisation is not None):
            yield Finding(
                entry.at("group"), "группа записана вместе с организацией или людьми", "сделайте две записи"
            )
        elif entry.count is not None and entry.people:
            yield Finding(entry.at("count"), "число участников печатается только у группы", "уберите count")


@rule("P304", Severity.WARNING)
def not_alphabetical(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Участники организации названы не по алфавиту.

    Присутствовавших перечисляют по алфавиту фамилий (инструкции по делопроизводству, примерная форма протокола).
    Если порядок нарочно по должностям, предупреждение можно оставить.

    Плохо:
        present:
          - organisation: college
            people: [sidorov, ivanova]
    Хорошо:
        present:
          - organisation: college
            people: [ivanova, sidorov]
    """
    book = Book.of(corpus)
    for entry in _entries(document.record):
        people = [(ref, person) for ref in entry.people if (person := found(book.person, ref)) is not None]
        right = sorted(people, key=lambda one: called(one[1]))
        if right == people or len(people) != len(entry.people):
            continue
        wrong = next(n for n, (said, wanted) in enumerate(zip(people, right, strict=True)) if said != wanted)
        order = ", ".join(ref.key or shown(person) for ref, person in right)
        yield Finding(
            entry.at("people", wrong), "участники названы не по алфавиту", f"по алфавиту: [{order}]"
        )


@rule("P305", Severity.WARNING)
def organisation_twice(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Организация названа дважды.

    Участники одной организации печатаются одной строкой «от …»; вторая запись разорвёт список.

    Плохо:
        present:
          - organisation: college
            people: ivanova
          - organisation: college
            people: sidorov
    Хорошо:
        present:
          - organisation: college
            people: [ivanova, sidorov]
    """
    for entries in (document.record.present, document.record.invited):
        seen: dict[object, Attendance] = {}
        for entry in entries:
            if entry.organisation is None or not entry.people:
                continue
            first = seen.setdefault(entry.organisation, entry)
            if first is not entry:
                related = Related(first.at("organisation"), "первый раз")
                message = "организация уже названа в другой записи"
                yield Finding(entry.at("organisation"), message, "соедините записи", (related,))


@rule("P306", Severity.INFO)
def group_without_count(document: Document[Protocol], corpus: Corpus) -> Findings:
    """У группы участников не указано число человек.

    По группе без числа и без списка нельзя узнать, кто был на совещании; обычно пишут «25 чел. (список
    прилагается)».

    Плохо:
        present:
          - group: colleges
    Хорошо:
        present:
          - group: colleges
            count: 25
    """
    for entry in _entries(document.record):
        if entry.group is not None and entry.count is None:
            yield Finding(
                entry.at("group"), "не указано, сколько человек в группе", "добавьте count: число участников"
            )


@rule("P307", Severity.INFO)
def too_many_names(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Участников больше, чем печатается в протоколе.

    Если имён больше list_limit (по умолчанию 15), в протоколе останется число, а имена уйдут в приложение «Список
    участников». Так советуют инструкции по делопроизводству; если имена нужны в тексте, увеличьте list_limit.

    Плохо:
        list_limit: 1
        present:
          - organisation: college
            people: [ivanova, sidorov]
    Хорошо:
        list_limit: 20
        present:
          - organisation: college
            people: [ivanova, sidorov]
    """
    protocol = document.record
    count = sum(len(entry.people) for entry in protocol.present)
    if count > protocol.list_limit:
        message = f"участников {count}, больше {protocol.list_limit}: список уйдёт в приложение"
        yield Finding(protocol.at_name("present"), message, "если имена нужны в тексте, увеличьте list_limit")


@rule("P308", Severity.WARNING)
def other_organisation(document: Document[Protocol], corpus: Corpus) -> Findings:
    """Участник назван не от своей организации.

    В справочнике people.yaml у человека другая организация, чем в записи: либо он перешёл и справочник устарел,
    либо имя попало не в ту строку.

    Плохо:
        present:
          - organisation: college
            people: petrov
    Хорошо:
        present:
          - organisation: ministry
            people: petrov
    """
    book = Book.of(corpus)
    for entry in _entries(document.record):
        for position, ref in enumerate(entry.people):
            person = found(book.person, ref)
            if person is None or _belongs(person, entry, book):
                continue
            related = (Related(person.at("organisation"), "организация в справочнике"),)
            message = f"в справочнике {shown(person)} – из другой организации"
            hint = "проверьте запись или справочник"
            yield Finding(entry.at("people", position), message, hint, related)


def _belongs(person: Person, entry: Attendance, book: Book) -> bool:
    """Whether nothing speaks against it: either does not name an organisation by a known key, or they agree."""
    said, listed = person.organisation, entry.organisation
    if said is None or said.key is None or listed is None or listed.key is None:
        return True
    return said.key == listed.key or found(book.organisation, listed) is None


def _entries(protocol: Protocol) -> tuple[Attendance, ...]:
    return (*protocol.present, *protocol.invited)
