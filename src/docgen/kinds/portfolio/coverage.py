"""Which regions have programmes, which were proposed and have none: the map and the lists."""

from dataclasses import dataclass
from enum import Enum

from docgen import charts
from docgen.kinds.portfolio.members import Matter, Member
from docgen.kinds.portfolio.pages import Column, Pages, Row
from docgen.language.numbers.numerals import counted
from docgen.model.subjects import Subject


class State(Enum):
    """How far a region has come; the order is the order of shades."""

    PROPOSED = "предложен, программы нет"
    BEGUN = "программа не готова"
    READY = "программы готовы"


@dataclass(frozen=True)
class Covered:
    """A region of the map."""

    subject: Subject
    state: State
    members: tuple[Member, ...]
    proposals: int


def covered(matter: Matter) -> list[Covered]:
    """Every region that is on a card or has a programme, by code."""
    members: dict[str, list[Member]] = {}
    for member in matter.members:
        if member.subject is not None:
            members.setdefault(member.subject.code, []).append(member)
    proposals: dict[str, int] = {}
    for card in matter.book.clusters.root.values():
        for proposal in card.proposals():
            subject = matter.book.regions.find(proposal.region)
            if subject is not None:
                proposals[subject.code] = proposals.get(subject.code, 0) + 1
    subjects = {subject.code: subject for subject in matter.book.regions.root.values()}
    return [
        Covered(
            subjects[code],
            _state(members.get(code, [])),
            tuple(members.get(code, ())),
            proposals.get(code, 0),
        )
        for code in sorted({*members, *proposals})
    ]


def _state(members: list[Member]) -> State:
    if not members:
        return State.PROPOSED
    return State.READY if all(member.ready for member in members) else State.BEGUN


def tile_map(found: list[Covered]) -> charts.Chart:
    """The map; a figure on a tile is the number of programmes."""
    classes = tuple(state.value for state in State)
    regions = tuple(
        charts.RegionTile(
            one.subject.code, list(State).index(one.state), str(len(one.members)) if one.members else ""
        )
        for one in found
    )
    return charts.TileMap(
        "Участие субъектов Российской Федерации",
        classes,
        regions,
        absent="нет ни в карточках, ни в программах",
    )


def coverage(matter: Matter, pages: Pages) -> None:
    """The map and the table of regions."""
    found = covered(matter)
    with_programmes = [one for one in found if one.members]
    regions = len(matter.book.regions.root)
    waiting = [one for one in found if one.state is State.PROPOSED]
    pages.text(
        f"Программы есть в {len(with_programmes)} из {regions} субъектов Российской Федерации.",
        f"В карточках отраслей названы, но программ не представили "
        f"{counted(len(waiting), ('субъект', 'субъекта', 'субъектов'))}."
        if waiting
        else "",
    )
    pages.figure("Участие субъектов Российской Федерации", lambda: tile_map(found))
    columns = [
        Column("Код", 12),
        Column("Субъект Российской Федерации", 55),
        Column("Строк в карточках", 22, number=True),
        Column("Программ", 24, number=True),
        Column("Состояние", 52),
    ]
    rows: list[Row] = [
        [one.subject.code, one.subject.name, str(one.proposals), str(len(one.members)), one.state.value]
        for one in found
    ]
    if rows:
        pages.table("Субъекты Российской Федерации в карточках и программах", columns, rows)
