"""How the numbers of a portfolio are written."""

from decimal import Decimal

from docgen.language.numbers.numerals import NBSP
from docgen.language.numbers.numerals import group as grouped

DASH = "–"
THOUSAND = Decimal(1000)


def number(value: Decimal | int | None, places: int | None = None) -> str:
    """«1 709,4»; a dash where there is no number. Four figures are parted too: they stand in columns."""
    if value is None:
        return DASH
    text = grouped(value, places)
    whole, comma, rest = text.partition(",")
    bare = whole.lstrip("−")
    if len(bare) == 4 and bare.isdigit():
        whole = whole.replace(bare, f"{bare[0]}{NBSP}{bare[1:]}")
    return f"{whole}{comma}{rest}"


def millions(thousands: Decimal | None) -> str:
    """Thousand roubles as millions."""
    return number(None if thousands is None else thousands / THOUSAND, 1)


def share(value: Decimal | None, of: Decimal | None) -> str:
    """«12,5» per cent; a dash where there is nothing to divide by."""
    return DASH if value is None or not of else number(value * 100 / of, 1)
