"""What a programme is expected to give, and what may go wrong."""

from pydantic import Field

from docgen.model.titled import Titled
from docgen.model.values import Number
from docgen.sources import Prose, Record


class ResultKind(Titled):
    """What a result influences."""

    SOCIAL = "social", "социально-экономическая сфера региона"
    INDUSTRY = "industry", "конкурентоспособность отрасли"


class Result(Record):
    """An expected result: measurable, by a year."""

    text: Prose = Field(
        title="Результат", json_schema_extra={"columns": ["Ожидаемый результат", "Наименование"]}
    )
    kind: ResultKind | None = Field(
        default=None,
        title="На что влияет",
        description=ResultKind.told(),
        json_schema_extra={"columns": ["Вид результата", "Сфера влияния"]},
    )
    indicator: str | None = Field(
        default=None, title="Показатель", description="Код показателя, которым результат измеряется"
    )
    value: Number | None = Field(default=None, title="Значение")
    unit: str | None = Field(
        default=None,
        title="Единица измерения",
        json_schema_extra={"columns": ["Ед. изм.", "Единица"]},
    )
    year: int | None = Field(default=None, title="Год", description="К какому году")


class Risk(Record):
    """A risk: how likely, how grave, what is done about it and by whom."""

    name: Prose = Field(title="Риск", json_schema_extra={"columns": ["Наименование риска"]})
    category: str | None = Field(
        default=None,
        title="Категория",
        description="Например: финансовый, организационный, кадровый, технологический, правовой",
        json_schema_extra={"columns": ["Категория риска"]},
    )
    likelihood: int | None = Field(
        default=None, title="Вероятность", description="От 1 (маловероятно) до 5 (почти неизбежно)"
    )
    impact: int | None = Field(
        default=None,
        title="Влияние",
        description="От 1 (незаметное) до 5 (срыв программы)",
        json_schema_extra={"columns": ["Последствия", "Тяжесть последствий"]},
    )
    mitigation: Prose | None = Field(
        default=None,
        title="Меры минимизации",
        json_schema_extra={"columns": ["Пути минимизации", "Меры по минимизации"]},
    )
    owner: str | None = Field(
        default=None,
        title="Ответственный",
        description="Ключ участника кластера",
        json_schema_extra={"columns": ["Владелец риска"]},
    )
    trigger: Prose | None = Field(
        default=None,
        title="Признак наступления",
        description="По чему видно, что риск наступает",
        json_schema_extra={"columns": ["Триггер"]},
    )

    @property
    def level(self) -> int | None:
        """Likelihood × impact; ``None`` while either is not written."""
        if self.likelihood is None or self.impact is None:
            return None
        return self.likelihood * self.impact
