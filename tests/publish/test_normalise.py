"""The same document makes the same bytes, today and tomorrow."""

import io
import re
import shutil
import subprocess
import time
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from pypdf import PdfReader

from docgen.publish import Office, normalise
from tests.publish.conftest import CREATED, WriteDocx, word_file

pytestmark = pytest.mark.office

_MOMENT = datetime(2026, 3, 14, 9, 5, 7, tzinfo=UTC)


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("normalise")
    with Office(1) as office:
        list(
            office.convert([(word_file(folder / "a.docx", "Приказ № 7-п", "Второй абзац"), folder / "a.pdf")])
        )
    return (folder / "a.pdf").read_bytes()


def _sound(pdf: bytes, path: Path) -> bool:
    path.write_bytes(pdf)
    return subprocess.run(["qpdf", "--check", path], capture_output=True, check=False).returncode == 0


def test_two_conversions_give_the_same_bytes(write_docx: WriteDocx, tmp_path: Path) -> None:
    source = write_docx("a.docx", "Приказ № 7-п")
    for name in ("one.pdf", "two.pdf"):
        with Office(1) as office:
            list(office.convert([(source, tmp_path / name)]))
        time.sleep(1.1)  # LibreOffice writes the date to the second
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_the_order_in_a_batch_does_not_change_the_bytes(write_docx: WriteDocx, tmp_path: Path) -> None:
    one, two = write_docx("1.docx", "Первый"), write_docx("2.docx", "Второй, подлиннее")
    with Office(1) as office:
        list(office.convert((source, tmp_path / f"{n}.pdf") for n, source in enumerate([one, two, one])))
    assert (tmp_path / "0.pdf").read_bytes() == (tmp_path / "2.pdf").read_bytes()


def test_the_date_is_the_documents_own(pdf: bytes) -> None:
    metadata = PdfReader(io.BytesIO(pdf)).metadata
    assert metadata is not None
    assert metadata.creation_date == CREATED.replace(tzinfo=UTC)


def test_every_date_is_the_given_one(pdf: bytes) -> None:
    text = normalise(pdf, _MOMENT)
    assert re.findall(rb"/CreationDate\s*\((.*?)\)", text) == [b"D:20260314090507Z"]
    assert set(re.findall(rb"<xmp:\w+Date>(.*?)<", text)) == {b"2026-03-14T09:05:07Z"}
    assert CREATED.strftime("%Y%m%d%H%M").encode() not in text


def test_a_moment_is_the_same_in_every_zone(pdf: bytes) -> None:
    moscow = _MOMENT.astimezone(timezone(timedelta(hours=3)))
    assert normalise(pdf, moscow) == normalise(pdf, _MOMENT)


def test_normalising_twice_changes_nothing(pdf: bytes) -> None:
    once = normalise(pdf, _MOMENT)
    assert normalise(once, _MOMENT) == once


def test_another_date_is_another_identity(pdf: bytes) -> None:
    identities = {
        re.findall(rb"/ID \[ <(\w+)>", normalise(pdf, moment))[0]
        for moment in (_MOMENT, _MOMENT + timedelta(seconds=1))
    }
    assert len(identities) == 2


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_the_file_stays_sound(pdf: bytes, tmp_path: Path) -> None:
    assert _sound(normalise(pdf, _MOMENT), tmp_path / "b.pdf")


def test_a_longer_date_moves_the_table(pdf: bytes) -> None:
    """West of Greenwich LibreOffice writes ``D:20260314123000-03'00'``: what follows lies six bytes further."""
    date = re.compile(rb"(/CreationDate\s*\()(.*?)\)")
    longer = date.sub(rb"\g<1>D:20260314093000-03'00')", pdf)
    grown = len(longer) - len(pdf)
    longer = re.sub(rb"startxref\n(\d+)", lambda start: b"startxref\n%d" % (int(start[1]) + grown), longer)
    assert grown == 6
    assert normalise(longer, _MOMENT) == normalise(pdf, _MOMENT)


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_a_compressed_table_is_understood(pdf: bytes, tmp_path: Path) -> None:
    (tmp_path / "plain.pdf").write_bytes(pdf)
    packed = tmp_path / "packed.pdf"
    subprocess.run(["qpdf", "--object-streams=generate", tmp_path / "plain.pdf", packed], check=True)
    assert b"/ObjStm" in packed.read_bytes()
    result = normalise(packed.read_bytes(), _MOMENT)
    assert _sound(result, tmp_path / "b.pdf")
    metadata = PdfReader(io.BytesIO(result)).metadata
    assert metadata is not None
    assert metadata.creation_date == _MOMENT
    assert normalise(packed.read_bytes(), _MOMENT) == result
