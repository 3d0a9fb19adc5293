"""Kinds and reference data of which only the names are known until somebody asks for more.

Loading the record types, rules and views of everything there is takes longer than making one document; and who makes
a protocol needs nothing of a programme.
"""

from functools import cached_property
from importlib import import_module
from typing import Any, cast

from docgen.corpus.kind import Kind, Reference
from docgen.diagnostics import Rule


class _LaterKind:
    """Stands for the kind that a module calls ``KIND``, and loads the module when more than name and title is asked."""

    def __init__(self, name: str, title: str, module: str) -> None:
        self.name, self.title, self._module = name, title, module

    @cached_property
    def _kind(self) -> Kind[Any, Any]:
        kind: Kind[Any, Any] = import_module(self._module).KIND
        return kind

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what copying and pickling ask for
            raise AttributeError(name)
        return getattr(self._kind, name)


class _LaterReference(Reference):
    """Its record and its rules are told as «module:name»."""

    def __init__(self, name: str, title: str, record: str, rules: str, *, folder: bool) -> None:
        vars(self).update(name=name, title=title, folder=folder, _record=record, _rules=rules)

    @cached_property
    def record(self) -> type[Any]:
        return cast("type[Any]", _named(vars(self)["_record"]))

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        return cast("tuple[Rule, ...]", _named(vars(self)["_rules"]))

    def holds_any(self, record_types: tuple[type, ...]) -> bool:
        return vars(self)["_record"] in {f"{one.__module__}:{one.__qualname__}" for one in record_types}


def later_kind(name: str, title: str, module: str) -> Kind[Any, Any]:
    """The kind that a module calls ``KIND``; name and title are those it has there."""
    return cast("Kind[Any, Any]", _LaterKind(name, title, module))


def later_reference(name: str, title: str, record: str, rules: str, *, folder: bool = False) -> Reference:
    """Reference data whose record and rules are found as «module:name»."""
    return _LaterReference(name, title, record, rules, folder=folder)


def _named(place: str) -> Any:
    module, _, name = place.partition(":")
    return getattr(import_module(module), name)
