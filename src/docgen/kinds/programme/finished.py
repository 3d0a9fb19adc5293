"""What the PDF of a programme must satisfy."""

from docgen.corpus import Document
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.view import ProgrammeView
from docgen.publish.pages import PageExpectation

FONT = "Times New Roman"


def finished(document: Document[Programme], view: ProgrammeView) -> PageExpectation:
    """The expectation: fonts, numbered pages, the last signature with its post."""
    last = view.signatures[-1] if view.signatures else None
    signature = (last.post, last.name) if last is not None else ()
    return PageExpectation(path="", stage=document.stage.value, fonts=(FONT,), signature=signature)
