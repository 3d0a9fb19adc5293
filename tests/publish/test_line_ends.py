"""Numbers, dates and initials stay in one line whatever the width of the page: looked up in the finished PDF."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from docgen.build.compose import compose
from docgen.corpus import load
from docgen.kinds import KINDS, REFERENCES
from docgen.kinds.protocol import KIND
from docgen.publish import Office
from docgen.render import Template

ROOT = Path(__file__).parents[2]
WIDTHS = (8000, 9000, 10000, 11906, 13500)  # in twentieths of a point; A4 is 11906

# What must not part, as it reads when every line end is a space.
UNBREAKABLE = re.compile(
    r"№ Д05-\d+/05пр|№ 05-3045|\b\d{1,2} (?:января|июня|июля|августа|сентября|октября|ноября|декабря)\b"
    r"|\b20\d\d гг?\.|\b20\d\d год[ауе]?\b|[А-Я][а-я]+ [А-Я]\.[А-Я]\.|[А-Я]\.[А-Я]\. [А-Я][а-я]+|\d\d:\d\d \(мск\)"
)


def of_width(template: bytes, width: int) -> bytes:
    """The template on paper of another width."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(template)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content, changed = re.subn(rb'(<w:pgSz w:w=")\d+', rb"\g<1>%d" % width, content)
                assert changed == 1
            new.writestr(name, content)
    return made.getvalue()


@pytest.mark.office
def test_nothing_that_belongs_together_is_parted_by_a_line_end(tmp_path: Path) -> None:
    loaded = load(ROOT, KINDS, REFERENCES)
    (document,) = (d for d in loaded.corpus.documents if d.id == "2023-11-08-mshrg-4")
    template = (ROOT / "templates/protocol.docx").read_bytes()
    jobs = []
    for width in WIDTHS:
        docx = tmp_path / f"{width}.docx"
        docx.write_bytes(compose(document, KIND, loaded.corpus, Template(of_width(template, width))).docx)
        jobs.append((docx, docx.with_suffix(".pdf")))
    with Office(workers=2) as office:
        assert [done.reason for done in office.convert(jobs)] == [""] * len(WIDTHS)
    for _, pdf in jobs:
        lines = [
            " ".join(line.replace("\u2011", "-").replace("\u00a0", " ").split())
            for page in PdfReader(pdf).pages
            for line in page.extract_text().splitlines()
        ]
        whole = UNBREAKABLE.findall(" ".join(lines))
        within = [found for line in lines for found in UNBREAKABLE.findall(line)]
        assert len(whole) > 60, pdf.name
        assert sorted(whole) == sorted(within), pdf.name
