"""Who takes part in a cluster (D20x)."""

import re
from collections.abc import Iterator

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, Span, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.walk import lacking, layout_of
from docgen.kinds.programme.rules.wording import near
from docgen.model.programme import Participant
from docgen.model.references import KEY


@rule("D201", Severity.GAP)
def without_function(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не сказано, что участник делает в кластере.

    Макет требует перечень всех участников с их функциями: у каждого хотя бы одна.

    Плохо:
        participants:
          - {key: college, name: Липецкий колледж, kind: base_college, inn: "4800000014", ogrn: "1214800000018", functions: [обучает], grant_recipient: true}
          - {key: plant, name: Липецкий завод, kind: enterprise, inn: "4800000053", ogrn: "1034800000058"}
    Хорошо:
        participants:
          - {key: college, name: Липецкий колледж, kind: base_college, inn: "4800000014", ogrn: "1214800000018", functions: [обучает], grant_recipient: true}
          - {key: plant, name: Липецкий завод, kind: enterprise, inn: "4800000053", ogrn: "1034800000058", functions: [принимает на практику]}
    """
    for one in document.record.participants:
        if not one.functions:
            message = f"не указаны функции участника «{one.in_text}»"
            yield Finding(lacking(one, "functions"), message, "добавьте functions: хотя бы одну функцию")


@rule("D202", Severity.GAP)
def without_details(document: Document[Programme], corpus: Corpus) -> Findings:
    """Об участнике сказано не всё: вид, ИНН, ОГРН.

    Вид участника решает, может ли он получить грант и подписывает ли программу; по ИНН и ОГРН его находят в реестре.

    Плохо:
        participants:
          - {key: college, name: Липецкий колледж, kind: base_college, inn: "4800000014", ogrn: "1214800000018", functions: [обучает], grant_recipient: true}
          - {key: plant, name: Липецкий завод, kind: enterprise, functions: [принимает на практику]}
    Хорошо:
        participants:
          - {key: college, name: Липецкий колледж, kind: base_college, inn: "4800000014", ogrn: "1214800000018", functions: [обучает], grant_recipient: true}
          - {key: plant, name: Липецкий завод, kind: enterprise, inn: "4800000053", ogrn: "1034800000058", functions: [принимает на практику]}
    """
    for one in document.record.participants:
        fields = {"kind": "вид", "inn": "ИНН", "ogrn": "ОГРН"}
        absent = [field for field in fields if not getattr(one, field)]
        if absent:
            told = ", ".join(fields[field] for field in absent)
            message = f"у участника «{one.in_text}» не указано: {told}"
            hint = f"заполните {', '.join(f'{field}:' for field in absent)}"
            yield Finding(lacking(one, absent[0]), message, hint)


@rule("D205")
def participant_twice(document: Document[Programme], corpus: Corpus) -> Findings:
    """Участник записан дважды.

    Ключ, ИНН, ОГРН и наименование у каждого участника свои. Повтор – это либо один и тот же участник, либо ошибка при
    копировании строки.

    Плохо:
        participants:
          - {key: college, name: Липецкий колледж, kind: base_college, inn: "4800000014", ogrn: "1214800000018", functions: [обучает], grant_recipient: true}
          - {key: plant, name: Липецкий завод, kind: enterprise, inn: "4800000014", ogrn: "1034800000058", functions: [принимает на практику]}
    Хорошо:
        participants:
          - {key: college, name: Липецкий колледж, kind: base_college, inn: "4800000014", ogrn: "1214800000018", functions: [обучает], grant_recipient: true}
          - {key: plant, name: Липецкий завод, kind: enterprise, inn: "4800000053", ogrn: "1034800000058", functions: [принимает на практику]}
    """
    seen: dict[tuple[str, str], Participant] = {}
    for one in document.record.participants:
        marks = [(field, plain(str(value))) for field in _UNIQUE if (value := getattr(one, field))]
        repeated = next((mark for mark in marks if mark in seen), None)
        if repeated is not None:
            first = seen[repeated]
            field = repeated[0]
            message = f"{_UNIQUE[field]} уже есть у участника «{first.in_text}»"
            related = (Related(first.at(field), "первый раз"),)
            yield Finding(one.at(field), message, "исправьте или уберите повтор", related)
        seen.update({mark: one for mark in marks if mark not in seen})


_UNIQUE = {"key": "такой ключ", "inn": "такой ИНН", "ogrn": "такой ОГРН", "name": "такое наименование"}


def plain(name: str) -> str:
    """A name for comparing: «ё» is «е», case, quotes and spaces do not matter."""
    return " ".join(re.sub(r"[«»\"„“”]", " ", name.casefold().replace("ё", "е")).split())


@rule("D209")
def unknown_participant(document: Document[Programme], corpus: Corpus) -> Findings:
    """Такого участника в перечне нет.

    Учредители, управляющая компания и организации членов совета называются ключами участников кластера.

    Плохо:
        structure:
          association:
            agreement: {date: 10.01.2022, number: "5"}
            managing_company: factory
    Хорошо:
        structure:
          association:
            agreement: {date: 10.01.2022, number: "5"}
            managing_company: plant
    """
    programme = document.record
    keys = [one.key for one in programme.participants]
    for name, span in _called(programme):
        if programme.participant(name) is None:
            yield Finding(span, f"участника «{name}» нет в перечне", near(name, keys))


def _called(programme: Programme) -> Iterator[tuple[str, Span]]:
    """The participants that the structure names; an organisation that is written out need not be one."""
    structure = programme.structure
    if structure is None:
        return
    if structure.ano is not None:
        for place, key in enumerate(structure.ano.founders):
            yield key, structure.ano.at("founders", place)
    if structure.association is not None and structure.association.managing_company:
        yield structure.association.managing_company, structure.association.at("managing_company")
    for member in structure.body:
        if member.organisation and KEY.fullmatch(member.organisation):
            yield member.organisation, member.at("organisation")


@rule("D210", Severity.WARNING)
def idle_participant(document: Document[Programme], corpus: Corpus) -> Findings:
    """Участник не занят ни в одном мероприятии.

    Участник, который ни за что не отвечает и ничего не исполняет, либо лишний, либо забыт в плане мероприятий.

    Плохо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, tasks: [З1], indicators: [П1, П2], start: январь 2022 г., end: 30 июня 2023 г., owner: college, result: Программы утверждены, money: 1000}
          - {code: "2.1", block: infrastructure, text: Оснастить мастерские, tasks: [З2], indicators: [П1], start: январь 2022 г., end: 30 августа 2024 г., owner: college, result: Мастерские введены, money: 25000}
    Хорошо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, tasks: [З1], indicators: [П1, П2], start: январь 2022 г., end: 30 июня 2023 г., owner: college, result: Программы утверждены, money: 1000}
          - {code: "2.1", block: infrastructure, text: Оснастить мастерские, tasks: [З2], indicators: [П1], start: январь 2022 г., end: 30 августа 2024 г., owner: plant, result: Мастерские введены, money: 25000}
    """
    programme = document.record
    layout = layout_of(document, corpus)
    blocks = {one.block for one in programme.measures}
    if not programme.measures or (layout is not None and len(blocks) < len(layout.blocks)):
        return  # the plan is not written yet
    busy = {name for one in programme.measures for name in (one.owner, *one.executors) if name}
    for one in programme.participants:
        if not busy & {one.key, one.name, one.short}:
            message = f"участник «{one.in_text}» не занят ни в одном мероприятии"
            yield Finding(one.at("name"), message, "назовите его в owner или executors мероприятия")
