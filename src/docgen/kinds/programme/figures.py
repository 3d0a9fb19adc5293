"""Where people would rather look: the structure, the plan in time, indicators, money, risks as pictures."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache, partial

from docgen import charts
from docgen.kinds.programme import looks
from docgen.kinds.programme.matter import Matter, sums
from docgen.kinds.programme.money import grouped
from docgen.model.layout.layout import ParticipantKind
from docgen.render import Block, Paragraph, Picture

_UPRIGHT_MM, _TURNED_MM = (165.0, 215.0), (240.0, 135.0)
"""The largest picture that leaves room for its title."""


def structure(matter: Matter, width: float) -> tuple[Block, ...]:
    """Who governs, and the participants by kind."""
    kinds: dict[str, list[charts.Member]] = {}
    for one in matter.programme.participants:
        kind = one.kind or ParticipantKind.OTHER
        kinds.setdefault(_plural(kind), []).append(charts.Member(one.in_text, recipient=one.grant_recipient))
    head = _head(matter)
    if not kinds or not head:
        return ()
    groups = tuple(charts.Group(name, tuple(members)) for name, members in kinds.items())
    return _pictures(lambda: charts.Structure("Структура кластера", charts.Member(head), groups), width)


def _head(matter: Matter) -> str:
    found = matter.programme.structure
    if found is None:
        return ""
    if found.ano is not None:
        return found.ano.short or found.ano.name
    if found.association is not None and found.association.managing_company:
        return f"Управляющая компания – {matter.named(found.association.managing_company)}"
    return "Управляющий совет кластера" if found.association is not None else ""


def _plural(kind: ParticipantKind) -> str:
    return _PLURALS.get(kind, kind.title)


_PLURALS = {
    ParticipantKind.BASE_COLLEGE: "Базовый колледж",
    ParticipantKind.COLLEGE: "Колледжи",
    ParticipantKind.ENTERPRISE: "Предприятия-партнёры",
    ParticipantKind.UNIVERSITY: "Образовательные организации высшего образования",
    ParticipantKind.AUTHORITY: "Органы власти",
    ParticipantKind.ASSOCIATION: "Объединения работодателей",
    ParticipantKind.OTHER: "Иные участники",
}


def gantt(matter: Matter, width: float) -> tuple[Block, ...]:
    """The measures in time, by blocks."""
    jobs = tuple(
        charts.Job(
            one.code,
            one.text,
            (one.start or one.end).first,  # type: ignore[union-attr]
            (one.end or one.start).last,  # type: ignore[union-attr]
            matter.title(one.block, matter.layout.blocks),
        )
        for one in matter.programme.measures
        if one.start is not None or one.end is not None
    )
    if not jobs:
        return ()
    first = min(date(matter.period.first, 1, 1), *(job.start for job in jobs))
    last = max(date(matter.period.last, 12, 31), *(job.end for job in jobs))
    order = list(
        dict.fromkeys([*(block.title for block in matter.layout.blocks), *(job.block for job in jobs)])
    )
    jobs = tuple(sorted(jobs, key=lambda job: order.index(job.block)))
    return _pictures(lambda: charts.Gantt("План-график мероприятий", first, last, jobs), width)


def indicators(matter: Matter, width: float) -> tuple[Block, ...]:
    """Every indicator by year, each on its own scale."""
    panels = []
    for one in matter.programme.indicators:
        moments = [charts.Moment(str(year), one.values.get(year)) for year in matter.years]
        if all(moment.value is None for moment in moments):
            continue
        if one.base is not None and one.base_year:
            moments.insert(0, charts.Moment(str(one.base_year), one.base, fact=True))
        panels.append(charts.Panel(f"{one.code}. {one.name}", one.unit or "", tuple(moments)))
    if not panels:
        return ()
    return _pictures(lambda: charts.Multiples("Показатели программы по годам", tuple(panels)), width)


def funding(matter: Matter, width: float) -> tuple[Block, ...]:
    """Money by source, year by year."""
    sources = matter.layout.sources
    found = grouped(matter.programme.funding, lambda line: matter.title(line.source, sources), sources)
    series = []
    for title, lines in found:
        by_year = sums((line.amounts for line in lines), matter.years)
        series.append(charts.Series(title, tuple(by_year.values())))
    if not series:
        return ()
    years = tuple(map(str, matter.years))
    make = partial(
        charts.Bars, "Финансирование по источникам", "тыс. рублей", years, tuple(series), stacked=True
    )
    return _pictures(make, width)


def risks(matter: Matter, width: float) -> tuple[Block, ...]:
    """The risks by likelihood and impact, with the codes of the table."""
    found = tuple(
        charts.Risk(f"Р{count}", one.name, one.likelihood, one.impact)
        for count, one in enumerate(matter.programme.risks, 1)
        if one.likelihood is not None and one.impact is not None
    )
    return _pictures(lambda: charts.RiskMatrix("Карта рисков", found), width) if found else ()


def _pictures(make: Callable[[], charts.Chart], width: float) -> tuple[Block, ...]:
    """The chart, in parts where a page is too low for all of it; none of data that cannot be drawn."""
    try:
        chart = make()
    except ValueError:
        return ()  # the rules tell what is wrong with the data
    size = _UPRIGHT_MM if width == looks.UPRIGHT_MM else _TURNED_MM
    high = size[1] * 165 / size[0]
    parts = (
        chart.parts(high)
        if isinstance(chart, charts.Gantt | charts.Multiples | charts.Structure)
        else (chart,)
    )
    return tuple(Paragraph(_picture(part, size), looks.FIGURE) for part in parts)


def _picture(chart: charts.Chart, size: tuple[float, float]) -> Picture:
    return Picture(partial(_drawn, chart), *size, chart.alt(), fit=True)


@lru_cache(maxsize=64)
def _drawn(chart: charts.Chart) -> bytes:
    return chart.png()
