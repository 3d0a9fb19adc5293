"""Tables beside a source put into its tree, where the source names them."""

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, cast, get_args, get_origin

from pydantic import BaseModel

from docgen.diagnostics import Problem, Severity, Source, Span
from docgen.sources.problems import WRONG_SHAPE
from docgen.sources.record import Record
from docgen.sources.rows import row_type
from docgen.sources.tables import problems as said
from docgen.sources.tables.book import Book
from docgen.sources.tables.columns import columns_of
from docgen.sources.tables.file import bytes_of, is_open, path_in
from docgen.sources.tables.filling import mappings, records
from docgen.sources.tables.grid import Grid
from docgen.sources.tables.header import find_header
from docgen.sources.tables.refused import Refused
from docgen.sources.tables.separated import decoded, grids, wrong_cells
from docgen.sources.tree import Mapping, Node, Scalar, Sequence

_ROW = re.compile(r"[0-9]{1,7}")


@dataclass
class Attached:
    """What was read besides the source: the sheets and files, what is wrong in them, and where nothing was read."""

    sources: list[Source] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: list[Span] = field(default_factory=list)

    @cached_property
    def _wrong(self) -> set[tuple[str, int]]:
        errors = [problem.span for problem in self.problems if problem.severity is Severity.ERROR]
        return {(span.source.path, span.start) for span in (*self.unread, *errors)}

    def told(self, span: Span) -> bool:
        """Whether a place is already complained of: what depends on it need not be told."""
        return (span.source.path, span.start) in self._wrong


def attach(tree: Mapping, record: type[Any], folder: Path, shown: str) -> Attached:
    """Put a list of rows in place of every name of a table; ``shown`` is the folder as messages name it."""
    reader = _Attaching(folder, shown)
    for place in list(_places(tree, record)):
        reader.fill(place)
    return reader.attached


def detach(tree: Mapping, record: type[Any]) -> None:
    """Put an empty list in place of every name of a table: the source is looked at without them."""
    for place in list(_places(tree, record)):
        place.put(_nothing(place.named))


@dataclass(frozen=True)
class _Place:
    """A name of a table in the tree, and what its rows are."""

    parent: Mapping
    key: str
    named: Scalar | Mapping
    rows: Any

    def put(self, rows: Sequence) -> None:
        self.parent[self.key] = rows


def _places(node: Node | None, annotation: Any) -> Iterator[_Place]:
    """Every name of a table under a node that is read as the annotation says."""
    if node is None or not _has_rows(annotation):
        return
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if isinstance(node, Mapping):
            for name, one in annotation.model_fields.items():
                key = one.alias or name
                yield from _places_at(node, key, one.annotation)
    elif get_origin(annotation) in (list, tuple):
        for item in node if isinstance(node, Sequence) else ():
            yield from _places(item, get_args(annotation)[0])
    elif get_origin(annotation) is dict:
        for key in list(node) if isinstance(node, Mapping) else ():
            yield from _places_at(node, key, get_args(annotation)[1])  # type: ignore[arg-type]
    else:
        for part in get_args(annotation):
            yield from _places(node, part)


def _places_at(parent: Mapping, key: str, annotation: Any) -> Iterator[_Place]:
    node = parent.get(key)
    rows = _rows_in(annotation)
    if rows is None:
        yield from _places(node, annotation)
    elif isinstance(node, Mapping) or (isinstance(node, Scalar) and not node.absent):
        yield _Place(parent, key, node, rows)


def _rows_in(annotation: Any) -> Any:
    """The row type of ``Rows[…]`` or of ``Rows[…] | None``."""
    found = row_type(annotation)
    if found is None and get_origin(annotation) not in (list, tuple, dict):
        found = next((rows for part in get_args(annotation) if (rows := row_type(part)) is not None), None)
    return found


def _has_rows(annotation: Any) -> bool:
    return _mentions_rows(cast("Hashable", annotation))


@cache
def _mentions_rows(annotation: Hashable) -> bool:
    return any(row_type(part) is not None for part in _parts(annotation, set()))


def _parts(annotation: Any, seen: set[Any]) -> Iterator[Any]:
    """An annotation and all that it is made of, each record once."""
    yield annotation
    inner = get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation not in seen:
        seen.add(annotation)
        inner = tuple(one.annotation for one in annotation.model_fields.values())
    for part in inner:
        yield from _parts(part, seen)


class _Attaching:
    """Reads the tables of one document; a book is opened once, whatever the number of sheets that are named."""

    def __init__(self, folder: Path, shown: str) -> None:
        self.folder, self.shown = folder, shown
        self.attached = Attached()
        self._books: dict[Path, Book] = {}
        self._open: set[Path] = set()

    def fill(self, place: _Place) -> None:
        """Read the table of a place and put its rows there; nothing, and a problem, where it cannot be read."""
        try:
            name, sheet, header = _asked(place.named)
            path = path_in(self.folder, name)
            self._note_open(path, place.named)
            shown = f"{self.shown}/{path.relative_to(self.folder).as_posix()}"
            if path.suffix.lower() == ".csv":
                grid, problems = _separated(path, shown, place.rows)
            else:
                grid, problems = self._book(path).grid(shown, sheet)
            self.attached.sources.append(grid.source)
            self.attached.problems += problems
            rows, problems = _rows(grid, place.rows, header)
        except Refused as refused:
            self.attached.problems.append(refused.rule.at(_span(place.named), refused.message, refused.hint))
            rows, problems = _nothing(place.named), []
            self.attached.unread.append(place.named.span)
        self.attached.problems += problems
        place.put(rows)

    def _book(self, path: Path) -> Book:
        if path not in self._books:
            self._books[path] = Book(bytes_of(path))
        return self._books[path]

    def _note_open(self, path: Path, named: Scalar | Mapping) -> None:
        if is_open(path) and path not in self._open:
            self._open.add(path)
            self.attached.problems.append(
                said.OPEN_NOW.at(
                    _span(named), f"файл «{path.name}» открыт в другой программе", "сохраните и закройте его"
                )
            )


def _asked(named: Scalar | Mapping) -> tuple[str, str | None, int | None]:
    """File, sheet and header row, as the source names them."""
    if isinstance(named, Scalar):
        return str(named), None, None
    asked = {key: str(value) for key, value in named.written().items() if isinstance(value, Scalar)}
    header = asked.get("header")
    if "file" not in asked or set(named) - {"file", "sheet", "header"} or not _ROW.fullmatch(header or "1"):
        raise Refused(
            WRONG_SHAPE,
            "здесь ожидается список или таблица: {file: …, sheet: …, header: номер строки}",
            "начните строки с «- » или назовите файл",
        )
    return asked["file"], asked.get("sheet"), int(header) if header and int(header) else None


def _separated(path: Path, shown: str, rows: Any) -> tuple[Grid, list[Problem]]:
    """The table of a CSV under the separator that gives the columns which are looked for."""
    source = Source(shown, decoded(bytes_of(path)))
    possible = grids(source)
    if _is_record(rows):
        columns = columns_of(rows)
        possible.sort(key=lambda grid: -_known(grid, columns))
    return possible[0], list(wrong_cells(possible[0]))


def _known(grid: Grid, columns: Any) -> int:
    try:
        return len(find_header(grid, columns).columns)
    except Refused:
        return 0


def _rows(grid: Grid, rows: Any, header: int | None) -> tuple[Sequence, list[Problem]]:
    return records(grid, rows, header) if _is_record(rows) else mappings(grid, header)


def _is_record(rows: Any) -> bool:
    return isinstance(rows, type) and issubclass(rows, Record)


def _nothing(named: Scalar | Mapping) -> Sequence:
    rows = Sequence(named.source, named.start)
    rows.end = named.end
    return rows


def _span(named: Scalar | Mapping) -> Span:
    if isinstance(named, Scalar):
        return named.span
    file = named.get("file")
    return file.span if isinstance(file, Scalar) else named.span
