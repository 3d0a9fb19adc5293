"""Numbers as an office writes them, and back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.language.numbers.cardinals import CASES, GENDERS, Case, Gender
from docgen.language.numbers.numerals import (
    agree,
    cardinal,
    counted,
    group,
    ordinal,
    parse_cardinal,
    parse_number,
    parse_ordinal,
    parse_percent,
    parse_roman,
    percent,
    roman,
)

ORDERS = ("поручение", "поручения", "поручений")
CASE, GENDER = st.sampled_from(CASES), st.sampled_from(GENDERS)


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0"), (7, "7"), (3270, "3270"), (9999, "9999"), (10000, "10 000"), (48031, "48 031"),
        (150000, "150 000"), (253200000, "253 200 000"), (-12500, "−12 500"), (Decimal("253.2"), "253,2"),
        (Decimal("1709.40"), "1709,4"), (Decimal("12345.67"), "12 345,67"), (Decimal("85.0"), "85"),
    ],
)  # fmt: skip
def test_figures_are_grouped_from_five_digits_on_with_a_comma_for_fractions(
    number: int | Decimal, written: str
) -> None:
    assert group(number) == written.replace(" ", "\u00a0")


def test_places_after_the_comma_can_be_fixed_and_are_rounded_half_up() -> None:
    assert group(Decimal(70), 1) == "70,0"
    assert group(Decimal("0.25"), 1) == "0,3"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("150 000", "150000"), ("150\u00a0000", "150000"), ("150\u202f000", "150000"), ("150000", "150000"),
        ("253,2", "253.2"), ("253.2", "253.2"), ("−5", "-5"), ("-5", "-5"), ("–5", "-5"), ("3 270", "3270"),
        ("0,05", "0.05"), ("1 709,4", "1709.4"),
    ],
)  # fmt: skip
def test_figures_are_read_with_any_space_and_sign(text: str, number: str) -> None:
    assert parse_number(text) == Decimal(number)


@pytest.mark.parametrize("text", ["", "сто", "15 00", "1 2345", "1,2,3", "12 млн", "1e5"])
def test_what_is_not_a_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="не число"):
        parse_number(text)


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=3))
def test_a_grouped_number_reads_back(number: Decimal) -> None:
    assert parse_number(group(number)) == number


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0 поручений"), (1, "1 поручение"), (2, "2 поручения"), (4, "4 поручения"), (5, "5 поручений"),
        (11, "11 поручений"), (12, "12 поручений"), (14, "14 поручений"), (21, "21 поручение"),
        (22, "22 поручения"), (25, "25 поручений"), (101, "101 поручение"), (111, "111 поручений"),
        (112, "112 поручений"), (1001, "1001 поручение"), (Decimal("2.5"), "2,5 поручения"),
        (Decimal("1.5"), "1,5 поручения"), (Decimal("21.0"), "21 поручение"),
    ],
)  # fmt: skip
def test_a_noun_agrees_with_its_number(number: int | Decimal, said: str) -> None:
    assert counted(number, ORDERS) == said


def test_a_negative_number_agrees_as_a_positive_one() -> None:
    assert agree(-1, ORDERS) == "поручение"


@pytest.mark.parametrize(
    ("number", "case", "gender", "words"),
    [
        (0, "nominative", "m", "ноль"),
        (1, "nominative", "f", "одна"),
        (2, "nominative", "n", "два"),
        (2, "genitive", "f", "двух"),
        (21, "accusative", "f", "двадцать одну"),
        (40, "instrumental", "m", "сорока"),
        (50, "genitive", "m", "пятидесяти"),
        (80, "instrumental", "m", "восемьюдесятью"),
        (90, "genitive", "m", "девяноста"),
        (100, "dative", "m", "ста"),
        (250000, "dative", "m", "двумстам пятидесяти тысячам"),
        (300, "prepositional", "m", "трёхстах"),
        (444, "instrumental", "m", "четырьмястами сорока четырьмя"),
        (500, "genitive", "m", "пятисот"),
        (1000, "nominative", "m", "одна тысяча"),
        (1000, "accusative", "m", "одну тысячу"),
        (1250000, "nominative", "f", "один миллион двести пятьдесят тысяч"),
        (2002002, "nominative", "f", "два миллиона две тысячи две"),
        (253200000, "nominative", "m", "двести пятьдесят три миллиона двести тысяч"),
        (10**9, "genitive", "m", "одного миллиарда"),
        (-5, "nominative", "m", "минус пять"),
    ],
)
def test_cardinals_in_words_know_case_and_gender(number: int, case: Case, gender: Gender, words: str) -> None:
    assert cardinal(number, case, gender) == words


def test_the_animate_accusative_is_the_genitive_of_the_last_small_number() -> None:
    assert cardinal(2, "accusative", animate=True) == "двух"
    assert cardinal(22, "accusative", animate=True) == "двадцать два"
    assert cardinal(21, "accusative", animate=True) == "двадцать одного"
    assert cardinal(1, "accusative", "f", animate=True) == "одну"


def test_a_quadrillion_is_too_much() -> None:
    with pytest.raises(ValueError, match="квадриллион"):
        cardinal(10**15)


@given(st.integers(-(10**15) + 1, 10**15 - 1), CASE, GENDER)
def test_a_cardinal_in_words_reads_back(number: int, case: Case, gender: Gender) -> None:
    assert parse_cardinal(cardinal(number, case, gender)) == number


@given(st.integers(1, 10**15 - 1), CASE, GENDER)
def test_an_ordinal_in_words_reads_back(number: int, case: Case, gender: Gender) -> None:
    assert parse_ordinal(ordinal(number, case, gender)) == number


@pytest.mark.parametrize(
    ("number", "case", "gender", "words"),
    [
        (1, "nominative", "n", "первое"),
        (3, "genitive", "n", "третьего"),
        (3, "nominative", "f", "третья"),
        (13, "nominative", "n", "тринадцатое"),
        (40, "nominative", "m", "сороковой"),
        (100, "genitive", "m", "сотого"),
        (200, "nominative", "f", "двухсотая"),
        (1941, "genitive", "m", "тысяча девятьсот сорок первого"),
        (2000, "genitive", "m", "двухтысячного"),
        (2023, "genitive", "m", "две тысячи двадцать третьего"),
        (25000, "nominative", "m", "двадцатипятитысячный"),
        (21000, "nominative", "m", "двадцатиоднотысячный"),
        (100000, "nominative", "m", "стотысячный"),
        (1000000, "nominative", "m", "миллионный"),
    ],
)
def test_ordinals_decline_their_last_word(number: int, case: Case, gender: Gender, words: str) -> None:
    assert ordinal(number, case, gender) == words


@pytest.mark.parametrize(
    "text", ["сто сто", "двадцать десять", "пять двадцать", "миллион миллиард", "слово", ""]
)
def test_words_that_make_no_number_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="не число прописью"):
        parse_cardinal(text)


@pytest.mark.parametrize("text", ["две тысячи второй третий", "двадцать", "десять третий", ""])
def test_words_that_make_no_ordinal_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="не порядковое"):
        parse_ordinal(text)


@given(st.integers(1, 3999))
def test_a_roman_numeral_reads_back(number: int) -> None:
    assert parse_roman(roman(number)) == number
    assert parse_roman(roman(number).lower()) == number


@pytest.mark.parametrize("text", ["IIII", "VX", "IC", "IIX", "VV", "", "ABC", "MMMM", "4"])
def test_what_is_not_a_roman_numeral_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="не римское число"):
        parse_roman(text)


def test_cyrillic_look_alikes_are_named_and_mended() -> None:
    with pytest.raises(ValueError, match="русская буква «Х»: наберите «XI» латиницей"):
        parse_roman("ХI")


@pytest.mark.parametrize("number", [0, 4000, -1])
def test_there_is_no_roman_numeral_beyond_its_bounds(number: int) -> None:
    with pytest.raises(ValueError, match="от 1 до 3999"):
        roman(number)


def test_per_cent_is_parted_by_a_space_that_does_not_break() -> None:
    assert percent(85) == "85\u00a0%"
    assert percent(Decimal(70), 1) == "70,0\u00a0%"


@pytest.mark.parametrize("text", ["85 %", "85%", "85\u00a0%", "85 процентов", "85 проц."])
def test_per_cent_reads_back(text: str) -> None:
    assert parse_percent(text) == 85


def test_per_cent_without_its_sign_is_refused() -> None:
    with pytest.raises(ValueError, match="не доля в процентах"):
        parse_percent("85")
