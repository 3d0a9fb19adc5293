"""Rules over texts with marks, for kinds whose records hold such texts."""

from typing import Any

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, rule
from docgen.kinds.every.prose import marked_in
from docgen.model.markdown.passages import read


@rule("C141")
def unprintable_marks(document: Document[Any], corpus: Corpus) -> Findings:
    """Разметка, которую документ не может показать.

    Текст разделов пишется в Markdown: абзацы, списки, **жирный** и *курсив*, ссылки, таблицы из вертикальных черт,
    рисунки, заголовки с «###». Теги HTML, программный код, черта из дефисов и заголовки разделов в документ Word не
    попадут или испортят его строение, поэтому docgen их не принимает.

    Плохо:
        sections:
          general:
            economy: Регион <b>растёт</b> быстрее страны.
    Хорошо:
        sections:
          general:
            economy: Регион **растёт** быстрее страны.
    """
    for scalar in marked_in(document.record):
        for mark in read(scalar).unprintable:
            yield Finding(scalar.part(mark.start, mark.end), mark.message, mark.hint)
