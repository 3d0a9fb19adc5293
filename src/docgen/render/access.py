"""Which names of a value a template may read: fields of data, and nothing that runs."""

from collections.abc import Hashable
from dataclasses import fields, is_dataclass
from functools import cache


def readable(kind: type) -> frozenset[str]:
    """The names of a dataclass, a record or a named tuple; none of anything else."""
    return _readable(kind)


@cache
def _readable(kind: Hashable) -> frozenset[str]:
    assert isinstance(kind, type)
    if is_dataclass(kind):
        names = [one.name for one in fields(kind)]
    else:
        named = getattr(kind, "_fields", ()) if issubclass(kind, tuple) else ()
        names = list(getattr(kind, "__pydantic_fields__", {})) or list(named)
    return frozenset(name for name in names if not name.startswith("_"))
