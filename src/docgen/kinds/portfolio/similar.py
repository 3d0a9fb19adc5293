"""The section on texts that programmes share."""

from docgen.diagnostics import Span
from docgen.kinds.portfolio.copied import Copied, Written, copied, pairs
from docgen.kinds.portfolio.figures import number
from docgen.kinds.portfolio.members import Matter
from docgen.kinds.portfolio.pages import Column, Pages, Row
from docgen.language.numbers.numerals import counted

_MOST = 40


def similar_texts(matter: Matter, pages: Pages) -> None:
    """The pairs of texts in a table; where they are many, those that share most."""
    options = matter.portfolio.copies
    found = copied([member.document for member in matter.members], options)
    rule = (
        f"Совпадением считается текст, в котором не меньше {options.words} слов и не меньше "
        f"{number(options.share)} % более короткого из двух текстов повторяют другой (шесть и более слов подряд)."
    )
    if not found:
        pages.text("Текстов, повторяющих друг друга, в программах нет.", rule)
        return
    count = counted(len(found), ("пара текстов", "пары текстов", "пар текстов"))
    shown = f" В таблице – {_MOST} из них, с наибольшим числом слов." if len(found) > _MOST else ""
    pages.text(f"Найдено: {count}, пар программ – {len(pairs(found))}.{shown}", rule)
    columns = [
        Column("Первый текст", 38),
        Column("Второй текст", 38),
        Column("Слов", 15, number=True),
        Column("Доля, %", 18, number=True),
        Column("Начало общего отрывка", 56),
    ]
    pages.table("Совпадающие тексты программ", columns, [_row(one, matter) for one in found[:_MOST]])


def _row(one: Copied, matter: Matter) -> Row:
    names = {member.document.id: (member.name, member.layout) for member in matter.members}

    def said(text: Written, place: Span) -> str:
        name, layout = names[text.document.id]
        return f"{name}: {text.title(layout)} ({text.document.id}.yaml, строка {place.line})"

    return [
        said(one.first, one.at_first),
        said(one.second, one.at_second),
        str(one.words),
        str(round(one.percent)),
        f"«{one.passage}»",
    ]
