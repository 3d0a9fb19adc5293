"""Values that are written as text and read by one function each."""

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from docgen.language.dates import parse_date


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
