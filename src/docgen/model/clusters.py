"""The cards of industries: where clusters are proposed and what they promise together."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from pydantic import Field

from docgen.model.titled import Titled
from docgen.model.values import Number, Whole
from docgen.sources import Prose, Record, Registry


class Approach(Titled):
    """How the clusters of an industry were chosen."""

    REGIONAL = "regional", "регионально-отраслевой"
    TERRITORIAL = "territorial", "территориально-отраслевой"
    INDUSTRIAL = "industrial", "отраслевой"


class Proposer(Enum):
    """Whose proposal a region is; ``UNSAID`` where the card does not tell."""

    REGION = "by_regions"
    INDUSTRY = "by_industry"
    UNSAID = "proposed"

    @property
    def field(self) -> str:
        """The field of the card."""
        return self.value


@dataclass(frozen=True)
class Proposal:
    """A region named by a card: how it is written, by whom it was proposed, where it stands."""

    region: str
    by: Proposer
    position: int


class Card(Record):
    """What the card of an industry says; what it leaves unsaid stays empty."""

    industry: str = Field(title="Отрасль", description="Ключ из industries.yaml")
    approach: Approach | None = Field(
        default=None, title="Подход к формированию кластеров", description=Approach.told()
    )
    clusters: Whole | None = Field(
        default=None, title="Кластеров", description="Число кластеров на карточке", ge=0
    )
    without_grant: list[str] = Field(
        default_factory=list,
        title="Без средств федерального бюджета",
        description="Регионы из перечней карточки, чьи кластеры не получают средств федерального бюджета",
    )
    by_regions: list[str] = Field(
        default_factory=list,
        title="Предложения регионов",
        description="По строке на предложение, как на карточке",
    )
    by_industry: list[str] = Field(
        default_factory=list,
        title="Предложения отрасли",
        description="По строке на предложение, как на карточке",
    )
    proposed: list[str] = Field(
        default_factory=list,
        title="Предложения, автор которых не назван",
        description="Перечень субъектов, о котором карточка не говорит, кто его предложил",
    )
    students: Whole | None = Field(
        default=None,
        title="Обучающихся",
        description="Обучающихся колледжей, трансформируемых в рамках проекта",
        ge=0,
    )
    enterprises: Whole | None = Field(
        default=None, title="Предприятий-партнёров", description="Число предприятий на карточке", ge=0
    )
    cofunding: Number | None = Field(
        default=None,
        title="Софинансирование, млн руб.",
        description="Софинансирование за счёт предприятий-партнёров, в миллионах рублей",
        ge=0,
    )
    explained: dict[str, Prose] = Field(
        default_factory=dict,
        title="Пояснения",
        description="Почему карточка расходится сама с собой: clusters – число кластеров и строк перечня",
    )

    def proposals(self) -> Iterator[Proposal]:
        """Every row of the card's lists."""
        for by in Proposer:
            regions: list[str] = getattr(self, by.field)
            for position, region in enumerate(regions):
                yield Proposal(region, by, position)


class Clusters(Registry[Card]):
    """``content/reference/clusters.yaml``."""

    def of_industry(self, industry: str) -> Card | None:
        """The card of an industry."""
        return next((card for card in self.root.values() if card.industry == industry), None)
