"""Small Word files, and LibreOffice where there is one."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.run import Run

from docgen.diagnostics import Failure
from docgen.publish import find_office

CREATED = datetime(2026, 3, 14, 12, 30)  # noqa: DTZ001 - what python-docx expects

WriteDocx = Callable[..., Path]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    marked = [item for item in items if item.get_closest_marker("office")]
    if not marked:
        return
    try:
        find_office()
    except Failure as failure:
        for item in marked:
            item.add_marker(pytest.mark.skip(reason=f"{failure.message}: {failure.hint}"))


@pytest.fixture
def write_docx(tmp_path: Path) -> WriteDocx:
    """Write a Word file into the folder of the test."""

    def write(name: str, *paragraphs: str, font: str = "Times New Roman") -> Path:
        return word_file(tmp_path / name, *paragraphs, font=font)

    return write


def word_file(path: Path, *paragraphs: str, font: str = "Times New Roman") -> Path:
    """A Word file: A4, Russian, one paragraph for each line given."""
    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    style = document.styles["Normal"]
    style.font.name = font
    style.element.get_or_add_rPr().append(OxmlElement("w:lang"))
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "ru-RU")
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.core_properties.title = "Протокол № 4"
    document.core_properties.created = CREATED
    document.save(str(path))
    return path


def field(run: Run, instruction: str) -> None:
    """Put a Word field (``PAGE``) into a run."""
    for kind, text in (("begin", ""), ("", instruction), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)
