"""Roman numerals: «IV» and 4.

Always Latin capital letters: a Cyrillic «Х» or «І» looks the same, but is neither found by search nor sorted.
"""

_VALUES = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LOOK_ALIKES = dict(zip("ХІМСхімс", "XIMCximc", strict=True))
LARGEST = 3999


def roman(number: int) -> str:
    """4 → «IV».

    Raises:
        ValueError: outside 1…3999.
    """
    if not 1 <= number <= LARGEST:
        raise ValueError(f"Римскими цифрами пишутся числа от 1 до {LARGEST}, а здесь {number}.")
    written = []
    for value, letters in _VALUES:
        count, number = divmod(number, value)
        written.append(letters * count)
    return "".join(written)


def parse_roman(text: str) -> int:
    """«IV» → 4; lower case is allowed, «IIII» and «VX» are not.

    Raises:
        ValueError: not a Roman numeral, or one with Cyrillic letters in it.
    """
    letters = text.strip()
    if cyrillic := [letter for letter in letters if letter in _LOOK_ALIKES]:
        mended = "".join(_LOOK_ALIKES.get(letter, letter) for letter in letters)
        raise ValueError(
            f"В римском числе «{letters}» есть русская буква «{cyrillic[0]}»: наберите «{mended}» латиницей."
        )
    total, rest = 0, letters.upper()
    for value, sign in _VALUES:
        while rest.startswith(sign):
            total, rest = total + value, rest[len(sign) :]
    if rest or not 1 <= total <= LARGEST or roman(total) != letters.upper():
        raise ValueError(f"«{letters}» – не римское число.")
    return total
