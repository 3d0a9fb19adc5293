"""A reference to something that is described once: by key, or in place."""

import re
from collections.abc import Iterator
from typing import Any, Generic, TypeVar, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from docgen.diagnostics import Span
from docgen.sources import Record, Scalar
from docgen.sources.record import holding_records

T = TypeVar("T", bound=Record)

KEY = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
_SEVERAL = re.compile(rf"{KEY.pattern}(?:[\s,;]+{KEY.pattern})+")


class Ref(Generic[T]):
    """Either a ``key`` of the reference data, or a record written ``inline``.

    A text that does not look like a key (Latin letters, digits, hyphens) is itself the thing: «Иванов Иван Иванович»
    makes a person of it through the record's ``from_text``.
    """

    __slots__ = ("inline", "key", "span")

    def __init__(self, key: str | None = None, inline: T | None = None, span: Span | None = None) -> None:
        self.key, self.inline, self.span = key, inline, span

    def __repr__(self) -> str:
        return f"Ref({self.key or self.inline!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Ref) and (self.key, self.inline) == (other.key, other.inline)

    def __hash__(self) -> int:
        return hash(self.key)  # records may hold lists, which have no hash

    def __reduce__(self) -> Any:
        return Ref, (self.key, self.inline)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        (record_type,) = get_args(source)

        def validate(value: Any, inner: core_schema.ValidatorFunctionWrapHandler) -> Ref[Any]:
            if isinstance(value, Ref):
                return value
            if not isinstance(value, str):
                record = inner(value)
                return cls(inline=record, span=record.at())
            span = value.span if isinstance(value, Scalar) else None
            if KEY.fullmatch(value):
                return cls(key=str(value), span=span)
            if _SEVERAL.fullmatch(value):
                listed = ", ".join(KEY.findall(value))
                raise ValueError(f"несколько ключей в одной строке | запишите списком: [{listed}]")
            return cls(inline=record_type.from_text(value), span=span)

        return core_schema.no_info_wrap_validator_function(validate, handler(record_type))

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string"}, handler(schema["schema"])]}


def refs_in(value: Any) -> "Iterator[tuple[type[Record] | None, str, Ref[Any]]]":
    """All references within a record: the record they stand in, the field's name, the reference."""
    if isinstance(value, Record):
        for name in holding_records(type(value)):
            for ref in _refs_of(getattr(value, name)):
                yield type(value), name, ref
                if ref.inline is not None:
                    yield from refs_in(ref.inline)
            for record in _records_of(getattr(value, name)):
                yield from refs_in(record)


def _refs_of(value: Any) -> Iterator[Ref[Any]]:
    if isinstance(value, Ref):
        yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _refs_of(item)


def _records_of(value: Any) -> Iterator[Record]:
    if isinstance(value, Record):
        yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _records_of(item)
