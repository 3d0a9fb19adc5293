"""Pictures of the text (D725, D726, D728–D730)."""

from collections.abc import Iterator

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Severity, Span, rule
from docgen.kinds.programme.picture_file import PictureFile
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


def _opened(document: Document[Programme]) -> Iterator[tuple[Span, PictureFile]]:
    """The pictures that lie in the folder, each once."""
    seen: set[str] = set()
    for one, figure in _figures(document.record):
        data = document.picture(figure.path)
        if data is not None and figure.path not in seen:
            seen.add(figure.path)
            yield one.scalar.part(figure.start, figure.end), PictureFile(figure.path, data)


@rule("D728")
def picture_unreadable(document: Document[Programme], corpus: Corpus) -> Findings:
    """Файл картинки не открывается или это не картинка.

    Печатаются PNG и JPEG. Пустой, оборванный при копировании файл, документ или PDF с именем картинки напечатать нельзя.

    Плохо:
        sections:
          general:
            economy: |
              Экономика области держится на металлургии и производстве стали.

              ![Площадки кластера](cut.png)
            industry: Отрасль представлена АО «ЛЗТП»; система СПО готовит для него кадры, её МТБ обновляется.
    Хорошо:
        sections:
          general:
            economy: |
              Экономика области держится на металлургии и производстве стали.

              ![Площадки кластера](sites.png)
            industry: Отрасль представлена АО «ЛЗТП»; система СПО готовит для него кадры, её МТБ обновляется.
    """
    for span, file in _opened(document):
        if not file.data:
            yield Finding(span, f"файл «{file.path}» пуст", "положите картинку заново")
        elif not file.is_printed:
            what = f"это {file.format}" if file.format else "это не картинка"
            message = f"файл «{file.path}» – не PNG и не JPEG: {what}"
            yield Finding(span, message, "сохраните картинку как PNG или JPEG")
        elif not file.is_whole():
            message = f"файл «{file.path}» повреждён: картинка обрывается или не читается"
            yield Finding(span, message, "скопируйте картинку заново и откройте её, чтобы проверить")


@rule("D729", Severity.WARNING)
def picture_misnamed(document: Document[Programme], corpus: Corpus) -> Findings:
    """Имя файла картинки не соответствует его формату.

    JPEG с именем .png напечатается, но другие программы могут его не открыть.

    Плохо:
        sections:
          general:
            economy: |
              Экономика области держится на металлургии и производстве стали.

              ![Площадки кластера](jpeg.png)
            industry: Отрасль представлена АО «ЛЗТП»; система СПО готовит для него кадры, её МТБ обновляется.
    Хорошо:
        sections:
          general:
            economy: |
              Экономика области держится на металлургии и производстве стали.

              ![Площадки кластера](sites.png)
            industry: Отрасль представлена АО «ЛЗТП»; система СПО готовит для него кадры, её МТБ обновляется.
    """
    for span, file in _opened(document):
        if file.is_printed and not file.is_called_right:
            message = f"файл «{file.path}» на самом деле {file.format}"
            yield Finding(span, message, "переименуйте файл или сохраните его заново")


_LEAST_PER_INCH, _MOST_BYTES = 72, 15_000_000


@rule("D730", Severity.WARNING)
def picture_size(document: Document[Programme], corpus: Corpus) -> Findings:
    """Картинка слишком мала или слишком велика для печати.

    На странице картинка занимает до 15 см в ширину. Если на дюйм бумаги приходится меньше 72 точек, она расплывётся;
    если в ней больше 50 миллионов точек или 15 мегабайт, документ трудно открыть и отправить, а лучше он не станет.

    Плохо:
        sections:
          general:
            economy: |
              Экономика области держится на металлургии и производстве стали.

              ![Площадки кластера](tiny.png)
            industry: Отрасль представлена АО «ЛЗТП»; система СПО готовит для него кадры, её МТБ обновляется.
    Хорошо:
        sections:
          general:
            economy: |
              Экономика области держится на металлургии и производстве стали.

              ![Площадки кластера](sites.png)
            industry: Отрасль представлена АО «ЛЗТП»; система СПО готовит для него кадры, её МТБ обновляется.
    """
    for span, file in _opened(document):
        if not file.is_printed or not all(file.dots):
            continue
        wide, high = file.dots
        if file.is_huge or len(file.data) > _MOST_BYTES:
            message = f"картинка «{file.path}» слишком велика: {wide} × {high} точек, {len(file.data) / 1e6:.0f} Мбайт"
            yield Finding(span, message, "уменьшите её до 2000–3000 точек в ширину")
        elif file.per_inch < _LEAST_PER_INCH:
            message = (
                f"картинка «{file.path}» слишком мала: {wide} × {high} точек, при печати она расплывётся"
            )
            yield Finding(span, message, "возьмите картинку не меньше 900 точек в ширину")
