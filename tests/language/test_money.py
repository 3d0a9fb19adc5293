"""Sums in roubles, and back."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.language.money import full, in_scale, in_words, roubles, short
from docgen.language.money_reading import parse_money

SUMS = st.decimals(min_value=0, max_value=10**13, places=2)


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        ("253200000", "253,2 млн рублей"), ("1000000", "1 млн рублей"), ("150000", "150 тыс. рублей"),
        ("21", "21 рубль"), ("2", "2 рубля"), ("1250000000", "1,25 млрд рублей"), ("521900000", "521,9 млн рублей"),
        ("39800000", "39,8 млн рублей"), ("1709400000", "1709,4 млн рублей"), ("253200001", "253 200 001 рубль"),
        ("1001", "1001 рубль"), ("2500", "2,5 тыс. рублей"), ("1250.5", "1250 рублей 50 копеек"), ("0", "0 рублей"),
    ],
)  # fmt: skip
def test_a_sum_is_shortened_as_far_as_nothing_is_lost(amount: str, written: str) -> None:
    assert short(Decimal(amount)).replace("\u00a0", " ") == written


def test_a_sum_can_be_rounded_or_put_into_a_scale() -> None:
    assert short(1_709_400_000, 1) == "1,7 млрд рублей"
    assert in_scale(253_200_000, "тыс.") == "253\u00a0200 тыс. рублей"
    with pytest.raises(ValueError, match="«сот» – не"):
        in_scale(1, "сот")


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("253200000", "двести пятьдесят три миллиона двести тысяч рублей 00 копеек"),
        ("21.01", "двадцать один рубль 01 копейка"),
        ("1002.22", "одна тысяча два рубля 22 копейки"),
        ("0.5", "ноль рублей 50 копеек"),
        ("-5", "минус пять рублей 00 копеек"),
    ],
)
def test_a_sum_in_words_keeps_the_kopecks_in_figures(amount: str, words: str) -> None:
    assert in_words(Decimal(amount)) == words


def test_kopecks_too_can_be_in_words_and_the_first_letter_a_capital() -> None:
    assert in_words(Decimal("1.42"), capital=True, kopecks_in_words=True) == "Один рубль сорок две копейки"


def test_the_form_for_contracts_has_words_in_brackets() -> None:
    assert full(253_200_000).replace("\u00a0", " ") == (
        "253 200 000 (двести пятьдесят три миллиона двести тысяч) рублей 00 копеек"
    )
    assert full(Decimal("21.5"), capital=True) == "21 (Двадцать один) рубль 50 копеек"


def test_a_part_of_a_kopeck_is_refused() -> None:
    with pytest.raises(ValueError, match="доли копейки"):
        roubles(Decimal("0.001"))


@given(SUMS)
def test_every_form_of_a_sum_reads_back(amount: Decimal) -> None:
    for written in (
        roubles(amount),
        short(amount),
        in_words(amount),
        in_words(amount, capital=True, kopecks_in_words=True),
        full(amount),
        full(-amount),
    ):
        assert abs(parse_money(written)) == amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("253,2 млн руб.", "253200000"), ("253,2 млн. рублей", "253200000"), ("1 млрд 250 млн рублей", "1250000000"),
        ("253200 тыс. руб.", "253200000"), ("21 руб. 50 коп.", "21.5"), ("1 250,50 руб.", "1250.5"), ("500 ₽", "500"),
        ("50 копеек", "0.5"), ("1 миллион рублей", "1000000"), ("3,5 миллиарда рублей", "3500000000"),
        ("двести рублей", "200"), ("Сто рублей 05 копеек", "100.05"), ("100 (сто) рублей", "100"),
        ("минус 5 рублей", "-5"), ("−5 рублей", "-5"),
    ],
)  # fmt: skip
def test_sums_are_read_as_offices_write_them(text: str, amount: str) -> None:
    assert parse_money(text) == Decimal(amount)


def labelled() -> list[tuple[str, str]]:
    """``data/sums.tsv``: text and roubles; «-» for what is not a sum."""
    lines = (Path(__file__).parent / "data" / "sums.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [(text, amount) for text, _, amount in (line.partition("\t") for line in lines)]


@pytest.mark.parametrize(("text", "amount"), [row for row in labelled() if row[1] != "-"])
def test_the_labelled_sums_are_read(text: str, amount: str) -> None:
    assert parse_money(text) == Decimal(amount)


@pytest.mark.parametrize("text", [text for text, amount in labelled() if amount == "-"])
def test_the_labelled_strangers_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="не сумма"):
        parse_money(text)


@pytest.mark.parametrize("text", ["253,2 млн", "сто", "рублей", "", "5 млн 3 млрд рублей", "5 рублей штраф"])
def test_what_is_not_a_sum_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="не сумма"):
        parse_money(text)


def test_words_in_brackets_must_say_the_same_as_the_figures() -> None:
    with pytest.raises(ValueError, match="не сходятся"):
        parse_money("100 (двести) рублей 00 копеек")
