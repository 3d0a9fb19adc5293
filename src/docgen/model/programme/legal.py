"""The acts that a programme rests on, and the abbreviations it uses."""

from pydantic import Field

from docgen.model.values import Day
from docgen.sources import Prose, Record


class LegalAct(Record):
    """A legal act that the programme refers to."""

    title: Prose = Field(
        title="Название акта",
        description="В кавычках-ёлочках не нужно: «Об образовании в Российской Федерации» – без кавычек",
        json_schema_extra={"columns": ["Наименование", "Заголовок"]},
    )
    kind: Prose | None = Field(
        default=None,
        title="Вид акта",
        description="Федеральный закон, указ, постановление, распоряжение, приказ",
        json_schema_extra={"columns": ["Вид"]},
    )
    issuer: Prose | None = Field(
        default=None,
        title="Кем принят",
        description="В родительном падеже: Правительства Российской Федерации; у закона не нужно",
        json_schema_extra={"columns": ["Орган", "Принявший орган"]},
    )
    date: Day | None = Field(default=None, title="Дата")
    number: str | None = Field(default=None, title="Номер", description="Без знака №: 273-ФЗ")
    repealed_by: Prose | None = Field(
        default=None, title="Чем отменён", description="Если акт утратил силу: каким актом"
    )


class Abbreviation(Record):
    """An abbreviation and what it stands for."""

    short: str = Field(title="Сокращение", description="Как в тексте: СПО, МТБ, КЦП")
    meaning: Prose = Field(
        title="Расшифровка",
        description="Со строчной буквы, если это не имя собственное",
        json_schema_extra={"columns": ["Значение", "Полное наименование"]},
    )
