"""The governing body of a cluster (D244–D247)."""

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.walk import lacking
from docgen.model.programme import Member, Role


def _field(document: Document[Programme]) -> tuple[str, ...]:
    """Where the members of the governing body are written."""
    ano = document.record.structure.ano if document.record.structure is not None else None
    return ("structure", "ano", "board") if ano is not None else ("structure", "association", "council")


@rule("D244", Severity.GAP)
def no_body(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не перечислены члены органа управления.

    У АНО это наблюдательный совет. Механизм управления кластером нельзя оценить, не зная, кто решает.

    Плохо:
        structure:
          ano:
            name: Автономная некоммерческая организация «Центр»
            registration_planned: 1 июня 2022 г.
            founders: [college, plant]
    Хорошо:
        structure:
          ano:
            name: Автономная некоммерческая организация «Центр»
            registration_planned: 1 июня 2022 г.
            founders: [college, plant]
            board: [{person: Баранов Илья Сергеевич, post: директор, organisation: college, role: chair}]
    """
    ano = document.record.structure.ano if document.record.structure is not None else None
    if ano is not None and not ano.board:
        yield Finding(
            lacking(ano, "board"), "не перечислены члены наблюдательного совета", "заполните board:"
        )


@rule("D245", Severity.GAP)
def no_chair(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не назван председатель органа управления.

    Среди членов совета председатель – один; он подписывает решения.

    Плохо:
        structure:
          association:
            agreement: {date: 10.01.2022, number: "5"}
            council: [{person: Баранов Илья Сергеевич, post: директор, organisation: college}]
    Хорошо:
        structure:
          association:
            agreement: {date: 10.01.2022, number: "5"}
            council: [{person: Баранов Илья Сергеевич, post: директор, organisation: college, role: chair}]
    """
    body = _body(document)
    if body and not any(one.role is Role.CHAIR for one in body):
        span = lacking(document.record, *_field(document))
        yield Finding(span, "не назван председатель органа управления", "поставьте у него role: chair")


@rule("D246")
def several_chairs(document: Document[Programme], corpus: Corpus) -> Findings:
    """Председателей органа управления несколько.

    Плохо:
        structure:
          association:
            agreement: {date: 10.01.2022, number: "5"}
            council:
              - {person: Баранов Илья Сергеевич, post: директор, organisation: college, role: chair}
              - {person: Юдина Ольга Николаевна, post: генеральный директор, organisation: plant, role: chair}
    Хорошо:
        structure:
          association:
            agreement: {date: 10.01.2022, number: "5"}
            council:
              - {person: Баранов Илья Сергеевич, post: директор, organisation: college, role: chair}
              - {person: Юдина Ольга Николаевна, post: генеральный директор, organisation: plant, role: deputy}
    """
    chairs = [one for one in _body(document) if one.role is Role.CHAIR]
    for other in chairs[1:]:
        related = (Related(chairs[0].at("role"), "первый председатель"),)
        yield Finding(other.at("role"), "председатель уже назван", "оставьте одного председателя", related)


@rule("D247")
def member_twice(document: Document[Programme], corpus: Corpus) -> Findings:
    """Член органа управления назван дважды.

    Плохо:
        structure:
          association:
            agreement: {date: 10.01.2022, number: "5"}
            council:
              - {person: Баранов Илья Сергеевич, post: директор, organisation: college, role: chair}
              - {person: Баранов Илья Сергеевич, post: директор, organisation: college}
    Хорошо:
        structure:
          association:
            agreement: {date: 10.01.2022, number: "5"}
            council:
              - {person: Баранов Илья Сергеевич, post: директор, organisation: college, role: chair}
              - {person: Юдина Ольга Николаевна, post: генеральный директор, organisation: plant}
    """
    seen: dict[object, Member] = {}
    for one in _body(document):
        first = seen.setdefault(one.person, one)
        if first is not one:
            related = (Related(first.at("person"), "первый раз"),)
            yield Finding(one.at("person"), "этот человек уже назван среди членов", "уберите повтор", related)


def _body(document: Document[Programme]) -> list[Member]:
    return document.record.structure.body if document.record.structure is not None else []
