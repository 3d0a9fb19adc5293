"""Whole numbers in words: «двести пятьдесят три миллиона», in six cases and three genders.

Tables of our own: num2words gives every scale the gender of the last word («одна миллион»).
Source of the declensions: Русская грамматика (1980), §§ 1366–1385.
"""

from typing import Literal

Case = Literal["nominative", "genitive", "dative", "accusative", "instrumental", "prepositional"]
Gender = Literal["m", "f", "n"]

CASES: tuple[Case, ...] = (
    "nominative",
    "genitive",
    "dative",
    "accusative",
    "instrumental",
    "prepositional",
)
GENDERS: tuple[Gender, ...] = ("m", "f", "n")
LIMIT = 10**15

_ONE = {
    "m": "один одного одному один одним одном",
    "f": "одна одной одной одну одной одной",
    "n": "одно одного одному одно одним одном",
}
_TWO = {"m": "два", "f": "две", "n": "два"}
_SMALL = {
    0: "ноль ноля нолю ноль нолём ноле",
    2: "два двух двум два двумя двух",
    3: "три трёх трём три тремя трёх",
    4: "четыре четырёх четырём четыре четырьмя четырёх",
    8: "восемь восьми восьми восемь восемью восьми",
    40: "сорок сорока сорока сорок сорока сорока",
    90: "девяносто девяноста девяноста девяносто девяноста девяноста",
    100: "сто ста ста сто ста ста",
    200: "двести двухсот двумстам двести двумястами двухстах",
    300: "триста трёхсот трёмстам триста тремястами трёхстах",
    400: "четыреста четырёхсот четырёмстам четыреста четырьмястами четырёхстах",
}
_SOFT = {
    5: "пять", 6: "шесть", 7: "семь", 9: "девять", 10: "десять", 11: "одиннадцать", 12: "двенадцать",
    13: "тринадцать", 14: "четырнадцать", 15: "пятнадцать", 16: "шестнадцать", 17: "семнадцать",
    18: "восемнадцать", 19: "девятнадцать", 20: "двадцать", 30: "тридцать",
}  # fmt: skip
_DOUBLE = {5: "пят", 6: "шест", 7: "сем", 8: "восем", 9: "девят"}
_SCALES = ((10**12, "триллион"), (10**9, "миллиард"), (10**6, "миллион"))


def _double(stem: str, second: str) -> str:
    """«пятьдесят», «пятьсот»: both parts are declined."""
    oblique = "восьм" if stem == "восем" else stem
    endings = {
        "десят": "десят десяти десяти десят десятью десяти",
        "сот": "сот сот стам сот стами стах",
    }[second]
    first = (f"{stem}ь", f"{oblique}и", f"{oblique}и", f"{stem}ь", f"{stem}ью", f"{oblique}и")
    return " ".join(head + tail for head, tail in zip(first, endings.split(), strict=True))


def _table() -> dict[int, tuple[str, ...]]:
    words = dict(_SMALL)
    for number, word in _SOFT.items():
        words[number] = f"{word} {word[:-1]}и {word[:-1]}и {word} {word}ю {word[:-1]}и"
    for number, stem in _DOUBLE.items():
        if number < 9:
            words[number * 10] = _double(stem, "десят")
        words[number * 100] = _double(stem, "сот")
    return {number: tuple(forms.split()) for number, forms in words.items()}


_WORDS = _table()
_THOUSAND = (
    ("тысяча", "тысячи", "тысяче", "тысячу", "тысячей", "тысяче"),
    ("тысячи", "тысяч", "тысячам", "тысячи", "тысячами", "тысячах"),
)
_ENDINGS = (("", "а", "у", "", "ом", "е"), ("ы", "ов", "ам", "ы", "ами", "ах"))


def cardinal(number: int, case: Case = "nominative", gender: Gender = "m", *, animate: bool = False) -> str:
    """42 → «сорок два»; ``gender`` is that of the thing counted and touches the last word alone.

    ``animate`` matters in the accusative: «принять двух участников», but «двадцать два участника».

    Raises:
        ValueError: 10^15 or more either way.
    """
    if abs(number) >= LIMIT:
        raise ValueError("Прописью пишутся числа меньше квадриллиона (10 в 15-й степени).")
    if number < 0:
        return f"минус {cardinal(-number, case, gender, animate=animate)}"
    if number == 0:
        return _WORDS[0][CASES.index(case)]
    words = []
    rest = number
    for size, noun in _SCALES:
        count, rest = divmod(rest, size)
        if count:
            words += [*triad(count, case, "m"), _scale(noun, count, case)]
    thousands, rest = divmod(rest, 1000)
    if thousands:
        words += [*triad(thousands, case, "f"), _thousand(thousands, case)]
    words += triad(rest, case, gender, animate=animate and (number < 5 or rest % 10 == 1))
    return " ".join(words)


def triad(count: int, case: Case, gender: Gender, *, animate: bool = False) -> list[str]:
    """The words of a number below 1000; none for 0."""
    index = CASES.index(case)
    hundreds, tens, ones = count // 100 * 100, count % 100 // 10 * 10, count % 10
    if tens == 10:
        tens, ones = 10 + ones, 0
    words = [_WORDS[part][index] for part in (hundreds, tens) if part]
    if animate and case == "accusative" and (gender != "f" or ones != 1):
        index = CASES.index("genitive")
    if ones == 1:
        words.append(_ONE[gender].split()[index])
    elif ones == 2 and index in (0, 3):
        words.append(_TWO[gender])
    elif ones:
        words.append(_WORDS[ones][index])
    return words


def _is_one(count: int) -> bool:
    return count % 10 == 1 and count % 100 != 11


def _is_few(count: int) -> bool:
    return count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)


def _counted(count: int, case: Case) -> tuple[int, int]:
    """Number (0 – singular) and case of a noun after ``count``."""
    index = CASES.index(case)
    if _is_one(count):
        return 0, index
    if index not in (0, 3):
        return 1, index
    return (0, 1) if _is_few(count) else (1, 1)


def _scale(noun: str, count: int, case: Case) -> str:
    plural, index = _counted(count, case)
    return noun + _ENDINGS[plural][index]


def _thousand(count: int, case: Case) -> str:
    plural, index = _counted(count, case)
    return _THOUSAND[plural][index]
