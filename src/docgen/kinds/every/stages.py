"""The stage of a document and the file that was signed (C11x). The file itself is looked at when building."""

from typing import Any

from docgen.corpus import Corpus, Document, DocumentRecord, Stage
from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.kinds.every.prose import marked_in, prose_in


@rule("C111")
def nothing_signed(document: Document[Any], corpus: Corpus) -> Findings:
    """Подписанный документ без подписанного файла.

    На стадии signed документ заморожен: источник называет подписанный файл и его контрольную сумму, и docgen больше
    не перезаписывает его.

    Плохо:
        stage: signed
    Хорошо:
        stage: signed
        signed:
          file: signed/2026-03-12.pdf
          sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
    """
    record = document.record
    if isinstance(record, DocumentRecord) and document.stage is Stage.SIGNED and record.signed is None:
        message = "не указан подписанный файл"
        yield Finding(record.at("stage"), message, "добавьте signed: {file: …, sha256: …}")


@rule("C112")
def signed_too_early(document: Document[Any], corpus: Corpus) -> Findings:
    """Подписанный файл указан, а документ ещё не подписан.

    Поле signed замораживает документ только на стадии signed; на другой стадии он продолжал бы меняться, расходясь с
    подписанным.

    Плохо:
        stage: draft
        signed:
          file: signed/2026-03-12.pdf
          sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
    Хорошо:
        stage: signed
        signed:
          file: signed/2026-03-12.pdf
          sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
    """
    record = document.record
    if (
        isinstance(record, DocumentRecord)
        and document.stage is not Stage.SIGNED
        and record.signed is not None
    ):
        message = "подписанный файл указан не на стадии signed"
        yield Finding(record.at_name("signed"), message, "укажите stage: signed или уберите signed:")


@rule("C113", Severity.GAP)
def gap_typed(document: Document[Any], corpus: Corpus) -> Findings:
    """В тексте остался пробел ⟦…⟧.

    Скобками ⟦…⟧ черновик показывает то, что ещё не написано. Вписанные в текст руками, они попали бы в подписанный
    документ.

    Плохо:
        title: совещания с участниками ⟦чего?⟧
    Хорошо:
        title: совещания с участниками проекта
    """
    for scalar in (*prose_in(document.record), *marked_in(document.record)):
        start = scalar.find("⟦")
        if start >= 0:
            end = scalar.find("⟧", start)
            span = scalar.part(start, end + 1 if end > 0 else len(scalar))
            yield Finding(span, "в тексте остался пробел", "впишите то, чего не хватает")
