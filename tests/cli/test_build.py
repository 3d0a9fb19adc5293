"""``docgen build``: what it makes, what it says, how it ends."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.desk import COUNCIL, MINISTRY, PROJECT, Desk

BOTH = ["out/protocol/2023-11-08-mshrg-4.docx", "out/protocol/2026-03-12-sovet.docx"]


def test_everything_is_built_and_then_nothing(desk: Desk) -> None:
    first = desk("build -t docx")
    assert first.code == 0
    assert desk.made() == BOTH
    assert "Word: protocol/2026-03-12-sovet" in first.err
    assert first.err.endswith("Документов: 2; собрано 2, без изменений 0\n")
    made = desk.files()
    second = desk("build -t docx")
    assert (second.code, second.out) == (0, "")
    assert second.err == "Документов: 2; собрано 0, без изменений 2\n"
    assert desk.files() == made


def test_problems_are_told_on_stdout_and_progress_on_stderr(desk: Desk) -> None:
    said = desk("build -t docx")
    assert "P304" in said.out
    assert "Word:" not in said.out
    assert "P304" not in said.err


def test_an_error_in_one_document_does_not_stop_the_other(desk: Desk) -> None:
    desk.change(COUNCIL, "title:", "titel:")
    said = desk("build -t docx")
    assert said.code == 1
    assert desk.made() == BOTH[:1]
    assert f"{COUNCIL}:" in said.out
    assert "protocol/2026-03-12-sovet: НЕ СОБРАН" in said.err
    assert said.err.endswith("собрано 1, без изменений 0, не собрано 1\n")
    again = desk("build -t docx")
    assert again.code == 1
    assert again.out.count("titel") == said.out.count("titel") > 0


def test_an_error_in_reference_data_is_told_by_every_build_until_it_is_mended(desk: Desk) -> None:
    people = "content/reference/people.yaml"
    desk.change(people, "email: sovet@example.ru", "email: совет")
    for _ in range(2):
        said = desk("build -t docx")
        assert said.code == 1
        assert "ошибка C122" in said.out
        assert desk.made() == BOTH
    desk.change(people, "email: совет", "email: sovet@example.ru")
    assert desk("build -t docx").code == 0
    assert desk("build -t docx").err.endswith("собрано 0, без изменений 2\n")


def test_an_error_leaves_what_was_built_before(desk: Desk) -> None:
    desk("build -t docx")
    before = desk.files()[BOTH[1]]
    desk.change(COUNCIL, "title:", "titel:")
    assert desk("build -t docx").code == 1
    assert desk.files()[BOTH[1]] == before
    desk.change(COUNCIL, "titel:", "title:")
    assert desk("build -t docx").err.endswith("собрано 0, без изменений 2\n")


def test_a_draft_shows_its_gaps_and_a_document_on_its_way_to_signature_admits_none(desk: Desk) -> None:
    desk.change(COUNCIL, "title: заседания", "# title: заседания")
    draft = desk("build -t docx", COUNCIL)
    assert (draft.code, desk.made()) == (0, BOTH[1:])
    assert "пробел" in draft.out
    desk.change(COUNCIL, "stage: draft", "stage: to_sign")
    before = desk.files()[BOTH[1]]
    assert desk("build -t docx", COUNCIL).code == 1
    assert desk.files()[BOTH[1]] == before


@pytest.mark.usefixtures("no_office")
def test_pdf_without_libreoffice_is_a_trouble_with_a_hint(desk: Desk) -> None:
    said = desk("build -t pdf")
    assert said.code == 3
    assert said.err.startswith("Ошибка: не найден LibreOffice")
    assert "подсказка: " in said.err
    assert desk.made() == []


@pytest.mark.usefixtures("no_office")
def test_without_libreoffice_word_files_are_made_and_the_way_to_pdf_is_told(desk: Desk) -> None:
    said = desk("build")
    assert said.code == 0
    assert desk.made() == BOTH
    assert "PDF не будет: не найден LibreOffice" in said.err
    assert "подсказка: " in said.err


def test_a_dry_run_tells_the_reasons_and_writes_nothing(desk: Desk) -> None:
    before = desk.files()
    said = desk("build -t docx --dry-run")
    assert said.code == 0
    assert said.out.splitlines() == [
        "protocol/2023-11-08-mshrg-4: нет файла 2023-11-08-mshrg-4.docx",
        "protocol/2026-03-12-sovet: нет файла 2026-03-12-sovet.docx",
    ]
    assert desk.files() == before
    assert not (desk.root / "out").exists()
    desk("build -t docx")
    desk.write("out/protocol/.x.docx.abc.tmp", "")
    before = desk.files()
    assert desk("build -t docx --dry-run").out == ""
    assert desk.files() == before


@pytest.mark.parametrize(
    ("name", "old", "new", "reasons"),
    [
        (COUNCIL, 'number: "4"', 'number: "5"', {"2026-03-12-sovet": "изменился исходник"}),
        (
            "content/reference/people.yaml",
            "проректор",
            "первый проректор",
            dict.fromkeys(
                ["2023-11-08-mshrg-4", "2026-03-12-sovet"], "изменился content/reference/people.yaml"
            ),
        ),
    ],
)
def test_why_names_the_reason(desk: Desk, name: str, old: str, new: str, reasons: dict[str, str]) -> None:
    desk("build -t docx")
    desk.change(name, old, new)
    said = desk("build -t docx --why")
    assert said.code == 0
    for document in ("2023-11-08-mshrg-4", "2026-03-12-sovet"):
        told = f"собран – {reasons[document]}" if document in reasons else "без изменений"
        assert f"protocol/{document}: {told}\n" in said.err


def test_an_own_template_wins_and_its_change_is_a_reason(desk: Desk) -> None:
    desk("build -t docx")
    (desk.root / "templates").mkdir()
    template = desk.root / "templates" / "protocol.docx"
    shutil.copyfile(PROJECT / "templates" / "protocol.docx", template)
    assert desk("build -t docx").err.endswith("без изменений 2\n")
    with zipfile.ZipFile(template, "a") as package:
        package.comment = "правлен в Word".encode()
    assert desk("build -t docx --why").err.count("собран – изменился шаблон") == 2


def test_force_builds_everything_again_and_sets_nothing_aside(desk: Desk) -> None:
    desk("build -t docx")
    before = desk.files()
    said = desk("build -t docx --force --why")
    assert said.err.count("собран – сборка по требованию") == 2
    assert desk.files() == before


def test_an_edited_output_is_set_aside(desk: Desk) -> None:
    desk("build -t docx")
    desk.write(BOTH[1], "правка юриста")
    said = desk("build -t docx --why")
    assert "собран – файл 2026-03-12-sovet.docx изменён вручную" in said.err
    assert desk.read("out/protocol/2026-03-12-sovet (правка 1).docx") == "правка юриста"
    assert desk("build -t docx").err.endswith("без изменений 2\n")


@pytest.mark.usefixtures("no_office")
def test_quiet_shows_no_progress(desk: Desk) -> None:
    said = desk("build -t docx -q")
    assert (said.code, said.err) == (0, "")
    assert "Найдено" not in said.out
    assert desk("build -t docx -q").out == ""


@pytest.mark.parametrize(
    ("path", "made"),
    [
        (COUNCIL, BOTH[1:]),
        ("content/protocol", BOTH),
        ("content", BOTH),
        (".", BOTH),
        ("content/reference", []),
    ],
)
def test_a_path_limits_what_is_built(desk: Desk, path: str, made: list[str]) -> None:
    assert desk("build -t docx", path).code == 0
    assert desk.made() == made


def test_an_absolute_path_works_from_anywhere(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert desk("build -t docx", str(desk.root / MINISTRY)).code == 0
    assert desk.made() == BOTH[:1]


@pytest.mark.parametrize("command", ["build -t docx", "check", "fmt"])
def test_paths_that_are_no_sources_are_wrong_usage(desk: Desk, tmp_path: Path, command: str) -> None:
    (tmp_path / "чужой.yaml").write_text("title: x\n", encoding="utf-8")
    (desk.root / "README.md").write_text("x", encoding="utf-8")
    for path, reason in (
        ("content/protocol/нет.yaml", "нет такого файла или папки: content/protocol/нет.yaml"),
        ("/нет/content/x.yaml", "нет такого файла или папки: /нет/content/x.yaml"),
        ("../чужой.yaml", "не из рабочей папки (рядом и выше нет content/): ../чужой.yaml"),
        ("README.md", "не исходник: README.md; исходники лежат в папке content"),
    ):
        said = desk(command, path)
        assert (said.code, said.out) == (2, ""), path
        assert reason in said.err
    said = desk(command, COUNCIL, "../чужой.yaml")
    assert said.code == 2
    assert "файл не из рабочей папки" in said.err
    assert not (desk.root / "out").exists()


def test_a_file_of_another_workspace_beside_ours_is_wrong_usage(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "другая" / "content" / "protocol"
    other.mkdir(parents=True)
    (other / "x.yaml").write_text("title: x\n", encoding="utf-8")
    assert desk("build -t docx", COUNCIL, str(other / "x.yaml")).code == 2


@pytest.mark.parametrize("forms", ["xls", "", "docx,xls"])
def test_unknown_forms_are_wrong_usage(desk: Desk, forms: str) -> None:
    said = desk("build -t", forms)
    assert said.code == 2
    assert "можно docx, pdf, xlsx через запятую" in said.err


@pytest.mark.parametrize("command", ["build", "check", "fmt", "forms", "clean", "new protocol x"])
def test_without_a_workspace_the_way_to_one_is_told(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    said = desk(command)
    assert said.code == 3
    assert "папка content/ не найдена" in said.err
    assert "docgen init" in said.err


LOADED = """
import sys
from docgen.__main__ import run
code = run(sys.argv[1:])
print(code, *sorted({"pymorphy3", "docx", "docxtpl", "jinja2", "lxml", "pypdf", "pytrovich"} & set(sys.modules)))
"""


def loaded(line: str) -> list[str]:
    """How a command ends in a Python of its own, and the heavy packages that it loaded."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *line.split()], capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout.splitlines()[-1].split()


def test_a_build_with_nothing_to_do_loads_nothing_that_reads_or_prints(desk: Desk) -> None:
    assert "pymorphy3" in loaded("build -t docx")
    assert loaded("build -t docx") == ["0"]
    assert loaded("build -t docx --dry-run") == ["0"]


def test_no_command_loads_docx_or_docxtpl(desk: Desk) -> None:
    for line in ("check -q", "fields protocol"):
        code, *packages = loaded(line)
        assert code == "0"
        assert not {"docx", "docxtpl", "pypdf"} & set(packages), line
