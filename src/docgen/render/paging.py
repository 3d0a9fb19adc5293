"""Page numbers of a finished document: which it shows, and the same document with others.

What a contents shows are values of PAGEREF fields. Nobody knows them before the pages are laid out, so they are put into
the file afterwards; nothing else in it changes.
"""

import re
from collections.abc import Mapping

from docgen.render.archive import pack, read, write

_DOCUMENT = "word/document.xml"
_NUMBER = re.compile(
    r'(<w:instrText xml:space="preserve"> PAGEREF (\w+) \\h </w:instrText></w:r>'
    r'<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:fldChar w:fldCharType="separate"/></w:r>'
    r'<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t xml:space="preserve">)([^<]*)(?=</w:t>)'
)


def shown_pages(docx: bytes) -> dict[str, int]:
    """The pages that a document refers to, by bookmark; a reference without a number stands as nought."""
    return {found[2]: int(found[3]) if found[3].isdigit() else 0 for found in _NUMBER.finditer(_markup(docx))}


def with_pages(docx: bytes, pages: Mapping[str, int]) -> bytes:
    """The document with these numbers; a reference to what is not among them loses its own."""
    entries = read(docx)
    markup = _NUMBER.sub(lambda found: f"{found[1]}{pages.get(found[2]) or ''}", _markup(docx))
    entries[_DOCUMENT] = pack(_DOCUMENT, markup.encode())
    return write(entries.values())


def _markup(docx: bytes) -> str:
    return read(docx)[_DOCUMENT].content().decode()
