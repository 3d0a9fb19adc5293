"""Indicators of a programme by year."""

from pydantic import Field

from docgen.model.programme.values import ByYear, Flag
from docgen.model.values import Number
from docgen.sources import Prose, Record


class Indicator(Record):
    """An indicator: base, targets by year, its place in the federal passport."""

    code: str = Field(
        title="Код",
        description="Например П1: им показатель называют в мероприятиях и результатах",
        json_schema_extra={"columns": ["№", "Код показателя", "Номер"]},
    )
    name: Prose = Field(title="Показатель", json_schema_extra={"columns": ["Наименование показателя"]})
    unit: str | None = Field(
        default=None,
        title="Единица измерения",
        description="человек, единиц, процентов",
        json_schema_extra={"columns": ["Ед. изм.", "Единица"]},
    )
    base: Number | None = Field(
        default=None,
        title="Базовое значение",
        description="Значение до начала программы",
        json_schema_extra={"columns": ["База"]},
    )
    base_year: int | None = Field(default=None, title="Базовый год", description="Обычно год до начала")
    values: ByYear = Field(
        default_factory=dict,
        title="Значения по годам",
        description="Год: значение; в таблице по столбцу на год",
    )
    cumulative: Flag = Field(
        default=False, title="Нарастающий итог", description="true – значение включает прошлые годы"
    )
    whole: Flag = Field(default=False, title="Целое число", description="true – люди, предприятия, единицы")
    passport: str | None = Field(
        default=None,
        title="Показатель паспорта",
        description="Ключ показателя федерального проекта из passport.yaml",
        json_schema_extra={"columns": ["Показатель паспорта проекта"]},
    )
    share_of: str | None = Field(
        default=None,
        title="Доля от",
        description="Для доли: код показателя, от которого она считается",
    )
    source: Prose | None = Field(
        default=None,
        title="Источник данных",
        description="Форма статистической отчётности, учётные данные участника",
    )
