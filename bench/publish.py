"""DOCX → PDF/A: a hundred documents through the pool, start included, against one LibreOffice per file.

Usage: python bench/publish.py [DOCUMENTS] [FILE.docx]
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import docx
from docx.shared import Mm, Pt

from docgen.publish import (
    Export,
    Office,
    PageExpectation,
    check_pages,
    find_office,
    isolation_works,
    normalise,
)
from docgen.publish.profile import write_profile

_SAMPLE = 5
_REPEATS = 3


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = Path(sys.argv[2]) if len(sys.argv) > 2 else _document(folder / "source.docx")
        alone = statistics.median(_alone(source, folder / f"alone{n}") for n in range(_SAMPLE))
        print(f"{find_office().version}, isolation {'works' if isolation_works() else 'does not work'}")
        print(f"soffice per file            {alone * 1000:8.1f} ms a document (median of {_SAMPLE})")
        for title, options in (("pool of two, isolated", True), ("pool of two", False)):
            if options and not isolation_works():
                continue
            for batch in (1, count):
                seconds = [_pooled(source, folder, batch, isolate=options) for _ in range(_REPEATS)]
                each = statistics.median(seconds) / batch
                line = f"{title}, {batch} documents"
                print(f"{line:<28}{each * 1000:8.1f} ms a document, start included: {alone / each:.1f} ×")
        _after(source, folder)


def _document(path: Path) -> Path:
    """Five pages with a table, as a protocol has."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(14)
    for number in range(40):
        document.add_paragraph(
            f"{number}. Направить до 14 марта 2026 года предложения по развитию колледжей. " * 2
        )
    table = document.add_table(8, 3)
    for cell in (cell for row in table.rows for cell in row.cells):
        cell.text = "ячейка с текстом в несколько строк"
    document.save(str(path))
    return path


def _alone(source: Path, folder: Path) -> float:
    """One LibreOffice, on a profile that it knows already, for one file."""
    profile = write_profile(folder)
    command = [
        *(str(find_office().program), f"-env:UserInstallation={profile.as_uri()}", "--headless"),
        *("--convert-to", Export().command_line, "--outdir", str(folder), str(source)),
    ]
    subprocess.run(command, capture_output=True, check=False)  # makes the profile
    begin = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True)
    return time.perf_counter() - begin


def _pooled(source: Path, folder: Path, count: int, *, isolate: bool) -> float:
    begin = time.perf_counter()
    with Office(2, isolate=isolate) as office:
        answers = list(office.convert((source, folder / f"{number}.pdf") for number in range(count)))
    assert all(answer.ok for answer in answers)
    return time.perf_counter() - begin


def _after(source: Path, folder: Path) -> None:
    made = (folder / "0.pdf").read_bytes()
    moment = datetime(2026, 3, 14, tzinfo=UTC)
    expectation = PageExpectation("0.pdf", fonts=("Times New Roman",))
    print(f"normalise                   {_median(lambda: normalise(made, moment)):8.1f} ms")
    print(f"check_pages                 {_median(lambda: check_pages(made, expectation)):8.1f} ms")


def _median(action: Callable[[], object]) -> float:
    taken = []
    for _ in range(9):
        begin = time.perf_counter()
        action()
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken) * 1000


if __name__ == "__main__":
    main()
