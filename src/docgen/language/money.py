"""Sums in roubles: «253,2 млн рублей», «21 рубль 50 копеек», «253 200 000 (двести …) рублей 00 копеек».

An amount is a Decimal (or int) of roubles, never a float; groups are parted by no-break spaces.
"""

from decimal import Decimal

from docgen.language.numbers.cardinals import cardinal
from docgen.language.numbers.numerals import Forms, agree, group

ROUBLE: Forms = ("рубль", "рубля", "рублей")
KOPECK: Forms = ("копейка", "копейки", "копеек")
SCALES = (
    ("трлн", Decimal(10**12)),
    ("млрд", Decimal(10**9)),
    ("млн", Decimal(10**6)),
    ("тыс.", Decimal(10**3)),
)

Amount = int | Decimal


def roubles(amount: Amount) -> str:
    """«21 рубль», «150 000 рублей», «1250 рублей 50 копеек»."""
    whole, kopecks = split(amount)
    said = f"{group(whole)} {agree(whole, ROUBLE)}"
    return (
        f"{_minus(amount)}{said} {kopecks:02d} {agree(kopecks, KOPECK)}"
        if kopecks
        else f"{_minus(amount)}{said}"
    )


def short(amount: Amount, places: int | None = None) -> str:
    """«253,2 млн рублей», «150 тыс. рублей», «21 рубль»: the largest scale that is not below one.

    ``places`` rounds (half up); without it every digit is kept, and a sum with more than three of them
    after the comma (one for thousands) goes to the next scale down, at last to roubles.
    """
    value = Decimal(amount)
    for name, size in SCALES:
        scaled = value / size
        exact = -_exponent(scaled) <= (1 if name == "тыс." else 3)
        if abs(scaled) >= 1 and (places is not None or exact):
            return f"{group(scaled, places)} {name} рублей"
    return roubles(value)


def in_scale(amount: Amount, scale: str, places: int | None = None) -> str:
    """The same in a scale that is asked for: «253 200 тыс. рублей».

    Raises:
        ValueError: the scale is not «тыс.», «млн», «млрд» or «трлн».
    """
    for name, size in SCALES:
        if name.rstrip(".") == scale.rstrip("."):
            return f"{group(Decimal(amount) / size, places)} {name} рублей"
    raise ValueError(f"«{scale}» – не «тыс.», «млн», «млрд» или «трлн».")


def in_words(amount: Amount, *, capital: bool = False, kopecks_in_words: bool = False) -> str:
    """«двести пятьдесят три миллиона двести тысяч рублей 00 копеек»."""
    whole, kopecks = split(amount)
    tail = cardinal(kopecks, gender="f") if kopecks_in_words else f"{kopecks:02d}"
    said = f"{cardinal(whole)} {agree(whole, ROUBLE)} {tail} {agree(kopecks, KOPECK)}"
    return _capital(f"минус {said}" if amount < 0 else said, capital)


def full(amount: Amount, *, capital: bool = False) -> str:
    """«253 200 000 (двести пятьдесят три миллиона двести тысяч) рублей 00 копеек»: for contracts."""
    whole, kopecks = split(amount)
    words = _capital(cardinal(whole), capital)
    return (
        f"{_minus(amount)}{group(whole)} ({words}) {agree(whole, ROUBLE)} "
        f"{kopecks:02d} {agree(kopecks, KOPECK)}"
    )


def split(amount: Amount) -> tuple[int, int]:
    """Whole roubles and kopecks of the absolute value.

    Raises:
        ValueError: a fraction of a kopeck.
    """
    kopecks = abs(Decimal(amount)) * 100
    if kopecks != kopecks.to_integral_value():
        raise ValueError(f"В сумме {group(Decimal(amount))} руб. есть доли копейки.")
    return divmod(int(kopecks), 100)


def _minus(amount: Amount) -> str:
    return "−" if amount < 0 else ""


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return min(0, exponent) if isinstance(exponent, int) else 0


def _capital(text: str, wanted: bool) -> str:
    return text[0].upper() + text[1:] if wanted else text
