"""What ``docgen new portfolio`` starts from: the period of a layout, and what may be set otherwise."""

from docgen.corpus import Scaffold, Start, named
from docgen.model.layout.layout import Layout
from docgen.model.programme_book import ProgrammeBook


def scaffold(start: Start) -> Scaffold:
    """The draft, about the programmes of the layout that is asked for, or of all for the years of the newest."""
    book = ProgrammeBook.of(start.corpus)
    asked = start.asked.get("layout", "")
    key = asked or book.newest_layout
    layout: Layout | None = named("layout", key, book.layouts, "макета") if key else None
    years = f" {{from: {layout.period.first}, to: {layout.period.last}}}" if layout else ""
    written = f"layout: {key}" if asked else f"# layout: {key or 'programme-2022'}"
    text = _TEXT.replace("<schema>", start.schema).replace("<id>", start.id)
    return Scaffold(text.replace("<years>", years).replace("<layout>", written))


_TEXT = """\
# yaml-language-server: $schema=<schema>
# Сводный отчёт по программам развития. Все цифры docgen берёт из content/programme/.
# Строки с «#» – подсказки, их можно удалить.
# Проверить: docgen check content/portfolio/<id>.yaml   Собрать: docgen build content/portfolio/<id>.yaml

# Стадия: draft – черновик (печатается «ПРОЕКТ»), to_sign – на подпись, signed – подписан.
stage: draft

# Какие годы: берутся программы на эти годы.
period:<years>

# День, на который составлен отчёт: 2026-03-01 или 1 марта 2026 г.
as_of:

# Если нужны программы только одного макета из content/reference/layouts/.
<layout>

# Город на титульном листе.
place:

# Название, если оно другое: «Сводный отчёт по программам развития …» docgen напишет сам.
# title:

# С какого значения показатель выделяется: mad (обычно threshold: 3,5) или iqr (обычно threshold: 1,5).
# outliers:
#   method: mad
#   threshold: 3,5
#   at_least: 5

# Какие тексты считать совпадающими: доля более короткого текста, % и число слов.
# copies:
#   share: 50
#   words: 40

# Все поля: docgen schema portfolio
"""
