"""What is written about a portfolio: ``content/portfolio/<id>.yaml``; all figures come from the programmes."""

from enum import Enum

from pydantic import Field

from docgen.corpus import DocumentRecord
from docgen.model.values import Day, Number, Period
from docgen.sources import Prose, Record


class Method(Enum):
    """How values that stand out are told."""

    MAD = "mad"
    IQR = "iqr"


class OutlierOptions(Record):
    """From where on a value stands out."""

    method: Method = Field(
        default=Method.MAD,
        title="Способ",
        description="mad – устойчивая z-оценка по медиане отклонений; iqr – межквартильный размах (Тьюки)",
    )
    threshold: Number | None = Field(
        default=None,
        gt=0,
        title="Порог",
        description="Для mad обычно 3,5, для iqr – 1,5; без значения берётся обычный порог",
    )
    at_least: int = Field(
        default=5,
        ge=3,
        title="Не меньше программ",
        description="По меньшему числу программ судить нельзя: выбросы не ищутся",
    )


class CopyOptions(Record):
    """From where on a text counts as copied."""

    share: Number = Field(
        default=50,
        gt=0,
        le=100,
        validate_default=True,
        title="Доля, %",
        description="Какая доля более короткого текста должна совпасть",
    )
    words: int = Field(
        default=40,
        ge=10,
        title="Не меньше слов",
        description="Сколько слов должно совпасть подряд или частями",
    )


class Portfolio(DocumentRecord):
    """Сводный отчёт по программам развития кластеров."""

    title: Prose | None = Field(
        default=None,
        title="Название",
        description="По умолчанию «Сводный отчёт по программам развития образовательно-производственных центров "
        "(кластеров)»",
    )
    period: Period | None = Field(
        default=None,
        title="Период",
        description="Годы: {from: 2022, to: 2024}; берутся программы на эти годы",
    )
    as_of: Day | None = Field(
        default=None, title="По состоянию на", description="День, на который составлен отчёт"
    )
    layout: str | None = Field(
        default=None,
        title="Макет",
        description="Если нужны программы только одного макета: имя файла из content/reference/layouts/",
    )
    place: Prose | None = Field(default=None, title="Место", description="Город на титульном листе")
    outliers: OutlierOptions = Field(default_factory=OutlierOptions, title="Выбросы")
    copies: CopyOptions = Field(default_factory=CopyOptions, title="Совпадения текстов")
