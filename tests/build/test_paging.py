"""Page numbers of a contents: in the Word file, in the PDF, and where the headings are."""

import io
import re
import shutil
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from docgen.__main__ import run
from docgen.diagnostics import Failure
from docgen.publish import find_office
from docgen.publish.finished import read_pdf
from docgen.render import shown_pages, with_pages

PROJECT = Path(__file__).parents[2]
NAME = "lipetsk-metallurgy"
SOURCE = f"content/programme/{NAME}.yaml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with the project's content, and LibreOffice, or the test is skipped."""
    try:
        find_office()
    except Failure as failure:
        pytest.skip(f"{failure.message}: {failure.hint}")
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def made(root: Path, form: str) -> bytes:
    return (root / "out" / "programme" / f"{NAME}.{form}").read_bytes()


def contents(docx: bytes) -> list[tuple[str, int]]:
    """The lines of the contents: what they say, and the page they show."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        body = ElementTree.fromstring(archive.read("word/document.xml"))
    lines = []
    for link in body.iter(f"{W}hyperlink"):
        texts = [text.text or "" for text in link.iter(f"{W}t")]
        if link.get(f"{W}anchor"):
            lines.append(("".join(texts[:-1]), int(texts[-1])))
    return lines


def squeezed(text: str) -> str:
    """Without what a line's end may change."""
    return re.sub(r"[\s\u00ad-]+", "", text).casefold()


@pytest.mark.office
def test_the_contents_shows_the_pages_that_headings_stand_on(root: Path) -> None:
    assert run(["-q", "build", SOURCE]) == 0
    shown = contents(made(root, "docx"))
    pages = [squeezed(page.text) for page in read_pdf(made(root, "pdf"), "x.pdf").pages]
    assert len(shown) > 20
    assert max(page for _, page in shown) > 25
    for heading, page in shown:
        assert squeezed(heading) in pages[page - 1], heading
    lines = "".join(rf"{re.escape(squeezed(heading))}\.+{page}" for heading, page in shown)
    assert re.fullmatch(f"2содержание{lines}", pages[1]), pages[1]
    assert (
        "updateFields"
        not in zipfile.ZipFile(io.BytesIO(made(root, "docx"))).read("word/settings.xml").decode()
    )


@pytest.mark.office
def test_word_files_alone_show_the_same_pages_and_the_same_bytes_come_again(root: Path) -> None:
    assert run(["-q", "build", SOURCE, "-t", "docx"]) == 0
    alone = made(root, "docx")
    assert run(["-q", "build", SOURCE]) == 0
    first = made(root, "docx"), made(root, "pdf")
    assert first[0] == alone
    assert run(["-q", "build", SOURCE, "--force"]) == 0
    assert (made(root, "docx"), made(root, "pdf")) == first


def test_where_pages_are_not_counted_no_number_is_shown_and_it_is_said(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["build", SOURCE, "-t", "docx", "--no-pages"]) == 0
    assert "Номера страниц в содержании не проставлены" in capsys.readouterr().err
    shown = shown_pages(made(root, "docx"))
    assert len(shown) > 20
    assert set(shown.values()) == {0}
    numbered = with_pages(made(root, "docx"), dict.fromkeys(shown, 7))
    assert set(shown_pages(numbered).values()) == {7}
    assert with_pages(numbered, {}) == made(root, "docx")
