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
    """Write a Word file: A4, Times New Roman, Russian, one paragraph for each line given."""

    def write(name: str, *paragraphs: str, font: str = "Times New Roman") -> Path:
        document = docx.Document()
        page = document.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        style = document.styles["Normal"]
        style.font.name = font
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "ru-RU")
        style.element.get_or_add_rPr().append(language)
        for lang in document.styles.element.iter(qn("w:lang")):
            lang.set(qn("w:val"), "ru-RU")
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        document.core_properties.title = "Протокол № 4"
        document.core_properties.created = CREATED
        path = tmp_path / name
        document.save(str(path))
        return path

    return write


def field(run: Run, instruction: str) -> None:
    """Put a Word field (``PAGE``) into a run."""
    for kind, text in (("begin", ""), ("", instruction), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)
