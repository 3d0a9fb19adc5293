"""Typed records that remember where they were written."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, ClassVar, Generic, TypeVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, PrivateAttr, RootModel, model_validator
from pydantic.functional_validators import ModelWrapValidatorHandler

from docgen.diagnostics import Source, Span
from docgen.sources.tree import Mapping, Node, Scalar, child, find, name_span


class ProseMark:
    """Marks a field as running text: the text rules read it, the typography mends it."""


Prose = Annotated[str, ProseMark()]


class _Located(BaseModel):
    """What records and registries share: the node they were read from."""

    _node: Mapping | None = PrivateAttr(None)
    nowhere: ClassVar[Span] = Source("<данные>", "").span(0, 0)

    @property
    def node(self) -> Mapping | None:
        """The YAML node; ``None`` for a record made by code or sent to another process."""
        private = self.__pydantic_private__  # as ``_node`` says it, without pydantic's detour
        return private["_node"] if private else None

    def at(self, *path: str | int) -> Span:
        """The place of a field, of an item of a list in it…; of the record itself where the path ends early."""
        node = self.node
        return find(node, path) if node is not None else self.nowhere

    def at_name(self, key: str) -> Span:
        """The place of a key rather than of its value."""
        node = self.node
        return name_span(node, key) if node is not None else self.nowhere

    def scalar(self, *path: str | int) -> Scalar | None:
        """The text at a path as it was written."""
        node: Node | None = self.node
        for step in path:
            node = child(node, step) if node is not None else None
        return node if isinstance(node, Scalar) else None

    def has(self, key: str) -> bool:
        """Whether the key was written, even with nothing after it."""
        node = self.node
        return node is not None and key in node

    def __getstate__(self) -> dict[Any, Any]:
        # The tree stays at home: a record that travels to a worker process leaves its places behind.
        state = super().__getstate__()
        private = state.get("__pydantic_private__")
        if private:
            state["__pydantic_private__"] = {**private, "_node": None}
        return state


class Record(_Located):
    """A record with named fields: nothing unknown is accepted, nothing changes afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True, revalidate_instances="never")

    @model_validator(mode="wrap")
    @classmethod
    def _remember(cls, value: Any, handler: ModelWrapValidatorHandler["Record"]) -> "Record":
        if not isinstance(value, Mapping):
            return handler(value)
        record = handler(cls._written(value))
        record._node = value
        return record

    @classmethod
    def _written(cls, value: Mapping) -> dict[str, Node]:
        """What holds something; and keys that are no fields, whatever they hold: nothing that was written is lost."""
        written = value.written()
        if len(written) < len(value):
            fields = cls.model_fields
            known = {*fields, *(field.alias for field in fields.values())}
            written |= {key: node for key, node in value.items() if key not in known}
        return written

    def records(self) -> "Iterator[Record]":
        """This record and all within it."""
        yield self
        for name in holding_records(type(self)):
            yield from _records_in(getattr(self, name))


@cache
def holding_records(record: type[BaseModel]) -> tuple[str, ...]:
    """The names of the fields in which other records may stand, themselves or behind references."""
    return tuple(name for name, field in record.model_fields.items() if _may_hold(field.annotation))


def _may_hold(annotation: Any) -> bool:
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _may_hold(parts[0])
    if parts:
        return hasattr(origin, "inline") or any(map(_may_hold, parts))
    if not isinstance(annotation, type):
        return annotation is not Ellipsis
    return issubclass(annotation, _Located | list | tuple | dict) or hasattr(annotation, "inline")


def _records_in(value: Any) -> Iterator[Record]:
    if isinstance(value, Record):
        yield from value.records()
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _records_in(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _records_in(item)
    elif hasattr(value, "inline"):
        yield from _records_in(value.inline)


R = TypeVar("R", bound=Record)


class Registry(_Located, RootModel[dict[str, R]], Generic[R]):
    """A file of records by key: people, organisations, groups."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="wrap")
    @classmethod
    def _remember(cls, value: Any, handler: Any) -> Any:
        if not isinstance(value, Mapping):
            return handler(value)
        registry = handler(dict(value))
        registry._node = value
        return registry

    def get(self, key: str) -> R | None:
        """The record under a key."""
        return self.root.get(key)

    @property
    def keys(self) -> list[str]:
        """All keys, as written."""
        return list(self.root)

    def records(self) -> Iterator[Record]:
        """All records and what is within them."""
        for record in self.root.values():
            yield from record.records()
