"""What the PDF of a programme must satisfy."""

from collections.abc import Iterable, Iterator

from docgen.corpus import Document
from docgen.kinds.programme import looks
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.view import ProgrammeView
from docgen.publish.pages import PageExpectation
from docgen.render import Block, Paragraph, Turned

FONT = "Times New Roman"
_HEADINGS = (looks.SECTION, looks.POINT, looks.INNER, looks.LIST_TITLE, looks.TABLE_TITLE)


def finished(document: Document[Programme], view: ProgrammeView) -> PageExpectation:
    """The expectation: fonts, numbered pages, titles beside what they name, the last signature with its post."""
    last = view.signatures[-1] if view.signatures else None
    signature = (last.post, last.name) if last is not None else ()
    return PageExpectation(
        path="",
        stage=document.stage.value,
        fonts=(FONT,),
        signature=signature,
        headings=(*_said(view.body, _HEADINGS), str(view.signature_title)),
        captions=tuple(_said(view.body, (looks.FIGURE_TITLE,))),
    )


def _said(blocks: Iterable[Block], styles: tuple[str, ...]) -> Iterator[str]:
    """What the paragraphs of these styles say."""
    for block in blocks:
        if isinstance(block, Turned):
            yield from _said(block.blocks, styles)
        elif isinstance(block, Paragraph) and block.style in styles:
            yield str(block.content)
