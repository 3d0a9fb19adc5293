"""Tables of a PDF that could not be read (V409): neither there nor missing."""

from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.kinds.programme.verify.tables import assigned, extent
from docgen.papers.examined import Examined
from docgen.papers.tables import unread


@rule("V409", Severity.WARNING)
def unread_table(examined: Examined) -> Findings:
    """Таблица в PDF не прочитана.

    Таблица узнаётся по линиям и по разметке для чтения вслух. Если нет ни того, ни другого или страница нарисована слишком
    сложно, строки и столбцы не разобрать: есть ли в таблице всё нужное и сходятся ли суммы, остаётся неизвестным.

    Плохо:   таблица показателей без линий в PDF без разметки
    Хорошо:  таблица с линиями или исходный документ Word
    """
    if examined.unreadable or not examined.map.sections:
        return
    tables = assigned(examined)
    for wanted in examined.outline.tables:
        block = None if wanted.key in tables else unread(examined.paper, wanted, extent(examined, wanted))
        if block is not None:
            told = f"таблица «{wanted.wordings[0]}» не прочитана: в PDF не видно её строк и столбцов"
            yield Finding(
                examined.paper.span(block), told, "проверьте таблицу сами или пришлите документ Word"
            )
