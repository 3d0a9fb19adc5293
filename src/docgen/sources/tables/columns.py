"""Which column of a table is which field of a record."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from docgen.sources.record import Record

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_OF_YEAR = frozenset(
    [
        "г",
        "год",
        "года",
        "году",
        "годы",
        "на",
        "в",
        "за",
        "план",
        "плановое",
        "значение",
        "тыс",
        "руб",
        "рублей",
    ]
)
_WORD = re.compile(r"[a-zа-я0-9№%]+")
_NUMBERING = frozenset({"№", "№ п п", "п п", "№ пп", "n п п"})
_ASIDE = re.compile(r"\([^()]*\)\s*$|,[^,]*$")


def plain(title: str) -> str:
    """A title as it is compared: letters, figures, № and % alone, in lower case, without ё."""
    return " ".join(_WORD.findall(title.lower().replace("ё", "е")))


@dataclass(frozen=True)
class Column:
    """A place for values in a record: ``path`` leads to the field, ``year`` says of which year the value is."""

    path: tuple[str, ...]
    year: int | None = None
    several: bool = False


@dataclass(frozen=True)
class Wanted:
    """A field that a column may fill: its names, whether it takes a column for each year, or several values in one.

    A list that is read from one text by its own type is left to it.
    """

    path: tuple[str, ...]
    title: str
    names: frozenset[str]
    by_year: bool
    several: bool
    required: bool


class Columns:
    """The columns that a table of such records may have."""

    def __init__(self, record: type[Record]) -> None:
        self.wanted = tuple(_wanted(record))
        self._by_name = {name: one for one in reversed(self.wanted) if not one.by_year for name in one.names}
        self._by_year = [one for one in self.wanted if one.by_year]

    def of(self, title: str) -> Column | None:
        """The column of a title: «Цена, тыс. руб.» is «Цена» where there is nothing nearer."""
        found = self._by_name.get(plain(title)) or self._by_name.get(plain(_ASIDE.sub("", title)))
        if found is not None:
            return Column(found.path, several=found.several)
        return self._of_year(title)

    def is_numbering(self, title: str) -> bool:
        """«№ п/п», where no field is called so: rows are numbered for the reader of the table, not for us."""
        return plain(title) in _NUMBERING

    def _of_year(self, title: str) -> Column | None:
        years = _YEAR.findall(title)
        if len(years) != 1:
            return None
        rest = plain(_YEAR.sub(" ", title))
        for one in self._by_year:
            if rest in one.names or (len(self._by_year) == 1 and set(rest.split()) <= _OF_YEAR):
                return Column(one.path, int(years[0]))
        return None

    def nearest(self, title: str) -> str:
        """The title that was perhaps meant; empty if none is near."""
        names = {name: one.title for one in self.wanted for name in one.names}
        near = difflib.get_close_matches(plain(title), names, n=1, cutoff=0.6)
        return names[near[0]] if near else ""

    def missing(self, found: Sequence[Column]) -> Iterator[Wanted]:
        """The fields that must be filled and have no column."""
        paths = {column.path[: len(one.path)] for one in self.wanted for column in found}
        return (one for one in self.wanted if one.required and one.path not in paths)

    @property
    def told(self) -> str:
        """«Наименование, Количество»: the titles, for a hint."""
        return ", ".join(one.title for one in self.wanted)


@cache
def columns_of(record: type[Record]) -> Columns:
    """The columns of a record type, worked out once."""
    return Columns(record)


def _wanted(record: type[Record], above: tuple[tuple[str, FieldInfo], ...] = ()) -> Iterator[Wanted]:
    for name, field in record.model_fields.items():
        path = (*above, (field.alias or name, field))
        inner = _inner(field.annotation)
        if inner is not None and not above:
            yield from _wanted(inner, path)
            continue
        yield Wanted(
            tuple(key for key, _ in path),
            ": ".join(one.title or key for key, one in path),
            frozenset(map(plain, _names(path))),
            _is_by_year(field.annotation),
            get_origin(field.annotation) in (list, tuple) and not field.metadata,
            all(one.is_required() for _, one in path),
        )


def _names(path: tuple[tuple[str, FieldInfo], ...]) -> Iterator[str]:
    """A field in a record within the row is named with the record, unless it has column names of its own."""
    key, field = path[-1]
    extra = field.json_schema_extra
    aliases: Any = extra.get("columns", ()) if isinstance(extra, dict) else ()
    yield from aliases
    own = [key, *([field.title] if field.title else [])]
    if len(path) == 1:
        yield from own
        return
    outer_key, outer = path[0]
    yield from (f"{prefix} {each}" for prefix in (outer_key, outer.title or outer_key) for each in own)


def _inner(annotation: Any) -> type[Record] | None:
    """The record that a field holds one of; a reference or a value with a text form of its own is a single column."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return None if hasattr(annotation, "from_text") else annotation
    if get_origin(annotation) not in (Union, UnionType):
        return None
    found = [_inner(part) for part in get_args(annotation) if part is not type(None)]
    return found[0] if len(found) == 1 else None


def _is_by_year(annotation: Any) -> bool:
    if get_origin(annotation) is dict:
        return get_args(annotation)[0] is int
    return any(_is_by_year(part) for part in get_args(annotation))
