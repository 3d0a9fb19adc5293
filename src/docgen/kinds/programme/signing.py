"""The title page's approvals and the signature sheet."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from docgen.corpus import printed
from docgen.kinds.programme.matter import Matter, capital, dated, gap
from docgen.language.dates.day import written
from docgen.model.layout.layout import Side, Signature
from docgen.model.programme import Approval, Signatory, Stamp

_BLANK_DATE = "«___» _____________ {} г."


@dataclass(frozen=True)
class StampView:
    """A block of the title page."""

    word: str = printed("УТВЕРЖДАЮ или СОГЛАСОВАНО")
    post: str = printed("Должность")
    name: str = printed("И.О. Фамилия")
    date: str = printed("Дата или место для неё", verbatim=True)


@dataclass(frozen=True)
class StampRow:
    """Two blocks side by side: agreed on the left, approved on the right."""

    left: StampView | None = printed("Гриф слева")
    right: StampView | None = printed("Гриф справа")


@dataclass(frozen=True)
class SignatureView:
    """A line of the signature sheet."""

    side: str = printed("Сторона")
    post: str = printed("Должность")
    authority: str = printed("Основание полномочий")
    name: str = printed("И.О. Фамилия")
    date: str = printed("Дата или место для неё", verbatim=True)


def stamps(matter: Matter) -> tuple[StampRow, ...]:
    """The blocks of the title page in rows."""
    written_down = matter.programme.approvals or list(_expected(matter))
    left = [_stamp(one, matter) for one in written_down if one.stamp is not Stamp.APPROVED]
    right = [_stamp(one, matter) for one in written_down if one.stamp is Stamp.APPROVED]
    return tuple(StampRow(*pair) for pair in zip_longest(left, right))


def _expected(matter: Matter) -> Iterator[Approval]:
    """The blocks that the layout asks for, while none is written."""
    for one in matter.layout.approvals:
        founder = one.side is Side.FOUNDER
        if one.side is not Side.REGION and not any(
            (not founder or each.federal) and (not one.kinds or each.kind in one.kinds)
            for each in matter.programme.participants
        ):
            continue
        stamp = Stamp.APPROVED if one.heading.casefold() == Stamp.APPROVED.title.casefold() else Stamp.AGREED
        yield Approval(stamp=stamp)


def _stamp(one: Approval, matter: Matter) -> StampView:
    person = matter.person(one.person)
    post = one.post or (person.post if person is not None else None)
    day = written(one.date) if one.date else _BLANK_DATE.format(_year(matter))
    name = person.signed if person is not None else gap("И.О. Фамилия")
    return StampView(one.stamp.title, capital(post) if post else gap("должность"), name, day)


def _year(matter: Matter) -> str:
    year = matter.programme.year or (matter.programme.date.year if matter.programme.date else None)
    return str(year) if year else "20__"


def signatures(matter: Matter) -> tuple[SignatureView, ...]:
    """Everybody who must sign, in the layout's order; what is signed beyond that comes after."""
    by_side = {one.side: one for one in matter.programme.signatories}
    wanted = list(matter.layout.signatures(matter.programme.participants))
    rows = [_signature(one.side, by_side.pop(one.side, None), matter, one) for one in wanted]
    rows += [_signature(side, one, matter, None) for side, one in by_side.items()]
    return tuple(rows)


def _signature(side: str, one: Signatory | None, matter: Matter, rule: Signature | None) -> SignatureView:
    person = matter.person(one.person) if one is not None else None
    post = (one.post if one is not None else None) or (person.post if person is not None else None)
    paper = one.authority if one is not None else None
    basis = (
        dated(paper.kind.title, paper.date, paper.number)
        if paper is not None
        else gap("основание полномочий")
    )
    day = written(one.date) if one is not None and one.date else _BLANK_DATE.format(_year(matter))
    return SignatureView(
        side=_side(side, matter, rule),
        post=capital(post) if post else gap("должность"),
        authority=f"Основание: {basis}",
        name=person.signed if person is not None else gap("И.О. Фамилия"),
        date=day,
    )


def _side(side: str, matter: Matter, rule: Signature | None) -> str:
    """«Субъект Российской Федерации – Липецкая область»; the full name of a participant."""
    title = f"{rule.rule.title} – " if rule is not None else ""
    if side == "region":
        return f"{title}{matter.region}"
    kind, _, key = side.rpartition(":")
    participant = matter.programme.participant(key)
    if participant is None:
        return side
    if kind:
        return f"{title}{participant.founder or gap('учредитель')}"
    return participant.name
