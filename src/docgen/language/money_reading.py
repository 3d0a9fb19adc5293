"""Reading sums back: figures, scales, words, and figures with words in brackets."""

import re
from decimal import Decimal

from docgen.language.dates.day import tidy
from docgen.language.numbers.numerals import parse_number
from docgen.language.numbers.words import with_digits

_SCALE_WORD = re.compile(r"(?<=\d) ?(миллион|миллиард|триллион|тысяч)[а-я]*")
_SHORT = {"триллион": " трлн", "миллиард": " млрд", "миллион": " млн", "тысяч": " тыс."}
_SCALES = {"трлн": 12, "триллион": 12, "млрд": 9, "миллиард": 9, "млн": 6, "миллион": 6, "тыс": 3, "тысяч": 3}
_AMOUNT = r"[-+]?\d[\d \u00a0]*(?:[.,]\d+)?"
_PIECE = re.compile(
    rf"(?P<number>{_AMOUNT})\s*(?P<scale>(?:трлн|млрд|млн|тыс|триллион|миллиард|миллион|тысяч)[а-я]*\.?)?"
)
_ROUBLES = re.compile(r"(?:рубл[а-я]+|руб\.?|р\.?|₽|rub)(?![а-я])")
_KOPECKS = re.compile(r"(?P<number>\d{1,2})\s*(?:копе[а-я]+|коп\.?|к\.)")
_BRACKETS = re.compile(r"\((?P<words>[^)]*)\)")


def parse_money(text: str) -> Decimal:
    """«253,2 млн рублей», «1250 руб. 50 коп.», «двести рублей», «100 (сто) рублей 00 копеек» → roubles.

    Raises:
        ValueError: not a sum, no roubles named, or words in brackets that differ from the figures.
    """
    flat = tidy(text).rstrip(" ;")
    said = _BRACKETS.search(flat)
    figures = _SCALE_WORD.sub(lambda match: _SHORT[match[1]], _BRACKETS.sub(" ", flat))
    flat = " ".join(with_digits(figures).split())
    kopecks = _KOPECKS.search(flat)
    rest = flat[: kopecks.start()].rstrip(" ,и") if kopecks else flat
    named = _ROUBLES.search(rest)
    if named is None and not (kopecks and not rest):
        raise ValueError(f"«{text.strip()}» – не сумма: ожидается запись вида «253,2 млн рублей».")
    if named and rest[named.end() :].strip(" ."):
        raise ValueError(f"«{text.strip()}» – не сумма: после рублей лишнее.")
    whole = _scaled(rest[: named.start()].strip(), text) if named else Decimal(0)
    _compare(said, whole, text)
    part = Decimal(int(kopecks["number"])) / 100 if kopecks else Decimal(0)
    return whole - part if rest.startswith("-") or whole < 0 else whole + part


def _scaled(text: str, whole: str) -> Decimal:
    """«1 млрд 250 млн» is a sum of pieces."""
    total, at, above = Decimal(0), 0, 15
    for piece in _PIECE.finditer(text.removeprefix("минус ")):
        power = _power(piece["scale"])
        if power >= above:
            raise ValueError(f"«{whole.strip()}» – не сумма: разряды стоят не по убыванию.")
        total, at, above = total + parse_number(piece["number"]) * 10**power, piece.end(), power
    if not at or _PIECE.sub("", text.removeprefix("минус ")).strip(" ,."):
        raise ValueError(f"«{whole.strip()}» – не сумма: ожидается запись вида «253,2 млн рублей».")
    return -total if text.startswith("минус ") else total


def _power(scale: str | None) -> int:
    if not scale:
        return 0
    return next(power for name, power in _SCALES.items() if scale.startswith(name))


def _compare(said: re.Match[str] | None, whole: Decimal, text: str) -> None:
    if said is None:
        return
    words = with_digits(said["words"].strip())
    words = _ROUBLES.sub("", words).strip(" .")
    if _scaled(words, text) != abs(whole):
        raise ValueError(f"В сумме «{text.strip()}» цифры и слова в скобках не сходятся.")
