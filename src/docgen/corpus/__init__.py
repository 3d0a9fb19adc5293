"""What a kind of document is, and how ``content/`` becomes one checked whole.

A :class:`Kind` tells what is written, what must hold and what is printed; :func:`load` reads the sources into a
:class:`Corpus` of :class:`Document`; :func:`check` runs the rules over it.
"""

from docgen.corpus.check import check_document, check_references, readiness_of, waived_for, with_stage
from docgen.corpus.document import Corpus, Document, DocumentRecord, SignedFile, Stage
from docgen.corpus.kind import Kind, Reference, printed, read_kinds
from docgen.corpus.later import later_kind, later_reference
from docgen.corpus.load import Loaded, load, record_type_of
from docgen.corpus.start import CannotStart, Scaffold, Start, named
from docgen.corpus.waiving import UNLIMITED, Checked, RulesOf, rules_by_code

__all__ = [
    "UNLIMITED",
    "CannotStart",
    "Checked",
    "Corpus",
    "Document",
    "DocumentRecord",
    "Kind",
    "Loaded",
    "Reference",
    "RulesOf",
    "Scaffold",
    "SignedFile",
    "Stage",
    "Start",
    "check_document",
    "check_references",
    "later_kind",
    "later_reference",
    "load",
    "named",
    "printed",
    "read_kinds",
    "readiness_of",
    "record_type_of",
    "rules_by_code",
    "waived_for",
    "with_stage",
]
