"""A table is an untrusted file: what is not plainly a table of the document's own folder is refused with a reason."""

import random
import struct
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from docgen.diagnostics import Problem
from docgen.sources.fewer import MOST
from docgen.sources.tables.book import Book
from docgen.sources.tables.layout import place_of
from docgen.sources.tables.refused import Refused
from tests.sources.tables.workshop import book, loaded, plan, saved, told

GOOD = saved(book(("Наименование", "Цена"), ("Станок", 1)))
SHEET = "xl/worksheets/sheet1.xml"


def changed(part: str, before: str, after: str) -> bytes:
    """The book with a text in one of its parts replaced."""
    made = BytesIO()
    with ZipFile(BytesIO(GOOD)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name).decode()
            assert name != part or before in content
            new.writestr(name, content.replace(before, after, 1) if name == part else content)
    return made.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    """The book with one more part."""
    made = BytesIO(GOOD)
    with ZipFile(made, "a", ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return made.getvalue()


def only(found: list[str]) -> str:
    (problem,) = found
    return problem


@pytest.mark.parametrize(
    ("name", "code", "hint"),
    [
        ("смета.xlsx", "S301", "положите файл в папку plan/x/"),
        ("B.XLSX", "S301", "может быть, b.xlsx?"),
        ("bb.xlsx", "S301", "может быть, b.xlsx?"),
        ("../y/b.xlsx", "S301", "положите файл в папку plan/x/ и напишите его имя"),
        ("/tmp/b.xlsx", "S301", "положите файл в папку plan/x/ и напишите его имя"),
        ("'C:\\Отчёты\\b.xlsx'", "S301", "положите файл в папку plan/x/ и напишите его имя"),
        ("deep/b.xlsx", "S301", "положите файл в папку plan/x/"),
        ("b.xls", "S302", "старый формат Excel: сохраните в Excel как «Книга Excel (.xlsx)»"),
        ("b.xlsm", "S302", "книга с макросами: сохраните в Excel как «Книга Excel (.xlsx)»"),
        ("b.ods", "S302", "таблица LibreOffice: сохраните в Excel как «Книга Excel (.xlsx)»"),
        ("Станки и столы", "S302", "сохраните в Excel как «Книга Excel (.xlsx)»"),
    ],
)
def test_a_name_that_leads_to_no_table_is_told_where_it_is_written(
    tmp_path: Path, name: str, code: str, hint: str
) -> None:
    problem = only(told(tmp_path, f"lines: {name}\n", b_xlsx=GOOD))
    assert problem.startswith(f"x.yaml:1:8 {code} ")
    assert problem.endswith(f" → {hint}")


def test_a_document_without_a_folder_has_no_tables(tmp_path: Path) -> None:
    (tmp_path / "content/plan").mkdir(parents=True)
    assert only(told(tmp_path, "lines: a.xlsx\n")).startswith(
        "x.yaml:1:8 S301 файла «a.xlsx» в папке plan/x/ нет"
    )


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.xlsx"
    outside.write_bytes(GOOD)
    folder = tmp_path / "content/plan/x"
    folder.mkdir(parents=True)
    (folder / "a.xlsx").symlink_to(outside)
    assert (
        only(told(tmp_path, "lines: a.xlsx\n"))
        == "x.yaml:1:8 S301 «a.xlsx» – ссылка, а не файл → скопируйте сам файл"
    )
    (folder / "a.xlsx").unlink()
    (folder / "deep").symlink_to(tmp_path)
    assert "ссылка" in only(told(tmp_path, "lines: deep/outside.xlsx\n"))


def test_a_linked_folder_is_no_folder_of_the_document(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a.xlsx").write_bytes(GOOD)
    (tmp_path / "content/plan").mkdir(parents=True)
    (tmp_path / "content/plan/x").symlink_to(elsewhere)
    assert only(told(tmp_path, "lines: a.xlsx\n")).startswith("x.yaml:1:8 S301")


def test_letters_taken_apart_by_macos_are_the_same_name(tmp_path: Path) -> None:
    folder = tmp_path / "content/plan/x"
    folder.mkdir(parents=True)
    (folder / "Расчёт й.xlsx").write_bytes(GOOD)
    assert len(plan(tmp_path, "lines: Расчёт й.xlsx\n").lines) == 1


def test_an_open_file_is_read_and_told_once(tmp_path: Path) -> None:
    folder = tmp_path / "content/plan/x"
    folder.mkdir(parents=True)
    (folder / "~$a.xlsx").write_bytes(b"")
    found = loaded(tmp_path, "lines: a.xlsx\nothers: a.xlsx\n", a_xlsx=GOOD)
    assert [(problem.rule.code, str(problem.span)) for problem in found.problems] == [
        ("S316", "content/plan/x.yaml:1:8")
    ]
    assert len(found.corpus.documents[0].record.others) == 1


def test_a_name_as_long_as_names_may_be_is_a_name(tmp_path: Path) -> None:
    name = "a" * 251 + ".csv"
    (tmp_path / "content/plan/x").mkdir(parents=True)
    (tmp_path / "content/plan/x" / name).write_text("Наименование;Цена\nСтанок;1\n", encoding="utf-8")
    assert len(plan(tmp_path, f"lines: {name}\n").lines) == 1


@pytest.mark.parametrize("header", ["9" * 5000, "99999999", "²"])
def test_a_header_in_a_row_that_no_table_has_is_told(tmp_path: Path, header: str) -> None:
    yaml = f"lines: {{file: a.xlsx, header: {header}}}\n"
    assert only(told(tmp_path, yaml, a_xlsx=GOOD)).startswith(
        "x.yaml:1:15 S105 здесь ожидается список или таблица"
    )


def test_of_thousands_of_problems_the_first_are_told_and_the_others_counted(tmp_path: Path) -> None:
    rows = "".join(f"=A{row};1\n" for row in range(1000))
    found = loaded(tmp_path, "lines: a.csv\n", a_csv=f"Наименование;Цена\n{rows}").problems
    assert len(found) == MOST
    assert found[-1].message.endswith("не показанных здесь: 800")


def test_a_folder_called_like_a_table_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "content/plan/x/a.xlsx").mkdir(parents=True)
    assert "не файл" in only(told(tmp_path, "lines: a.xlsx\n"))


@pytest.mark.parametrize(
    ("data", "code", "message"),
    [
        (b"", "S302", "файл повреждён"),
        (b"name;price", "S302", "файл повреждён"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "S302", "старом формате Excel или с паролем"),
        (GOOD[:-30], "S302", "файл повреждён"),
        (with_part("xl/vbaProject.bin", b"x"), "S302", "макросы"),
        (with_part("XL/Worksheets/Sheet1.xml", b"<x/>"), "S302", "две части с одним именем"),
        (with_part("xl/x.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"), "S302", "посторонняя разметка"),
        (with_part("xl/x.xml", "<!DOCTYPE x>".encode("utf-16")), "S302", "посторонняя разметка"),
        (with_part("xl/x.xml", b" " * (2 << 20)), "S303", "сжат подозрительно сильно"),
        (with_part("xl/x.bin", random.Random(1).randbytes(9 << 20)), "S303", "больше 8 МБ"),
        (changed(SHEET, "</sheetData>", ""), "S302", "лист книги повреждён"),
        (changed(SHEET, 'r="B1"', 'r="B2"'), "S302", "лист книги повреждён"),
        (changed(SHEET, 'r="B1"', 'r="1B"'), "S302", "лист книги повреждён"),
        (changed(SHEET, '<row r="2"', '<row r="1"'), "S302", "лист книги повреждён"),
        (changed(SHEET, '<row r="2"', '<row r="99999"'), "S302", "повреждён"),
        (
            changed(SHEET, "</sheetData>", "</sheetData><mergeCells><mergeCell/></mergeCells>"),
            "S302",
            "повреждён",
        ),
        (changed(SHEET, "<sheetData>", '<cols><col hidden="1"/></cols><sheetData>'), "S302", "повреждён"),
        (
            with_part("xl/strings.bin", b"\n<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"),
            "S302",
            "посторонняя разметка",
        ),
        (changed("xl/workbook.xml", "<sheets>", "<nothing>"), "S302", "книга Excel повреждена"),
        (changed("xl/worksheets/sheet1.xml", 't="n"', 't="s"'), "S302", "лист «Смета» повреждён"),
    ],
)
def test_a_book_that_is_not_plain_is_refused(tmp_path: Path, data: bytes, code: str, message: str) -> None:
    problem = only(told(tmp_path, "lines: a.xlsx\n", a_xlsx=data))
    assert problem.startswith(f"x.yaml:1:8 {code} ")
    assert message in problem


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("</sheetData>", '<row r="99999"><c r="A99999" t="str"><v>x</v></c></row></sheetData>'),
        ("</sheetData>", '<row r="3"><c r="XFD3" t="str"><v>x</v></c></row></sheetData>'),
        ("</sheetData>", '<row r="19000"><c r="SA19000" t="str"><v>x</v></c></row></sheetData>'),
        ("</sheetData>", f'<row r="3">{"<c/>" * 200_001}</row></sheetData>'),
    ],
)
def test_a_sheet_that_is_too_large_is_refused(tmp_path: Path, before: str, after: str) -> None:
    assert only(told(tmp_path, "lines: a.xlsx\n", a_xlsx=changed(SHEET, before, after))).startswith(
        "x.yaml:1:8 S303"
    )


def test_cells_merged_over_the_whole_sheet_cost_nothing(tmp_path: Path) -> None:
    merged = '<mergeCells count="1"><mergeCell ref="C1:XFD1048576"/></mergeCells>'
    data = changed(SHEET, "</sheetData>", f"</sheetData>{merged}")
    assert len(plan(tmp_path, "lines: a.xlsx\n", a_xlsx=data).lines) == 1


def test_a_sheet_of_millions_of_letters_is_refused(tmp_path: Path) -> None:
    """One text may stand in any number of cells: the size of the file says nothing."""
    text = random.Random(1).randbytes(2_100_000).hex()
    row = f'<row r="3"><c r="A3" t="inlineStr"><is><t>{text}</t></is></c></row>'
    data = changed(SHEET, "</sheetData>", f"{row}</sheetData>")
    assert only(told(tmp_path, "lines: a.xlsx\n", a_xlsx=data)).startswith(
        "x.yaml:1:8 S303 на листе «Смета» больше"
    )


def test_a_lying_size_is_found_out() -> None:
    data = bytearray(GOOD)
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<L", 7)
    with pytest.raises(Refused):
        Book(bytes(data))


@pytest.mark.parametrize(
    ("reference", "place"), [("A1", (1, 1)), ("$C$14", (14, 3)), ("XFD1048576", (1048576, 16384))]
)
def test_a_reference_is_a_place(reference: str, place: tuple[int, int]) -> None:
    assert place_of(reference) == place


@pytest.mark.parametrize("seed", range(300))
def test_a_damaged_book_is_a_problem_never_a_crash(seed: int) -> None:
    """Bytes of the packed file, or of an unpacked part, are changed at random."""
    chance = random.Random(seed)
    data = _spoiled(GOOD, chance) if seed % 2 else _with_spoiled_part(chance)
    with suppress(Refused):
        book = Book(data)
        for name in (None, "Смета"):
            grid, problems = book.grid("a.xlsx", name)
            assert all(isinstance(problem, Problem) for problem in problems)
            assert all(cell.end <= len(grid.source.text) for row in grid.rows for cell in row.cells)


def _spoiled(data: bytes, chance: random.Random) -> bytes:
    spoiled = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        spoiled[chance.randrange(len(spoiled))] = chance.choice(b"<>/\"'&0192A \0\xff")
    return bytes(spoiled[: chance.randint(len(data) // 2, len(data))] if chance.random() < 0.2 else spoiled)


def _with_spoiled_part(chance: random.Random) -> bytes:
    made = BytesIO()
    with ZipFile(BytesIO(GOOD)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        victim = chance.choice(old.namelist())
        for name in old.namelist():
            content = old.read(name)
            if name != victim:
                new.writestr(name, content)
            elif chance.random() < 0.9:
                new.writestr(name, _spoiled(content, chance))
    return made.getvalue()
