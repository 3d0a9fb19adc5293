"""What a kind of document is, and how ``content/`` becomes one checked whole.

A :class:`Kind` tells what is written, what must hold and what is printed; :func:`load` reads the sources into a
:class:`Corpus` of :class:`Document`; :func:`check` runs the rules over it.
"""

from docgen.corpus.check import check_document, check_references, with_stage
from docgen.corpus.document import Corpus, Document, DocumentRecord, SignedFile, Stage
from docgen.corpus.kind import Kind, Reference, printed
from docgen.corpus.load import Loaded, load, record_type_of

__all__ = [
    "Corpus",
    "Document",
    "DocumentRecord",
    "Kind",
    "Loaded",
    "Reference",
    "SignedFile",
    "Stage",
    "check_document",
    "check_references",
    "load",
    "printed",
    "record_type_of",
    "with_stage",
]
