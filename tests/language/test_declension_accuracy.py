"""The bars of accuracy over lists labelled by grammar, and honest doubt about the rest."""

import pytest

from docgen.language.cases import CASES
from tests.language.labelled import Score, measured, rows

LISTS = [
    pytest.param("names.tsv", ("surname",), 98.5, id="surnames"),
    pytest.param("names.tsv", ("first_name",), 98.5, id="first-names"),
    pytest.param("names.tsv", ("patronymic",), 100.0, id="patronymics"),
    pytest.param("names.tsv", ("person",), 98.5, id="people"),
    pytest.param("posts.tsv", ("post",), 97.0, id="posts"),
    pytest.param("organisations_groups.tsv", ("organisation",), 97.0, id="organisations"),
    pytest.param("organisations_groups.tsv", ("group",), 97.0, id="groups"),
]


@pytest.mark.parametrize(("name", "kinds", "bar"), LISTS)
def test_every_case_clears_its_bar(name: str, kinds: tuple[str, ...], bar: float) -> None:
    score = measured(name, *kinds)
    assert score.rows > 20
    assert {case.value: score.share(case) for case in CASES if score.share(case) < bar} == {}, score.wrong


@pytest.mark.parametrize(("name", "kinds", "bar"), LISTS)
def test_right_answers_are_seldom_doubted(name: str, kinds: tuple[str, ...], bar: float) -> None:
    assert measured(name, *kinds).needless_doubt < 8


def test_half_of_the_wrong_answers_are_doubted() -> None:
    scores: list[Score] = [measured(name) for name in ("names.tsv", "posts.tsv", "organisations_groups.tsv")]
    wrong = sum(len(score.wrong) for score in scores)
    assert 2 * sum(score.wrong_unsure for score in scores) >= wrong, [score.wrong for score in scores]


def test_the_lists_are_long_enough() -> None:
    assert len(rows("names.tsv")) > 1000
    assert len(rows("posts.tsv")) >= 150
    assert len(rows("organisations_groups.tsv")) >= 100
