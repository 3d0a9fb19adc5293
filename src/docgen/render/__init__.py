"""The printing room: a Word template and plain data → the bytes of a DOCX.

The road: :mod:`archive` unpacks a file it does not trust, :mod:`package` knows its parts, :mod:`source` reads a part as
text, :mod:`tags` finds the tags, :mod:`lint` and :mod:`expression` tell what is wrong with them, :mod:`mend` makes the
part readable for jinja, :mod:`compiler` turns it into code and proves the markup whole, :mod:`assembly` does all that
once per template. Then, per document: :mod:`making` runs the code, :mod:`printing` prints each value where it stands,
:mod:`repair` puts right what loops leave, :mod:`archive` writes. :mod:`proof` compares a template with the type of its
view
(:mod:`proof_values` the expressions, :mod:`proof_types` the types, :mod:`fields` what can be read). The room knows nothing of kinds of documents.
"""

from docgen.render.blocks import Block, ListItem, PageBreak, Paragraph, Picture
from docgen.render.contents import Contents, Entry
from docgen.render.error import RenderError
from docgen.render.fields import Field, fields
from docgen.render.inline import Bold, Gap, Inline, Italic, Link, Text
from docgen.render.paging import shown_pages, with_pages
from docgen.render.properties import DocumentProperties
from docgen.render.references import Bookmark, Count, PageNumber, Reference
from docgen.render.sections import Turned
from docgen.render.tables import Cell, Table
from docgen.render.template import Template

__all__ = [
    "Block",
    "Bold",
    "Bookmark",
    "Cell",
    "Contents",
    "Count",
    "DocumentProperties",
    "Entry",
    "Field",
    "Gap",
    "Inline",
    "Italic",
    "Link",
    "ListItem",
    "PageBreak",
    "PageNumber",
    "Paragraph",
    "Picture",
    "Reference",
    "RenderError",
    "Table",
    "Template",
    "Text",
    "Turned",
    "fields",
    "shown_pages",
    "with_pages",
]
