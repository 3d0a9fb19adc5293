"""A hundred and more ways to show something from elsewhere: no request is made, no foreign file is in a PDF."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from docgen.publish import Office, finish, profile
from tests.publish.leaks import Goals, attempts, with_drawing
from tests.publish.test_isolation import _WAYS, _pictures, _png, requests

__all__ = ["requests"]

pytestmark = pytest.mark.office

SECRET = "Тайна-7314"


@pytest.fixture
def goals(tmp_path: Path, requests: tuple[str, list[str]]) -> Goals:
    picture, text = tmp_path / "secret.png", tmp_path / "secret.txt"
    picture.write_bytes(_png())
    text.write_text(SECRET, encoding="utf-8")
    return Goals(requests[0], str(picture), str(text))


def test_there_are_more_than_a_hundred_ways(goals: Goals) -> None:
    names = [name for name, _ in attempts(goals)]
    assert len(set(names)) == len(names) > 150


def converted(office: Office, goals: Goals, folder: Path) -> tuple[list[str], list[str]]:
    """The names of the attempts that became a PDF, and of those whose PDF shows more than the file holds."""
    jobs = {}
    for number, (name, data) in enumerate(attempts(goals)):
        docx = folder / f"{number:03}.docx"
        docx.write_bytes(data)
        jobs[docx] = name
    answers = list(office.convert((docx, docx.with_suffix(".pdf")) for docx in jobs))
    made = [answer for answer in answers if answer.ok]
    return [jobs[one.docx] for one in made], [jobs[one.docx] for one in made if _shows_more(one.pdf)]


@pytest.mark.parametrize("isolate", _WAYS)
def test_nothing_is_shown_that_is_not_in_the_file(
    tmp_path: Path, goals: Goals, requests: tuple[str, list[str]], isolate: bool
) -> None:
    with Office(2, isolate=isolate, time_limit=30) as office:
        made, leaked = converted(office, goals, tmp_path)
    assert leaked == []
    assert requests[1] == []
    assert len(made) > 80, "most of them are documents"


def test_without_our_guards_they_do_leak(
    tmp_path: Path, goals: Goals, requests: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The attempts are real: a LibreOffice as it comes shows what it should not, and asks our server."""
    monkeypatch.setattr(profile, "_SETTINGS", ())
    monkeypatch.setattr(finish, "reaching_out", lambda package: "")
    with Office(2, isolate=False, time_limit=30) as office:
        _, leaked = converted(office, goals, tmp_path)
    assert {"picture file", "picture http", "svg image file", "svg called png"} <= set(leaked)
    asked = {path.strip("/").partition(".")[0] for path in requests[1]}
    assert {"picture-http", "header-http", "header-webdav"} <= asked


def _shows_more(pdf: Path) -> bool:
    text = "".join(page.extract_text() for page in PdfReader(pdf).pages)
    return _pictures(pdf) > 0 or SECRET in text


def test_a_drawing_that_reaches_out_is_refused_with_a_hint_before_libreoffice_sees_it(
    tmp_path: Path, goals: Goals
) -> None:
    for name, data in attempts(goals):
        if name.startswith("svg ") and not name.endswith(("called docx", "as a chunk")):
            docx = tmp_path / "a.docx"
            docx.write_bytes(data)
            assert finish.refusal(docx).startswith("рисунок SVG «word/media/picture."), name
            assert finish.refusal(docx).endswith("вставьте его как PNG")


@pytest.mark.parametrize(
    "inside",
    [
        '<rect width="8" height="8" fill="url(#a)"/><use xlink:href="#b"/>',
        '<image width="8" height="8" xlink:href="data:image/png;base64,iVBORw0KGgo="/>',
        "<text>href – это ссылка</text>",
    ],
)
def test_a_drawing_of_its_own_parts_passes(tmp_path: Path, inside: str) -> None:
    docx = tmp_path / "a.docx"
    docx.write_bytes(with_drawing(inside))
    assert finish.refusal(docx) == ""
