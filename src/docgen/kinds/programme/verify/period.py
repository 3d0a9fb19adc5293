"""The years of a finished programme (V408)."""

import re

from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.kinds.programme.verify.tables import assigned
from docgen.papers.examined import Examined
from docgen.papers.sections.words import plain

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_WHEN = re.compile(r"срок|начало|окончани|период|дата|год|этап|заверш", re.IGNORECASE)
_MEASURES = "measures"


@rule("V408", Severity.WARNING)
def outside_of_the_period(examined: Examined) -> Findings:
    """Срок мероприятия выходит за период программы.

    Программа составлена на годы, которые назвал макет; мероприятие не может кончиться позже.

    Плохо:   окончание – 31.12.2026 в программе на 2022–2024 годы
    Хорошо:  окончание – 20.12.2024
    """
    years = examined.outline.years
    table = assigned(examined).get(_MEASURES) if years and not examined.unreadable else None
    if table is None:
        return
    for column, header in enumerate(table.columns):
        if not _WHEN.search(plain(header)):
            continue
        for row, cells in enumerate(table.grid[table.header :], table.header):
            late = [year for year in _YEAR.findall(cells[column]) if int(year) > years[-1]]
            block = table.place(row, column) if late else None
            if block is not None:
                start = max(block.text.find(late[0]), 0)
                told = f"{late[0]} год – после периода программы {years[0]}–{years[-1]}"
                span = examined.paper.span(block, start, start + len(late[0]))
                yield Finding(span, told, "исправьте срок мероприятия")
