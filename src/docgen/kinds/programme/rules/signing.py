"""Who signs a programme, and on what authority (D25x, D26x)."""

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.walk import lacking, layout_of
from docgen.kinds.programme.rules.wording import alike, misplaced, near
from docgen.language.dates.day import in_digits
from docgen.model.layout.layout import Layout, Side, Signature
from docgen.model.programme import AuthorityKind, Participant, Signatory

_DATED = (
    AuthorityKind.POWER_OF_ATTORNEY,
    AuthorityKind.DECREE,
    AuthorityKind.DIRECTIVE,
    AuthorityKind.ORDER,
    AuthorityKind.RESOLUTION,
    AuthorityKind.DECISION,
)


def _expected(document: Document[Programme], layout: Layout | None) -> list[Signature]:
    """The signatures that the layout wants, by who the founder and the participants are."""
    return list(layout.signatures(document.record.participants)) if layout is not None else []


@rule("D251", Severity.GAP)
def signature_missing(document: Document[Programme], corpus: Corpus) -> Findings:
    """В листе подписания нет того, кто должен подписать.

    Кто подписывает, выводится из макета и из состава участников: субъект Российской Федерации; учредитель, если колледж
    федеральный; колледжи; предприятия-партнёры.

    Плохо:
        signatories:
          - {side: region, person: Лаврентьев Олег Игоревич, post: Губернатор Липецкой области, authority: {kind: charter}}
          - {side: college, person: Баранов Илья Сергеевич, post: Директор колледжа, authority: {kind: charter}}
    Хорошо:
        signatories:
          - {side: region, person: Лаврентьев Олег Игоревич, post: Губернатор Липецкой области, authority: {kind: charter}}
          - {side: college, person: Баранов Илья Сергеевич, post: Директор колледжа, authority: {kind: charter}}
          - {side: plant, person: Юдина Ольга Николаевна, post: Генеральный директор завода, authority: {kind: charter}}
    """
    programme = document.record
    present = {one.side for one in programme.signatories}
    strange = present - set(_known(programme.participants))  # D252 tells of a slip
    absent = [
        one
        for one in _expected(document, layout_of(document, corpus))
        if one.rule.required and one.side not in present and not alike(one.side, strange)
    ]
    span = lacking(programme, "signatories")
    if absent and not programme.signatories:
        told = ", ".join(dict.fromkeys(one.side for one in absent))
        yield Finding(span, f"лист подписания не заполнен, нужны: {told}", "заполните signatories:")
        return
    for one in absent:
        message = f"в листе подписания нет стороны «{_told(one, programme)}»"
        yield Finding(span, message, f"добавьте side: {one.side}")


def _told(one: Signature, programme: Programme) -> str:
    participant = programme.participant(one.side.rpartition(":")[2])
    if participant is None:
        return one.rule.title
    if one.rule.side is Side.FOUNDER:
        return participant.founder or f"учредитель – {participant.in_text}"
    return participant.in_text


@rule("D252")
def unknown_side(document: Document[Programme], corpus: Corpus) -> Findings:
    """Такой стороны нет.

    Сторона – region, ключ участника или founder:<ключ федерального колледжа>. Подпись неизвестной стороны напечатается
    под её ключом.

    Плохо:
        signatories:
          - {side: region, person: Лаврентьев Олег Игоревич, post: Губернатор Липецкой области, authority: {kind: charter}}
          - {side: colege, person: Баранов Илья Сергеевич, post: Директор колледжа, authority: {kind: charter}}
    Хорошо:
        signatories:
          - {side: region, person: Лаврентьев Олег Игоревич, post: Губернатор Липецкой области, authority: {kind: charter}}
          - {side: college, person: Баранов Илья Сергеевич, post: Директор колледжа, authority: {kind: charter}}
    """
    participants = {one.key: one for one in document.record.participants}
    known = _known(document.record.participants)
    for one in document.record.signatories:
        if one.side not in known:
            yield Finding(one.at("side"), f"стороны «{one.side}» нет", near(one.side, known))
        elif one.side.startswith("founder:") and not participants[one.side[8:]].federal:
            told = participants[one.side[8:]].in_text
            message = f"учредитель подписывает за федеральный колледж, а «{told}» – не федеральный"
            yield Finding(one.at("side"), message, "поставьте у колледжа federal: true или уберите подпись")


def _known(participants: list[Participant]) -> list[str]:
    """Every side that there may be."""
    keys = [one.key for one in participants]
    return ["region", *keys, *(f"founder:{key}" for key in keys)]


@rule("D253")
def side_twice(document: Document[Programme], corpus: Corpus) -> Findings:
    """Сторона записана в листе подписания дважды.

    Напечатана будет последняя запись.

    Плохо:
        signatories:
          - {side: college, person: Баранов Илья Сергеевич, post: Директор колледжа, authority: {kind: charter}}
          - {side: college, person: Юдина Ольга Николаевна, post: Заместитель директора, authority: {kind: charter}}
    Хорошо:
        signatories:
          - {side: college, person: Баранов Илья Сергеевич, post: Директор колледжа, authority: {kind: charter}}
          - {side: plant, person: Юдина Ольга Николаевна, post: Генеральный директор, authority: {kind: charter}}
    """
    seen: dict[str, Signatory] = {}
    for one in document.record.signatories:
        first = seen.setdefault(one.side, one)
        if first is not one:
            related = (Related(first.at("side"), "первый раз"),)
            yield Finding(
                one.at("side"), f"сторона «{one.side}» уже записана", "оставьте одну запись", related
            )


@rule("D255", Severity.GAP)
def authority_missing(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не указано, на каком основании подписывают.

    Руководитель действует на основании устава или положения; у доверенности, приказа, указа, распоряжения нужны дата и
    номер.

    Плохо:
        signatories:
          - {side: college, person: Баранов Илья Сергеевич, post: Директор колледжа, authority: {kind: power_of_attorney}}
    Хорошо:
        signatories:
          - {side: college, person: Баранов Илья Сергеевич, post: Директор колледжа, authority: {kind: power_of_attorney, date: 12.01.2022, number: 07-Д}}
    """
    for one in document.record.signatories:
        paper = one.authority
        if paper is None:
            message = f"у стороны «{one.side}» не указано основание полномочий"
            yield Finding(lacking(one, "authority"), message, "заполните authority: {kind, date, number}")
            continue
        absent = [field for field in ("date", "number") if not getattr(paper, field)]
        if paper.kind in _DATED and absent:
            told = " и ".join({"date": "дата", "number": "номер"}[field] for field in absent)
            message = f"у основания «{paper.kind.title}» не указано: {told}"
            hint = f"заполните {', '.join(f'{field}:' for field in absent)}"
            yield Finding(lacking(paper, absent[0]), message, hint)


@rule("D256")
def authority_later(document: Document[Programme], corpus: Corpus) -> Findings:
    """Основание полномочий дано позже подписи.

    На дату подписи доверенность или приказ уже должны действовать.

    Плохо:
        signatories:
          - {side: college, person: Баранов Илья Сергеевич, post: Директор колледжа, date: 14 марта 2022 г., authority: {kind: power_of_attorney, date: 12.04.2022, number: 07-Д}}
    Хорошо:
        signatories:
          - {side: college, person: Баранов Илья Сергеевич, post: Директор колледжа, date: 14 марта 2022 г., authority: {kind: power_of_attorney, date: 12.01.2022, number: 07-Д}}
    """
    for one in document.record.signatories:
        paper = one.authority
        if paper is not None and paper.date is not None and one.date is not None and paper.date > one.date:
            message = f"{paper.kind.title} от {in_digits(paper.date)} – позже подписи ({in_digits(one.date)})"
            related = (Related(one.at("date"), "дата подписи"),)
            yield Finding(paper.at("date"), message, "проверьте обе даты", related)


@rule("D257", Severity.INFO)
def signatures_misplaced(document: Document[Programme], corpus: Corpus) -> Findings:
    """Подписи записаны не в том порядке, что в макете.

    Напечатаются они по порядку макета: субъект Российской Федерации, учредитель, колледжи, предприятия.

    Плохо:
        signatories:
          - {side: college, person: Баранов Илья Сергеевич, post: Директор колледжа, authority: {kind: charter}}
          - {side: region, person: Лаврентьев Олег Игоревич, post: Губернатор Липецкой области, authority: {kind: charter}}
    Хорошо:
        signatories:
          - {side: region, person: Лаврентьев Олег Игоревич, post: Губернатор Липецкой области, authority: {kind: charter}}
          - {side: college, person: Баранов Илья Сергеевич, post: Директор колледжа, authority: {kind: charter}}
    """
    right = [one.side for one in _expected(document, layout_of(document, corpus))]
    lines = {one.side: one for one in document.record.signatories}
    for side, before in misplaced(list(lines), right):
        message = f"сторона «{side}» записана не по порядку макета"
        yield Finding(lines[side].at("side"), message, f"перенесите её перед {before}")
