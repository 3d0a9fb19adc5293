"""What the tests of tables are made of: a record with every kind of column, folders with tables, reports as text."""

from collections.abc import Sequence
from decimal import Decimal
from enum import Enum
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from pydantic import Field

from docgen.corpus import DocumentRecord, Kind, Loaded, load
from docgen.diagnostics.report.text import render
from docgen.model.values import Number
from docgen.sources import Prose, Record
from docgen.sources.rows import Rows


class Source(Enum):
    GRANT = "grant"
    REGION = "region"


class Base(Record):
    year: int | None = Field(default=None, title="Год")
    value: Number | None = Field(default=None, title="Значение")


class Line(Record):
    name: Prose = Field(title="Наименование", json_schema_extra={"columns": ["Что закупается"]})
    source: Source | None = Field(default=None, title="Источник")
    price: Number | None = Field(default=None, title="Цена")
    base: Base | None = Field(default=None, title="База")
    amounts: dict[int, Number] = Field(default_factory=dict, title="Суммы по годам")


class Plan(DocumentRecord):
    lines: Rows[Line] = Field(default_factory=Rows, title="Строки")
    others: Rows[Line] | None = Field(default=None, title="Ещё строки")
    free: dict[str, Rows[dict[str, str]]] = Field(default_factory=dict, title="Свободные таблицы")


PLAN: Kind[Any, Any] = Kind("plan", "План", Plan, None, None)  # type: ignore[arg-type]


def book(*rows: Sequence[Any], name: str = "Смета", **sheets: Sequence[Sequence[Any]]) -> Workbook:
    """A workbook with a sheet of rows, and others by name."""
    workbook = Workbook()
    first = workbook.active
    assert first is not None
    first.title = name
    for row in rows:
        first.append(list(row))
    for title, others in sheets.items():
        sheet = workbook.create_sheet(title)
        for row in others:
            sheet.append(list(row))
    return workbook


def saved(workbook: Workbook) -> bytes:
    """The bytes of a workbook."""
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def loaded(root: Path, yaml: str, **files: Workbook | bytes | str) -> Loaded:
    """A workspace with one plan and the files of its folder, read; «_» in a name is a dot."""
    folder = root / "content" / "plan" / "x"
    folder.mkdir(parents=True, exist_ok=True)
    folder.with_suffix(".yaml").write_text(yaml, encoding="utf-8")
    for name, content in files.items():
        data = saved(content) if isinstance(content, Workbook) else content
        path = folder / name.replace("_", ".")
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return load(root, [PLAN], [])


def plan(root: Path, yaml: str, **files: Workbook | bytes | str) -> Plan:
    """The plan, which has no problems."""
    found = loaded(root, yaml, **files)
    assert not found.problems, render(found.problems)
    (document,) = found.corpus.of(Plan)
    assert isinstance(document.record, Plan)
    return document.record


def told(root: Path, yaml: str, **files: Workbook | bytes | str) -> list[str]:
    """What is wrong: place, code, message, hint."""
    return [
        f"{problem.span.source.path.removeprefix('content/plan/')}{_place(problem)} {problem.rule.code} "
        f"{problem.message} → {problem.hint}"
        for problem in loaded(root, yaml, **files).problems
    ]


def _place(problem: Any) -> str:
    return str(problem.span).removeprefix(problem.span.source.path)


def lines(record: Plan) -> list[tuple[str, Decimal | None, dict[int, Decimal]]]:
    """The rows, short."""
    return [(line.name, line.price, line.amounts) for line in record.lines]
