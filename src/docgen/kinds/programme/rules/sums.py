"""Sums that do not agree (D507, D511–D515)."""

from collections.abc import Iterator

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Findings, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.accounts import Accounts, accounts_of
from docgen.kinds.programme.rules.cells_compared import compare_cells
from docgen.kinds.programme.rules.discrepancies import Comparison, Discrepancy
from docgen.kinds.programme.rules.scales import compare_scales
from docgen.kinds.programme.rules.totals_compared import compare_totals
from docgen.sources import kept_of_last


@kept_of_last
def discrepancies(accounts: Accounts) -> Iterator[Discrepancy]:
    """Everything that disagrees, in the order of looking: what is told first explains what follows."""
    comparison = Comparison(accounts)
    compare_cells(comparison)
    compare_scales(comparison)
    compare_totals(comparison)
    yield from comparison.found


def _of(code: str, document: Document[Programme], corpus: Corpus) -> Findings:
    for one in discrepancies(accounts_of(document, corpus)):
        if one.code == code:
            yield one.finding


@rule("D507", Severity.WARNING)
def misscaled(document: Document[Programme], corpus: Corpus) -> Findings:
    """Одна из сумм строки отличается от остальных в тысячу раз.

    Все суммы программы записываются в тысячах рублей. Сумма, которая в сотни раз меньше или больше соседних, скорее
    всего, записана в миллионах или в рублях. Если есть смета, с ней и сверяется каждая сумма.

    Плохо:
        estimate:
        funding:
          - {source: federal_budget, direction: equipment, amounts: {2022: 10, 2023: 5000, 2024: 5000}}
          - {source: employers_money, direction: equipment, amounts: {2022: 2000, 2023: 1500, 2024: 1500}}
    Хорошо:
        estimate:
        funding:
          - {source: federal_budget, direction: equipment, amounts: {2022: 10000, 2023: 5000, 2024: 5000}}
          - {source: employers_money, direction: equipment, amounts: {2022: 2000, 2023: 1500, 2024: 1500}}
    """
    yield from _of("D507", document, corpus)


@rule("D511")
def estimate_differs(document: Document[Programme], corpus: Corpus) -> Findings:
    """Смета расходится с таблицей финансирования.

    Для каждого источника, направления и года сумма строк сметы равна сумме в таблице финансирования. Не сверяются суммы,
    у которых в смете не хватает источника, направления, года или самой суммы: об этом говорит другая проверка.

    Плохо:
        funding:
          - {source: federal_budget, direction: equipment, amounts: {2022: 10000, 2023: 6000, 2024: 5000}}
          - {source: region_budget, direction: programmes, amounts: {2022: 500, 2023: 500, 2024: 0}}
          - {source: employers_money, direction: equipment, amounts: {2022: 2000, 2023: 1500, 2024: 1500}}
    Хорошо:
        funding:
          - {source: federal_budget, direction: equipment, amounts: {2022: 10000, 2023: 5000, 2024: 5000}}
          - {source: region_budget, direction: programmes, amounts: {2022: 500, 2023: 500, 2024: 0}}
          - {source: employers_money, direction: equipment, amounts: {2022: 2000, 2023: 1500, 2024: 1500}}
    """
    yield from _of("D511", document, corpus)


@rule("D512", Severity.GAP)
def not_itemised(document: Document[Programme], corpus: Corpus) -> Findings:
    """Сумма финансирования не расписана в смете.

    В таблице финансирования средства назначены, а в смете на этот источник, направление и год нет ни одной строки.

    Плохо:
        estimate:
          - {number: "1", name: Разработка программы, direction: programmes, source: region_budget, measure: "1.1", year: 2022, quantity: 1, price: 500, sum: 500}
    Хорошо:
        estimate:
    """
    yield from _of("D512", document, corpus)


@rule("D513")
def total_differs(document: Document[Programme], corpus: Corpus) -> Findings:
    """Итог не равен сумме строк.

    Сверяются итоги строк и строки «Итого» таблицы финансирования по годам и за все годы, итоги по источникам и
    направлениям (funding_totals), строка «Итого» сметы. Ошибка в ячейке, о которой уже сказано, второй раз в итоге не
    считается.

    Плохо:
        estimate:
        funding:
          - {source: federal_budget, direction: equipment, amounts: {2022: 10000, 2023: 5000, 2024: 5000}, total: 21000}
          - {source: employers_money, direction: equipment, amounts: {2022: 2000, 2023: 1500, 2024: 1500}}
    Хорошо:
        estimate:
        funding:
          - {source: federal_budget, direction: equipment, amounts: {2022: 10000, 2023: 5000, 2024: 5000}, total: 20000}
          - {source: employers_money, direction: equipment, amounts: {2022: 2000, 2023: 1500, 2024: 1500}}
          - {total_row: Итого, amounts: {2022: 12000, 2023: 6500, 2024: 6500}, total: 25000}
    """
    yield from _of("D513", document, corpus)


@rule("D514")
def measure_money_differs(document: Document[Programme], corpus: Corpus) -> Findings:
    """Объём финансирования мероприятия не равен сумме его строк сметы.

    Плохо:
        estimate:
          - {name: Разработка программы, direction: programmes, source: region_budget, measure: "1.1", year: 2022, sum: 900}
        funding:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, tasks: [З1], indicators: [П1], start: январь 2022 г., end: 30 июня 2023 г., owner: college, result: Утверждены две программы, money: 1000}
    Хорошо:
        estimate:
          - {name: Разработка программы, direction: programmes, source: region_budget, measure: "1.1", year: 2022, sum: 1000}
        funding:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, tasks: [З1], indicators: [П1], start: январь 2022 г., end: 30 июня 2023 г., owner: college, result: Утверждены две программы, money: 1000}
    """
    yield from _of("D514", document, corpus)


@rule("D515", Severity.WARNING)
def rounded(document: Document[Programme], corpus: Corpus) -> Findings:
    """Суммы расходятся на величину округления.

    Расхождение не больше заданного в макете (limits.rounding). Ошибкой оно не считается, но читатель сложит строки и
    увидит его: поправьте одну из строк или поясните в тексте.

    Плохо:
        estimate:
        funding:
          - {source: federal_budget, direction: equipment, amounts: {2022: 10000, 2023: 5000, 2024: 5000}, total: "20000,1"}
          - {source: employers_money, direction: equipment, amounts: {2022: 2000, 2023: 1500, 2024: 1500}}
    Хорошо:
        estimate:
        funding:
          - {source: federal_budget, direction: equipment, amounts: {2022: 10000, 2023: 5000, 2024: 5000}, total: 20000}
          - {source: employers_money, direction: equipment, amounts: {2022: 2000, 2023: 1500, 2024: 1500}}
    """
    yield from _of("D515", document, corpus)
