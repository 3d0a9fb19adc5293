"""The money of a programme: source × direction × year, and the itemised estimate; thousand roubles everywhere."""

from decimal import Decimal

from pydantic import Field

from docgen.model.programme.values import ByYear
from docgen.model.values import Number
from docgen.sources import Prose, Record

THOUSANDS = "тыс. рублей"


class FundingLine(Record):
    """What one source gives for one direction, by year."""

    source: str = Field(
        title="Источник",
        description="Ключ или название источника из макета",
        json_schema_extra={"columns": ["Источник финансирования"]},
    )
    direction: str = Field(
        title="Направление",
        description="Ключ или название направления расходов из макета",
        json_schema_extra={"columns": ["Направление расходов", "Направление расходования средств"]},
    )
    amounts: ByYear = Field(
        default_factory=dict,
        title="Суммы по годам",
        description="Год: тыс. рублей; в таблице по столбцу на год",
    )
    total: Number | None = Field(
        default=None,
        title="Всего",
        description="Итог строки, если он указан; сверяется с суммой по годам",
        json_schema_extra={"columns": ["Итого", "Всего, тыс. рублей", "Итого, тыс. рублей"]},
    )

    @property
    def sum(self) -> Decimal:
        """The amounts of all years."""
        return sum(self.amounts.values(), Decimal())


class StatedTotal(Record):
    """A total that the authors state: of a source, of a direction, or of everything; it is compared with the rows."""

    source: str | None = Field(default=None, title="Источник", description="Если это итог по источнику")
    direction: str | None = Field(
        default=None, title="Направление", description="Если это итог по направлению"
    )
    amounts: ByYear = Field(default_factory=dict, title="Суммы по годам", description="Год: тыс. рублей")
    total: Number | None = Field(default=None, title="Всего", description="За все годы, тыс. рублей")


class EstimateLine(Record):
    """A line of the estimate."""

    number: str | None = Field(
        default=None, title="Номер строки", json_schema_extra={"columns": ["№", "№ п/п", "Номер"]}
    )
    name: Prose = Field(
        title="Наименование расходов",
        json_schema_extra={"columns": ["Наименование", "Статья расходов", "Предмет расходов"]},
    )
    direction: str | None = Field(
        default=None,
        title="Направление",
        description="Ключ или название направления расходов из макета",
        json_schema_extra={"columns": ["Направление расходов"]},
    )
    source: str | None = Field(
        default=None,
        title="Источник",
        description="Ключ или название источника из макета",
        json_schema_extra={"columns": ["Источник финансирования"]},
    )
    measure: str | None = Field(
        default=None,
        title="Мероприятие",
        description="Код мероприятия, на которое идут средства",
        json_schema_extra={"columns": ["Код мероприятия"]},
    )
    year: int | None = Field(default=None, title="Год", description="Год расходов")
    quantity: Number | None = Field(
        default=None, title="Количество", json_schema_extra={"columns": ["Кол-во"]}
    )
    unit: str | None = Field(
        default=None,
        title="Единица измерения",
        json_schema_extra={"columns": ["Ед. изм.", "Единица"]},
    )
    price: Number | None = Field(
        default=None,
        title="Цена, тыс. рублей",
        description="Цена единицы в тысячах рублей",
        json_schema_extra={"columns": ["Цена", "Цена за единицу, тыс. рублей"]},
    )
    sum: Number | None = Field(
        default=None,
        title="Сумма, тыс. рублей",
        description="Количество × цена, в тысячах рублей",
        json_schema_extra={"columns": ["Сумма", "Стоимость, тыс. рублей"]},
    )
