"""``docgen clean``: what goes and what stays."""

import hashlib

from tests.cli.desk import COUNCIL, MINISTRY, Desk

OUT = "out/protocol/2026-03-12-sovet.docx"
OTHER = "out/protocol/2023-11-08-mshrg-4.docx"


def test_what_has_a_source_stays(desk: Desk) -> None:
    desk("build -t docx")
    before = desk.files()
    said = desk("clean")
    assert (said.code, said.out, said.err) == (0, "", "Удалено файлов: 0\n")
    assert desk.files() == before


def test_an_orphan_goes_and_is_forgotten(desk: Desk) -> None:
    desk("build -t docx")
    (desk.root / COUNCIL).unlink()
    said = desk("clean")
    assert (said.code, said.out, said.err) == (0, f"{OUT}\n", "Удалено файлов: 1\n")
    assert desk.made() == [OTHER]
    assert "sovet" not in desk.read("out/.ledger.json")
    assert desk("build -t docx").err.endswith("собрано 0, без изменений 1\n")


def test_a_dry_run_removes_nothing(desk: Desk) -> None:
    desk("build -t docx")
    (desk.root / COUNCIL).unlink()
    before = desk.files()
    said = desk("clean --dry-run")
    assert (said.out, said.err) == (f"{OUT}\n", "Лишних файлов: 1\n")
    assert desk.files() == before


def test_what_somebody_edited_or_brought_stays(desk: Desk) -> None:
    desk("build -t docx")
    desk.write(OUT, "правка юриста")
    desk.write("out/protocol/скан.pdf", "скан")
    desk.write("out/письмо.docx", "письмо")
    (desk.root / COUNCIL).unlink()
    assert desk("clean").out == ""
    assert desk.made() == sorted([OUT, OTHER, "out/protocol/скан.pdf", "out/письмо.docx"])


def test_a_file_set_aside_stays(desk: Desk) -> None:
    desk("build -t docx")
    desk.write(OUT, "правка юриста")
    desk("build -t docx")
    (desk.root / COUNCIL).unlink()
    assert desk("clean").out == f"{OUT}\n"
    assert "out/protocol/2026-03-12-sovet (правка 1).docx" in desk.made()


def test_a_file_that_any_source_names_as_signed_stays(desk: Desk) -> None:
    desk("build -t docx")
    total = hashlib.sha256((desk.root / OUT).read_bytes()).hexdigest()
    renamed = "content/protocol/2026-03-12-nabsovet.yaml"
    text = desk.read(COUNCIL)
    (desk.root / COUNCIL).unlink()
    for source in (
        text.replace("stage: draft", f"stage: signed\nsigned: {{file: {OUT}, sha256: {total}}}"),
        f"stage: signed\nsigned: {{file: {OUT}, sha\n  - не читается: [\n",
    ):
        desk.write(renamed, source)
        assert desk("clean").out == ""
        assert OUT in desk.made()
    (desk.root / renamed).unlink()
    assert desk("clean").out == f"{OUT}\n"


def test_without_a_ledger_nothing_is_known_and_nothing_goes(desk: Desk) -> None:
    desk("build -t docx")
    (desk.root / MINISTRY).unlink()
    (desk.root / "out" / ".ledger.json").unlink()
    assert desk("clean").out == ""


def test_an_empty_workspace_has_nothing_to_clean(desk: Desk) -> None:
    assert desk("clean").code == 0
