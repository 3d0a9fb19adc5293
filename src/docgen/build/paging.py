"""The page numbers of a contents: guessed from the last build, held against the PDF, mended."""

from docgen.build.plan import Target
from docgen.diagnostics import Failure

TURNS = 3
UNSETTLED = Failure(
    "номера страниц в содержании не сошлись с разметкой страниц", "уберите из шаблона то, что зависит от них"
)


def guessed(target: Target, docx: bytes) -> bytes:
    """The document with the numbers that its last edition shows: they are seldom others, and then one look is enough."""
    from docgen.render import shown_pages, with_pages

    last = target.outputs.get("docx")
    try:
        return with_pages(docx, shown_pages(last.read_bytes())) if last is not None else docx
    except (OSError, ValueError, KeyError):  # there is none, or it is no document of ours any more
        return docx


def mended(docx: bytes, pdf: bytes) -> bytes | None:
    """The document with the numbers of the pages that its headings stand on; ``None`` if it shows just these."""
    from docgen.publish.destinations import pages_of
    from docgen.render import shown_pages, with_pages

    shown = shown_pages(docx)
    pages = pages_of(pdf, shown)
    return (
        None if all(pages.get(name, 0) == page for name, page in shown.items()) else with_pages(docx, pages)
    )
