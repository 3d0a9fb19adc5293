"""Stated totals against the rows they stand for: of the funding table, of the estimate, of the plan's measures."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from docgen.diagnostics import Finding, Related, Span
from docgen.kinds.programme.rules.accounts import NOTHING, Accounts, Cell, possible_sums
from docgen.kinds.programme.rules.discrepancies import Comparison, differ
from docgen.language.numbers.numerals import group
from docgen.model.programme import FundingLine, Measure
from docgen.sources.rows import Total


def compare_totals(comparison: Comparison) -> None:
    """Hold every stated total against its rows, the most exact place first."""
    _crossed(comparison)
    _row_totals(comparison)
    _column_totals(comparison)
    _stated_totals(comparison)
    _estimate_totals(comparison)
    _measures(comparison)


def _crossed(comparison: Comparison) -> None:
    """A row and a year whose stated totals both disagree by as much: the figure where they cross is wrong."""
    accounts = comparison.accounts
    years = _years_off(accounts)
    for line in accounts.lines:
        if line.total is None or not (off := line.total - line.sum) or comparison.is_told(off):
            continue
        crossing = [year for year, difference in years.items() if difference == off and year in line.amounts]
        if len(crossing) == 1:
            year = crossing[0]
            value = line.amounts[year]
            if value < 0:
                comparison.hush(off)
                continue
            message = (
                f"«{_row(accounts, line)}», {year} год: указано {group(value)}, а по итогам строки и года должно быть"
                f" {group(value + off)}, {differ(value, value + off)}"
            )
            finding = Finding(line.at("amounts", str(year)), message, "исправьте сумму или оба итога")
            comparison.tell("D513", finding, off)


def _years_off(accounts: Accounts) -> dict[int, Decimal]:
    """By year, by how much the last stated total of the funding table exceeds its rows."""
    totals = accounts.programme.funding.totals
    amounts = totals[-1].get("amounts") if totals else None
    return {year: stated - _sum(accounts.lines, year) for year, stated in (amounts or {}).items()}


def _row(accounts: Accounts, line: FundingLine) -> str:
    return accounts.title(Cell(accounts.source(line.source), accounts.direction(line.direction), None))


def _sum(lines: Iterable[FundingLine], year: int | None = None) -> Decimal:
    if year is None:
        return sum((line.sum for line in lines), NOTHING)
    return sum((line.amounts.get(year, NOTHING) for line in lines), NOTHING)


def _all_years(accounts: Accounts, groups: Iterable[Sequence[FundingLine]]) -> list[Decimal]:
    """What lines add up to, with and without years that are not the programme's."""
    found = []
    for lines in groups:
        found.append(_sum(lines))
        if accounts.years is not None:
            found.append(sum((_sum(lines, year) for year in accounts.years.admitted), NOTHING))
    return found


def _row_totals(comparison: Comparison) -> None:
    accounts = comparison.accounts
    for line in accounts.programme.funding:
        if line.total is not None and line.amounts:
            where = f"итог строки «{_row(accounts, line)}»"
            _total(
                comparison,
                line.at("total"),
                where,
                line.total,
                _all_years(accounts, [[line]]),
                "сумма по годам",
            )


def _total(
    comparison: Comparison,
    span: Span,
    where: str,
    stated: Decimal,
    sums: Sequence[Decimal],
    what: str = "сумма строк",
) -> None:
    """Tell of a stated total that none of the sums agrees with, unless the difference is told already."""
    if not sums or stated < 0 or stated in sums or comparison.is_told(stated - sums[0]):
        return
    message = f"{where}: указано {group(stated)}, {what} {group(sums[0])}, {differ(stated, sums[0])}"
    comparison.tell("D513", Finding(span, message, "исправьте итог или строки"), stated - sums[0])


def _column_totals(comparison: Comparison) -> None:
    """«Итого» of the funding table: by year, then of all years."""
    accounts = comparison.accounts
    rows = accounts.programme.funding
    for count, total in enumerate(rows.totals):
        groups = _covered(accounts, total, rows.totals[:count])
        for year, stated in (total.get("amounts") or {}).items():
            where = f"«{total.label}», {year} год"
            sums = [_sum(lines, year) for lines in groups]
            _total(comparison, total.at("amounts", str(year)), where, stated, sums)
        if total.get("total") is not None:
            where = f"«{total.label}», всего"
            _total(comparison, total.at("total"), where, total.get("total"), _all_years(accounts, groups))


def _covered(accounts: Accounts, total: Total, before: Sequence[Total]) -> list[list[FundingLine]]:
    """The lines that a total may stand for: of a source or a direction that it names, those above it, those since
    the total before it."""
    words = [total.label, total.get("source"), total.get("direction")]
    names = [word for word in words if word] + [_without_total(total.label)]
    for name in names:
        source, direction = accounts.source(name), accounts.direction(name)
        if accounts.layout is not None and (source or direction):
            return [[line for line in accounts.lines if _is_of(accounts, line, source, direction)]]
    above = accounts.programme.funding[: total.after]
    once = {id(line) for line in accounts.lines}
    since = above[before[-1].after :] if before else above
    return [[line for line in above if id(line) in once], above, since]


def _without_total(label: str) -> str:
    """«Итого по направлению «Ремонт»» → «Ремонт»."""
    for word in ("итого", "всего", "по", "источнику", "направлению"):
        if label.casefold().startswith(word):
            label = label[len(word) :].lstrip(" :–-")
    return label.strip("«» ")


def _is_of(accounts: Accounts, line: FundingLine, source: str | None, direction: str | None) -> bool:
    return (source is None or accounts.source(line.source) == source) and (
        direction is None or accounts.direction(line.direction) == direction
    )


def _stated_totals(comparison: Comparison) -> None:
    """The totals that the authors took from elsewhere."""
    accounts = comparison.accounts
    for one in accounts.programme.funding_totals:
        source, direction = accounts.source(one.source), accounts.direction(one.direction)
        if (one.source and not source) or (one.direction and not direction) or not accounts.lines:
            continue
        lines = [line for line in accounts.lines if _is_of(accounts, line, source, direction)]
        name = ", ".join(part for part in (one.source, one.direction) if part) or "все источники"
        for year, stated in one.amounts.items():
            where = f"итог «{name}», {year} год"
            _total(comparison, one.at("amounts", str(year)), where, stated, [_sum(lines, year)])
        if one.total is not None:
            where = f"итог «{name}»"
            _total(comparison, one.at("total"), where, one.total, _all_years(accounts, [lines]))


def _estimate_totals(comparison: Comparison) -> None:
    """«Итого» of the estimate: of all lines above, or of those since the total before."""
    accounts = comparison.accounts
    before = 0
    for total in accounts.programme.estimate.totals:
        stated = total.get("sum")
        if stated is not None:
            above = accounts.expenses[: total.after]
            since = accounts.expenses[before : total.after]
            sums = [*possible_sums(above), *possible_sums(since)]
            where = f"«{total.label}» сметы"
            if not comparison.is_told(sums[0] - stated):
                _total(comparison, total.at("sum"), where, stated, sums)
        before = total.after


def _measures(comparison: Comparison) -> None:
    """What the plan says a measure costs, against its lines of the estimate."""
    for measure in comparison.accounts.programme.measures:
        if measure.money is not None and comparison.accounts.expenses:
            _measure(comparison, measure, measure.money)


def _measure(comparison: Comparison, measure: Measure, money: Decimal) -> None:
    lines = [one for one in comparison.accounts.expenses if one.line.measure == measure.code]
    sums = possible_sums(lines)
    known = {one.code for one in comparison.accounts.programme.measures}
    complete = all(one.worth for one in lines) and all(
        one.line.measure in known for one in comparison.accounts.expenses
    )
    unfinished = sums[0] < money and any(one.code == "D512" for one in comparison.found)
    if money in sums or not complete or unfinished or comparison.is_told(sums[0] - money):
        return
    counted = group(sums[0]) if lines else "ничего"
    message = f"на мероприятие {measure.code} указано {group(money)}, а по смете – {counted}, {differ(money, sums[0])}"
    related = tuple(Related(one.line.at("measure"), "строка сметы") for one in lines[:3])
    finding = Finding(
        measure.at("money"), message, "исправьте объём финансирования мероприятия или смету", related
    )
    comparison.tell("D514", finding, sums[0] - money)
