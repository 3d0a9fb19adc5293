"""Passages that texts share."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.language.copies import SHINGLE, copies

WORDS = [f"слово{number}" for number in range(5000)]


def fresh(count: int, seed: int) -> str:
    """Words that no other text has in this order."""
    return " ".join(random.Random(seed).sample(WORDS, count))


def test_a_shared_passage_is_found_wherever_it_stands() -> None:
    passage = fresh(50, 1)
    texts = [f"{fresh(20, 2)} {passage}", f"{passage} {fresh(30, 3)}", fresh(80, 4)]
    (copy,) = copies(texts, "abc", 40, 0.5)
    assert (copy.first, copy.second, copy.words) == (0, 1, 50)
    assert texts[0][slice(*copy.at_first)] == passage
    assert texts[1][slice(*copy.at_second)] == passage
    assert copy.share == pytest.approx(50 / 70)


def test_letters_and_signs_do_not_hide_a_copy() -> None:
    text = "Учёт ведёт колледж, а отчёт – завод; всё сдают в срок, и ещё раньше."
    (copy,) = copies([text, text.upper().replace("Ё", "Е").replace(",", " –")], "ab", 10, 0.9)
    assert copy.share == 1
    assert text[slice(*copy.at_first)] == text.rstrip(".")


def test_texts_of_one_owner_are_not_compared() -> None:
    text = fresh(60, 5)
    assert copies([text, text], "aa", 40, 0.5) == []


def test_less_than_asked_is_not_told() -> None:
    passage = fresh(30, 6)
    texts = [f"{passage} {fresh(70, 7)}", f"{fresh(70, 8)} {passage}"]
    assert copies(texts, "ab", 31, 0.1) == []
    assert copies(texts, "ab", 30, 0.31) == []
    assert len(copies(texts, "ab", 30, 0.29)) == 1


def test_a_boilerplate_of_many_is_compared_with_the_first_and_not_each_with_each() -> None:
    texts = [f"{fresh(20, number)} {fresh(100, 99)}" for number in range(40)]
    found = copies(texts, [str(number) for number in range(40)], 40, 0.5)
    pairs = {(copy.first, copy.second) for copy in found}
    assert pairs >= {(0, number) for number in range(1, 40)}
    assert len(pairs) < 40 * 39 / 2 / 10


def test_texts_too_short_to_compare_are_passed_over() -> None:
    assert copies(["", "одно слово", "одно слово"], "abc", 10, 0.5) == []


@given(st.integers(40, 120), st.integers(0, 200), st.integers(0, 200), st.integers(0, 10_000))
def test_a_run_of_enough_words_is_always_found(length: int, before: int, after: int, seed: int) -> None:
    passage = fresh(length, seed)
    share = 0.9 * length / (length + min(before, after))
    texts = [f"{fresh(before, seed + 1)} {passage}", f"{passage} {fresh(after, seed + 2)}"]
    found = copies(texts, "ab", length, share)
    assert len(found) == 1
    assert found[0].words >= length - SHINGLE
    assert copies(texts[::-1], "ab", length, share)[0].words == found[0].words
