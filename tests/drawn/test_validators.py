"""The validators of ``make validate`` find what is wrong, and its readers read; skipped until it has installed them."""

import shutil
import zipfile
from pathlib import Path

import pytest

from docgen.publish import Office
from tests.drawn.readers import letters
from tests.publish.conftest import word_file
from tests.validate import tools
from tests.validate.examine import Check, _same
from tests.validate.install import CLASSES, OOXML

pytestmark = pytest.mark.skipif(
    not (OOXML.exists() and CLASSES.exists() and shutil.which("pandoc") and shutil.which("qpdf")),
    reason="make validate has installed nothing yet",
)
TEXT = "Приказ № 7-п <&>"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    docx = word_file(tmp_path_factory.mktemp("sound") / "a.docx", TEXT)
    with Office(1) as office:
        assert [one.ok for one in office.convert([(docx, docx.with_suffix(".pdf"))])] == [True]
    return docx, docx.with_suffix(".pdf")


def _changed(pdf: Path, folder: Path, old: bytes, new: bytes) -> Path:
    content = pdf.read_bytes()
    assert content.count(old) == 1
    (folder / "b.pdf").write_bytes(content.replace(old, new))
    return folder / "b.pdf"


def test_an_element_that_word_does_not_know_is_told(files: tuple[Path, Path], tmp_path: Path) -> None:
    docx, spoilt = files[0], tmp_path / "b.docx"
    with zipfile.ZipFile(docx) as old, zipfile.ZipFile(spoilt, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<w:body>", b"<w:body><w:bogus/>"))
    sound, told = tools.microsoft([docx, spoilt])
    assert sound == []
    assert len(told) == 1
    assert "bogus" in told[0]


def test_a_claim_that_is_not_kept_is_told(files: tuple[Path, Path], tmp_path: Path) -> None:
    pdf = files[1]
    spoilt = _changed(pdf, tmp_path, b"<pdfaid:conformance>B<", b"<pdfaid:conformance>Z<")
    assert [bool(told) for told in tools.verapdf("2b", [pdf, spoilt])] == [False, True]
    spoilt = _changed(pdf, tmp_path, b"<pdfuaid:part>1<", b"<pdfuaid:part>3<")
    assert [bool(told) for told in tools.verapdf("ua1", [pdf, spoilt])] == [False, True]


def test_a_broken_table_of_places_is_told(files: tuple[Path, Path], tmp_path: Path) -> None:
    spoilt = _changed(files[1], tmp_path, b"startxref\n", b"startxref\n9")
    assert [bool(told) for told in tools.qpdf([files[1], spoilt])] == [False, True]


def test_what_cannot_be_read_is_told(files: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7\n")
    assert [bool(told) for told in tools.verapdf("2b", [tmp_path / "b.pdf", files[1]])] == [True, False]
    (tmp_path / "b.docx").write_bytes(b"PK")
    assert tools.microsoft([tmp_path / "b.docx"])[0]


@pytest.mark.parametrize("reader", [tools.pandoc, tools.mammoth, tools.office])
def test_readers_read(reader: object, files: tuple[Path, Path]) -> None:
    assert callable(reader)
    assert [letters(text) for text in reader([files[0], files[0]])] == [letters(TEXT)] * 2


def test_another_text_is_told_with_its_place(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    check: Check = _same("x", [file, file], ["абвг", "аб"], lambda _: ["аб", "аб"])
    assert (check.files, check.wrong) == (2, {"a.docx": ["here «абвг», there «аб»"]})
