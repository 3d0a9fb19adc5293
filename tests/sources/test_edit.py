"""Changing values in YAML: what was wanted and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.diagnostics import Source
from docgen.sources import Scalar, parse
from docgen.sources.edit import Change, edit


def replaced(text: str, **values: str) -> str:
    source = Source("x.yaml", text)
    tree = parse(source)[0]
    assert tree is not None
    changes = []
    for key, value in values.items():
        scalar = tree[key]
        assert isinstance(scalar, Scalar)
        changes.append(Change(scalar, value))
    return edit(source, changes)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: №Д05 # номер\nb:   1\n", "a: № Д05 # номер\nb:   1\n"),
        ("a: '№Д05'\n", "a: '№ Д05'\n"),
        ('{a: "№Д05", b: 2}\n', '{a: "№ Д05", b: 2}\n'),
        ("a: >-\n  №Д05\n", "a: >-\n  № Д05\n"),
    ],
)
def test_only_the_value_changes(before: str, after: str) -> None:
    assert replaced(before, a="№ Д05") == after


def test_folded_text_is_changed_where_it_stands() -> None:
    before = "a: >-\n  первая  строка\n  вторая №1\n"
    assert replaced(before, a="первая строка вторая № 1") == "a: >-\n  первая строка\n  вторая № 1\n"


def test_a_change_across_a_fold_is_left_out() -> None:
    before = "a: >-\n  образовательно-\n  производственный №1\n"
    assert replaced(before, a="образовательно-производственный № 1") == (
        "a: >-\n  образовательно-\n  производственный № 1\n"
    )


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ("a: текст\nb: 1\n", "текст: с двоеточием"),
        ("a: текст\nb: 1\n", "# текст"),
        ("a: 'текст'\nb: 1\n", "тек'ст"),
        ('a: "тек\\u0441т"\nb: 1\n', "тек\\ст"),
        ("a: [x]\nb: текст\n", "текст"),
    ],
)
def test_a_change_that_would_break_the_file_is_not_made(before: str, wanted: str) -> None:
    source = Source("x.yaml", before)
    tree = parse(source)[0]
    assert tree is not None
    scalar = next(node for node in (tree["a"], tree["b"]) if isinstance(node, Scalar))
    made = parse(Source("x.yaml", edit(source, [Change(scalar, wanted)])))[0]
    assert made is not None
    assert list(made) == ["a", "b"]
    kept = made["a" if scalar is tree["a"] else "b"]
    assert kept in (scalar, wanted)


def test_a_value_that_begins_with_its_own_quote_is_changed_inside() -> None:
    assert replaced("a: '''№1'''\n", a="'№ 1'") == "a: '''№ 1'''\n"


@given(st.text("абв №\"'«».,-:#", max_size=20), st.text("абв №\"'«».,-:#", max_size=20))
def test_whatever_is_wanted_the_file_still_reads_and_the_rest_is_the_same(old: str, new: str) -> None:
    quoted = "'" + old.replace("'", "''") + "'"
    text = f"# начало\na: {quoted} # конец\nb: 1\n"
    result = replaced(text, a=new)
    tree = parse(Source("x.yaml", result))[0]
    assert tree is not None
    assert tree["b"] == "1"
    assert result.startswith("# начало\na: '")
    assert result.endswith(" # конец\nb: 1\n")
