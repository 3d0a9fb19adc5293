"""A list of which one element may be written without the list's dash."""

from typing import Any, Generic, TypeVar, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

T = TypeVar("T")


class OneOrMany(Generic[T]):
    """Annotation for a tuple that may be written as a single element: ``to: irpo`` or ``to: [irpo, gup]``.

    The value is a plain ``tuple``.
    """

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        (element,) = get_args(source)
        many = handler(tuple[element, ...])  # type: ignore[valid-type]
        return core_schema.no_info_before_validator_function(_as_many, many)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        many = handler(schema["schema"])  # type: ignore[typeddict-item]
        return {"anyOf": [many["items"], many]}


def _as_many(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]
