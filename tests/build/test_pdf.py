"""From YAML to PDF with a real LibreOffice."""

import shutil
import zipfile
from pathlib import Path

import pytest

from docgen.__main__ import run
from docgen.diagnostics import Failure
from docgen.publish import find_office

PROJECT = Path(__file__).parents[2]
SOURCE = "content/protocol/2023-11-08-mshrg-4.yaml"
PDF = "out/protocol/2023-11-08-mshrg-4.pdf"

pytestmark = pytest.mark.office


@pytest.fixture(autouse=True)
def office() -> None:
    """LibreOffice, or the test is skipped."""
    try:
        find_office()
    except Failure as failure:
        pytest.skip(f"{failure.message}: {failure.hint}")


def workspace(root: Path) -> Path:
    shutil.copytree(PROJECT / "content", root / "content")
    return root


def with_font(target: Path, font: str) -> None:
    """A copy of the template that asks for another font."""
    target.parent.mkdir(parents=True)
    with zipfile.ZipFile(PROJECT / "templates" / "protocol.docx") as old, zipfile.ZipFile(target, "w") as new:
        for item in old.infolist():
            new.writestr(item, old.read(item).replace(b"Times New Roman", font.encode()))


def test_the_same_sources_give_the_same_pdf_with_or_without_the_word_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    for name, forms in (("раз", ["docx", "pdf"]), ("два", ["pdf"])):
        root = workspace(tmp_path / name)
        monkeypatch.chdir(root)
        assert run(["-q", "build", SOURCE, "-t", ",".join(forms)]) == 0
        assert sorted(path.suffix[1:] for path in (root / PDF).parent.iterdir()) == forms
        made.append((root / PDF).read_bytes())
    assert made[0] == made[1]
    assert made[0].startswith(b"%PDF")


def test_a_pdf_that_does_not_pass_fails_each_time_until_it_is_mended_and_is_never_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = workspace(tmp_path / "ws")
    template = root / "templates" / "protocol.docx"
    with_font(template, "Шрифта Нет")
    monkeypatch.chdir(root)
    for _ in range(2):
        assert run(["build", SOURCE, "--why"]) == 1
        said = capsys.readouterr()
        assert "ошибка F001" in said.out
        assert f"{PDF}:" in said.out or f"{PDF}#" in said.out
        assert "НЕ СОБРАН – PDF не прошёл проверку" in said.err
    template.unlink()
    assert run(["-q", "build", SOURCE]) == 0
    assert sorted(path.suffix for path in (root / PDF).parent.iterdir()) == [".docx", ".pdf"]
