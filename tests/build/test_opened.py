"""An output that somebody has open is not replaced under their hands."""

from pathlib import Path

import pytest

from docgen.build.opened import refuse_if_open
from docgen.diagnostics import Failure
from tests.build.workshop import Workshop

LIBREOFFICE = ",petrova,buh-3,26.11.2026 10:00,file:///home/petrova/.config/libreoffice/4;"


@pytest.mark.parametrize(
    ("name", "mark", "program"),
    [
        ("2026-03-12-sovet.docx", "~$26-03-12-sovet.docx", "Word"),
        ("protocol.docx", "~$otocol.docx", "Word"),
        ("записка.docx", "~$аписка.docx", "Word"),
        ("письмо.docx", "~$письмо.docx", "Word"),
        ("2022-2024.xlsx", "~$2022-2024.xlsx", "Excel"),
        ("x.docx", ".~lock.x.docx#", "LibreOffice"),
    ],
)
def test_the_mark_of_the_program_that_has_it_is_known(
    tmp_path: Path, name: str, mark: str, program: str
) -> None:
    refuse_if_open(tmp_path / name)
    (tmp_path / mark).write_bytes(b"\x05\xff petrova")
    with pytest.raises(Failure, match=f"открыт в {program}"):
        refuse_if_open(tmp_path / name)


def test_it_is_told_who_has_it_the_others_are_made_and_the_old_text_stays(tmp_path: Path) -> None:
    shop = Workshop(tmp_path)
    shop.build()
    output = tmp_path / "out/note/a.docx"
    before = output.read_bytes()
    for name in ("a", "b"):
        shop.write(f"content/note/{name}.yaml", "title: Другая записка\nauthor: Иванов И.И.\n")
    mark = shop.write("out/note/.~lock.a.docx#", LIBREOFFICE)
    report = shop.build()
    assert {one.target.id: one.state for one in report.outcomes} == {"a": "failed", "b": "built"}
    (failure,) = report.failures
    assert failure.message == f"файл открыт в LibreOffice: {output} (petrova на buh-3)"
    assert str(mark) in failure.hint
    assert output.read_bytes() == before
    mark.unlink()
    assert shop.states() == {"a": "built", "b": "fresh"}
    assert not list(output.parent.glob("*правка*"))


def test_where_nothing_changes_nobody_is_disturbed(tmp_path: Path) -> None:
    shop = Workshop(tmp_path)
    shop.build()
    shop.write("out/note/.~lock.a.docx#", LIBREOFFICE)
    assert not shop.build(force=True).failures
