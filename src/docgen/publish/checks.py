"""Checks of the file: fonts, what must not be in it, what must be in it once, paper, archive."""

import re
from collections.abc import Iterator

from docgen.diagnostics import Problem, Related
from docgen.publish import problems
from docgen.publish.expectation import PageExpectation
from docgen.publish.finished import Finished
from docgen.publish.fonts import family

STAND_INS = {
    "Times New Roman": ("Liberation Serif", "Tinos", "PT Astra Serif"),
    "Arial": ("Liberation Sans", "Arimo"),
    "Courier New": ("Liberation Mono", "Cousine"),
    "Calibri": ("Carlito",),
    "Cambria": ("Caladea",),
    "Symbol": ("OpenSymbol",),
    "Wingdings": ("OpenSymbol",),
}
"""Fonts with the same widths: a page set in one looks like a page set in the other."""

_MM = 72 / 25.4
_A4 = (210 * _MM, 297 * _MM)
_PAPER_TOLERANCE = 1 * _MM
_TAG = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_GAP = re.compile(r"⟦[^⟧]*⟧?")
_CLAIM = re.compile(rb"pdfaid:part(?:>|\s*=\s*[\"'])\s*\d")


def fonts(finished: Finished, expectation: PageExpectation) -> Iterator[Problem]:
    allowed = {family(name) for named in expectation.fonts for name in (named, *STAND_INS.get(named, ()))}
    seen: set[str] = set()
    for font in finished.fonts:
        span = finished.first_use(font.name)
        if span is None or font.name in seen:
            continue
        seen.add(font.name)
        if allowed and family(font.name) not in allowed:
            named = ", ".join(expectation.fonts)
            yield problems.FONT_SUBSTITUTED.at(
                span,
                f"напечатано шрифтом {font.name}, а в документе назван {named}",
                "установите шрифт (docgen doctor подскажет) или замените знак, которого в нём нет",
            )
        if not font.embedded:
            yield problems.FONT_NOT_EMBEDDED.at(
                span, f"шрифт {font.name} не вложен в файл", "сделайте PDF заново: docgen build --force"
            )


def leftovers(finished: Finished, expectation: PageExpectation) -> Iterator[Problem]:
    for page in finished.pages:
        for match in _TAG.finditer(page.text):
            yield problems.LEFTOVER.at(
                page.source.span(*match.span()), f"осталась разметка шаблона «{match[0]}»", "исправьте шаблон"
            )
        for match in _GAP.finditer(page.text) if expectation.stage != "draft" else ():
            yield problems.LEFTOVER.at(
                page.source.span(*match.span()), f"остался пробел «{match[0]}»", "допишите недостающее"
            )


def claim(finished: Finished, expectation: PageExpectation) -> Iterator[Problem]:
    if finished.pages and not _CLAIM.search(finished.metadata):
        yield problems.NOT_ARCHIVAL.at(
            finished.pages[0].top(), "файл не заявлен как PDF/A", "сделайте PDF командой docgen build"
        )


def anchors(finished: Finished, expectation: PageExpectation) -> Iterator[Problem]:
    if expectation.stage == "draft" or not finished.pages:
        return
    for anchor in expectation.anchors:
        pattern = re.compile(rf"(?<![\w-]){re.escape(anchor)}(?![\w-])")
        spans = [
            page.source.span(*found.span())
            for page in finished.pages
            for found in pattern.finditer(page.text)
        ]
        if expectation.stage == "signed":
            for span in spans:
                yield problems.ANCHOR.at(span, f"в подписанном документе осталась метка «{anchor}»")
        elif not spans:
            yield problems.ANCHOR.at(
                finished.pages[0].top(), f"нет метки «{anchor}»", "проверьте, что шаблон её печатает"
            )
        else:
            first = Related(spans[0], "первый раз здесь")
            for span in spans[1:]:
                yield problems.ANCHOR.at(span, f"метка «{anchor}» стоит ещё раз", "оставьте одну", [first])


def paper(finished: Finished, expectation: PageExpectation) -> Iterator[Problem]:
    for page in finished.pages:
        sides = sorted((page.width, page.height))
        if any(abs(side - wanted) > _PAPER_TOLERANCE for side, wanted in zip(sides, _A4, strict=True)):
            size = f"{page.width / _MM:.0f} × {page.height / _MM:.0f} мм"
            yield problems.PAPER.at(
                page.top(),
                f"размер страницы {page.number} – {size}, а не A4",
                "задайте A4 в параметрах страницы",
            )
