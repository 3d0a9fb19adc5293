"""The cluster's name in the words of the title page: a check of forms asks for this alone, and loads nothing of Word."""

from docgen.corpus import Corpus, Document
from docgen.kinds.programme.record import Programme
from docgen.language.cases import Case


def title_name(document: Document[Programme], corpus: Corpus) -> str:
    """«Образовательно-производственного центра (кластера) …»: programme of the development of what."""
    return document.record.name_form(Case.GENITIVE)
