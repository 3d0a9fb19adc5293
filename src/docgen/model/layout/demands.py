"""What a layout demands of measures, money, signatures and figures."""

from enum import Enum

from pydantic import Field

from docgen.model.layout.parts import Named
from docgen.model.titled import Titled
from docgen.model.values import Number
from docgen.sources import Prose, Record


class ParticipantKind(Titled):
    """What an organisation is to the cluster."""

    BASE_COLLEGE = "base_college", "базовый колледж", "базовая образовательная организация"
    COLLEGE = "college", "колледж-участник", "колледж", "сетевая образовательная организация"
    ENTERPRISE = "enterprise", "предприятие-партнёр", "предприятие", "работодатель"
    UNIVERSITY = "university", "образовательная организация высшего образования", "вуз", "университет"
    AUTHORITY = "authority", "орган власти", "орган исполнительной власти"
    ASSOCIATION = "association", "объединение работодателей"
    OTHER = "other", "иной участник", "иная организация"

    @property
    def is_college(self) -> bool:
        """Whether it teaches professions: it may receive the grant."""
        return self in (ParticipantKind.BASE_COLLEGE, ParticipantKind.COLLEGE)


class Block(Named):
    """A block of measures."""

    required: bool = Field(
        default=True, title="Обязателен", description="В блоке должно быть хотя бы одно мероприятие"
    )


class FundingSource(Named):
    """Where money comes from."""

    grant: bool = Field(default=False, title="Грант", description="Это средства гранта")
    cofunding: bool = Field(
        default=False, title="Софинансирование", description="Засчитывается в долю софинансирования"
    )


class FundingDirection(Named):
    """What money is spent on."""

    grant_eligible: bool | None = Field(
        default=None,
        title="Можно за счёт гранта",
        description="true – можно, false – нельзя; без значения – не проверяется",
    )


class Side(Enum):
    """Who signs a programme."""

    REGION = "region"
    FOUNDER = "founder"
    PARTICIPANT = "participant"


class SigningRule(Record):
    """Who must sign, told by what the organisation is; the order of rules is the order of signatures."""

    side: Side = Field(
        title="Сторона",
        description="region – субъект РФ, founder – учредитель участника, participant – сам участник",
    )
    kinds: list[ParticipantKind] = Field(
        default_factory=list,
        title="Чьи подписи",
        description="Виды участников, о которых правило; для региона не нужны",
    )
    federal: bool = Field(
        default=False, title="Только федеральные", description="Правило – только о федеральных участниках"
    )
    required: bool = Field(
        default=True, title="Обязательна", description="Без этой подписи программа неполна"
    )
    title: Prose = Field(title="Название стороны", description="Например: субъект Российской Федерации")


class Approval(Record):
    """A block in the upper part of the title page."""

    heading: Prose = Field(title="Гриф", description="УТВЕРЖДАЮ или СОГЛАСОВАНО")
    side: Side = Field(title="Сторона", description="region, founder или participant")
    kinds: list[ParticipantKind] = Field(
        default_factory=list, title="Виды участников", description="Чьи грифы: для side: participant"
    )


class Limits(Record):
    """Figures that a programme is measured against; what is not written is not checked."""

    mission_at_most: int | None = Field(
        default=None, title="Миссия: не длиннее, знаков", description="Например 600", ge=1
    )
    tasks_at_least: int | None = Field(default=None, title="Задач: не меньше", description="Например 3", ge=1)
    ano_founders_at_least: int | None = Field(
        default=None, title="Учредителей АНО: не меньше", description="Соучредительство – от двух", ge=1
    )
    risks_at_least: int | None = Field(
        default=None, title="Рисков: не меньше", description="Например 5", ge=1
    )
    risk_categories_at_least: int | None = Field(
        default=None, title="Категорий рисков: не меньше", description="Например 2", ge=1
    )
    employment_at_least: Number | None = Field(
        default=None, title="Трудоустройство: не ниже, %", description="Например 85", ge=0, le=100
    )
    grant_per_year: Number | None = Field(
        default=None, title="Грант в год: не больше, тыс. руб.", description="Из правил предоставления", ge=0
    )
    grant_total: Number | None = Field(
        default=None, title="Грант всего: не больше, тыс. руб.", description="Из правил предоставления", ge=0
    )
    cofunding_at_least: Number | None = Field(
        default=None,
        title="Софинансирование: не меньше, % гранта",
        description="Доля внебюджетных средств по отношению к гранту",
        ge=0,
    )
    rounding: Number | None = Field(
        default=None,
        title="Округление, тыс. руб.",
        description="Расхождение сумм, которое объясняется округлением",
        ge=0,
    )
