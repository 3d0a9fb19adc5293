"""Tables beside a source: CSV and XLSX → the rows of a programme's records."""

import tempfile
from functools import cache
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook

from docgen.diagnostics import Source
from docgen.kinds import programme
from docgen.sources import parse, structure
from docgen.sources.tables import attach
from tests.fuzz.mutation import package
from tests.fuzz.mutation.text import spoilt_csv
from tests.fuzz.target import Target
from tests.fuzz.targets.sources import CONTENT, verdict
from tests.sources.tables.workshop import Plan

_PROGRAMMES = CONTENT / "programme"


@cache
def _folder() -> Path:
    """A folder of this process's own for the table and its name."""
    return Path(tempfile.mkdtemp(prefix="docgen-fuzz-")) / "plan" / "x"


def csv_seeds() -> list[bytes]:
    """The tables of the project, and small ones with every kind of column."""
    rows = "Наименование;Источник;Цена;Год;Значение;2026;2027\nСтанок с ЧПУ;grant;1 200,50;2025;10;1;2\n"
    total = "Итого;;1 200,50;;;1;2\n"
    texts = [
        rows + total,
        rows.replace(";", "\t"),
        rows.replace(";", ","),
        "sep=;\n" + rows,
        '"Наименование";"Цена"\n"а ""б""";"1"\n',
    ]
    written = [text.encode() for text in texts] + [
        rows.encode("cp1251"),
        rows.encode("utf-16"),
        b"\xef\xbb\xbf" + rows.encode(),
    ]
    return written + [path.read_bytes() for path in sorted(_PROGRAMMES.rglob("*.csv"))]


def xlsx_seeds() -> list[bytes]:
    """The books of the project, and small ones."""
    kept = (path.read_bytes() for path in sorted(_PROGRAMMES.rglob("*.xlsx")))
    return [package.settled(seed) for seed in (_book(), _book(merged=True), *kept)]


def _book(merged: bool = False) -> bytes:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row in (
        ["Наименование", "Источник", "Цена", 2026],
        ["Станок", "grant", 1200.5, "=C2*2"],
        ["Итого", None, 1200.5, 1],
    ):
        sheet.append(row)
    if merged:
        sheet.merge_cells("A2:A3")
        sheet.row_dimensions[3].hidden = True
        workbook.create_sheet("Пустой")
    made = BytesIO()
    workbook.save(made)
    return made.getvalue()


def _attempt(data: bytes, name: str) -> str:
    """Read the table into a record with every kind of column, and as the estimate of a programme."""
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    told = ""
    for text, record in (
        (f"lines: {name}\nfree:\n  x: {name}\n", Plan),
        (f"estimate: {name}\n", programme.KIND.record),
    ):
        tree, _ = parse(Source("plan/x.yaml", text))
        assert tree is not None
        attached = attach(tree, record, folder, "plan/x")
        _, wrong = structure(tree, record)
        told = told or verdict(attached.problems)
        verdict([one for one in wrong if not attached.told(one.span)])
    return told


CSV = Target("csv", ".csv", csv_seeds, spoilt_csv, lambda data: _attempt(data, "t.csv"), 10.0)
XLSX = Target("xlsx", ".xlsx", xlsx_seeds, package.spoilt, lambda data: _attempt(data, "t.xlsx"), 20.0)
