"""Documents and accidents that hang or end LibreOffice: each gets its verdict in time, the others never notice."""

import os
import signal
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from docgen.diagnostics import Failure
from docgen.publish import Conversion, Office, process
from docgen.publish.worker import CRASHED, FOLDER, SLOW
from tests.publish.conftest import WriteDocx

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc"),
]
_PARAGRAPH = b"<w:p><w:r><w:t>x</w:t></w:r></w:p>"
_CELL = b'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="100"/></w:tblGrid><w:tr><w:tc>'


def with_body(docx: Path, body: bytes) -> Path:
    """The same document with another body."""
    with zipfile.ZipFile(docx) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    head = parts["word/document.xml"].partition(b"<w:body>")[0]
    parts["word/document.xml"] = head + b"<w:body>" + body + b"</w:body></w:document>"
    with zipfile.ZipFile(docx, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return docx


def endless(docx: Path) -> Path:
    """More than LibreOffice gets through in the time that these tests give it."""
    return with_body(docx, _PARAGRAPH * 1_000_000)


def deep(docx: Path) -> Path:
    """LibreOffice overruns its stack over this."""
    return with_body(docx, _CELL * 300 + (_PARAGRAPH + b"</w:tc></w:tr></w:tbl>") * 300 + _PARAGRAPH)


def ours(word: str = "") -> Iterator[int]:
    """The processes that work in our folders and were started by a command that mentions a word."""
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            command = (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if f"{FOLDER}{os.getpid()}-".encode() in command and word.encode() in command.split(b"\0")[0]:
            yield int(entry.name)


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """Whatever happened: no process and no folder remains."""
    yield
    deadline = time.monotonic() + 5
    while list(ours()) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not list(ours())
    assert not list(Path(tempfile.gettempdir()).glob(f"{FOLDER}{os.getpid()}-*"))


@pytest.mark.parametrize("uno", [True, False])
def test_what_hangs_or_crashes_libreoffice_fails_alone(
    write_docx: WriteDocx, tmp_path: Path, uno: bool
) -> None:
    documents = [
        write_docx("a.docx", "Первый"),
        endless(write_docx("endless.docx", "")),
        write_docx("b.docx", "Второй"),
        deep(write_docx("deep.docx", "")),
        write_docx("c.docx", "Третий"),
    ]
    jobs = [(docx, docx.with_suffix(".pdf")) for docx in documents]
    with Office(2, uno=uno, time_limit=4, start_limit=10) as office:
        answers = {answer.docx.stem: answer for answer in office.convert(jobs)}
    assert [name for name, answer in answers.items() if not answer.ok] == ["endless", "deep"]
    assert answers["endless"].reason == SLOW
    assert answers["deep"].reason in (SLOW, CRASHED)
    assert sorted(path.stem for path in tmp_path.glob("*.pdf")) == ["a", "b", "c"]


@pytest.mark.parametrize("word", ["soffice", "python"])
def test_a_program_that_stands_still_costs_one_document(
    write_docx: WriteDocx, tmp_path: Path, word: str
) -> None:
    jobs = [(write_docx(f"{n}.docx", f"Документ {n}"), tmp_path / f"{n}.pdf") for n in range(6)]
    with Office(1, time_limit=2) as office:
        answers = office.convert(jobs)
        done: list[Conversion] = [next(answers)]
        for pid in ours(word):
            os.kill(pid, signal.SIGSTOP)
        done += answers
    assert [answer.reason for answer in done].count(SLOW) == 1
    assert [answer.reason for answer in done].count("") == 5


def test_a_libreoffice_that_is_ended_while_it_starts_is_started_again(
    write_docx: WriteDocx, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, tries = process.start, []

    def unlucky(command: list[str], **named: Any) -> Any:
        tries.append(command)
        return start([sys.executable, "-c", ""] if len(tries) < 3 else command, **named)

    monkeypatch.setattr(process, "start", unlucky)
    with Office(1, uno=True) as office:
        (answer,) = office.convert([(write_docx("a.docx", "Текст"), tmp_path / "a.pdf")])
        assert answer.ok
    assert len(tries) == 3


def test_a_libreoffice_that_always_ends_is_told(
    write_docx: WriteDocx, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = process.start
    monkeypatch.setattr(process, "start", lambda command, **named: start([sys.executable, "-c", ""], **named))
    with Office(1, uno=True, isolate=False) as office:
        office.warm(1)
        answers = office.convert([(write_docx("a.docx", "Текст"), tmp_path / "a.pdf")])
        with pytest.raises(Failure, match="не запустился"):
            next(answers)


def test_one_document_starts_one_libreoffice_however_early(write_docx: WriteDocx, tmp_path: Path) -> None:
    with Office(2, uno=True) as office:
        office.warm(1)
        (answer,) = office.convert([(write_docx("a.docx", "Текст"), tmp_path / "a.pdf")])
        assert answer.ok
        assert len(list(ours("soffice"))) == 1
