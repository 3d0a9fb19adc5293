"""The pages of the example programmes as LibreOffice sets them: what a person who signs them would see."""

import re
from functools import cache
from pathlib import Path

import pytest

from docgen.build.compose import compose
from docgen.corpus import load
from docgen.diagnostics import Failure
from docgen.kinds import KINDS, REFERENCES, programme
from docgen.kinds.programme.record import Programme
from docgen.publish import Office, check_pages, find_office
from docgen.publish.expectation import PageExpectation
from docgen.publish.finished import Finished, read_pdf
from docgen.render import Template
from tests.kinds.programme.printed import ROOT, WORD

NAMES = ("lipetsk-metallurgy", "saratov-agriculture", "tula-chemistry")
_BROKEN_REFERENCE = re.compile(r"(?:таблиц|рисун)[а-я]+\s+[.,;)]")


@cache
def _pdf(name: str, folder: Path) -> tuple[Path, PageExpectation]:
    loaded = load(ROOT, KINDS, REFERENCES)
    document = next(one for one in loaded.corpus.of(Programme) if one.id == name)
    docx, pdf = folder / f"{name}.docx", folder / f"{name}.pdf"
    view = programme.KIND.view(document, loaded.corpus)
    docx.write_bytes(compose(document, programme.KIND, loaded.corpus, Template(WORD)).docx)
    with Office(1) as office:
        (done,) = office.convert([(docx, pdf)])
    assert done.ok, done.reason
    assert programme.KIND.finished is not None
    return pdf, programme.KIND.finished(document, view)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the PDFs of this module lie; no test without LibreOffice."""
    try:
        find_office()
    except Failure as failure:
        pytest.skip(f"{failure.message}: {failure.hint}")
    return tmp_path_factory.mktemp("pages")


@pytest.mark.office
@pytest.mark.parametrize("name", NAMES)
def test_no_page_is_empty_and_no_title_stands_alone(name: str, folder: Path) -> None:
    pdf, expected = _pdf(name, folder)
    assert len(expected.headings) > 30
    assert len(expected.captions) > 4
    assert check_pages(pdf, expected) == []


@pytest.mark.office
@pytest.mark.parametrize("name", NAMES)
def test_every_reference_shows_its_number(name: str, folder: Path) -> None:
    pdf, _ = _pdf(name, folder)
    text = "\n".join(page.text for page in read_pdf(pdf, name).pages)
    assert re.search(r"(?:таблиц|рисун)[а-я]+\s+\d", text)
    assert _BROKEN_REFERENCE.findall(text) == []


@pytest.mark.office
@pytest.mark.parametrize("name", NAMES)
def test_signatures_begin_below_their_title(name: str, folder: Path) -> None:
    pdf, expected = _pdf(name, folder)
    finished: Finished = read_pdf(pdf, name)
    sheet = next(page for page in reversed(finished.pages) if expected.headings[-1].upper() in page.text)
    assert "Субъект Российской Федерации" in sheet.text
    assert sheet.text.count("М.П.") > 2
