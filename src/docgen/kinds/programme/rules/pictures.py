"""Pictures of the text (D725, D726)."""

from collections.abc import Iterator

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.walk import Prose, prose
from docgen.model.markdown.passages import figures
from docgen.model.markdown.tree import Figure


def _figures(programme: Programme) -> Iterator[tuple[Prose, Figure]]:
    for one in prose(programme):
        if "![" in one.text:
            for figure in figures(one.text):
                yield one, figure


@rule("D725", Severity.GAP)
def picture_absent(document: Document[Programme], corpus: Corpus) -> Findings:
    """Картинки, названной в тексте, нет рядом с исходником.

    Картинки лежат в папке с именем программы; в тексте указывают имя файла: «![Подпись](photo.png)».

    Плохо:
        sections:
          general:
            economy: |
              Экономика области держится на металлургии и производстве стали.

              ![Заводы области на карте](map.png)
            industry: Отрасль представлена АО «ЛЗТП»; система СПО готовит для него кадры, её МТБ обновляется.
    Хорошо:
        sections:
          general:
            economy: Экономика области держится на металлургии и производстве стали.
            industry: Отрасль представлена АО «ЛЗТП»; система СПО готовит для него кадры, её МТБ обновляется.
    """
    for one, figure in _figures(document.record):
        if document.picture(figure.path) is None:
            span = one.scalar.part(figure.start, figure.end)
            message = f"файла «{figure.path}» нет в папке программы"
            yield Finding(span, message, f"положите его в папку {document.id}/ рядом с исходником")


@rule("D726", Severity.WARNING)
def picture_without_caption(document: Document[Programme], corpus: Corpus) -> Findings:
    """У рисунка нет подписи.

    Подпись пишут в квадратных скобках: «![Площадки кластера](sites.png)». Рисунок нумеруется и без неё, но читать его
    трудно, а незрячий не узнает, что на нём.

    Плохо:
        sections:
          general:
            economy: |
              Экономика области держится на металлургии и производстве стали.

              ![](map.png)
            industry: Отрасль представлена АО «ЛЗТП»; система СПО готовит для него кадры, её МТБ обновляется.
    Хорошо:
        sections:
          general:
            economy: |
              Экономика области держится на металлургии и производстве стали.

              ![Заводы области на карте](map.png)
            industry: Отрасль представлена АО «ЛЗТП»; система СПО готовит для него кадры, её МТБ обновляется.
    """
    for one, figure in _figures(document.record):
        if not figure.caption:
            span = one.scalar.part(figure.start, figure.end)
            yield Finding(span, "у рисунка нет подписи", f"напишите её: ![Подпись]({figure.path})")
