"""Values that are written as text and read by one function each."""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from docgen.language.dates.day import parse_date
from docgen.language.numbers.numerals import parse_number
from docgen.sources import Record

__all__ = ["Day", "Number", "Period", "Whole", "parse_number"]


def _day(value: Any) -> Any:
    return parse_date(value) if isinstance(value, str) else value


Day = Annotated[
    date,
    BeforeValidator(_day),
    WithJsonSchema(
        {
            "type": "string",
            "description": "Дата: 2023-11-08, 08.11.2023 или «8 ноября 2023 г.»",
            "examples": ["2023-11-08", "08.11.2023"],
        }
    ),
]


_LONGEST = 25  # what is longer no budget holds, and exact arithmetic would not stay exact
_UNSURE = re.compile(r"[-−–+]?([1-9]\d{0,2})\.(\d{3})")


def _number(value: Any) -> Any:
    """«85 %» is 85: where a number is per cent, the unit says so."""
    if not isinstance(value, str):
        return value
    text = value.strip().removesuffix("%").rstrip()
    unsure = _UNSURE.fullmatch(text)
    if unsure is not None:
        whole, rest = unsure.groups()
        raise ValueError(
            f"«{text}» – неясно, тысячи это или дробь | запишите {whole} {rest} или {whole},{rest}"
        )
    if len(text) > _LONGEST:
        raise ValueError(f"«{text[:20]}…» – слишком длинное число | запишите не больше {_LONGEST} знаков")
    return parse_number(text)


def _whole(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    number = _number(value)
    if number != number.to_integral_value():
        raise ValueError(f"«{value.strip()}» – не целое число | например: 19 465")
    return int(number)


Number = Annotated[
    Decimal,
    BeforeValidator(_number),
    WithJsonSchema({"type": "number", "description": "Число: 253,2 или 1 709,4"}),
]
"""A number as an office writes it, exact."""

Whole = Annotated[
    int,
    BeforeValidator(_whole),
    WithJsonSchema({"type": "number", "description": "Целое число: 19465 или 19 465"}),
]
"""A whole number as an office writes it."""


class Period(Record):
    """Years from the first to the last: ``{from: 2022, to: 2024}``."""

    first: int = Field(alias="from", title="Первый год", description="Например 2022", ge=1990, le=2100)
    last: int = Field(alias="to", title="Последний год", description="Например 2024", ge=1990, le=2100)

    @model_validator(mode="after")
    def _forwards(self) -> "Period":
        if self.last < self.first:
            raise ValueError(f"период кончается ({self.last}) раньше, чем начинается ({self.first})")
        return self

    @property
    def years(self) -> range:
        """Every year of the period."""
        return range(self.first, self.last + 1)

    def __str__(self) -> str:
        return f"{self.first}–{self.last}"
