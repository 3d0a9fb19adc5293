"""A PDF → a :class:`~docgen.papers.paper.Paper`."""

import io
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from docgen.papers import problems
from docgen.papers.limits import Limits
from docgen.papers.paper import Block, FontUse, Mark, Numbering, Paper, Where
from docgen.papers.pdf import contents
from docgen.papers.pdf.lines import lines_of
from docgen.papers.pdf.paragraphs import blocks_of
from docgen.papers.refusal import Refusal

_PASSWORD, _SECURITY = 4, 5  # PDFium's own numbers of errors
_AGAIN = "сделайте PDF заново в программе, где создан документ"
_MARGIN, _EDGE = (
    0.09,
    0.065,
)  # of the page's height: page numbers stand in the margin, running heads at its edge
_RUNNING_HEAD = 80


@dataclass(slots=True)
class _Read:
    """What has been read so far."""

    blocks: list[Block] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    fonts: Counter[str] = field(default_factory=Counter)
    numbered: set[int] = field(default_factory=set)
    letters: int = 0


def read_pdf(data: bytes, path: str, limits: Limits) -> Paper:
    """Read a PDF; ``path`` is how problems call the file."""
    read, count = _text(data, limits)
    paper = Paper(
        path=path,
        format="pdf",
        blocks=tuple(read.blocks),
        pages=tuple(read.pages),
        page_count=count,
        letters=read.letters,
        garbled=_garbled(read.pages),
        numbering=Numbering(bool(read.numbered), 1 not in read.numbered, 1),
    )
    return _with_contents(paper, data, read)


def _text(data: bytes, limits: Limits) -> tuple[_Read, int]:
    """The text of all pages."""
    import pypdfium2  # a library of several megabytes, loaded only where a PDF is read
    from pypdfium2 import raw

    read = _Read()
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _refused(data, getattr(error, "err_code", None)) from error
    try:
        count = len(document)
        if not count:
            raise Refusal(problems.BROKEN, "файл повреждён: в PDF нет ни одной страницы", _AGAIN)
        if count > limits.pages:
            raise Refusal(problems.TOO_LARGE, f"в PDF больше {limits.pages} страниц", "разделите документ")
        for number in range(count):
            _page(document, number, read, raw, limits)
    finally:
        document.close()
    return read, count


def _refused(data: bytes, code: int | None) -> Refusal:
    """Why PDFium does not open it; its code may be that of the file before, so the file itself must say it is locked."""
    if code in (_PASSWORD, _SECURITY) and b"/Encrypt" in data:
        return Refusal(problems.LOCKED, "PDF зашифрован паролем", "сохраните PDF без пароля")
    return Refusal(problems.BROKEN, "файл повреждён: PDF не открывается", _AGAIN)


def _page(document: Any, number: int, read: _Read, raw: Any, limits: Limits) -> None:
    """One page; a broken one is a page without text."""
    from pypdfium2 import PdfiumError

    try:
        page = document[number]
        width, height = page.get_size()
        textpage = page.get_textpage()
        lines = list(lines_of(raw, textpage))
        textpage.close()
        page.close()
    except PdfiumError:
        read.pages.append("")
        return
    text, blocks = blocks_of(lines, number + 1, width, len(read.blocks) + 1)
    tops = {line.text: (line.bottom / height if height else 0.5) for line in lines}
    for block in blocks:
        at = tops.get(block.text, 0.5)
        is_number = block.text.strip(" –—-").isdigit() and min(at, 1 - at) < _MARGIN
        if is_number:
            read.numbered.add(number + 1)
        running = is_number or (min(at, 1 - at) < _EDGE and len(block.text) < _RUNNING_HEAD)
        read.blocks.append(replace(block, where=Where.HEADER) if running else block)
    for line in lines:
        read.fonts.update(line.fonts)
    read.pages.append(text)
    read.letters += sum(char.isalpha() for char in text)
    if sum(map(len, read.pages)) > limits.text:
        raise Refusal(problems.TOO_LARGE, "в документе слишком много текста", "разделите документ")


def _garbled(pages: list[str]) -> float:
    """The share of characters that no text has: private, unassigned, replacement."""
    text = "".join(pages)
    odd = sum(
        char == "\ufffd" or 0xE000 <= ord(char) <= 0xF8FF or (ord(char) < 32 and char not in "\n\t")
        for char in text
    )
    return odd / len(text) if text else 0.0


def _with_contents(paper: Paper, data: bytes, read: _Read) -> Paper:
    """With what pypdf finds in the file; it gives up on files that PDFium still reads, and that is no matter."""
    import logging

    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and bool(reader.decrypt(""))
        root = reader.root_object
        said = {str(key)[1:]: str(value)[:200] for key, value in (reader.metadata or {}).items() if value}
        marks, fonts = _of_pages(reader)
        return replace(
            paper,
            claims=tuple(contents.claims(root)),
            marks=(*contents.marks(root), *marks),
            fonts=_fonts(fonts, read.fonts),
            properties={name: said[key] for key, name in _PROPERTIES.items() if key in said},
            producer=said.get("Producer", ""),
            locked=locked,
        )
    except Exception:
        return replace(paper, fonts=tuple(FontUse(name, count) for name, count in sorted(read.fonts.items())))


_PROPERTIES = {
    "Author": "автор",
    "Title": "название",
    "Subject": "тема",
    "Keywords": "ключевые слова",
    "Company": "организация",
}


def _of_pages(reader: Any) -> tuple[list[Mark], dict[str, FontUse]]:
    marks: list[Mark] = []
    fonts: dict[str, FontUse] = {}
    for page in reader.pages:
        marks += contents.page_marks(page)
        for font in contents.page_fonts(page):
            known = fonts.get(font.name)
            if known is None or known.embedded:
                fonts[font.name] = font
    return marks, fonts


def _fonts(named: dict[str, FontUse], used: Counter[str]) -> tuple[FontUse, ...]:
    return tuple(replace(font, characters=used.get(name, 0)) for name, font in sorted(named.items()))
