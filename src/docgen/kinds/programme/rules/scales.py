"""A figure that is a thousand times off its neighbours, where there is no estimate to tell by."""

from collections.abc import Sequence
from decimal import Decimal

from docgen.diagnostics import Finding
from docgen.kinds.programme.rules.accounts import NOTHING
from docgen.kinds.programme.rules.discrepancies import Comparison, Discrepancy
from docgen.language.numbers.numerals import group
from docgen.model.programme import FundingLine

_FAR, _NEAR, _THOUSAND = Decimal(200), Decimal(5), Decimal(1000)


def compare_scales(comparison: Comparison) -> None:
    """Tell of figures that look like roubles or millions among thousands."""
    if comparison.accounts.expenses:
        return
    for line in comparison.accounts.lines:
        for year, value in line.amounts.items():
            meant = _meant(value, [other for at, other in line.amounts.items() if at != year and other > 0])
            if meant is not None:
                _tell(comparison, line, year, value, meant)


def _meant(value: Decimal, others: Sequence[Decimal]) -> Decimal | None:
    """What a figure would be in thousands; ``None`` if it is like the others or nobody can say."""
    if len(others) < 2 or value <= NOTHING or max(others) > min(others) * _FAR:
        return None
    if value * _FAR < min(others) and min(others) / _NEAR <= value * _THOUSAND <= max(others) * _NEAR:
        return value * _THOUSAND
    if value > max(others) * _FAR and min(others) / _NEAR <= value / _THOUSAND <= max(others) * _NEAR:
        return value / _THOUSAND
    return None


def _tell(comparison: Comparison, line: FundingLine, year: int, value: Decimal, meant: Decimal) -> None:
    unit = "в миллионах рублей" if meant > value else "в рублях"
    message = f"{year} год: {group(value)} – похоже, сумма записана {unit}, а не в тысячах"
    hint = f"проверьте: возможно, {group(meant)}"
    finding = Finding(line.at("amounts", str(year)), message, hint)
    comparison.found.append(Discrepancy("D507", finding, meant - value))
