"""Who receives the grant (D206–D208)."""

from decimal import Decimal

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.kinds.programme.matter import named
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.walk import lacking, layout_of
from docgen.model.layout.layout import Layout


@rule("D206", Severity.GAP)
def no_recipient(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не назван получатель гранта.

    Получатель гранта – ровно один участник, и это колледж. Если грант программе не нужен (в funding нет средств источника,
    который макет называет грантом), получатель не требуется.

    Плохо:
        participants:
          - {key: college, name: Липецкий колледж, kind: base_college, inn: "4800000014", ogrn: "1214800000018", functions: [обучает]}
          - {key: plant, name: Липецкий завод, kind: enterprise, inn: "4800000053", ogrn: "1034800000058", functions: [принимает на практику]}
    Хорошо:
        participants:
          - {key: college, name: Липецкий колледж, kind: base_college, inn: "4800000014", ogrn: "1214800000018", functions: [обучает], grant_recipient: true}
          - {key: plant, name: Липецкий завод, kind: enterprise, inn: "4800000053", ogrn: "1034800000058", functions: [принимает на практику]}
    """
    programme = document.record
    layout = layout_of(document, corpus)
    if not programme.participants or any(one.grant_recipient for one in programme.participants):
        return
    if layout is not None and _grant_expected(programme, layout):
        span = lacking(programme, "participants")
        yield Finding(span, "не назван получатель гранта", "поставьте у колледжа grant_recipient: true")


def _grant_expected(programme: Programme, layout: Layout) -> bool:
    """Whether there is grant money, or nothing is said of money yet."""
    if not any(source.grant for source in layout.sources):
        return False
    if not programme.funding:
        return True
    given = (
        line.sum for line in programme.funding if getattr(named(line.source, layout.sources), "grant", False)
    )
    return sum(given, Decimal()) > 0


@rule("D207")
def several_recipients(document: Document[Programme], corpus: Corpus) -> Findings:
    """Получателей гранта несколько.

    Грант получает один участник: он заключает соглашение и отчитывается.

    Плохо:
        participants:
          - {key: college, name: Липецкий колледж, kind: base_college, inn: "4800000014", ogrn: "1214800000018", functions: [обучает], grant_recipient: true}
          - {key: plant, name: Елецкий колледж, kind: college, inn: "4800000053", ogrn: "1034800000058", functions: [обучает], grant_recipient: true}
    Хорошо:
        participants:
          - {key: college, name: Липецкий колледж, kind: base_college, inn: "4800000014", ogrn: "1214800000018", functions: [обучает], grant_recipient: true}
          - {key: plant, name: Елецкий колледж, kind: college, inn: "4800000053", ogrn: "1034800000058", functions: [обучает]}
    """
    recipients = [one for one in document.record.participants if one.grant_recipient]
    for other in recipients[1:]:
        message = f"получатель гранта уже назван: «{recipients[0].in_text}»"
        related = (Related(recipients[0].at("grant_recipient"), "первый получатель"),)
        yield Finding(other.at("grant_recipient"), message, "оставьте одного получателя", related)


@rule("D208")
def recipient_not_college(document: Document[Programme], corpus: Corpus) -> Findings:
    """Получатель гранта – не колледж.

    Грант предоставляется образовательной организации: базовому колледжу или колледжу – участнику.

    Плохо:
        participants:
          - {key: college, name: Липецкий колледж, kind: base_college, inn: "4800000014", ogrn: "1214800000018", functions: [обучает]}
          - {key: plant, name: Липецкий завод, kind: enterprise, inn: "4800000053", ogrn: "1034800000058", functions: [принимает на практику], grant_recipient: true}
    Хорошо:
        participants:
          - {key: college, name: Липецкий колледж, kind: base_college, inn: "4800000014", ogrn: "1214800000018", functions: [обучает], grant_recipient: true}
          - {key: plant, name: Липецкий завод, kind: enterprise, inn: "4800000053", ogrn: "1034800000058", functions: [принимает на практику]}
    """
    recipients = [one for one in document.record.participants if one.grant_recipient]
    for one in recipients if len(recipients) == 1 else ():  # of several, D207 tells
        if one.kind is not None and not one.kind.is_college:
            message = f"получатель гранта «{one.in_text}» – не колледж, а {one.kind.title}"
            yield Finding(one.at("grant_recipient"), message, "назовите получателем колледж")
