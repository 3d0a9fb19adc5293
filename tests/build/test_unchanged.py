"""A build with nothing to do: told without loading kinds, and never told wrongly."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from docgen.__main__ import run
from docgen.build.inputs import content_sum
from docgen.build.ledger import Ledger
from docgen.build.unchanged import all_unchanged
from docgen.build.workspace import Workspace

HEAVY = (
    "pydantic",
    "yaml",
    "jinja2",
    "lxml",
    "pymorphy3",
    "docgen.kinds",
    "docgen.language",
    "docgen.render",
)


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    assert run(["init", str(tmp_path / "w")]) == 0
    for thick in ("programme", "portfolio"):  # they read other data
        shutil.rmtree(tmp_path / "w/content" / thick)
    monkeypatch.chdir(tmp_path / "w")
    assert run(["build", "-q", "-t", "docx"]) == 0
    return Workspace(tmp_path / "w")


def told(workspace: Workspace) -> list[str]:
    return all_unchanged(workspace, Ledger.read(workspace.out / ".ledger.json"), ("docx",), "")


def test_all_documents_are_named(built: Workspace) -> None:
    assert told(built) == [f"protocol/{path.stem}" for path in built.sources("protocol")]


def _appended(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n")


CHANGES: dict[str, Callable[[Workspace], object]] = {
    "source": lambda w: _appended(w.sources("protocol")[0]),
    "new source": lambda w: (w.root / "content/protocol/new.yaml").write_text("title: x"),
    "reference": lambda w: _appended(w.root / "content/reference/people.yaml"),
    "reference gone": lambda w: (w.root / "content/reference/groups.yaml").unlink(),
    "new reference": lambda w: (w.root / "content/reference/forms.yaml").write_text("слово: {}"),
    "template": lambda w: _appended(w.root / "templates/protocol.docx"),
    "output": lambda w: _appended(w.output("protocol", w.sources("protocol")[0].stem, "docx")),
    "output gone": lambda w: w.output("protocol", w.sources("protocol")[0].stem, "docx").unlink(),
    "ledger": lambda w: (w.out / ".ledger.json").unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_is_left_to_the_plan(built: Workspace, change: str) -> None:
    CHANGES[change](built)
    assert told(built) == []


def test_reference_data_that_no_document_reads_are_nothing_to_do(built: Workspace) -> None:
    _appended(built.root / "content/reference/passport.yaml")
    (built.root / "content/reference/layouts/programme-2025.yaml").write_text("title: Макет")
    assert told(built) == [f"protocol/{path.stem}" for path in built.sources("protocol")]


def test_a_pdf_that_was_never_made_is_something_to_do(built: Workspace) -> None:
    ledger = Ledger.read(built.out / ".ledger.json")
    assert all_unchanged(built, ledger, ("docx", "pdf"), "LibreOffice 1 2b") == []


def test_the_command_says_so_and_loads_nothing_heavy(built: Workspace, tmp_path: Path) -> None:
    code = (
        "import sys; from docgen.__main__ import run; assert run(['build', '-t', 'docx', '--why']) == 0;"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=built.root,
        env=os.environ | {"TMPDIR": str(tmp_path)},  # where nobody has left anything
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
    assert "без изменений" in done.stderr
    assert "собрано 0" in done.stderr


@pytest.mark.parametrize("stray", ["x.yaml", "x.docx"])
def test_a_folder_that_is_no_kinds_is_told_though_nothing_is_to_do(
    built: Workspace, stray: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = built.root / "content" / "protokol"
    folder.mkdir()
    (folder / stray).write_text("title: Не там\n", encoding="utf-8")
    capsys.readouterr()
    for _ in range(2):
        assert run(["build", "-t", "docx"]) == 1
        said = capsys.readouterr()
        assert "ошибка C001" in said.out
        assert "собрано 0, без изменений 2" in said.err


def test_what_is_no_ordinary_file_or_a_huge_one_is_not_read(tmp_path: Path) -> None:
    """A pipe would be waited for, a disk's worth of noughts would not fit into memory."""
    pipe, huge = tmp_path / "people.yaml", tmp_path / "estimate.xlsx"
    os.mkfifo(pipe)
    huge.touch()
    os.truncate(huge, 1 << 40)
    assert content_sum(pipe, date(2026, 1, 1)) == ""
    assert content_sum(huge, date(2026, 1, 1)) != ""
