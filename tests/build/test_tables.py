"""What a kind makes besides Word and PDF: asked for, made again when it must be, cleaned."""

import shutil
from pathlib import Path

import pytest

from docgen.__main__ import run
from docgen.build.ledger import Ledger
from docgen.build.unchanged import all_unchanged
from docgen.build.workspace import Workspace

PROJECT = Path(__file__).parents[2]
SOURCE = "content/portfolio/2022-2024.yaml"
TULA = "content/programme/tula-chemistry.yaml"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A portfolio over one programme that is only begun."""
    shutil.copytree(PROJECT / "content/reference", tmp_path / "content/reference")
    for name in (SOURCE, TULA):
        (tmp_path / name).parent.mkdir(parents=True)
        shutil.copy(PROJECT / name, tmp_path / name)
    beside = (PROJECT / TULA).with_suffix("")
    if beside.is_dir():
        shutil.copytree(beside, (tmp_path / TULA).with_suffix(""))
    monkeypatch.chdir(tmp_path)
    return Workspace(tmp_path)


def made(workspace: Workspace) -> set[str]:
    return {
        path.relative_to(workspace.out).as_posix()
        for path in workspace.out.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


def build(forms: str) -> int:
    return run(["build", "-q", "-t", forms, "--no-pages"])


def unchanged(workspace: Workspace, *forms: str) -> list[str]:
    return all_unchanged(workspace, Ledger.read(workspace.out / ".ledger.json"), forms, "")


def test_only_the_kind_that_has_tables_makes_them(workspace: Workspace) -> None:
    assert build("docx,xlsx") == 0
    assert made(workspace) == {
        "portfolio/2022-2024.docx",
        "portfolio/2022-2024.xlsx",
        "programme/tula-chemistry.docx",
    }


def test_tables_alone_can_be_asked_for(workspace: Workspace) -> None:
    assert build("xlsx") == 0
    assert made(workspace) == {"portfolio/2022-2024.xlsx"}


def test_a_second_build_has_nothing_to_do_and_knows_it_without_the_kinds(workspace: Workspace) -> None:
    build("docx,xlsx")
    assert unchanged(workspace, "docx", "xlsx") == ["portfolio/2022-2024", "programme/tula-chemistry"]


def test_a_table_that_was_never_made_is_something_to_do(workspace: Workspace) -> None:
    build("docx")
    assert unchanged(workspace, "docx") != []
    assert unchanged(workspace, "docx", "xlsx") == []
    build("docx,xlsx")
    assert "portfolio/2022-2024.xlsx" in made(workspace)


def test_a_programme_that_changes_makes_the_table_stale(workspace: Workspace) -> None:
    build("xlsx")
    path = workspace.output("portfolio", "2022-2024", "xlsx")
    before = path.read_bytes()
    source = workspace.root / TULA
    source.write_text(source.read_text("utf-8").replace("industry: chemical", "industry: light"), "utf-8")
    assert build("xlsx") == 0
    assert path.read_bytes() != before


def test_a_table_whose_portfolio_is_gone_is_cleaned(workspace: Workspace) -> None:
    build("docx,xlsx")
    (workspace.root / SOURCE).unlink()
    assert run(["-q", "clean"]) == 0
    assert made(workspace) == {"programme/tula-chemistry.docx"}
