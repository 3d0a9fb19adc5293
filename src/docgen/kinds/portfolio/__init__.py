"""Сводный отчёт по программам развития. Исходники: content/portfolio/. Шаблон: templates/portfolio.docx."""

from typing import TYPE_CHECKING

from docgen.corpus import Corpus, Document, Kind, Scaffold, Start
from docgen.diagnostics import rules_in
from docgen.kinds import every
from docgen.kinds.portfolio import rules
from docgen.kinds.portfolio.record import Portfolio
from docgen.model.book import BOOK_TYPES
from docgen.model.programme import WrittenProgramme
from docgen.model.programme_book import PROGRAMME_BOOK_TYPES

if TYPE_CHECKING:
    from docgen.kinds.portfolio.view import PortfolioView
    from docgen.publish.pages import PageExpectation

# Charts and blocks of Word are loaded by who prints: a check of sources needs neither.

_FONT = "Times New Roman"


def _view(document: Document[Portfolio], corpus: Corpus) -> "PortfolioView":
    """The portfolio as it is printed."""
    from docgen.kinds.portfolio.view import view

    return view(document, corpus)


def _view_type() -> "type[PortfolioView]":
    from docgen.kinds.portfolio.view import PortfolioView

    return PortfolioView


def _book(document: Document[Portfolio], corpus: Corpus) -> bytes:
    """The portfolio as an Excel book."""
    from docgen.kinds.portfolio.book import book

    return book(document, corpus)


def _finished(document: Document[Portfolio], view: "PortfolioView") -> "PageExpectation":
    """What the PDF must satisfy."""
    from docgen.publish.pages import PageExpectation

    return PageExpectation(path="", stage=document.stage.value, fonts=(_FONT,))


def _scaffold(start: Start) -> Scaffold:
    """What a new portfolio starts from."""
    from docgen.kinds.portfolio.scaffold import scaffold

    return scaffold(start)


KIND = Kind(
    name="portfolio",
    title="Сводный отчёт по программам",
    record=Portfolio,
    view=_view,
    view_type=_view_type,
    rules=(*every.RULES, *rules_in(rules)),
    reads=(*BOOK_TYPES, *PROGRAMME_BOOK_TYPES, WrittenProgramme),
    finished=_finished,
    paged=True,
    scaffold=_scaffold,
    asks=("layout",),
    tables={"xlsx": _book},
)
