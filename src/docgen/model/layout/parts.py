"""What a layout (макет) consists of: sections, points, choices, tables, what docgen prints by itself."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema

from docgen.sources import Prose, Record


class Component(Enum):
    """What docgen makes of a programme's data and prints at a point of the layout."""

    MISSION = "mission"
    GOAL = "goal"
    TASKS = "tasks"
    TASK_MATRIX = "task_matrix"
    VARIANT = "variant"
    PARTICIPANTS = "participants"
    STRUCTURE_CHART = "structure_chart"
    GOVERNING_BODY = "governing_body"
    MEASURES = "measures"
    MEASURES_GANTT = "measures_gantt"
    INDICATORS = "indicators"
    INDICATORS_CHART = "indicators_chart"
    FUNDING = "funding"
    FUNDING_SOURCES = "funding_sources"
    FUNDING_DIRECTIONS = "funding_directions"
    FUNDING_CHART = "funding_chart"
    ESTIMATE = "estimate"
    RESULTS = "results"
    RISKS = "risks"
    RISK_MATRIX = "risk_matrix"
    LEGAL_ACTS = "legal_acts"
    ABBREVIATIONS = "abbreviations"

    @property
    def title(self) -> str:
        """The caption that a layout need not write."""
        return _TITLES[self]

    @property
    def is_figure(self) -> bool:
        """Whether it is a picture («Рисунок 1») rather than text or a table («Таблица 1»)."""
        return self in _FIGURES

    @property
    def is_text(self) -> bool:
        """Whether it is printed as running text, without a caption."""
        return self in _TEXTS


_TITLES = {
    Component.MISSION: "Миссия",
    Component.GOAL: "Стратегическая цель",
    Component.TASKS: "Задачи",
    Component.TASK_MATRIX: "Соответствие задач, мероприятий и показателей",
    Component.VARIANT: "Организационная форма кластера",
    Component.PARTICIPANTS: "Участники кластера и их функции",
    Component.STRUCTURE_CHART: "Организационная структура кластера",
    Component.GOVERNING_BODY: "Состав органа управления кластером",
    Component.MEASURES: "План-график мероприятий программы",
    Component.MEASURES_GANTT: "Сроки реализации мероприятий программы",
    Component.INDICATORS: "Показатели реализации программы по годам",
    Component.INDICATORS_CHART: "Динамика показателей программы",
    Component.FUNDING: "Финансовое обеспечение программы по источникам и направлениям",
    Component.FUNDING_SOURCES: "Финансовое обеспечение программы по источникам",
    Component.FUNDING_DIRECTIONS: "Направления расходования средств",
    Component.FUNDING_CHART: "Структура финансового обеспечения программы",
    Component.ESTIMATE: "Смета расходов",
    Component.RESULTS: "Ожидаемые результаты реализации программы",
    Component.RISKS: "Риски реализации программы и меры по их минимизации",
    Component.RISK_MATRIX: "Карта рисков реализации программы",
    Component.LEGAL_ACTS: "Нормативные правовые акты",
    Component.ABBREVIATIONS: "Перечень сокращений",
}
_FIGURES = frozenset(
    {
        Component.STRUCTURE_CHART,
        Component.MEASURES_GANTT,
        Component.INDICATORS_CHART,
        Component.FUNDING_CHART,
        Component.RISK_MATRIX,
    }
)
_TEXTS = frozenset({Component.MISSION, Component.GOAL, Component.TASKS, Component.VARIANT})


class ProseNeed(Enum):
    """Whether a point wants text of its authors."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    NONE = "none"


_KEY = re.compile(r"[a-z0-9][a-z0-9_-]*")


def _key(text: str) -> str:
    if _KEY.fullmatch(text) is None:
        raise ValueError(f"ключ «{text}» не годится | строчные латинские буквы, цифры, подчёркивание")
    return text


PartKey = Annotated[
    str, AfterValidator(_key), WithJsonSchema({"type": "string", "pattern": f"^{_KEY.pattern}$"})
]


class Named(Record):
    """A part of the layout that documents refer to by its key."""

    key: PartKey = Field(
        title="Ключ",
        description="Строчные латинские буквы, цифры, подчёркивание; по нему на часть ссылаются программы",
    )
    title: Prose = Field(title="Название", description="Как печатается в документе", min_length=1)
    aliases: list[str] = Field(
        default_factory=list,
        title="Другие названия",
        description="Равнозначные формулировки: их принимает docgen verify в готовых документах",
    )
    hint: Prose | None = Field(
        default=None, title="Подсказка", description="Что и как написать: её видят авторы в заготовке"
    )

    @property
    def wordings(self) -> tuple[str, ...]:
        """The title and everything that counts as the same."""
        return (self.title, *self.aliases)


class Choice(Named):
    """One of the ways to do something; it may offer a choice of its own."""

    exactly_one_of: list["Choice"] = Field(
        default_factory=list, title="Ровно одно из", description="Варианты, из которых выбирают один"
    )

    def ways(self) -> "Iterator[tuple[Choice, ...]]":
        """Every complete decision: this choice and what was chosen within it."""
        for inner in self.exactly_one_of:
            yield from ((self, *way) for way in inner.ways())
        if not self.exactly_one_of:
            yield (self,)


class Point(Named):
    """A required point of a section."""

    prose: ProseNeed = Field(
        default=ProseNeed.REQUIRED,
        title="Текст",
        description="required – нужен текст (по умолчанию), optional – по желанию, none – без текста",
    )
    at_least: int | None = Field(
        default=None,
        title="Не короче, знаков",
        description="С какого объёма текст считается написанным",
        ge=1,
    )
    shows: list[str] = Field(
        default_factory=list,
        title="Печатается здесь",
        description="Встроенные составляющие и свободные таблицы, в порядке печати",
    )
    exactly_one_of: list[Choice] = Field(
        default_factory=list,
        title="Ровно одно из",
        description="Варианты, из которых программа выбирает один; ключи – ключи раздела structure",
    )


class Section(Named):
    """A section of the document."""

    points: list[Point] = Field(title="Пункты", description="Обязательные пункты раздела, по порядку")


class ColumnType(Enum):
    """What the cells of a column hold."""

    TEXT = "text"
    NUMBER = "number"
    INTEGER = "integer"
    DATE = "date"


class Column(Named):
    """A column of a free table."""

    type: ColumnType = Field(
        default=ColumnType.TEXT,
        title="Вид значений",
        description="text – текст (по умолчанию), number – число, integer – целое число, date – дата",
    )
    required: bool = Field(
        default=False, title="Обязательна", description="Ни одна ячейка столбца не может быть пустой"
    )


class FreeTable(Record):
    """A table that a layout adds without any programming."""

    title: Prose = Field(title="Название", description="Подпись таблицы", min_length=1)
    hint: Prose | None = Field(
        default=None, title="Подсказка", description="Что внести в таблицу: её видят авторы в заготовке"
    )
    required: bool = Field(
        default=False, title="Обязательна", description="Без таблицы программа не считается написанной"
    )
    columns: list[Column] = Field(title="Столбцы", description="По порядку печати")
    at_least: int = Field(
        default=1, title="Не меньше строк", description="Наименьшее число строк заполненной таблицы", ge=1
    )
    landscape: bool = Field(
        default=False, title="Альбомный лист", description="Печатать на листе альбомной ориентации"
    )

    def column(self, key: str) -> Column | None:
        """The column with a key."""
        return next((column for column in self.columns if column.key == key), None)


class ComponentSetting(Record):
    """What a layout says of a built-in component."""

    title: Prose | None = Field(default=None, title="Название", description="Подпись вместо обычной")
    required: bool = Field(
        default=False, title="Обязательна", description="Без неё программа не считается написанной"
    )
    at_least: int = Field(
        default=1, title="Не меньше строк", description="Наименьшее число строк заполненной таблицы", ge=1
    )
    landscape: bool = Field(
        default=False, title="Альбомный лист", description="Печатать на листе альбомной ориентации"
    )
