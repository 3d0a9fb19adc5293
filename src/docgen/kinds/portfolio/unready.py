"""Programmes that are not ready: how far they are, what is missing, who can act."""

from docgen.corpus.readiness import everyone
from docgen.diagnostics import Severity
from docgen.kinds.portfolio.members import Matter, Member
from docgen.kinds.portfolio.pages import Column, Pages, Row

_PEOPLE = 3


def unready(matter: Matter, pages: Pages) -> None:
    """A table of those that are not ready, the least ready first."""
    found = sorted(
        (member for member in matter.members if not member.ready), key=lambda one: one.readiness.percent
    )
    if not found:
        pages.text("Готовы все программы: пробелов и ошибок в них нет.")
        return
    columns = [
        Column("Программа", 33),
        Column("Готово, %", 18, number=True),
        Column("Ошибок", 19, number=True),
        Column("Пробелов", 23, number=True),
        Column("Не готовы разделы", 40),
        Column("Кто может восполнить (замечаний)", 32),
    ]
    rows: list[Row] = [_row(member) for member in found]
    pages.table("Программы, которые не готовы", columns, rows)


def _row(member: Member) -> Row:
    readiness = member.readiness
    parts = [part.title for part in readiness.parts if part.lacks]
    acting = list(everyone(readiness.lacks).items())
    people = [f"{who} ({count})" for who, count in acting[:_PEOPLE]]
    more = [f"и ещё {len(acting) - _PEOPLE}"] if len(acting) > _PEOPLE else []
    return [
        member.name,
        str(readiness.percent),
        str(readiness.count(Severity.ERROR)),
        str(readiness.count(Severity.GAP)),
        "; ".join(parts),
        "; ".join([*people, *more]),
    ]
