"""The years of a finished programme (V408)."""

import re
from collections.abc import Iterator

from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.kinds.programme.verify.tables import has_all
from docgen.papers.examined import Examined
from docgen.papers.sections.words import plain
from docgen.papers.tables import Seen, seen_tables

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
    if not years or examined.unreadable:
        return
    for table in _of_measures(examined):
        for row, column, year in _years(table):
            block = table.place(row, column) if int(year) > years[-1] else None
            if block is not None:
                start = max(block.text.find(year), 0)
                told = f"{year} год – после периода программы {years[0]}–{years[-1]}"
                span = examined.paper.span(block, start, start + len(year))
                yield Finding(span, told, "исправьте срок мероприятия")


def _of_measures(examined: Examined) -> list[Seen]:
    """The tables of measures: a schedule may be parted."""
    wanted = next((one for one in examined.outline.tables if one.key == _MEASURES), None)
    return [one for one in seen_tables(examined.paper) if wanted is not None and has_all(one, wanted)]


def _years(table: Seen) -> Iterator[tuple[int, int, str]]:
    """The last year of each cell that tells when, with its row and column."""
    for column, header in enumerate(table.columns):
        if _WHEN.search(plain(header)):
            for row, cells in enumerate(table.grid[table.header :], table.header):
                for year in _YEAR.findall(cells[column])[-1:]:
                    yield row, column, year
