"""Books are saved in memory, and are the same as openpyxl saves them."""

import io
import zipfile

import pytest
from openpyxl import Workbook
from openpyxl.worksheet import _writer

from docgen.render.saving import saved


def book() -> Workbook:
    made = Workbook()
    for name in ("Первый", "Второй"):
        page = made.create_sheet(name)
        for number in range(3):
            page.append([name, number, "Строка & знак"])
    return made


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist() if name != "docProps/core.xml"}


def test_a_book_needs_no_temporary_file_that_could_be_torn(monkeypatch: pytest.MonkeyPatch) -> None:
    own = io.BytesIO()
    book().save(own)

    def full(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(_writer, "create_temporary_file", full)
    assert parts(saved(book())) == parts(own.getvalue())
