"""The years of a programme (D11x)."""

from collections.abc import Iterator

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Span, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.walk import layout_of
from docgen.kinds.programme.rules.years import years_of


@rule("D111")
def period_differs(document: Document[Programme], corpus: Corpus) -> Findings:
    """Срок программы не тот, что в макете.

    Программа составляется на все годы макета: по ним собираются показатели и деньги всех программ.

    Плохо:
        period: {from: 2022, to: 2023}
    Хорошо:
        period: {from: 2022, to: 2024}
    """
    layout = layout_of(document, corpus)
    period = document.record.period
    if layout is None or period is None or period == layout.period:
        return
    wanted = layout.period
    field = "from" if period.first != wanted.first else "to"
    message = f"срок программы – {period}, а по макету – {wanted}"
    yield Finding(period.at(field), message, f"укажите {{from: {wanted.first}, to: {wanted.last}}}")


@rule("D112")
def outside_period(document: Document[Programme], corpus: Corpus) -> Findings:
    """Год за пределами срока программы.

    Значения показателей и результаты относятся к годам программы; для значения до её начала есть base, а величина за
    другой год не попадёт ни в одну таблицу. О годах сумм и сметы говорят правила о деньгах, о сроках мероприятий –
    правила о мероприятиях.

    Плохо:
        results:
          - {text: Обучаются по новым программам, kind: social, indicator: П1, value: 120, unit: человек, year: 2025}
          - {text: Трудоустроены по профессии, kind: industry, indicator: П2, value: "88,5", unit: процентов, year: 2024}
    Хорошо:
        results:
          - {text: Обучаются по новым программам, kind: social, indicator: П1, value: 120, unit: человек, year: 2024}
          - {text: Трудоустроены по профессии, kind: industry, indicator: П2, value: "88,5", unit: процентов, year: 2024}
    """
    period, years = document.record.period, years_of(document, corpus)
    if period is None or years is None:
        return
    told: set[tuple[str, int]] = set()
    for table, year, span in _years(document.record):
        # A column of a foreign year is one slip, however many rows it has.
        if year in years.admitted or (table, year) in told:
            continue
        if table != "results":
            told.add((table, year))
        message = f"{year} год – за пределами срока программы ({period})"
        yield Finding(span, message, "исправьте год или срок программы")


def _years(programme: Programme) -> Iterator[tuple[str, int, Span]]:
    for indicator in programme.indicators:
        for year in indicator.values:
            yield "indicators", year, indicator.at("values", str(year))
    for result in programme.results:
        if result.year is not None:
            yield "results", result.year, result.at("year")
