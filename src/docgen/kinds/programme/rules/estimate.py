"""The lines of the estimate, each by itself (D508–D510, D516)."""

from decimal import Decimal

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.accounts import accounts_of, said_by
from docgen.kinds.programme.rules.discrepancies import differ
from docgen.kinds.programme.rules.walk import lacking
from docgen.kinds.programme.rules.wording import near
from docgen.language.numbers.numerals import group
from docgen.model.programme import EstimateLine


@rule("D508", Severity.GAP)
def line_incomplete(document: Document[Programme], corpus: Corpus) -> Findings:
    """Строка сметы не заполнена.

    Чтобы смета сошлась с таблицей финансирования, в каждой строке нужны направление, источник, год и сумма; чтобы было
    видно, за что платят, – код мероприятия.

    Плохо:
        estimate:
          - {number: "1", name: Учебный стан, direction: equipment, source: federal_budget, measure: "2.1", quantity: 2, price: 5000, sum: 10000}
          - {number: "2", name: Учебный пресс, direction: equipment, source: federal_budget, measure: "2.1", year: 2023, sum: 5000}
    Хорошо:
        estimate:
          - {number: "1", name: Учебный стан, direction: equipment, source: federal_budget, measure: "2.1", year: 2022, quantity: 2, price: 5000, sum: 10000}
          - {number: "2", name: Учебный пресс, direction: equipment, source: federal_budget, measure: "2.1", year: 2023, sum: 5000}
    """
    lines = document.record.estimate
    nowhere = [field for field in _NEEDED if len(lines) > 1 and not any(_has(line, field) for line in lines)]
    if nowhere:
        message = f"ни в одной строке сметы не указано: {_told(nowhere)}"
        yield Finding(lacking(document.record, "estimate"), message, "добавьте столбец и заполните его")
    for count, line in enumerate(lines, 1):
        absent = [field for field in _NEEDED if field not in nowhere and not _has(line, field)]
        if absent:
            message = f"в строке сметы {line.number or count} не указано: {_told(absent)}"
            span = lacking(line, absent[0])
            yield Finding(line.at("name") if span == line.at() else span, message, "заполните строку")


def _told(fields: list[str]) -> str:
    return ", ".join(_NEEDED[field] for field in fields)


_NEEDED = {
    "direction": "направление",
    "source": "источник",
    "measure": "мероприятие",
    "year": "год",
    "sum": "сумма",
}


def _has(line: EstimateLine, field: str) -> bool:
    if field == "sum" and line.quantity is not None and line.price is not None:
        return True
    return getattr(line, field) not in (None, "")


@rule("D509")
def unknown_measure(document: Document[Programme], corpus: Corpus) -> Findings:
    """Смета называет мероприятие, которого нет в плане.

    Каждая строка сметы оплачивает мероприятие плана; код без мероприятия оставляет деньги ни на что.

    Плохо:
        estimate:
          - {number: "1", name: Учебный стан, direction: equipment, source: federal_budget, measure: "2.9", year: 2022, quantity: 2, price: 5000, sum: 10000}
    Хорошо:
        estimate:
          - {number: "1", name: Учебный стан, direction: equipment, source: federal_budget, measure: "2.1", year: 2022, quantity: 2, price: 5000, sum: 10000}
    """
    known = [measure.code for measure in document.record.measures]
    for count, line in enumerate(document.record.estimate, 1):
        if known and line.measure and line.measure not in known:
            message = f"мероприятия «{line.measure}» (строка сметы {line.number or count}) нет в плане"
            yield Finding(line.at("measure"), message, near(line.measure, known))


@rule("D510")
def product_differs(document: Document[Programme], corpus: Corpus) -> Findings:
    """В строке сметы количество, умноженное на цену, не равно сумме.

    Допускается только округление: цена или сумма записаны с дробью, и расхождение не больше, чем даёт отброшенный
    знак, и не больше границы макета (limits.rounding).

    Плохо:
        estimate:
          - {number: "3", name: Учебный стан, direction: equipment, source: federal_budget, measure: "2.1", year: 2022, quantity: 2, price: 5100, sum: 10000}
    Хорошо:
        estimate:
          - {number: "3", name: Учебный стан, direction: equipment, source: federal_budget, measure: "2.1", year: 2022, quantity: 2, price: 5000, sum: 10000}
    """
    rounding = accounts_of(document, corpus).rounding
    for line in document.record.estimate:
        if line.quantity is None or line.price is None or line.sum is None:
            continue
        computed = line.quantity * line.price
        if abs(computed - line.sum) > min(rounding, _rounded_off(line.quantity, line.price, line.sum)):
            message = (
                f"«{line.name}»: {group(line.quantity)} × {group(line.price)} = {group(computed)}, а сумма указана"
                f" {group(line.sum)}, {differ(line.sum, computed)}"
            )
            yield Finding(line.at("sum"), message, "исправьте количество, цену или сумму")


def _rounded_off(quantity: Decimal, price: Decimal, total: Decimal) -> Decimal:
    """How far the sum may be from the product when the digits after the last one written were dropped."""
    by_price = quantity * _half(price) if price % 1 else Decimal(0)
    return by_price + _half(total)


def _half(value: Decimal) -> Decimal:
    """Half of the last digit that is written."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(5).scaleb(min(int(exponent), 0) - 1)


@rule("D516", Severity.WARNING)
def expense_twice(document: Document[Programme], corpus: Corpus) -> Findings:
    """Строка сметы повторяется.

    Совпадает всё: наименование, направление, источник, мероприятие, год, количество, цена и сумма. Если это две разные
    закупки, назовите их по-разному или сложите количество.

    Плохо:
        funding:
        estimate:
          - {number: "1", name: Учебный стан, direction: equipment, source: federal_budget, measure: "2.1", year: 2022, quantity: 2, price: 5000, sum: 10000}
          - {number: "2", name: Учебный стан, direction: equipment, source: federal_budget, measure: "2.1", year: 2022, quantity: 2, price: 5000, sum: 10000}
    Хорошо:
        funding:
        estimate:
          - {number: "1", name: Учебный стан, direction: equipment, source: federal_budget, measure: "2.1", year: 2022, quantity: 4, price: 5000, sum: 20000}
    """
    seen: dict[object, EstimateLine] = {}
    for line in document.record.estimate:
        first = seen.setdefault(said_by(line), line)
        if first is not line:
            message = f"строка «{line.name}» уже есть в смете"
            related = (Related(first.at("name"), "первый раз"),)
            yield Finding(line.at("name"), message, "уберите повтор или сложите количество", related)
