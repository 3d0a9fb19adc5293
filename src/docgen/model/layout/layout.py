"""The layout (макет) of a programme: its sections, tables, choices and demands, as data that a methodologist edits.

A programme names its layout; rules, scaffold, template and the checks of finished papers read the same one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from pydantic import Field

from docgen.model.layout.demands import (
    Approval,
    Block,
    FundingDirection,
    FundingSource,
    Limits,
    ParticipantKind,
    Side,
    SigningRule,
)
from docgen.model.layout.parts import (
    Choice,
    Column,
    ColumnType,
    Component,
    ComponentSetting,
    FreeTable,
    Point,
    ProseNeed,
    Section,
)
from docgen.model.values import Period
from docgen.sources import Prose, Record

__all__ = [
    "Approval",
    "Block",
    "Choice",
    "Column",
    "ColumnType",
    "Component",
    "ComponentSetting",
    "FreeTable",
    "FundingDirection",
    "FundingSource",
    "Layout",
    "Limits",
    "NumberedPoint",
    "ParticipantKind",
    "Participating",
    "Point",
    "ProseNeed",
    "Section",
    "Side",
    "Signature",
    "SigningRule",
]


@dataclass(frozen=True)
class NumberedPoint:
    """A point with its number («1.2») and its section."""

    number: str
    section: Section
    point: Point


class Participating(Protocol):
    """What signing rules ask of a participant."""

    @property
    def key(self) -> str:
        """How the programme refers to it."""
        ...

    @property
    def kind(self) -> ParticipantKind | None:
        """What it is to the cluster; ``None`` while it is not written."""
        ...

    @property
    def federal(self) -> bool:
        """Whether it belongs to the Federation."""
        ...


@dataclass(frozen=True)
class Signature:
    """A signature that a programme must bear: ``side`` is «region», «founder:<key>» or a participant's key."""

    side: str
    rule: SigningRule


class Layout(Record):
    """``content/reference/layouts/<id>.yaml``."""

    title: Prose = Field(title="Название", description="Полное название макета", min_length=1)
    basis: Prose | None = Field(
        default=None, title="Основание", description="Чем утверждён макет или откуда он взят"
    )
    period: Period = Field(title="Период", description="Годы, на которые составляется программа")
    sections: list[Section] = Field(title="Разделы", description="По порядку")
    tables: dict[str, FreeTable] = Field(
        default_factory=dict, title="Свободные таблицы", description="Таблицы, описанные самим макетом"
    )
    components: dict[str, ComponentSetting] = Field(
        default_factory=dict,
        title="Встроенные составляющие",
        description="Названия и обязательность таблиц и рисунков, которые строит docgen",
    )
    front: list[str] = Field(
        default_factory=list,
        title="Перед разделами",
        description="Составляющие и таблицы между оглавлением и первым разделом",
    )
    back: list[str] = Field(
        default_factory=list,
        title="После разделов",
        description="Составляющие и таблицы между последним разделом и листом подписей",
    )
    blocks: list[Block] = Field(
        default_factory=list, title="Блоки мероприятий", description="По порядку печати"
    )
    sources: list[FundingSource] = Field(
        default_factory=list, title="Источники финансирования", description="По порядку печати"
    )
    directions: list[FundingDirection] = Field(
        default_factory=list, title="Направления расходования", description="По порядку печати"
    )
    signatories: list[SigningRule] = Field(
        default_factory=list, title="Подписи", description="Кто подписывает программу, по порядку подписей"
    )
    approvals: list[Approval] = Field(
        default_factory=list, title="Грифы", description="Грифы на титульном листе"
    )
    limits: Limits = Field(
        default_factory=Limits, title="Границы", description="Числа, с которыми сверяется программа"
    )

    def points(self) -> Iterator[NumberedPoint]:
        """Every point with its number, in order."""
        for first, section in enumerate(self.sections, 1):
            for second, point in enumerate(section.points, 1):
                yield NumberedPoint(f"{first}.{second}", section, point)

    def required_points(self) -> Iterator[NumberedPoint]:
        """The points whose text must be written."""
        return (one for one in self.points() if one.point.prose is ProseNeed.REQUIRED)

    def section(self, key: str) -> Section | None:
        """The section with a key."""
        return next((section for section in self.sections if section.key == key), None)

    def find(self, section: str, point: str) -> NumberedPoint | None:
        """The point with a key in a section."""
        return next((n for n in self.points() if (n.section.key, n.point.key) == (section, point)), None)

    def number_of(self, section: str) -> int | None:
        """The number of a section, from 1."""
        keys = [each.key for each in self.sections]
        return keys.index(section) + 1 if section in keys else None

    def shown_at(self, name: "Component | str") -> NumberedPoint | None:
        """The point at which a component or a free table is printed."""
        wanted = name.value if isinstance(name, Component) else name
        return next((one for one in self.points() if wanted in one.point.shows), None)

    def printed(self) -> Iterator[str]:
        """The names of all components and free tables that are printed, in the order of printing."""
        yield from self.front
        for one in self.points():
            yield from one.point.shows
        yield from self.back

    def setting(self, component: Component) -> ComponentSetting:
        """What the layout says of a component; what it says nothing of is not required."""
        return self.components.get(component.value) or ComponentSetting()

    def title_of(self, name: "Component | str") -> str:
        """The caption of a component or a free table.

        Raises:
            KeyError: the layout knows no such table.
        """
        if isinstance(name, str) and name in self.tables:
            return self.tables[name].title
        component = component_named(name) if isinstance(name, str) else name
        if component is None:
            raise KeyError(name)
        return self.setting(component).title or component.title

    def choices(self) -> Iterator[NumberedPoint]:
        """The points at which exactly one of several ways must be chosen."""
        return (one for one in self.points() if one.point.exactly_one_of)

    def signatures(self, participants: Iterable[Participating]) -> Iterator[Signature]:
        """Who must sign, in the order of signing."""
        everyone = list(participants)
        for rule in self.signatories:
            if rule.side is Side.REGION:
                yield Signature("region", rule)
                continue
            prefix = "founder:" if rule.side is Side.FOUNDER else ""
            for one in everyone:
                if one.kind in rule.kinds and (one.federal or not rule.federal):
                    yield Signature(f"{prefix}{one.key}", rule)


def component_named(name: str) -> Component | None:
    """The built-in component with a name."""
    return next((component for component in Component if component.value == name), None)
