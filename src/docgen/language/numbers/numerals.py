"""Numbers as an office writes them: groups, decimal comma, agreement, per cent; words and Roman numerals."""

import re
from decimal import Decimal

from docgen.language.numbers.cardinals import Case, Gender, cardinal
from docgen.language.numbers.ordinals import ordinal
from docgen.language.numbers.roman import parse_roman, roman
from docgen.language.numbers.words import parse_cardinal, parse_ordinal

__all__ = [
    "NBSP",
    "Case",
    "Forms",
    "Gender",
    "agree",
    "cardinal",
    "counted",
    "group",
    "ordinal",
    "parse_cardinal",
    "parse_number",
    "parse_ordinal",
    "parse_percent",
    "parse_roman",
    "percent",
    "roman",
]

NBSP = "\u00a0"
Forms = tuple[str, str, str]
"""A noun after 1, after 2, after 5: («поручение», «поручения», «поручений»)."""

_SPACES = "[ \u00a0\u202f\u2009]"
_NUMBER = re.compile(
    rf"(?P<sign>[-−–+]?){_SPACES}?(?P<whole>\d{{1,3}}(?:{_SPACES}\d{{3}})+|\d+)(?:[,.](?P<fraction>\d+))?"
)


def group(number: int | Decimal, places: int | None = None) -> str:
    """150000 → «150 000» with no-break spaces; 3270 stays whole; Decimal("253.2") → «253,2».

    ``places`` fixes the digits after the comma (half up); without it the number's own are kept, less the zeros
    at the end. A minus is U+2212.
    """
    value = _rounded(Decimal(number), places)
    whole, _, fraction = f"{abs(value):f}".partition(".")
    if places is None:
        fraction = fraction.rstrip("0")
    if len(whole) > 4:
        whole = f"{Decimal(whole):,}".replace(",", NBSP)  # an int reads no more than 4300 figures
    sign = "−" if value < 0 else ""
    return f"{sign}{whole},{fraction}" if fraction else f"{sign}{whole}"


def _rounded(value: Decimal, places: int | None) -> Decimal:
    if places is None:
        return value
    return value.quantize(Decimal(1).scaleb(-places), rounding="ROUND_HALF_UP")


def parse_number(text: str) -> Decimal:
    """«150 000», «253,2», «−5», «1.5» → Decimal; any kind of space may part the groups.

    Raises:
        ValueError: anything else.
    """
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"«{text.strip()}» – не число: ожидается запись вида «150 000» или «253,2».")
    whole = re.sub(r"\D", "", match["whole"])
    value = Decimal(f"{whole}.{match['fraction'] or 0}") if match["fraction"] else Decimal(whole)
    return -value if match["sign"] in ("-", "−", "–") else value


def agree(number: int | Decimal, forms: Forms) -> str:
    """The form of a noun after a number: 1 поручение, 2 поручения, 5 поручений, 2,5 поручения."""
    one, few, many = forms
    value = abs(Decimal(number))
    if value != value.to_integral_value():
        return few
    last, teens = int(value) % 10, int(value) % 100
    if teens in range(11, 15):
        return many
    if last == 1:
        return one
    return few if last in (2, 3, 4) else many


def counted(number: int | Decimal, forms: Forms) -> str:
    """«21 поручение», «150 000 обучающихся»."""
    return f"{group(number)} {agree(number, forms)}"


def percent(share: int | Decimal, places: int | None = None) -> str:
    """85 → «85 %» (the figure is per cent already, not a fraction of one), with a no-break space."""
    return f"{group(share, places)}{NBSP}%"


def parse_percent(text: str) -> Decimal:
    """«85 %», «85%», «85 процентов», «12,5 проц.» → Decimal.

    Raises:
        ValueError: no number, or no sign of per cent.
    """
    match = re.fullmatch(r"(.*\d)\s*(?:%|процент(?:а|ов)?|проц\.?)", text.strip(), re.IGNORECASE)
    if match is None:
        raise ValueError(f"«{text.strip()}» – не доля в процентах: ожидается запись вида «85 %».")
    return parse_number(match[1])
