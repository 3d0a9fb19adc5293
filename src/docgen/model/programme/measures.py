"""Tasks of a programme, and the measures that carry them out."""

from pydantic import Field

from docgen.model.programme.values import Codes, Several, When
from docgen.model.values import Number
from docgen.sources import Prose, Record


class Task(Record):
    """A task on the way to the goal."""

    code: str = Field(
        title="Код",
        description="Например З1: им задачу называют в мероприятиях",
        json_schema_extra={"columns": ["№", "Код задачи", "Номер"]},
    )
    text: Prose = Field(
        title="Задача",
        description="С неопределённой формы глагола: «обновить …», «создать …»",
        json_schema_extra={"columns": ["Формулировка", "Текст"]},
    )


class Measure(Record):
    """A measure of the plan: what, when, who, with what result."""

    code: str = Field(
        title="Код",
        description="Например 1.2: им мероприятие называют в смете",
        json_schema_extra={"columns": ["№", "Код мероприятия", "Номер"]},
    )
    block: str | None = Field(
        default=None,
        title="Блок",
        description="Ключ или название блока мероприятий из макета",
        json_schema_extra={"columns": ["Блок мероприятий", "Направление"]},
    )
    text: Prose = Field(
        title="Мероприятие", json_schema_extra={"columns": ["Наименование мероприятия", "Наименование"]}
    )
    tasks: Codes = Field(
        default=(),
        title="Задачи",
        description="Коды задач, которые решает мероприятие",
        json_schema_extra={"columns": ["Коды задач", "Задача"]},
    )
    indicators: Codes = Field(
        default=(),
        title="Показатели",
        description="Коды показателей, на которые влияет мероприятие",
        json_schema_extra={"columns": ["Коды показателей", "Показатель"]},
    )
    start: When | None = Field(
        default=None,
        title="Начало",
        description="Дата, месяц, квартал или год: «март 2022 г.»",
        json_schema_extra={"columns": ["Дата начала", "Срок начала"]},
    )
    end: When | None = Field(
        default=None,
        title="Окончание",
        description="Дата, месяц, квартал или год: «II квартал 2024 г.»",
        json_schema_extra={"columns": ["Дата окончания", "Срок окончания", "Срок"]},
    )
    owner: str | None = Field(
        default=None,
        title="Ответственный",
        description="Ключ участника кластера",
        json_schema_extra={"columns": ["Ответственный исполнитель"]},
    )
    executors: Several[str] = Field(
        default=(), title="Соисполнители", description="Ключи участников; в таблице через точку с запятой"
    )
    result: Prose | None = Field(
        default=None,
        title="Результат",
        description="Чем подтверждается выполнение",
        json_schema_extra={"columns": ["Ожидаемый результат"]},
    )
    money: Number | None = Field(
        default=None,
        title="Объём финансирования, тыс. рублей",
        description="Итог сметы по мероприятию за все годы; 0 – не требует средств",
        json_schema_extra={"columns": ["Финансирование, тыс. рублей", "Объём финансирования"]},
    )
