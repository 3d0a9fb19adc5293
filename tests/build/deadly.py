"""A registry whose rule kills the worker that checks a certain document."""

import os
from dataclasses import replace

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Findings, rule
from tests.build import workshop


@rule("X103")
def dies_of_it(document: Document[workshop.Note], corpus: Corpus) -> Findings:
    """Никто не умирает.

    Плохо:   title: УМРИ
    Хорошо:  title: Записка
    """
    if document.record.title == "УМРИ":
        os._exit(1)
    yield from ()


KINDS = (replace(workshop.NOTE, rules=(dies_of_it,)),)
REFERENCES = workshop.REFERENCES
