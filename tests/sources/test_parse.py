"""YAML text → located tree, and the guards before it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.diagnostics import Problem, Source
from docgen.sources import Mapping, Scalar, Sequence, parse, read_source
from docgen.sources.fewer import MOST


def codes(text: str) -> list[str]:
    return [problem.rule.code for problem in parse(Source("x.yaml", text))[1]]


def only_problem(text: str) -> Problem:
    problems = parse(Source("x.yaml", text))[1]
    assert len(problems) == 1, problems
    return problems[0]


def tree_of(text: str) -> Mapping:
    tree, problems = parse(Source("x.yaml", text))
    assert not problems
    assert tree is not None
    return tree


def test_scalars_stay_text_whatever_yaml_would_make_of_them() -> None:
    tree = tree_of("a: 12:00\nb: no\nc: 010\nd: 2.10\ne: 2023-11-13\nf: 1_000\ng: 253,2\n")
    assert list(tree.values()) == ["12:00", "no", "010", "2.10", "2023-11-13", "1_000", "253,2"]


def test_every_node_knows_its_place() -> None:
    tree = tree_of("название: 'Колледж'\nlist:\n  - один\n  - два\n")
    assert tree.names["название"].span.text == "название"
    items = tree["list"]
    assert isinstance(items, Sequence)
    assert [str(item.span) for item in items] == ["x.yaml:3:5", "x.yaml:4:5"]
    assert tree["название"].span.text == "'Колледж'"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("a: простой текст со словом\n", "слов"),
        ("a: 'в кавычках ''и'' со словом'\n", "слов"),
        ('a: "экран \\u0430 и со словом"\n', "слов"),
        ("a: >-\n  сложенный\n  текст со\n  словом\n", "слов"),
        ("a: |\n  строка\n    со словом\n", "слов"),
        ("a: много\n   строк со\n   словом\n", "слов"),
        ("a: 😀 эмодзи и слово\n", "слов"),
    ],
)
def test_a_part_of_a_value_is_found_where_it_is_written(text: str, word: str) -> None:
    scalar = tree_of(text)["a"]
    assert isinstance(scalar, Scalar)
    start = scalar.index(word)
    assert scalar.part(start, start + len(word)).text == word


@pytest.mark.parametrize(
    ("written", "at", "where"),
    [
        ('"' + r"\u0430\u0431" * 20_000 + r"\u0432" + '"', -1, r"\u0432"),
        ('"' + "аб\\\n  " * 20_000 + 'вг"', -1, "г"),
        (r'"\x41\U0001F600\\\t\"да"', 5, "д"),
        (r'"а\tб\_\L в"', 2, "б"),
    ],
)
def test_a_character_is_found_behind_any_number_of_escapes(written: str, at: int, where: str) -> None:
    scalar = tree_of(f"a: {written}\n")["a"]
    assert isinstance(scalar, Scalar)
    at %= len(scalar)
    assert scalar.source.text.startswith(where, scalar.part(at, at + 1).start)


def test_of_many_double_keys_and_hidden_characters_the_first_are_told_and_the_others_counted() -> None:
    twice = parse(Source("x.yaml", "a: 1\n" * 1001))[1]
    assert len(twice) == MOST
    assert twice[-1].message.endswith("не показанных здесь: 800")
    hidden = parse(Source("x.yaml", "a: 1\x01" * 1000))[1]
    assert len(hidden) == 20
    assert hidden[-1].message.endswith("не показанных здесь: 980")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=30))
def test_the_text_under_a_quoted_scalar_is_the_scalar(value: str) -> None:
    quoted = "'" + value.replace("'", "''") + "'"
    scalar = tree_of(f"ключ: {quoted}\n")["ключ"]
    assert isinstance(scalar, Scalar)
    assert scalar == value
    assert scalar.span.text == quoted
    assert [scalar.part(i, i + 1).text for i in range(len(value))] == list(value)


def test_an_empty_value_is_not_written_yet() -> None:
    tree = tree_of("a:\nb: ~\nc: null\nd: ''\ne: 0\n")
    assert list(tree.written()) == ["d", "e"]


def test_duplicate_keys_are_an_error_at_the_second_with_the_first_named() -> None:
    problem = only_problem("place: Москва\ndate: 2023-11-08\nplace: Липецк\n")
    assert problem.rule.code == "S003"
    assert str(problem.span) == "x.yaml:3:1"
    assert str(problem.related[0].span) == "x.yaml:1:1"


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("a: &x 1\n", "S004", "якорь"),
        ("a: *x\n", "S004", "ссылка"),
        ("a: !!python/name:os.system ''\n", "S004", "тег"),
        ("a: !!int ''\n", "S004", "тег"),
        ("<<: {a: 1}\n", "S004", "слияние"),
        ("a: 1\n---\nb: 2\n", "S007", "второй документ"),
        ("- a\n", "S008", "поле"),
        ("", "S008", "пуст"),
        ("просто текст\n", "S008", "поле"),
        ("a: " + "[" * 65 + "]" * 65 + "\n", "S005", "вложенность"),
        ("a: " + "[" * 100_000 + "\n", "S005", "вложенность"),
        ("a: текст\x0b\n", "S006", "U+000B"),
        ("a: текст\u202eтекст\n", "S006", "U+202E"),
        ("? [a]\n: b\n", "S002", "ключом"),
        ("a: Срок: до завтра\n", "S002", "двоеточие"),
        ("a:\n\tb: 1\n", "S002", "табуляция"),
        ("a: 'не закрыта\n", "S002", "кавычка"),
        ("a: [1, 2\nb: 3\n", "S002", "скобка"),
        ("a: [\n", "S002", "не закрыта"),
        ("a: {\n", "S002", "не закрыта"),
        ("title: x\ndate:2026-03-12\nplace: y\n", "S002", "в строке 2 после двоеточия"),
        ("a: @b\n", "S002", "кавычки"),
        ("a: %b\n", "S002", "кавычки"),
    ],
)
def test_what_is_refused_is_told_in_russian_with_a_place(text: str, code: str, word: str) -> None:
    problems = parse(Source("x.yaml", text))[1]
    assert [problem.rule.code for problem in problems] == [code]
    assert word in problems[0].message + problems[0].hint
    assert problems[0].hint


def test_too_many_values_are_refused_before_they_are_composed() -> None:
    assert codes("a: [" + "1," * 500_001 + "]\n") == ["S005"]


def test_a_byte_order_mark_and_windows_line_ends_shift_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes("\ufeffa: 1\r\nb: два\r\n".encode())
    source, problems = read_source(path, "x.yaml")
    assert not problems
    tree = parse(source)[0]
    assert tree is not None
    assert str(tree["b"].span) == "x.yaml:2:4"


def test_another_encoding_is_a_problem_at_the_first_bad_byte(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"a: 1\n" + "б: два\n".encode("cp1251"))
    _, problems = read_source(path, "x.yaml")
    assert [problem.rule.code for problem in problems] == ["S001"]
    assert problems[0].span.line == 2


@given(st.text(max_size=200))
def test_no_text_makes_the_reader_raise(text: str) -> None:
    tree, problems = parse(Source("x.yaml", text))
    assert tree is not None or problems
