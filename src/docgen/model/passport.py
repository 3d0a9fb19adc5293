"""The passport of the federal project: indicators by year, measures, effects, geography, preparation."""

from pydantic import Field

from docgen.model.values import Day, Number, Period, Whole
from docgen.sources import Prose, Record


class PassportIndicator(Record):
    """An indicator of the federal project."""

    name: Prose = Field(title="Название", description="Как в паспорте")
    unit: str = Field(title="Единица измерения", description="Например «человек»")
    cumulative: bool = Field(
        default=False, title="Нарастающий итог", description="Значение года включает предыдущие годы"
    )
    whole: bool = Field(default=True, title="Целое", description="Значения – целые числа")
    values: dict[int, Number] = Field(title="Значения по годам", description="Например {2022: 150 000}")


class Effect(Record):
    """What the project must bring, as a figure."""

    name: Prose = Field(title="Название", description="Что измеряется")
    value: Number = Field(title="Значение", description="Например 85")
    unit: str = Field(title="Единица измерения", description="Например «%»")


class Tools(Record):
    """The tools of a period: what is done in those years."""

    period: Period = Field(title="Годы", description="Например {from: 2022, to: 2022}")
    items: list[Prose] = Field(title="Инструменты", description="По строке на каждый")


class Geography(Record):
    """What the project states of its clusters in a year."""

    year: int = Field(title="Год", description="Например 2022")
    clusters: Whole = Field(title="Кластеров", description="Со средствами федерального бюджета", ge=0)
    without_grant: Whole = Field(
        default=0, title="Без федерального бюджета", description="Кластеров сверх того, без его средств", ge=0
    )
    regions: Whole = Field(title="Субъектов", description="Число субъектов Российской Федерации", ge=0)
    industries: Whole = Field(title="Отраслей", description="Число отраслей", ge=0)
    students: Whole = Field(title="Обучающихся", description="По программам профессионалитета", ge=0)


class ControlTotals(Record):
    """The sums of the cards as they were once reckoned by hand: a slip in a card shows against them."""

    clusters: Whole = Field(title="Кластеров", description="Сумма по карточкам")
    students: Whole = Field(title="Обучающихся", description="Сумма по карточкам")
    enterprises: Whole = Field(title="Предприятий", description="Сумма по карточкам")
    cofunding: Number = Field(title="Софинансирование, млн руб.", description="Сумма по карточкам")


class Step(Record):
    """A step of the preparation; a step whose day is not known has none."""

    text: Prose = Field(title="Шаг", description="Что делается")
    date: Day | None = Field(
        default=None, title="Дата", description="Если известно, какая из дат – этого шага"
    )


class Preparation(Record):
    """The calendar of the preparation."""

    dates: list[Day] = Field(title="Даты", description="Все даты графика, по порядку")
    steps: list[Step] = Field(title="Шаги", description="Все шаги графика")


class Passport(Record):
    """``content/reference/passport.yaml``."""

    title: Prose = Field(title="Название", description="Полное название проекта")
    period: Period = Field(title="Период", description="Годы, на которые заданы показатели")
    indicators: dict[str, PassportIndicator] = Field(
        title="Показатели", description="По ключам: на них ссылаются показатели программ"
    )
    measures: list[Prose] = Field(
        default_factory=list, title="Мероприятия", description="Мероприятия федерального проекта"
    )
    tools: list[Tools] = Field(
        default_factory=list, title="Инструменты", description="Инструменты реализации по периодам"
    )
    results: list[Prose] = Field(
        default_factory=list, title="Эффекты", description="Эффекты, не выраженные числом"
    )
    effects: dict[str, Effect] = Field(
        default_factory=dict, title="Эффекты в числах", description="Например доля трудоустроенных"
    )
    geography: Geography | None = Field(
        default=None, title="География", description="Сколько кластеров, субъектов и отраслей в проекте"
    )
    totals: ControlTotals | None = Field(
        default=None, title="Контрольные суммы", description="Суммы по карточкам отраслей, сверенные вручную"
    )
    preparation: Preparation | None = Field(
        default=None, title="Подготовительная работа", description="Календарь подготовки программ"
    )
    explained: dict[str, Prose] = Field(
        default_factory=dict,
        title="Пояснения",
        description="Почему карточки расходятся с паспортом: regions – число субъектов, clusters – число "
        "кластеров, industries – число отраслей, students и enterprises – показатели года",
    )
