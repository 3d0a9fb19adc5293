"""A PDF → a :class:`~docgen.papers.paper.Paper`."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from docgen.papers import problems
from docgen.papers.limits import Limits
from docgen.papers.paper import Numbering, Paper
from docgen.papers.pdf.budget import Budget
from docgen.papers.pdf.composing import composed
from docgen.papers.pdf.held import with_contents
from docgen.papers.pdf.pages import Page, page_of
from docgen.papers.pdf.running import mark_running
from docgen.papers.pdf.unseen import marks_of
from docgen.papers.refusal import Refusal

_PASSWORD, _SECURITY = 4, 5  # PDFium's own numbers of errors
_AGAIN = "сделайте PDF заново в программе, где создан документ"


def read_pdf(data: bytes, path: str, limits: Limits) -> Paper:
    """Read a PDF; ``path`` is how problems call the file."""
    pages = _pages(data, limits)
    numbered = mark_running(pages)
    made = composed(pages)
    fonts: Counter[str] = Counter()
    for page in pages:
        for line in page.lines:
            fonts.update(line.fonts)
    paper = Paper(
        path=path,
        format="pdf",
        blocks=tuple(made.blocks),
        tables=tuple(made.tables),
        marks=tuple(marks_of(pages, made.blocks)),
        pages=tuple(made.pages),
        page_count=len(pages),
        letters=sum(char.isalpha() for text in made.pages for char in text),
        garbled=_garbled(made.pages),
        numbering=Numbering(bool(numbered), 1 not in numbered, 1),
        unread_tables=tuple(page.number for page in pages if page.unread),
    )
    return with_contents(paper, data, fonts)


def _pages(data: bytes, limits: Limits) -> list[Page]:
    """All pages as they are drawn."""
    import pypdfium2  # a library of several megabytes, loaded only where a PDF is read
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refused(data, getattr(error, "err_code", None)) from error
    budget = Budget()
    try:
        with suppress(pypdfium2.PdfiumError):  # a form so broken that nobody draws it
            document.init_forms()  # and PDFium draws the values of fields that have no look of their own
        count = len(document)
        if not count:
            raise Refusal(problems.BROKEN, "файл повреждён: в PDF нет ни одной страницы", _AGAIN)
        if count > limits.pages:
            raise Refusal(problems.TOO_LARGE, f"в PDF больше {limits.pages} страниц", "разделите документ")
        return list(_within(limits, (page_of(raw, document, at, budget) for at in range(1, count + 1))))
    finally:
        document.close()


def _within(limits: Limits, pages: Iterable[Page]) -> Iterator[Page]:
    """The pages, as long as their text is not too much."""
    length = 0
    for page in pages:
        length += sum(len(line.text) + 1 for line in page.lines)
        if length > limits.text:
            raise Refusal(problems.TOO_LARGE, "в документе слишком много текста", "разделите документ")
        yield page


def _refused(data: bytes, code: int | None) -> Refusal:
    """Why PDFium does not open it; its code may be that of the file before, so the file itself must say it is locked."""
    if code in (_PASSWORD, _SECURITY) and b"/Encrypt" in data:
        return Refusal(problems.LOCKED, "PDF зашифрован паролем", "сохраните PDF без пароля")
    return Refusal(problems.BROKEN, "файл повреждён: PDF не открывается", _AGAIN)


def _garbled(pages: Sequence[str]) -> float:
    """The share of characters that no text has: private, unassigned, replacement."""
    text = "".join(pages)
    odd = sum(
        char == "\ufffd" or 0xE000 <= ord(char) <= 0xF8FF or (ord(char) < 32 and char not in "\n\t")
        for char in text
    )
    return odd / len(text) if text else 0.0
