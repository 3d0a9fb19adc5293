"""The points of the layout: what is written of them (D10x)."""

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.walk import lacking, layout_of
from docgen.model.markdown import plain


@rule("D105", Severity.GAP)
def point_missing(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не написан пункт раздела.

    Макет требует этот пункт: без него программу не рассматривают. Пока документ – черновик, ненаписанные пункты не
    мешают работе; к подписи их быть не должно.

    Плохо:
        sections:
          general:
            economy: Экономика области держится на металлургии и производстве стали.
            industry:
    Хорошо:
        sections:
          general:
            economy: Экономика области держится на металлургии и производстве стали.
            industry: Отрасль представлена заводом тонкого проката, на котором работают 5200 человек.
    """
    layout = layout_of(document, corpus)
    programme = document.record
    for one in layout.required_points() if layout is not None else ():
        if not plain(programme.text(one.section.key, one.point.key)).strip():
            span = lacking(programme, "sections", one.section.key, one.point.key)
            yield Finding(span, f"не написан пункт {one.number} «{one.point.title}»", "напишите текст пункта")
