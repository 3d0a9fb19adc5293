"""Programs that are called soffice and are none, or no more: each document gets its verdict, and nobody waits for ever."""

import sys
from pathlib import Path
from typing import Any

import pytest

from docgen.diagnostics import Failure
from docgen.publish import Installation, Office, process
from docgen.publish.worker import CRASHED
from tests.publish.conftest import WriteDocx

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="scripts of sh")

# What it does with every ${pdf} that is asked for.
SCRIPT = """#!/bin/sh
while [ $# -gt 0 ]; do
    case "$1" in --outdir) shift; out=$1 ;; *.docx) asked="$asked $1" ;; esac
    shift
done
for docx in $asked; do pdf=$out/$(basename "$docx" .docx).pdf; %s; done
"""


@pytest.mark.parametrize(
    ("does", "reason"),
    [
        ("true", CRASHED),
        ("exit 81", CRASHED),  # «start me again», each time
        ("kill -SEGV $$", CRASHED),
        ("sleep 100 & exit 0", CRASHED),
        (': > "$pdf"', "LibreOffice не сделал PDF"),
        ('head -c 100000 /dev/urandom > "$pdf"', "LibreOffice не сделал PDF"),
        ('echo "%PDF-1.7" > "$pdf"', "LibreOffice сделал повреждённый PDF"),
        ('mkdir "$pdf"', CRASHED),
    ],
)
def test_what_it_makes_is_judged_not_what_it_says(
    write_docx: WriteDocx, tmp_path: Path, does: str, reason: str
) -> None:
    program = tmp_path / "program" / "soffice"
    program.parent.mkdir()
    program.write_text(SCRIPT.replace("%s", does), encoding="utf-8")
    program.chmod(0o755)
    jobs = [(write_docx(f"{n}.docx", "Текст"), tmp_path / f"{n}.pdf") for n in range(2)]
    with Office(1, uno=False, isolate=False, installation=Installation(program)) as office:
        answers = list(office.convert(jobs))
    assert [answer.reason for answer in answers] == [reason] * 2
    assert not list(tmp_path.glob("*.pdf"))


def test_one_that_does_not_start_is_not_waited_for_by_every_document(
    write_docx: WriteDocx, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, tries = process.start, []

    def in_vain(command: list[str], **named: Any) -> Any:
        tries.append(command)
        return start([sys.executable, "-c", ""], **named)

    monkeypatch.setattr(process, "start", in_vain)
    nowhere = Installation(tmp_path / "soffice")
    with Office(1, uno=True, isolate=False, installation=nowhere) as office:
        futures = [office.submit([(write_docx(f"{n}.docx", "Текст"), tmp_path / "x.pdf")]) for n in range(5)]
        for future in futures:
            with pytest.raises(Failure, match="не запустился"):
                future.result()
        assert len(tries) == 3
        office.warm(1)  # the next build tries again
        with pytest.raises(Failure, match="не запустился"):
            office.submit([(tmp_path / "0.docx", tmp_path / "x.pdf")]).result()
        assert len(tries) > 3
