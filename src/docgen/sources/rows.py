"""Rows of a table as records, and the totals that its authors state beneath them."""

from collections.abc import Callable, Mapping
from typing import Annotated, Any, TypeVar, get_args

from pydantic import BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from docgen.diagnostics import Span
from docgen.sources.record import Record
from docgen.sources.tree import Mapping as Located
from docgen.sources.tree import find

T = TypeVar("T")

TOTAL = "total_row"
"""The key that makes a row of YAML a stated total: ``{total_row: Итого, sum: 1 250,5}``."""

_ROW, _TOTAL = "<row>", "<total>"  # pydantic names them in an error's place; no key is called so


class Total:
    """A row that begins «Итого» or «Всего»: no record, but what the authors say the rows above add up to.

    ``label`` is its first cell, ``after`` the number of records above it, ``get("sum")`` the value of a field, read
    as the field's type reads it; ``at("sum")`` a place.
    """

    __slots__ = ("after", "label", "node", "values")

    def __init__(
        self, label: str, values: Mapping[str, Any], after: int = 0, node: Located | None = None
    ) -> None:
        self.label, self.values, self.after, self.node = label, dict(values), after, node

    def get(self, field: str) -> Any:
        """The stated value of a field; ``None`` where nothing is stated."""
        return self.values.get(field)

    def at(self, *path: str | int) -> Span:
        """The place of a value; of the row itself where the path ends early."""
        return find(self.node, path) if self.node is not None else Record.nowhere

    def __reduce__(self) -> Any:
        # Like a record it leaves its places behind when it travels to a worker process.
        return Total, (self.label, self.values, self.after)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Total) and self.__reduce__() == other.__reduce__()

    __hash__ = None  # type: ignore[assignment]  # it holds a dictionary

    def __repr__(self) -> str:
        return f"Total({self.label!r}, {self.values!r}, after={self.after})"


class Rows(list[T]):
    """A list of records that is written in YAML or in a table beside it (XLSX, CSV); ``totals`` are kept apart.

    >>> lines: Rows[EstimateLine] = Field(default_factory=Rows, title="Смета")
    """

    totals: tuple[Total, ...] = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        (row,) = get_args(source) or (Any,)
        read = handler(row)
        if isinstance(row, type) and issubclass(row, Record):
            total = core_schema.no_info_wrap_validator_function(_total, _total_schema(row, handler))
            read = core_schema.tagged_union_schema({_ROW: read, _TOTAL: total}, discriminator=_tag)
        return core_schema.no_info_after_validator_function(
            _parted,
            core_schema.list_schema(read),
            serialization=core_schema.plain_serializer_function_ser_schema(list),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        items: Any = schema["schema"]["items_schema"]
        rows = [handler(items["choices"][_ROW]), _TOTAL_JSON] if "choices" in items else [handler(items)]
        return {"anyOf": [{"type": "array", "items": {"anyOf": rows}}, *_FILE_JSON]}


def row_type(annotation: Any) -> Any:
    """What the rows of a ``Rows[…]`` are; ``None`` for any other annotation."""
    origin = getattr(annotation, "__origin__", None)
    return (get_args(annotation) or (Any,))[0] if origin is Rows else None


def _tag(value: Any) -> str:
    return _TOTAL if isinstance(value, dict) and TOTAL in value else _ROW


def _total_schema(row: type[BaseModel], handler: GetCoreSchemaHandler) -> CoreSchema:
    """A total states what it likes of a row's fields, each in the field's own way."""
    fields = {TOTAL: core_schema.typed_dict_field(core_schema.str_schema())}
    for name, field in row.model_fields.items():
        read = handler.generate_schema(
            Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
        )
        fields[field.alias or name] = core_schema.typed_dict_field(read, required=False)
    return core_schema.typed_dict_schema(fields, extra_behavior="forbid")


def _total(value: Any, handler: Callable[[Any], dict[str, Any]]) -> Total:
    node = value if isinstance(value, Located) else None
    values = handler(node.written() if node is not None else value)
    return Total(values.pop(TOTAL), values, node=node)


def _parted(items: list[Any]) -> "Rows[Any]":
    rows: Rows[Any] = Rows()
    totals = []
    for item in items:
        if isinstance(item, Total):
            totals.append(Total(item.label, item.values, len(rows), item.node))
        else:
            rows.append(item)
    rows.totals = tuple(totals)
    return rows


_TOTAL_JSON = {
    "type": "object",
    "required": [TOTAL],
    "properties": {
        TOTAL: {"type": "string", "title": "Итог", "description": "Подпись итоговой строки: «Итого»"}
    },
    "additionalProperties": True,
}
_FILE_JSON = [
    {
        "type": "string",
        "pattern": r"\.([xX][lL][sS][xX]|[cC][sS][vV])$",
        "description": "Таблица Excel или CSV в папке рядом с исходником: estimate.xlsx",
    },
    {
        "type": "object",
        "required": ["file"],
        "properties": {
            "file": {"type": "string", "title": "Файл", "description": "Таблица в папке рядом с исходником"},
            "sheet": {"type": "string", "title": "Лист", "description": "Если листов несколько"},
            "header": {
                "type": "integer",
                "title": "Строка заголовков",
                "description": "Если она не находится сама",
            },
        },
        "additionalProperties": False,
    },
]
