"""Программа развития кластера. Исходники: content/programme/. Шаблон: templates/programme.docx."""

from typing import TYPE_CHECKING

from docgen.corpus import Corpus, Document, Kind, Scaffold, Start
from docgen.kinds import every
from docgen.kinds.programme import rules
from docgen.kinds.programme.naming import title_name
from docgen.kinds.programme.parts import parts
from docgen.kinds.programme.record import Programme
from docgen.model.book import BOOK_TYPES
from docgen.model.programme_book import PROGRAMME_BOOK_TYPES

if TYPE_CHECKING:
    from docgen.kinds.programme.view import ProgrammeView
    from docgen.publish.pages import PageExpectation

# Charts and blocks of Word are loaded by who prints: a check of sources needs neither.


def _view(document: Document[Programme], corpus: Corpus) -> "ProgrammeView":
    """The programme as it is printed."""
    from docgen.kinds.programme.view import view

    return view(document, corpus)


def _view_type() -> "type[ProgrammeView]":
    from docgen.kinds.programme.view import ProgrammeView

    return ProgrammeView


def _finished(document: Document[Programme], view: "ProgrammeView") -> "PageExpectation":
    """What the PDF must satisfy."""
    from docgen.kinds.programme.finished import finished

    return finished(document, view)


def _scaffold(start: Start) -> Scaffold:
    """What a new programme starts from."""
    from docgen.kinds.programme.scaffold import scaffold

    return scaffold(start)


KIND = Kind(
    name="programme",
    title="Программа развития кластера",
    record=Programme,
    view=_view,
    view_type=_view_type,
    rules=(*every.RULES, *every.MARKED_RULES, *every.form_rules(title_name, BOOK_TYPES), *rules.RULES),
    reads=(*BOOK_TYPES, *PROGRAMME_BOOK_TYPES),
    finished=_finished,
    paged=True,
    scaffold=_scaffold,
    asks=("cluster", "region", "layout"),
    parts=parts,
)
