"""Structure of a cluster: the governing body on top, under it the groups of participants, the grant recipient marked."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from docgen.charts.chart import Chart, demand_items, told
from docgen.charts.letters import BODY, LEADING, SMALL, TINY, wrap
from docgen.charts.plot import written
from docgen.charts.scene import GREY, INK, WIDTH, Box, Fill, Line, Mark, Scene, Text, mm, moved

_HEAD = WIDTH * 0.62
_TRUNK = 24
_BAND = 72
_PAD = 12
_GAP = 18
_RECIPIENT = "получатель гранта"


@dataclass(frozen=True)
class Member:
    """A participant; ``note`` is what it is for, in smaller letters."""

    name: str
    note: str = ""
    recipient: bool = False


@dataclass(frozen=True)
class Group:
    """Participants of one kind: colleges, enterprises, authorities."""

    name: str
    members: tuple[Member, ...]


@dataclass(frozen=True)
class Structure(Chart):
    """``head`` governs the ``groups``; ``parts`` makes pictures that fit a page.

    Raises:
        ValueError: no group or more than 40, a group without members or with more than 200.
    """

    what: str
    head: Member
    groups: tuple[Group, ...]

    def __post_init__(self) -> None:
        demand_items(self.groups, 40, "группы участников")
        for group in self.groups:
            demand_items(group.members, 200, f"участники группы «{group.name}»")

    def parts(self, height_mm: float = 225) -> tuple["Structure", ...]:
        """The chart as several, none higher than a page; a group that is, is parted too."""
        most = mm(height_mm) - _height(self.head, _HEAD, BODY) - 3 * _GAP
        parted = tuple(part for group in self.groups for part in _parted(group, most))
        return replace(self, groups=parted)._in_parts("groups", height_mm)

    def alt(self) -> str:
        """«Структура кластера: управление – АНО «…»; колледжи (2): …, … (получатель гранта)»."""
        groups = [
            f"{group.name} ({len(group.members)}): {', '.join(map(_said, group.members))}"
            for group in self.groups
        ]
        return told(self.what, [f"управление – {_said(self.head)}", *groups])

    def scene(self) -> Scene:
        """The head in the middle; a trunk on the left from which every group's band branches off."""
        room = _HEAD
        high = _height(self.head, room, BODY)
        left = (WIDTH - room) / 2
        marks = _member(self.head, left, 0, room, high, BODY)
        top = high + 2 * _GAP
        marks += [
            Line(WIDTH / 2, high, WIDTH / 2, high + _GAP),
            Line(_TRUNK, high + _GAP, WIDTH / 2, high + _GAP),
        ]
        joints = []
        for group in self.groups:
            band, bottom = _band(group, top)
            joints.append(top + _GAP + BODY * LEADING / 2)
            marks += band
            top = bottom + _GAP
        marks += [Line(_TRUNK, y, _BAND, y) for y in joints]
        marks.append(Line(_TRUNK, high + _GAP, _TRUNK, joints[-1]))
        return Scene(int(top - _GAP) + 2, tuple(marks))


def _parted(group: Group, most: float) -> Iterator[Group]:
    """The group in bands not higher than so many pixels, if need be of a single row."""
    rest = group
    while _band(rest, 0)[1] > most and len(rest.members) > 3:
        rows = len(rest.members) // 3
        fit = next(
            (
                n
                for n in range(rows, 1, -1)
                if _band(replace(rest, members=rest.members[: n * 3]), 0)[1] <= most
            ),
            1,
        )
        yield replace(rest, members=rest.members[: fit * 3])
        if not rest.members[fit * 3 :]:
            return
        rest = Group(f"{group.name} (продолжение)", rest.members[fit * 3 :])
    yield rest


def _band(group: Group, top: float) -> tuple[list[Mark], float]:
    """The name of the group and its members in a grid, in a frame."""
    inner = WIDTH - _BAND - 2 * _GAP
    title, y = written(wrap(group.name, inner, SMALL, bold=True), _BAND + _GAP, top + _PAD, SMALL, bold=True)
    marks: list[Mark] = [*title]
    y += 8
    count = min(max(len(group.members), 2), 3)
    wide = (inner - _GAP * (count - 1)) / count
    for start in range(0, len(group.members), count):
        row = group.members[start : start + count]
        high = max(_height(member, wide, SMALL) for member in row)
        for number, member in enumerate(row):
            marks += _member(member, _BAND + _GAP + number * (wide + _GAP), y, wide, high, SMALL)
        y += high + _GAP
    return [Box(_BAND, top, WIDTH, y, Fill(238), GREY, 1), *marks], y


def _height(member: Member, room: float, size: float) -> float:
    return _lines(member, 0, 0, room, size)[1] + 2 * _PAD


def _member(member: Member, left: float, top: float, room: float, high: float, size: float) -> list[Mark]:
    """A box with the name in the middle of it; the grant recipient's is thick and says so."""
    marks, bottom = _lines(member, left, top, room, size)
    down = (high - (bottom - top)) / 2
    frame = Box(left, top, left + room, top + high, Fill(255), INK, 6 if member.recipient else 2)
    return [frame, *(moved(text, 0, down) for text in marks)]


def _lines(member: Member, left: float, top: float, room: float, size: float) -> tuple[list[Text], float]:
    """The name, the note, the mark of the grant recipient, each in the middle."""
    inner, middle = room - 2 * _PAD, left + room / 2
    marks, bottom = written(
        wrap(member.name, inner, size, bold=size == BODY), 0, top, size, bold=size == BODY, middle=middle
    )
    for words, bold in ((member.note, False), (_RECIPIENT if member.recipient else "", True)):
        if words:
            more, bottom = written(
                wrap(words, inner, TINY, bold=bold), 0, bottom + 3, TINY, bold=bold, middle=middle
            )
            marks += more
    return marks, bottom


def _said(member: Member) -> str:
    notes = [note for note in (member.note, _RECIPIENT if member.recipient else "") if note]
    return f"{member.name} ({', '.join(notes)})" if notes else member.name
