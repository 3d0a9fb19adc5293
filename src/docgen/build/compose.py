"""One document: record → view → dressed view → DOCX bytes."""

from dataclasses import dataclass
from typing import Any

from docgen.build.dress import dress
from docgen.corpus import Corpus, Document, Kind
from docgen.model.forms import viewed
from docgen.render import DocumentProperties, Template


@dataclass(frozen=True)
class Composed:
    """A document as Word gets it, and the view it was made of."""

    docx: bytes
    view: Any


def compose(document: Document[Any], kind: Kind[Any, Any], corpus: Corpus, template: Template) -> Composed:
    """The bytes of a document. Raises ``RenderError`` (with problems) if the template cannot be filled."""
    view = viewed(kind.view, document, corpus.only(kind.reads)).view
    properties = DocumentProperties(title=view.document_title, date=view.document_date)
    return Composed(template.render(dress(view), properties), view)
