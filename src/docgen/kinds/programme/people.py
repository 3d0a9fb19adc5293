"""Who takes part and who governs: tables of participants and of the governing body, the variant that was chosen."""

from docgen.kinds.programme import looks
from docgen.kinds.programme.looks import Column
from docgen.kinds.programme.matter import DASH, Matter, capital, dated, gap
from docgen.kinds.programme.prose import list_item
from docgen.language.dates.day import in_digits
from docgen.model.layout.layout import Choice
from docgen.model.programme import Ano, Association, Member, Participant
from docgen.render import Block, Bold, Inline, Paragraph, Text

_PARTICIPANTS = (
    Column("№", 10, looks.CENTRE),
    Column("Участник кластера", 68),
    Column("Вид участия", 33),
    Column("ИНН, ОГРН", 46),
    Column("Функции в кластере", 96),
)
_BODY = (
    Column("№", 10, looks.CENTRE),
    Column("Фамилия, имя, отчество", 48),
    Column("Должность, организация", 72),
    Column("Роль", 35),
)


def participants(matter: Matter, width: float) -> tuple[Block, ...]:
    """All participants with their functions; the grant recipient is named as such."""
    rows = [
        [str(number), _name(one), _kind(one), _codes(one), _functions(one)]
        for number, one in enumerate(matter.programme.participants, 1)
    ]
    return (looks.grid(_PARTICIPANTS, rows, width),) if rows else ()


def _name(one: Participant) -> str | Inline:
    short = f" ({one.short})" if one.short and one.short != one.name else ""
    return f"{one.name}{short}"


def _kind(one: Participant) -> str | Inline:
    kind = one.kind.title if one.kind is not None else gap("вид участника")
    return Text.of(kind, "\n", Bold("получатель гранта")) if one.grant_recipient else kind


def _codes(one: Participant) -> str:
    return f"ИНН {one.inn or gap('ИНН')}\nОГРН {one.ogrn or gap('ОГРН')}"


def _functions(one: Participant) -> str:
    return ";\n".join(one.functions) or gap("функции")


def governing_body(matter: Matter, width: float) -> tuple[Block, ...]:
    """The members of the council or board, the chairman where the programme puts him."""
    structure = matter.programme.structure
    members = structure.body if structure is not None else ()
    rows = [[str(n), *_member(one, matter)] for n, one in enumerate(members, 1)]
    return (looks.grid(_BODY, rows, width),) if rows else ()


def _member(member: Member, matter: Matter) -> list[str]:
    person = matter.person(member.person)
    post = member.post or (person.post if person is not None else None) or gap("должность")
    organisation = matter.named(member.organisation)
    name = person.name if person is not None else str(member.person.key or gap("имя"))
    return [name, f"{capital(post)}, {organisation}" if organisation else capital(post), member.role.title]


def variant(matter: Matter, width: float) -> tuple[Block, ...]:
    """The choice of the organisational form and what belongs to it, a line for each."""
    structure = matter.programme.structure
    if structure is None or (structure.ano is None and structure.association is None):
        return ()
    chosen = _chosen(matter)
    title = Paragraph(
        Text.of(Bold("Организационная форма: "), f"{_small(chosen)}."), looks.TEXT, keep_with_next=True
    )
    facts = (
        _ano(structure.ano, matter)
        if structure.ano is not None
        else _association(structure.association, matter)
    )
    lines = [(label, value) for label, value in facts if value]
    ends = [";"] * (len(lines) - 1) + ["."]
    return (
        title,
        *(list_item(f"{label} – {value}{end}") for (label, value), end in zip(lines, ends, strict=False)),
    )


def _chosen(matter: Matter) -> str:
    """The layout's own words for the way that was chosen."""
    structure = matter.programme.structure
    key = "ano" if structure is not None and structure.ano is not None else "association"
    for one in matter.layout.choices():
        found = next((choice for choice in one.point.exactly_one_of if choice.key == key), None)
        if found is not None:
            return found.title + _within(found, matter)
    return (
        "автономная некоммерческая организация"
        if key == "ano"
        else "объединение без образования юридического лица"
    )


def _within(choice: Choice, matter: Matter) -> str:
    structure = matter.programme.structure
    association = structure.association if structure is not None else None
    if association is None:
        return ""
    key = "managing_company" if association.managing_company else "council" if association.council else ""
    inner = next((one for one in choice.exactly_one_of if one.key == key), None)
    return f" ({_small(inner.title)})" if inner is not None else ""


def _small(text: str) -> str:
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _ano(ano: Ano, matter: Matter) -> list[tuple[str, str]]:
    planned = in_digits(ano.registration_planned) if ano.registration_planned else ""
    return [
        ("наименование", ano.name + (f" ({ano.short})" if ano.short else "")),
        ("ИНН", ano.inn or ""),
        ("ОГРН", ano.ogrn or ""),
        ("дата государственной регистрации (план)", "" if ano.ogrn else planned or gap("дата регистрации")),
        ("учредители", ", ".join(map(matter.named, ano.founders)) or gap("учредители")),
    ]


def _association(association: Association | None, matter: Matter) -> list[tuple[str, str]]:
    if association is None:
        return []
    paper = association.agreement
    agreement = (
        dated("соглашение", paper.date, paper.number) if paper is not None else gap("соглашение участников")
    )
    return [
        ("наименование", association.name or ""),
        ("основание", agreement),
        ("управляющая компания", matter.named(association.managing_company)),
        ("орган управления", "управляющий совет" if association.council else ""),
    ]


def recipient(matter: Matter) -> str:
    """The participant that receives the grant, as tables name it."""
    return next((one.in_text for one in matter.programme.participants if one.grant_recipient), DASH)
