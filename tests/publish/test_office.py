"""The pool: order, broken files, crashes, time limits, and nothing left behind."""

import io
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from pathlib import Path
from typing import cast

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from docgen.diagnostics import Failure
from docgen.publish import Conversion, Export, Office, find_office
from docgen.publish.worker import FOLDER
from tests.publish.conftest import WriteDocx

pytestmark = pytest.mark.office


def _reader(pdf: Path) -> PdfReader:
    return PdfReader(io.BytesIO(pdf.read_bytes()))


def _children() -> dict[int, str]:
    """Command lines of the LibreOffice processes that this test process has started, however deep."""
    parents, commands = {}, {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            stat = (entry / "stat").read_text().rpartition(")")[2].split()
            parents[int(entry.name)] = int(stat[1])
            commands[int(entry.name)] = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue
    ours = {os.getpid()}
    for _ in range(6):
        ours |= {pid for pid, parent in parents.items() if parent in ours}
    return {pid: commands[pid] for pid in ours if "soffice" in commands.get(pid, "").split(" ")[0]}


def _our_folders() -> list[Path]:
    return list(Path(tempfile.gettempdir()).glob(f"{FOLDER}{os.getpid()}-*"))


def test_a_batch_is_answered_in_the_order_it_was_asked(write_docx: WriteDocx, tmp_path: Path) -> None:
    jobs = [(write_docx(f"{n}.docx", f"Документ номер {n}"), tmp_path / "out" / f"{n}.pdf") for n in range(3)]
    with Office(2) as office:
        answers = list(office.convert(iter(jobs)))
    assert answers == [Conversion(docx, pdf, True) for docx, pdf in jobs]
    for number, (_, pdf) in enumerate(jobs):
        reader = _reader(pdf)
        assert f"Документ номер {number}" in reader.pages[0].extract_text()
        assert reader.metadata is not None
        assert reader.metadata.title == "Протокол № 4"
        assert str(reader.root_object["/Lang"]) == "ru-RU"
        assert cast("DictionaryObject", reader.root_object["/MarkInfo"]).raw_get("/Marked")
        assert b"<pdfaid:part>2</pdfaid:part>" in pdf.read_bytes()


def test_pdfa_1b_can_be_asked_for(write_docx: WriteDocx, tmp_path: Path) -> None:
    with Office(1, export=Export(pdfa="1b")) as office:
        list(office.convert([(write_docx("a.docx", "Текст"), tmp_path / "a.pdf")]))
    assert b"<pdfaid:part>1</pdfaid:part>" in (tmp_path / "a.pdf").read_bytes()


@pytest.mark.parametrize("uno", [True, False])
def test_a_broken_file_fails_alone(write_docx: WriteDocx, tmp_path: Path, uno: bool) -> None:
    torn = tmp_path / "torn.docx"
    torn.write_bytes(b"PK\x03\x04 this is no archive")
    page = tmp_path / "page.docx"
    page.write_text("<html><body>Не документ</body></html>", encoding="utf-8")
    empty = tmp_path / "empty.docx"
    empty.touch()
    jobs = [
        (path, tmp_path / f"{number}.pdf")
        for number, path in enumerate(
            [
                write_docx("a.docx", "Первый"),
                torn,
                page,
                empty,
                tmp_path / "none.docx",
                write_docx("b.docx", "Второй"),
            ]
        )
    ]
    with Office(2, uno=uno) as office:
        answers = list(office.convert(jobs))
    assert [answer.ok for answer in answers] == [True, False, False, False, False, True]
    assert [answer.reason for answer in answers[1:4]] == [
        "файл повреждён или это не документ Word (.docx)"
    ] * 3
    assert answers[4].reason == "файла DOCX нет"
    assert [answer.pdf.exists() for answer in answers] == [answer.ok for answer in answers]


@pytest.mark.parametrize("uno", [True, False])
def test_a_package_that_libreoffice_refuses_has_a_reason(
    write_docx: WriteDocx, tmp_path: Path, uno: bool
) -> None:
    bad = tmp_path / "bad.docx"
    with zipfile.ZipFile(bad, "w") as package:
        package.writestr("[Content_Types].xml", "<Types")
        package.writestr("word/document.xml", "<broken")
    with Office(1, uno=uno) as office:
        first, second = office.convert(
            [(bad, tmp_path / "bad.pdf"), (write_docx("a.docx", "Целый"), tmp_path / "a.pdf")]
        )
    assert not first.ok
    assert first.reason.startswith("LibreOffice")
    assert second.ok


def test_the_old_file_stays_when_the_new_one_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    (tmp_path / "a.docx").touch()
    with Office(1) as office:
        (answer,) = office.convert([(tmp_path / "a.docx", tmp_path / "a.pdf")])
    assert not answer.ok
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert not _our_folders()  # nothing was worth starting LibreOffice for


def test_without_uno_a_batch_is_one_command(
    write_docx: WriteDocx, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docgen.publish.install._python_for", lambda program: None)
    jobs = [(write_docx(f"{n}.docx", f"Документ {n}"), tmp_path / f"{n}.pdf") for n in range(3)]
    with Office(2) as office:
        assert not office.uno
        assert [answer.ok for answer in office.convert(jobs)] == [True] * 3
    assert b"<pdfaid:part>2</pdfaid:part>" in (tmp_path / "2.pdf").read_bytes()


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
def test_a_killed_worker_is_replaced(write_docx: WriteDocx, tmp_path: Path) -> None:
    jobs = [(write_docx(f"{n}.docx", f"Документ {n}"), tmp_path / f"{n}.pdf") for n in range(6)]
    with Office(1) as office:
        answers = office.convert(jobs)
        done = [next(answers)]
        for pid in _children():
            os.kill(pid, signal.SIGKILL)
        done += answers
    assert [answer.reason for answer in done] == [""] * 6


def test_a_document_that_takes_too_long_is_given_up(write_docx: WriteDocx, tmp_path: Path) -> None:
    with Office(1, time_limit=0.0001) as office:
        (answer,) = office.convert([(write_docx("a.docx", "Текст"), tmp_path / "a.pdf")])
    assert not answer.ok
    assert "не уложился" in answer.reason


def test_where_isolation_fails_libreoffice_runs_without(
    write_docx: WriteDocx, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docgen.publish.office.isolation_works", lambda: True)
    monkeypatch.setattr("docgen.publish.worker.isolated", lambda *arguments: [sys.executable, "-c", ""])
    source = write_docx("a.docx", "Текст")
    with Office(2, uno=True) as office:
        assert all(
            answer.ok for answer in office.convert([(source, tmp_path / f"{n}.pdf") for n in range(2)])
        )
        assert not office.isolated
    with Office(1, uno=True, isolate=True) as office, pytest.raises(Failure, match="не запустился"):
        list(office.convert([(source, tmp_path / "a.pdf")]))


def test_a_worker_is_renewed_after_so_many_documents(write_docx: WriteDocx, tmp_path: Path) -> None:
    source = write_docx("a.docx", "Текст")
    with Office(1, renew_after=1) as office:
        answers = list(office.convert((source, tmp_path / f"{n}.pdf") for n in range(2)))
    assert all(answer.ok for answer in answers)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
def test_nothing_is_left_after_closing(write_docx: WriteDocx, tmp_path: Path) -> None:
    with Office(2) as office:
        list(office.convert([(write_docx(f"{n}.docx", "Текст"), tmp_path / f"{n}.pdf") for n in range(2)]))
        assert _children()
        assert _our_folders()
    assert not _children()
    assert not _our_folders()
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".docx", ".docx", ".pdf", ".pdf"]


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
def test_leaving_in_the_middle_leaves_nothing(write_docx: WriteDocx, tmp_path: Path) -> None:
    source = write_docx("a.docx", "Текст")
    office = Office(2)
    with office:
        answers = office.convert((source, tmp_path / f"{n}.pdf") for n in range(30))
        assert next(answers).ok
    assert len(list(tmp_path.glob("*.pdf"))) < 30
    assert not _children()
    assert not _our_folders()
    assert not any(thread.name.startswith("office") for thread in threading.enumerate())


def test_folders_of_killed_runs_are_removed() -> None:
    gone = 2**22 + 1  # above the largest process number of Linux
    left = Path(tempfile.mkdtemp(prefix=f"{FOLDER}{gone}-"))
    os.utime(left, (time.time() - 1e6, time.time() - 1e6))
    with Office(1):
        assert not left.exists()


_ENDLESS = """
import sys
from pathlib import Path
from docgen.publish import Office
source, target = map(Path, sys.argv[1:])
with Office(2, isolate=False, uno=True) as office:
    for answer in office.convert((source, target) for _ in range(10_000)):
        print("made", flush=True)
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
def test_a_killed_docgen_takes_its_offices_along(write_docx: WriteDocx, tmp_path: Path) -> None:
    source = write_docx("a.docx", "Текст")
    if find_office().python is None:
        pytest.skip("no Python with UNO here")
    command = [sys.executable, "-c", _ENDLESS, str(source), str(tmp_path / "a.pdf")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as docgen:
        assert docgen.stdout is not None
        docgen.stdout.readline()
        folder = f"{FOLDER}{docgen.pid}-"
        assert _mentioning(folder)
        docgen.kill()
    patience = 200
    while _mentioning(folder) and patience:
        time.sleep(0.05)
        patience -= 1
    assert not _mentioning(folder)


def _mentioning(word: str) -> list[str]:
    """Command lines of all processes that mention a word."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if word in command:
            found.append(command)
    return found
