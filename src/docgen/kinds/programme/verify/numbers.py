"""The numbers of the sections of a finished programme (V311)."""

from itertools import pairwise

from docgen.diagnostics import Finding, Findings, Severity, rule
from docgen.papers.examined import Examined
from docgen.papers.sections.found import Found

_HEADING = 0.6  # weight: a paragraph that looks less like a heading takes no number


@rule("V311", Severity.WARNING)
def sections_out_of_count(examined: Examined) -> Findings:
    """Номера разделов идут не подряд.

    На разделы ссылаются по номерам; повтор или пропуск значит, что раздел удалили или вставили, а номера не исправили.

    Плохо:   разделы 1, 2, 4, 4, 5
    Хорошо:  разделы 1, 2, 3, 4, 5
    """
    if examined.unreadable:
        return
    found = sorted(examined.map.sections.values(), key=lambda one: one.heading.first)
    numbered = [one for one in found if len(one.heading.number) == 1 and one.in_order]
    for one, following in pairwise(numbered):
        last, number = one.heading.number[0], following.heading.number[0]
        if number <= last or (number > last + 1 and not _stands_between(examined, one, following)):
            block = examined.paper.blocks[following.heading.first]
            told = f"номер раздела {number}, а перед ним – {last}"
            yield Finding(examined.paper.span(block), told, "исправьте номера разделов")


def _stands_between(examined: Examined, one: Found, other: Found) -> bool:
    """Whether a section that the layout does not know has the number left out."""
    wanted = (one.heading.number[0] + 1,)
    return any(
        heading.number == wanted and heading.weight >= _HEADING
        for heading in examined.map.headings
        if one.heading.first < heading.first < other.heading.first
    )
