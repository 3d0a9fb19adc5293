"""How a cluster is organised (D24x): founders, registration, agreement, the governing body."""

from collections.abc import Sequence

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.walk import lacking, layout_of
from docgen.language.numbers.numerals import counted
from docgen.model.layout.layout import ParticipantKind
from docgen.model.programme import Ano, Association, Participant


def _ano(document: Document[Programme]) -> Ano | None:
    return document.record.structure.ano if document.record.structure is not None else None


def _association(document: Document[Programme]) -> Association | None:
    return document.record.structure.association if document.record.structure is not None else None


@rule("D240", Severity.GAP)
def no_founders(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не названы учредители автономной некоммерческой организации.

    АНО создаётся в соучредительстве; учредители называются ключами участников кластера.

    Плохо:
        structure:
          ano:
            name: Автономная некоммерческая организация «Центр»
            registration_planned: 1 июня 2022 г.
            board: [{person: Баранов Илья Сергеевич, post: директор, organisation: college, role: chair}]
    Хорошо:
        structure:
          ano:
            name: Автономная некоммерческая организация «Центр»
            registration_planned: 1 июня 2022 г.
            founders: [college, plant]
            board: [{person: Баранов Илья Сергеевич, post: директор, organisation: college, role: chair}]
    """
    ano = _ano(document)
    if ano is not None and not ano.founders:
        yield Finding(lacking(ano, "founders"), "не названы учредители АНО", "перечислите их в founders:")


@rule("D241")
def wrong_founders(document: Document[Programme], corpus: Corpus) -> Findings:
    """Состав учредителей автономной некоммерческой организации не тот.

    «Создание в соучредительстве»: учредителей не меньше, чем назначает макет (ano_founders_at_least), каждый назван один
    раз, среди них колледж и предприятие.

    Плохо:
        structure:
          ano:
            name: Автономная некоммерческая организация «Центр»
            registration_planned: 1 июня 2022 г.
            founders: [plant]
            board: [{person: Баранов Илья Сергеевич, post: директор, organisation: college, role: chair}]
    Хорошо:
        structure:
          ano:
            name: Автономная некоммерческая организация «Центр»
            registration_planned: 1 июня 2022 г.
            founders: [college, plant]
            board: [{person: Баранов Илья Сергеевич, post: директор, organisation: college, role: chair}]
    """
    ano = _ano(document)
    layout = layout_of(document, corpus)
    if ano is None or not ano.founders:
        return
    for place, key in enumerate(ano.founders):
        if key in ano.founders[:place]:
            yield Finding(ano.at("founders", place), f"учредитель «{key}» назван дважды", "уберите повтор")
            return
    wanted = (layout.limits.ano_founders_at_least if layout is not None else None) or 1
    found = [document.record.participant(key) for key in ano.founders]
    if len(found) < wanted:
        told = counted(len(found), ("учредитель", "учредителя", "учредителей"))
        yield Finding(ano.at("founders"), f"у АНО {told}, нужно не меньше {wanted}", "добавьте учредителей")
    elif absent := _absent(found):
        yield Finding(ano.at("founders"), f"среди учредителей АНО нет {absent}", "добавьте учредителя")


def _absent(founders: Sequence[Participant | None]) -> str:
    """What kind of founder is missing; nothing while the kind of any is not known."""
    kinds = [one.kind if one is not None else None for one in founders]
    if None in kinds:
        return ""
    lacks = []
    if not any(kind is not None and kind.is_college for kind in kinds):
        lacks.append("колледжа")
    if ParticipantKind.ENTERPRISE not in kinds:
        lacks.append("предприятия")
    return " и ".join(lacks)


@rule("D242", Severity.GAP)
def not_registered(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не указано, когда АНО зарегистрирована или будет зарегистрирована.

    У созданной организации есть ОГРН, у создаваемой – планируемая дата государственной регистрации.

    Плохо:
        structure:
          ano:
            name: Автономная некоммерческая организация «Центр»
            founders: [college, plant]
            board: [{person: Баранов Илья Сергеевич, post: директор, organisation: college, role: chair}]
    Хорошо:
        structure:
          ano:
            name: Автономная некоммерческая организация «Центр»
            registration_planned: 1 июня 2022 г.
            founders: [college, plant]
            board: [{person: Баранов Илья Сергеевич, post: директор, organisation: college, role: chair}]
    """
    ano = _ano(document)
    if ano is not None and not ano.ogrn and ano.registration_planned is None:
        span = lacking(ano, "registration_planned")
        yield Finding(
            span, "не указаны ОГРН или дата регистрации АНО", "заполните registration_planned: или ogrn:"
        )


@rule("D243", Severity.GAP)
def no_agreement(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не указано соглашение участников объединения: дата и номер.

    Объединение без образования юридического лица держится на соглашении участников.

    Плохо:
        structure:
          association:
            managing_company: plant
    Хорошо:
        structure:
          association:
            agreement: {date: 10.01.2022, number: "5"}
            managing_company: plant
    """
    association = _association(document)
    if association is None:
        return
    agreement = association.agreement
    if agreement is None:
        span = lacking(association, "agreement")
        yield Finding(span, "не указано соглашение участников", "заполните agreement: {date, number}")
        return
    for field, title in (("date", "дата"), ("number", "номер")):
        if not getattr(agreement, field):
            yield Finding(
                lacking(agreement, field), f"у соглашения не указано: {title}", f"заполните {field}:"
            )
