"""Tree → record: what is wrong with a value is told at its place, all at once."""

from decimal import Decimal
from enum import Enum

import pytest
from pydantic import Field

from docgen.diagnostics import Problem, Source
from docgen.sources import Prose, Record, Registry, parse, structure
from docgen.sources.fewer import MOST


class Colour(Enum):
    RED = "red"
    GREEN = "green"


class Leaf(Record):
    name: Prose = Field(title="Имя")
    size: int = 1


class Tree(Record):
    title: str
    colour: Colour = Colour.RED
    share: Decimal | None = None
    tall: bool = False
    leaves: list[Leaf] = Field(default_factory=list)
    best: Leaf | None = None


class Forest(Registry[Tree]):
    pass


def read(text: str, record: type[Tree] | type[Forest] = Tree) -> tuple[Tree | Forest | None, list[Problem]]:
    tree, problems = parse(Source("x.yaml", text))
    assert tree is not None, problems
    return structure(tree, record)


def told(text: str, record: type[Tree] | type[Forest] = Tree) -> list[tuple[str, str]]:
    record_, problems = read(text, record)
    assert (record_ is None) == bool(problems)
    return [
        (problem.rule.code, f"{problem.span.line}:{problem.span.column} {problem.message}")
        for problem in problems
    ]


def test_a_record_points_at_its_fields_items_and_keys() -> None:
    tree, problems = read("title: Дуб\nleaves:\n  - name: А\n  - name: Б\n    size: 3\n")
    assert not problems
    assert isinstance(tree, Tree)
    assert tree.at("title").text == "Дуб"
    assert tree.at("leaves", 1, "size").text == "3"
    assert tree.at_name("leaves").text == "leaves"
    assert tree.leaves[1].at("name").text == "Б"
    assert str(tree.leaves[0].at("size")) == "x.yaml:3:5"
    assert [type(record).__name__ for record in tree.records()] == ["Tree", "Leaf", "Leaf"]


def test_all_problems_of_a_file_are_told_in_one_run() -> None:
    assert told(
        "titel: Дуб\ncolour: grean\nshare: много\ntall: возможно\nleaves:\n  - size: x\nbest: да\n"
    ) == [
        ("S102", "1:1 не хватает ключа «title»"),
        ("S104", "2:9 «grean» – не из допустимых значений"),
        ("S103", "3:8 «много» – не число"),
        ("S103", "4:7 «возможно» – не true и не false"),
        ("S102", "6:5 не хватает ключа «name» (имя)"),
        ("S103", "6:11 «x» – не целое число"),
        ("S105", "7:7 здесь ожидается набор полей «ключ: значение», а написан текст"),
        ("S101", "1:1 неизвестный ключ «titel»"),
    ]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("titel: Дуб\ntitle: Дуб\n", "может быть, title?"),
        ("title: Дуб\nleaves:\n  - name: А\n    sise: 1\n", "может быть, size?"),
        ("title: Дуб\ncolour: gren\n", "может быть, green? допустимы: red, green"),
        ("title: Дуб\nцвет: red\n", "допустимы: title, colour, share, tall, leaves, best"),
        ("title: Дуб\nleaves:\n  - name: А\n    имя: Б\n", "может быть, name?"),
        (
            "title: Дуб\nleaves: [{name: Лист, опавший}]\n",
            "запятая в {…} отделяет поля: возьмите текст в кавычки",
        ),
    ],
)
def test_the_hint_names_what_was_probably_meant(text: str, hint: str) -> None:
    assert [problem.hint for problem in read(text)[1]] == [hint]


def test_an_unknown_key_is_told_even_if_nothing_is_written_after_it() -> None:
    assert told("title: Дуб\ncolour:\ntitel:\n") == [("S101", "3:1 неизвестный ключ «titel»")]


def test_a_registry_reads_records_by_key() -> None:
    forest, problems = read("oak: {title: Дуб}\nfir: {title: Ель, colour: green}\n", Forest)
    assert not problems
    assert isinstance(forest, Forest)
    assert forest.keys == ["oak", "fir"]
    fir = forest.get("fir")
    assert fir is not None
    assert fir.colour is Colour.GREEN
    assert str(fir.at("title")) == "x.yaml:2:14"


def test_a_problem_in_a_registry_stands_in_its_record() -> None:
    assert told("oak: {title: Дуб}\nfir: {titel: Ель}\n", Forest) == [
        ("S102", "2:6 не хватает ключа «title»"),
        ("S101", "2:7 неизвестный ключ «titel»"),
    ]


def test_records_do_not_change_and_leave_their_places_when_they_travel() -> None:
    import pickle

    tree, _ = read("title: Дуб\nleaves:\n  - name: А\n")
    assert isinstance(tree, Tree)
    with pytest.raises(Exception, match="frozen"):
        tree.title = "Ель"  # type: ignore[misc]
    copy = pickle.loads(pickle.dumps(tree))
    assert copy.leaves[0].name == "А"
    assert copy.node is None


class Spell(Record):
    first: int = Field(alias="from", title="Первый год")
    last: int = Field(alias="to", title="Последний год")


class Park(Record):
    trees: dict[str, Tree] = Field(default_factory=dict, title="Деревья")
    spell: Spell | None = Field(default=None, title="Годы")


def hints(text: str) -> list[tuple[str, str]]:
    tree = parse(Source("x.yaml", text))[0]
    assert tree is not None
    return [(problem.message, problem.hint) for problem in structure(tree, Park)[1]]


def test_records_kept_by_key_within_a_record_are_explained_like_others() -> None:
    assert hints("trees:\n  oak: {title: Дуб, colour: green, tal: true}\n") == [
        ("неизвестный ключ «tal»", "может быть, tall?")
    ]


def test_a_field_is_named_as_it_is_written() -> None:
    assert hints("spell: {from: 2022}\n") == [("не хватает ключа «to» (последний год)", "добавьте to:")]
    assert hints("spell: {from: 2022, to: 2024, till: 3}\n") == [
        ("неизвестный ключ «till»", "допустимы: from, to")
    ]


def test_of_thousands_of_wrong_keys_the_first_are_told_and_the_others_counted() -> None:
    found = read("title: Дуб\n" + "".join(f"ключ{n}: 1\n" for n in range(5000)))[1]
    assert len(found) == MOST
    assert found[-1].message.endswith("не показанных здесь: 4800")


def test_a_long_value_is_quoted_by_its_beginning() -> None:
    (problem,) = read(f"title: Дуб\ncolour: {'к' * 100_000}\n")[1]
    assert problem.message == f"«{'к' * 80}…» – не из допустимых значений"
