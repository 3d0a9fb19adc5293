"""Figures and names in the lines of the funding table and of the estimate (D501–D506)."""

from collections.abc import Iterator
from decimal import Decimal

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, Span, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.accounts import NOTHING, accounts_of
from docgen.kinds.programme.rules.walk import lacking, layout_of
from docgen.kinds.programme.rules.wording import near
from docgen.language.numbers.numerals import group
from docgen.model.programme import EstimateLine, FundingLine, StatedTotal

Line = FundingLine | StatedTotal | EstimateLine


def _lines(programme: Programme) -> Iterator[Line]:
    yield from _of_funding(programme)
    yield from programme.estimate


def _of_funding(programme: Programme) -> Iterator[FundingLine | StatedTotal]:
    yield from programme.funding
    yield from programme.funding_totals


@rule("D501")
def unknown_source(document: Document[Programme], corpus: Corpus) -> Findings:
    """Источника финансирования нет в макете.

    Источники перечислены в макете: по ним суммы складываются в таблицы и в портфель. Годится ключ, название или другое
    название источника.

    Плохо:
        estimate:
        funding:
          - {source: budget, direction: equipment, amounts: {2022: 10000, 2023: 5000, 2024: 5000}}
    Хорошо:
        estimate:
        funding:
          - {source: Грант, direction: equipment, amounts: {2022: 10000, 2023: 5000, 2024: 5000}}
          - {source: employers_money, direction: equipment, amounts: {2022: 2000, 2023: 1500, 2024: 1500}}
    """
    layout, accounts = layout_of(document, corpus), accounts_of(document, corpus)
    told: set[str] = set()
    for line in _lines(document.record) if layout is not None and layout.sources else ():
        if line.source and accounts.source(line.source) is None and line.source not in told:
            told.add(line.source)
            known = [name for one in layout.sources for name in one.wordings] if layout is not None else []
            message = f"источника «{line.source}» нет в макете"
            yield Finding(line.at("source"), message, near(line.source, known))


@rule("D502")
def unknown_direction(document: Document[Programme], corpus: Corpus) -> Findings:
    """Направления расходов нет в макете.

    Направления перечислены в макете: по ним суммы складываются в таблицы, и макет говорит, что можно оплатить за счёт
    гранта. Годится ключ, название или другое название направления.

    Плохо:
        estimate:
        funding:
          - {source: federal_budget, direction: закупки, amounts: {2022: 10000, 2023: 5000, 2024: 5000}}
          - {source: employers_money, direction: equipment, amounts: {2022: 2000, 2023: 1500, 2024: 1500}}
    Хорошо:
        estimate:
        funding:
          - {source: federal_budget, direction: Закупка оборудования, amounts: {2022: 10000, 2023: 5000, 2024: 5000}}
          - {source: employers_money, direction: equipment, amounts: {2022: 2000, 2023: 1500, 2024: 1500}}
    """
    layout, accounts = layout_of(document, corpus), accounts_of(document, corpus)
    told: set[str] = set()
    for line in _lines(document.record) if layout is not None and layout.directions else ():
        if line.direction and accounts.direction(line.direction) is None and line.direction not in told:
            told.add(line.direction)
            known = [name for one in layout.directions for name in one.wordings] if layout is not None else []
            message = f"направления «{line.direction}» нет в макете"
            yield Finding(line.at("direction"), message, near(line.direction, known))


@rule("D503")
def negative(document: Document[Programme], corpus: Corpus) -> Findings:
    """Отрицательная сумма.

    Ни источник, ни цена, ни количество не бывают меньше нуля. Если средства перенесены на другой год, исправьте суммы
    обоих лет.

    Плохо:
        estimate:
        funding_totals:
          - {amounts: {2022: -26000}}
    Хорошо:
        estimate:
        funding_totals:
          - {total: 26000}
    """
    for span, what, value in _figures(document.record):
        if value < 0:
            yield Finding(span, f"{what} – меньше нуля: {group(value)}", "исправьте знак или сумму")


def _figures(programme: Programme) -> Iterator[tuple[Span, str, Decimal]]:
    """Every figure of money with its place and its name."""
    for line in _of_funding(programme):
        for year, value in line.amounts.items():
            yield line.at("amounts", str(year)), f"сумма за {year} год", value
        if line.total is not None:
            yield line.at("total"), "итог", line.total
    for item in programme.estimate:
        written = {"quantity": item.quantity, "price": item.price, "sum": item.sum}
        wrong = next((name for name, value in written.items() if value is not None and value < 0), None)
        if wrong is not None:  # the sum of a negative price is negative too: that is one flaw
            yield item.at(wrong), _FIGURES[wrong], written[wrong] or NOTHING
    for measure in programme.measures:
        if measure.money is not None:
            yield measure.at("money"), "объём финансирования мероприятия", measure.money


_FIGURES = {"quantity": "количество", "price": "цена", "sum": "сумма"}


@rule("D504", Severity.GAP)
def amount_missing(document: Document[Programme], corpus: Corpus) -> Findings:
    """В строке финансирования нет суммы за год.

    Сумма нужна за каждый год программы; если в этом году источник ничего не даёт, впишите 0.

    Плохо:
        estimate:
        funding:
          - {source: federal_budget, direction: equipment, amounts: {2022: 10000, 2024: 5000}}
          - {source: employers_money, direction: equipment, amounts: {2022: 2000, 2023: 1500, 2024: 1500}}
    Хорошо:
        estimate:
        funding:
          - {source: federal_budget, direction: equipment, amounts: {2022: 10000, 2023: 0, 2024: 5000}}
          - {source: employers_money, direction: equipment, amounts: {2022: 2000, 2023: 1500, 2024: 1500}}
    """
    years = accounts_of(document, corpus).years
    demanded = years.demanded if years is not None else ()
    for line in document.record.funding:
        missing = [str(year) for year in demanded if year not in line.amounts]
        if not line.amounts:
            yield Finding(line.at("direction"), "не указаны суммы по годам", "впишите суммы по годам")
        elif missing:
            message = f"не указана сумма за {', '.join(missing)} год"
            yield Finding(lacking(line, "amounts"), message, "впишите сумму; если средств нет – 0")


@rule("D505")
def year_outside(document: Document[Programme], corpus: Corpus) -> Findings:
    """Деньги назначены на год, который в программу не входит.

    Сумма, год которой лежит вне срока программы, не войдёт ни в одну таблицу.

    Плохо:
        estimate:
        funding:
          - {source: federal_budget, direction: equipment, amounts: {2022: 10000, 2023: 5000, 2024: 0, 2025: 5000}}
          - {source: employers_money, direction: equipment, amounts: {2022: 2000, 2023: 1500, 2024: 1500}}
    Хорошо:
        estimate:
        funding:
          - {source: federal_budget, direction: equipment, amounts: {2022: 10000, 2023: 5000, 2024: 5000}}
          - {source: employers_money, direction: equipment, amounts: {2022: 2000, 2023: 1500, 2024: 1500}}
    """
    years = accounts_of(document, corpus).years
    told: set[int] = set()
    for year, span, whole_column in _years(document.record):
        if years is None or year in years.admitted or (whole_column and year in told):
            continue
        told.add(year)
        message = f"{year} год не входит в срок программы ({years})"
        yield Finding(span, message, "исправьте год или срок программы")


def _years(programme: Programme) -> Iterator[tuple[int, Span, bool]]:
    """Every year that money is assigned to, and whether it is a column of the funding table."""
    for line in _of_funding(programme):
        for year in line.amounts:
            yield year, lacking(line, "amounts", str(year)), True
    for item in programme.estimate:
        if item.year is not None:
            yield item.year, item.at("year"), False


@rule("D506")
def line_twice(document: Document[Programme], corpus: Corpus) -> Findings:
    """Источник и направление повторяются в другой строке.

    Строка таблицы финансирования – одно сочетание источника и направления. Вторая такая же удваивает сумму.

    Плохо:
        estimate:
        funding:
          - {source: federal_budget, direction: equipment, amounts: {2022: 10000, 2023: 5000, 2024: 5000}}
          - {source: employers_money, direction: equipment, amounts: {2022: 2000, 2023: 1500, 2024: 1500}}
          - {source: employers_money, direction: equipment, amounts: {2022: 2000, 2023: 1500, 2024: 1500}}
    Хорошо:
        estimate:
        funding:
          - {source: federal_budget, direction: equipment, amounts: {2022: 10000, 2023: 5000, 2024: 5000}}
          - {source: employers_money, direction: equipment, amounts: {2022: 4000, 2023: 3000, 2024: 3000}}
    """
    accounts = accounts_of(document, corpus)
    seen: dict[tuple[str, str], FundingLine] = {}
    for line in document.record.funding:
        source, direction = accounts.source(line.source), accounts.direction(line.direction)
        first = seen.setdefault((source, direction), line) if source and direction else line
        if first is not line:
            related = (Related(first.at("source"), "первая строка"),)
            message = f"источник «{line.source}» и направление «{line.direction}» уже названы"
            yield Finding(line.at("source"), message, "объедините строки или уберите лишнюю", related)
