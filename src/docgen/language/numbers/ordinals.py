"""Ordinal numbers in words: «тринадцатое», «две тысячи двадцать третьего», «двухсотая»."""

from docgen.language.numbers.cardinals import CASES, LIMIT, Case, Gender, cardinal

_STEMS = {
    1: "первый", 2: "второй", 3: "третий", 4: "четвёртый", 5: "пятый", 6: "шестой", 7: "седьмой",
    8: "восьмой", 9: "девятый", 10: "десятый", 11: "одиннадцатый", 12: "двенадцатый", 13: "тринадцатый",
    14: "четырнадцатый", 15: "пятнадцатый", 16: "шестнадцатый", 17: "семнадцатый", 18: "восемнадцатый",
    19: "девятнадцатый", 20: "двадцатый", 30: "тридцатый", 40: "сороковой", 50: "пятидесятый",
    60: "шестидесятый", 70: "семидесятый", 80: "восьмидесятый", 90: "девяностый", 100: "сотый",
    200: "двухсотый", 300: "трёхсотый", 400: "четырёхсотый", 500: "пятисотый", 600: "шестисотый",
    700: "семисотый", 800: "восьмисотый", 900: "девятисотый",
}  # fmt: skip
_ROUND = ((10**12, "триллионный"), (10**9, "миллиардный"), (10**6, "миллионный"), (10**3, "тысячный"))
_ENDINGS = {
    "m": ["ый", "ого", "ому", "ый", "ым", "ом"],
    "f": ["ая", "ой", "ой", "ую", "ой", "ой"],
    "n": ["ое", "ого", "ому", "ое", "ым", "ом"],
    "pl": ["ые", "ых", "ым", "ые", "ыми", "ых"],
}
_THIRD = {
    "m": ["третий", "третьего", "третьему", "третий", "третьим", "третьем"],
    "f": ["третья", "третьей", "третьей", "третью", "третьей", "третьей"],
    "n": ["третье", "третьего", "третьему", "третье", "третьим", "третьем"],
    "pl": ["третьи", "третьих", "третьим", "третьи", "третьими", "третьих"],
}
_UNDECLINED = {100: "сто", 90: "девяносто"}


def ordinal(number: int, case: Case = "nominative", gender: Gender = "m", *, plural: bool = False) -> str:
    """23 → «двадцать третий»; only the last word is declined. The accusative is that of a thing.

    Raises:
        ValueError: outside 1…10^15 − 1.
    """
    if not 0 < number < LIMIT:
        raise ValueError("Порядковое число прописью – от 1 до квадриллиона (10 в 15-й степени).")
    head, last = _split(number)
    words = _declined(_masculine(last), case, "pl" if plural else gender)
    if not head:
        return words
    leading = cardinal(head)
    # «тысяча девятьсот…», not «одна тысяча…»: so years are read.
    return f"{leading.removeprefix('одна ') if head // 1000 == 1 else leading} {words}"


def _split(number: int) -> tuple[int, int]:
    """What stays a cardinal, and the number of the last word."""
    tail = number % 100
    if 0 < tail < 20 or (tail and tail % 10 == 0):
        last = tail
    elif tail:
        last = tail % 10
    elif number % 1000:
        last = number % 1000
    else:
        last = next(number % (size * 1000) for size, _ in reversed(_ROUND) if number % (size * 1000))
    return number - last, last


def _masculine(last: int) -> str:
    if last in _STEMS:
        return _STEMS[last]
    size, word = next((size, word) for size, word in _ROUND if last % size == 0)
    return joined(last // size) + word


def joined(count: int) -> str:
    """The first part of «двадцатипятитысячный»: genitives written together; nothing for 1."""
    if count == 1:
        return ""
    hundreds, rest = count // 100 * 100, count % 100
    parts = [hundreds, rest] if rest < 20 else [hundreds, rest // 10 * 10, rest % 10]
    return "".join(_joint(part) for part in parts if part)


def _joint(part: int) -> str:
    if part == 1:
        return "одно"
    return _UNDECLINED.get(part) or cardinal(part, "genitive")


def _declined(masculine: str, case: Case, gender: str) -> str:
    index = CASES.index(case)
    if masculine == "третий":
        return _THIRD[gender][index]
    if gender == "m" and index in (0, 3):
        return masculine
    return masculine[:-2] + _ENDINGS[gender][index]
