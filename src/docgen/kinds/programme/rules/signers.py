"""Who the people are that approve and sign (D254, D258–D261)."""

import re
from collections.abc import Iterator
from datetime import date

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, Span, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.walk import lacking, layout_of
from docgen.language.dates.day import in_digits
from docgen.model.book import Book
from docgen.model.layout.layout import Layout, Side
from docgen.model.people import Person
from docgen.model.programme import Approval, Member, Participant, Signatory, Stamp
from docgen.model.references import Ref

_OBLIQUE_POST = re.compile(
    r"(?:[а-яё]+(?:ого|его|ому|ему|ым|им)\s+)?"
    r"(?:(?:директор|ректор|губернатор|начальник|министр|президент)(?:а|у|ом)|"
    r"(?:руководител|председател|заместител)(?:я|ю|ем))(?![а-яё-])",
    re.IGNORECASE,
)
_OBLIQUE_NAME = re.compile(
    r"(?:[ое]вича|[ое]вичу|[ое]вичем|ичны|инишны|[ое]вны|[ое]вне|[ое]вной)$", re.IGNORECASE
)


@rule("D254", Severity.GAP)
def signer_unknown(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не указано, кто подписывает или утверждает: имя и должность.

    Плохо:
        approvals:
          - {stamp: approved, post: Губернатор Липецкой области}
    Хорошо:
        approvals:
          - {stamp: approved, post: Губернатор Липецкой области, person: Лаврентьев Олег Игоревич}
    """
    book = Book.of(corpus)
    lines: list[Signatory | Approval] = [*document.record.approvals, *document.record.signatories]
    for one in lines:
        person = _person(one.person, book)
        absent = [] if one.person is not None else [("person", "имя")]
        if not one.post and (person is None or not person.post):
            absent.append(("post", "должность"))
        if absent:
            told = " и ".join(title for _, title in absent)
            where = f"стороны «{one.side}»" if isinstance(one, Signatory) else f"грифа «{one.stamp.title}»"
            hint = f"заполните {', '.join(f'{field}:' for field, _ in absent)}"
            yield Finding(lacking(one, absent[0][0]), f"у {where} не указано: {told}", hint)


def _person(ref: Ref[Person] | None, book: Book) -> Person | None:
    try:
        return book.person(ref) if ref is not None else None
    except KeyError:
        return None


@rule("D258", Severity.WARNING)
def signed_after_approval(document: Document[Programme], corpus: Corpus) -> Findings:
    """Подпись поставлена не вовремя: позже утверждения программы или после её срока.

    Утверждают подписанное. Дата подписи позже даты утверждения – чаще всего описка в годе или месяце.

    Плохо:
        date: 21 марта 2022 г.
        signatories:
          - {side: college, person: Баранов Илья Сергеевич, post: Директор колледжа, authority: {kind: charter}, date: 14 мая 2022 г.}
    Хорошо:
        date: 21 марта 2022 г.
        signatories:
          - {side: college, person: Баранов Илья Сергеевич, post: Директор колледжа, authority: {kind: charter}, date: 14 марта 2022 г.}
    """
    programme = document.record
    end = date(programme.period.last, 12, 31) if programme.period is not None else None
    for one in programme.signatories:
        if one.date is None:
            continue
        told = in_digits(one.date)
        if programme.date is not None and one.date > programme.date:
            message = f"подпись от {told} – позже утверждения ({in_digits(programme.date)})"
            related = (Related(programme.at("date"), "дата утверждения"),)
            yield Finding(one.at("date"), message, "проверьте обе даты", related)
        elif end is not None and one.date > end:
            message = f"подпись от {told} – после срока программы ({programme.period})"
            yield Finding(one.at("date"), message, "проверьте дату подписи")


@rule("D259", Severity.WARNING)
def person_and_post(document: Document[Programme], corpus: Corpus) -> Findings:
    """Одна должность названа у двух людей, или один человек подписывает в двух должностях.

    Гриф утверждения и лист подписания называют одних и тех же людей; расхождение – чаще всего описка.

    Плохо:
        approvals:
          - {stamp: approved, post: Губернатор Липецкой области, person: Лавров Олег Игоревич}
    Хорошо:
        approvals:
          - {stamp: approved, post: Губернатор Липецкой области, person: Лаврентьев Олег Игоревич}
    """
    book = Book.of(corpus)
    posts: dict[str, tuple[str, Span]] = {}
    people: dict[str, tuple[str, Span]] = {}
    lines: list[Signatory | Approval] = [*document.record.signatories, *document.record.approvals]
    for one in lines:
        person = _person(one.person, book)
        if person is None or not one.post:
            continue
        name, post = " ".join(person.listed().split()), " ".join(one.post.casefold().split())
        held_by = posts.setdefault(post, (name, one.at("person")))
        holds = people.setdefault(name, (post, one.at("post")))
        if held_by[0] != name:
            message = f"эту должность занимает и {held_by[0]}, и {name}"
            yield Finding(one.at("person"), message, "проверьте имя", (Related(held_by[1], "другое имя"),))
        elif holds[0] != post:
            message = f"{name} подписывает и в другой должности"
            yield Finding(
                one.at("post"), message, "проверьте должность", (Related(holds[1], "другая должность"),)
            )


@rule("D260", Severity.GAP)
def approval_missing(document: Document[Programme], corpus: Corpus) -> Findings:
    """На титульном листе нет грифа, которого требует макет.

    Макет говорит, кто утверждает и кто согласовывает программу: УТВЕРЖДАЮ – субъект Российской Федерации, СОГЛАСОВАНО –
    учредитель федерального колледжа.

    Плохо:
        approvals: []
    Хорошо:
        approvals:
          - {stamp: approved, post: Губернатор Липецкой области, person: Лаврентьев Олег Игоревич}
    """
    programme = document.record
    layout = layout_of(document, corpus)
    present = [one.stamp.title.casefold() for one in programme.approvals]
    for heading in _headings(programme.participants, layout):
        if heading.casefold() in present:
            present.remove(heading.casefold())
        else:
            message = f"нет грифа «{heading}»"
            stamp = next((one.value for one in Stamp if one.title == heading), Stamp.AGREED.value)
            yield Finding(
                lacking(programme, "approvals"), message, f"добавьте stamp: {stamp}, person:, post:"
            )


def _headings(participants: list[Participant], layout: Layout | None) -> Iterator[str]:
    """The stamps that the title page needs: one for the region, one for each founder or participant meant."""
    for one in layout.approvals if layout is not None else ():
        if one.side is Side.REGION:
            yield one.heading
            continue
        for each in participants:
            if each.kind in one.kinds and (each.federal or one.side is not Side.FOUNDER):
                yield one.heading


@rule("D261", Severity.WARNING)
def oblique(document: Document[Programme], corpus: Corpus) -> Findings:
    """Имя или должность – не в именительном падеже.

    В грифе, в листе подписания и в составе совета печатается то, что написано: «Директор колледжа», «Иванов Иван
    Иванович».

    Плохо:
        signatories:
          - {side: college, person: Баранов Илья Сергеевич, post: Директора колледжа, authority: {kind: charter}}
    Хорошо:
        signatories:
          - {side: college, person: Баранов Илья Сергеевич, post: Директор колледжа, authority: {kind: charter}}
    """
    structure = document.record.structure
    body = structure.body if structure is not None else []
    lines: list[Approval | Signatory | Member] = [
        *document.record.approvals,
        *document.record.signatories,
        *body,
    ]
    for one in lines:
        if one.post and _OBLIQUE_POST.match(one.post):
            message = f"должность «{one.post}» – не в именительном падеже"
            yield Finding(one.at("post"), message, "напишите в именительном падеже: «Директор колледжа»")
        name = one.person.inline.name if one.person is not None and one.person.inline is not None else ""
        if _OBLIQUE_NAME.search(name):
            message = f"имя «{name}» – не в именительном падеже"
            yield Finding(one.at("person"), message, "напишите в именительном падеже: «Иванов Иван Иванович»")
