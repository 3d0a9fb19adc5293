"""The grant: how much, what for, and how much is added to it (D52x)."""

from collections.abc import Iterable
from decimal import Decimal

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.accounts import NOTHING, Amount, accounts_of
from docgen.kinds.programme.rules.walk import lacking, layout_of
from docgen.language.numbers.numerals import group


def _amounts(document: Document[Programme], corpus: Corpus, what: str) -> list[Amount]:
    """The amounts of the sources that the layout calls a grant, or co-funding."""
    layout = layout_of(document, corpus)
    keys = {source.key for source in layout.sources if getattr(source, what)} if layout is not None else set()
    return [amount for amount in accounts_of(document, corpus).amounts if amount.cell.source in keys]


def _sum(amounts: Iterable[Amount]) -> Decimal:
    return sum((amount.value for amount in amounts), NOTHING)


@rule("D521")
def grant_over_year(document: Document[Programme], corpus: Corpus) -> Findings:
    """Грант за год больше предела.

    Предел задан в макете: limits.grant_per_year, тыс. рублей.

    Плохо:
        estimate:
        funding:
          - {source: federal_budget, direction: equipment, amounts: {2022: 20500, 2023: 5000, 2024: 5000}}
          - {source: employers_money, direction: equipment, amounts: {2022: 9000, 2023: 1500, 2024: 1500}}
    Хорошо:
        estimate:
        funding:
          - {source: federal_budget, direction: equipment, amounts: {2022: 20000, 2023: 5000, 2024: 5000}}
          - {source: employers_money, direction: equipment, amounts: {2022: 9000, 2023: 1500, 2024: 1500}}
    """
    layout = layout_of(document, corpus)
    most = layout.limits.grant_per_year if layout is not None else None
    amounts = _amounts(document, corpus, "grant")
    for year in sorted({amount.year for amount in amounts}):
        of_year = [amount for amount in amounts if amount.year == year]
        given = _sum(of_year)
        if layout is not None and most is not None and given > most:
            message = (
                f"грант за {year} год – {group(given)} тыс. рублей, больше предела {group(most)} на"
                f" {group(given - most)}"
            )
            largest = max(of_year, key=lambda amount: amount.value)
            related = (Related(layout.limits.at("grant_per_year"), "предел"),)
            yield Finding(
                largest.at(), message, "уменьшите грант или перенесите часть на другой год", related
            )


@rule("D522")
def grant_over_total(document: Document[Programme], corpus: Corpus) -> Findings:
    """Грант за все годы больше предела.

    Предел задан в макете: limits.grant_total, тыс. рублей.

    Плохо:
        estimate:
        funding:
          - {source: federal_budget, direction: equipment, amounts: {2022: 20000, 2023: 20000, 2024: 20000}}
          - {source: employers_money, direction: equipment, amounts: {2022: 9000, 2023: 9000, 2024: 9000}}
    Хорошо:
        estimate:
        funding:
          - {source: federal_budget, direction: equipment, amounts: {2022: 20000, 2023: 20000, 2024: 10000}}
          - {source: employers_money, direction: equipment, amounts: {2022: 9000, 2023: 9000, 2024: 9000}}
    """
    layout = layout_of(document, corpus)
    most = layout.limits.grant_total if layout is not None else None
    amounts = _amounts(document, corpus, "grant")
    given = _sum(amounts)
    if layout is not None and most is not None and given > most:
        message = f"грант за все годы – {group(given)} тыс. рублей, больше предела {group(most)} на {group(given - most)}"
        related = (Related(layout.limits.at("grant_total"), "предел"),)
        yield Finding(lacking(document.record, "funding"), message, "уменьшите грант", related)


@rule("D523")
def cofunding_too_small(document: Document[Programme], corpus: Corpus) -> Findings:
    """Софинансирование меньше требуемой доли гранта.

    Доля задана в макете: limits.cofunding_at_least, процентов гранта. Засчитываются источники, которые макет относит к
    софинансированию.

    Плохо:
        estimate:
        funding:
          - {source: federal_budget, direction: equipment, amounts: {2022: 10000, 2023: 5000, 2024: 5000}}
          - {source: employers_money, direction: equipment, amounts: {2022: 1000, 2023: 1000, 2024: 1000}}
    Хорошо:
        estimate:
        funding:
          - {source: federal_budget, direction: equipment, amounts: {2022: 10000, 2023: 5000, 2024: 5000}}
          - {source: employers_money, direction: equipment, amounts: {2022: 2000, 2023: 1500, 2024: 1500}}
    """
    layout = layout_of(document, corpus)
    least = layout.limits.cofunding_at_least if layout is not None else None
    grant, added = _sum(_amounts(document, corpus, "grant")), _amounts(document, corpus, "cofunding")
    if layout is None or least is None or grant <= 0 or not added:
        return
    share = 100 * _sum(added) / grant
    if share < least:
        wanted = grant * least / 100
        message = (
            f"софинансирование – {group(_sum(added))} тыс. рублей, {group(share, 1)} % гранта, а нужно не меньше"
            f" {group(least)} % ({group(wanted)}): не хватает {group(wanted - _sum(added))}"
        )
        related = (Related(layout.limits.at("cofunding_at_least"), "предел"),)
        yield Finding(added[0].line.at("source"), message, "увеличьте средства предприятий", related)


@rule("D524", Severity.GAP)
def cofunding_missing(document: Document[Programme], corpus: Corpus) -> Findings:
    """Грант есть, а софинансирования в таблице финансирования нет.

    Предприятия-партнёры участвуют в программе деньгами или имуществом; долю от гранта задаёт макет:
    limits.cofunding_at_least.

    Плохо:
        estimate:
        funding:
          - {source: federal_budget, direction: equipment, amounts: {2022: 10000, 2023: 5000, 2024: 5000}}
    Хорошо:
        estimate:
        funding:
          - {source: federal_budget, direction: equipment, amounts: {2022: 10000, 2023: 5000, 2024: 5000}}
          - {source: employers_money, direction: equipment, amounts: {2022: 2000, 2023: 1500, 2024: 1500}}
    """
    layout = layout_of(document, corpus)
    possible = [source.title for source in layout.sources if source.cofunding] if layout is not None else []
    limited = layout is not None and layout.limits.cofunding_at_least
    named = [line for line in document.record.funding if accounts_of(document, corpus).source(line.source)]
    if len(named) < len(document.record.funding) or not possible or not limited:
        return  # a source that is not known may be the one
    if _sum(_amounts(document, corpus, "grant")) > 0 and not _amounts(document, corpus, "cofunding"):
        hint = f"добавьте строки источника «{possible[0]}»"
        yield Finding(lacking(document.record, "funding"), "не указано софинансирование", hint)


@rule("D525")
def grant_not_eligible(document: Document[Programme], corpus: Corpus) -> Findings:
    """Средства гранта назначены на то, что за счёт гранта не оплачивается.

    Что можно оплатить грантом, говорит макет: grant_eligible у направлений.

    Плохо:
        estimate:
        funding:
          - {source: federal_budget, direction: other, amounts: {2022: 10000, 2023: 5000, 2024: 5000}}
          - {source: employers_money, direction: equipment, amounts: {2022: 2000, 2023: 1500, 2024: 1500}}
    Хорошо:
        estimate:
        funding:
          - {source: federal_budget, direction: equipment, amounts: {2022: 10000, 2023: 5000, 2024: 5000}}
          - {source: employers_money, direction: equipment, amounts: {2022: 2000, 2023: 1500, 2024: 1500}}
    """
    layout = layout_of(document, corpus)
    barred = (
        {one.key: one for one in layout.directions if one.grant_eligible is False}
        if layout is not None
        else {}
    )
    amounts = _amounts(document, corpus, "grant")
    for line in {id(amount.line): amount for amount in amounts if amount.value > 0}.values():
        direction = barred.get(line.cell.direction or "")
        if direction is not None:
            given = _sum(amount for amount in amounts if amount.line is line.line)
            message = f"на «{direction.title}» назначено {group(given)} тыс. рублей гранта, а оплачивать их им нельзя"
            related = (Related(direction.at("grant_eligible"), "макет"),)
            hint = "назначьте другой источник или направление"
            yield Finding(line.line.at("direction"), message, hint, related)
