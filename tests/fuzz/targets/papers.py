"""Finished files of anybody, DOCX and PDF: read, examined by every rule, told to the parent and read there."""

import json
from collections.abc import Callable
from functools import cache
from typing import Any
from zlib import crc32

from docgen.corpus import load
from docgen.kinds import KINDS, REFERENCES
from docgen.kinds.verifying import examine, outline_maker, problems_from, request
from docgen.model.layout.layout import Layout
from docgen.papers.outline import Outline
from tests.fuzz.mutation import package, pdf
from tests.fuzz.target import Target
from tests.fuzz.targets.sources import CONTENT, verdict
from tests.papers.page import body, link, page, parts_of, zipped
from tests.papers.sheet import WAYS as SHEET_WAYS
from tests.papers.sheet import sheet
from tests.papers.styles import WAYS, written
from tests.papers.test_pdf import PAGE, drawn, line
from tests.papers.test_word import NUMBERING, item
from tests.render.word import docx, p, row, run, table

_MADE = CONTENT.parent / "out"
_KEPT = CONTENT.parent / "tests" / "fuzz" / "seeds"
_TEXT = """# 1. Общие сведения
## 1.1. Миссия
**Сроки** – до {+1 мая+} {-2 мая-} 2026 г., {!тайно!} {~бело~} {.мелко.} {=ярко=}
| Год | Сумма, тыс. руб. |
| 2026 | 1 000,00 |
| Итого | 1 000,00 |
РЕШИЛИ: 1. Иванову И.И. направить отчёт. Срок – до 1 мая 2026 г.
"""
_LARGE = 70_000


def docx_seeds() -> list[bytes]:
    """Small files with everything that is looked at, a few written by hand in Word's ways, the project's own if made."""
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    numbered = item("Общие сведения") + item("Миссия", 1) + body(_TEXT) + p(run("Стр. "), field)
    parts = parts_of(numbered, {"word/numbering.xml": NUMBERING}, link("n", "numbering", "numbering.xml"))
    small = [page(_TEXT), page("1. Общие сведения\nТекст\n"), zipped(list(parts.items()))]
    noted = docx(
        "Текст", table(row("а", "б")), header="Шапка", footer="2", footnote="Сноска", title="Название"
    )
    found = [*small, noted, *(written(way) for way in WAYS[::6]), *_made("*.docx")]
    return [package.settled(seed) for seed in found]


def pdf_seeds() -> list[bytes]:
    """Small files with everything that is looked at, the project's own if made."""
    kinds = ("", "script", "attachment")
    locked = [path.read_bytes() for path in sorted(_KEPT.glob("*.pdf"))]  # a lock is made by chance
    table_page = "".join(
        line(f"{row}.{column}", 60 + 100 * column, 700 - 20 * row) for row in range(4) for column in range(4)
    )
    return [
        *(drawn(PAGE, prepare=kind) for kind in kinds),
        *locked,
        drawn(PAGE, table_page, ""),
        *(sheet(_TEXT, way) for way in SHEET_WAYS),
        *_made("*.pdf"),
    ]


def _made(pattern: str) -> list[bytes]:
    return [path.read_bytes() for path in sorted(_MADE.rglob(pattern)) if path.stat().st_size < 2 * _LARGE]


@cache
def _outline() -> Outline:
    layout = load(CONTENT.parent, KINDS, REFERENCES, only=[]).corpus.of(Layout)[-1].record
    make: Callable[[Any], Outline] | None = outline_maker("programme")
    assert make is not None
    return make(layout)


def attempt(data: bytes, path: str) -> str:
    """What a child of ``docgen verify`` does and what its parent makes of the answer; how it is asked depends on the bytes."""
    turn = crc32(data)
    kind, stage = ("protocol", "programme")[turn & 1], ("final", "to_sign")[turn >> 1 & 1]
    outline = _outline() if kind == "programme" else Outline()
    asked = json.loads(json.dumps(request(path, kind, stage, outline)))
    try:
        answer = examine(asked, data)
    except MemoryError:  # the child answers both in words
        return "memory"
    except RecursionError:
        return "depth"
    return verdict(problems_from(kind, path, json.loads(json.dumps(answer).encode())))


DOCX = Target("docx", ".docx", docx_seeds, package.spoilt, lambda data: attempt(data, "f.docx"), 20.0)
PDF = Target("pdf", ".pdf", pdf_seeds, pdf.spoilt, lambda data: attempt(data, "f.pdf"), 20.0)
