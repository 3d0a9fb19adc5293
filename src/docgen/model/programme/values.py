"""Values that a programme's tables are written with, each read by one function."""

import re
from typing import Annotated, Any, TypeVar

from pydantic import (
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from docgen.language.dates.period_reading import parse_period
from docgen.language.dates.periods import Period
from docgen.model.markdown.tree import Markdown
from docgen.model.values import Number
from docgen.sources import Mapping

T = TypeVar("T")


ByYear = dict[int, Number]
"""Year → number; in a table a column for each year."""


class _Split:
    """Reads «а; б» as a list: that is how a cell of a table holds several."""

    def __init__(self, signs: str) -> None:
        self.sign = re.compile(signs)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._parts, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        many = handler(schema)
        return {"anyOf": [many["items"], many]}

    def _parts(self, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        return [part for piece in self.sign.split(value) if (part := piece.strip())]


Several = Annotated[tuple[T, ...], _Split(r"[;\n]")]
"""A list; as one text, its elements are parted by semicolons."""

Codes = Annotated[tuple[str, ...], _Split(r"[;,\s]+")]
"""Codes of tasks, measures, indicators: «П1, П2»."""


def _flag(value: Any) -> Any:
    return _FLAGS.get(value.strip().lower(), value) if isinstance(value, str) else value


_FLAGS = {"да": True, "есть": True, "+": True, "x": True, "нет": False, "-": False, "–": False, "—": False}

Flag = Annotated[bool, BeforeValidator(_flag)]
"""true and false; in a table «да» and «нет»."""


def _period(value: Any) -> Period:
    if isinstance(value, Period):
        return value
    if not isinstance(value, str):
        raise ValueError("здесь ожидается дата или период | например: 15 марта 2022 г., март 2022 г.")
    found = parse_period(value)
    if not found.has_year:
        raise ValueError(f"в «{value}» не указан год | например: март 2022 г.")
    return found


When = Annotated[
    Period,
    PlainValidator(_period),
    WithJsonSchema(
        {"type": "string", "examples": ["2022-03-15", "март 2022 г.", "II квартал 2022 г.", "2023 год"]}
    ),
]
"""A day, a month, a quarter, a year: it begins on ``first`` and ends on ``last``."""


def _written(value: Any) -> Any:
    """A mapping without what is not written yet, at both levels."""
    if not isinstance(value, Mapping):
        return value
    return {
        key: node.written() if isinstance(node, Mapping) else node for key, node in value.written().items()
    }


def _or_nothing(schema: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": {"anyOf": [schema, {"type": "null"}]}}


Sections = Annotated[
    dict[str, dict[str, Markdown]],
    BeforeValidator(_written),
    WithJsonSchema(_or_nothing(_or_nothing({"type": "string"}))),
]
"""Section → point → text."""
