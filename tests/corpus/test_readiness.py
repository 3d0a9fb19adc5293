"""Problems laid into the parts of a document."""

from hypothesis import given
from hypothesis import strategies as st

from docgen.corpus.readiness import Part, Unit, everyone, path_of, readiness
from docgen.diagnostics import Severity, Source, declare
from docgen.sources import Record, parse, structure

GAP = declare("X101", Severity.GAP, "Пробел.")
ERROR = declare("X102", Severity.ERROR, "Ошибка.")
WARNING = declare("X103", Severity.WARNING, "Предупреждение.")


class Row(Record):
    """A row of the sample."""

    name: str | None = None


class Sample(Record):
    """A document to lay problems into."""

    title: str | None = None
    text: str | None = None
    rows: list[Row] = []  # noqa: RUF012  # pydantic copies it


TEXT = """\
title: Название
text: |
  Первая строка
  вторая
rows:
  - name: один
  - name: два
"""
SOURCE = Source("x.yaml", TEXT)
tree, _ = parse(SOURCE)
assert tree is not None
SAMPLE, _ = structure(tree, Sample)
assert SAMPLE is not None
PARTS = (
    Part("Начало", (Unit("Название", "автор", ((), ("title",))),)),
    Part(
        "Таблицы",
        (
            Unit("Строки", "автор", (("rows",),), ("строк",), ((("rows", 1), "сосед"),)),
            Unit("Текст", "редактор", (("text",),), ("текст строк",)),
        ),
    ),
)


def laid(*problems: tuple[str, str]) -> list[tuple[str, str]]:
    """The unit and who can act, for gaps told at the first place of a text."""
    found = [GAP.at(SOURCE.span(TEXT.index(place)), message) for place, message in problems]
    state = readiness(SAMPLE, PARTS, found)
    return [(unit.unit.title, lack.who) for part in state.parts for unit in part.units for lack in unit.lacks]


def test_a_place_leads_to_its_value() -> None:
    assert SAMPLE is not None
    for place, path in (
        ("title", ("title",)),
        ("Название", ("title",)),
        ("вторая", ("text",)),
        ("rows", ("rows",)),
        ("два", ("rows", 1, "name")),
    ):
        assert path_of(SAMPLE, SOURCE.span(TEXT.index(place))) == path
    assert path_of(SAMPLE, Source("other.yaml", TEXT).span(0)) == ()


def test_a_gap_lies_where_its_place_is_and_the_nearest_answers() -> None:
    assert laid(("один", "пусто")) == [("Строки", "автор")]
    assert laid(("два", "пусто")) == [("Строки", "сосед")]
    assert laid(("вторая", "пусто")) == [("Текст", "редактор")]


def test_what_has_no_place_lies_where_its_message_says() -> None:
    assert laid(("title", "не хватает строк")) == [("Строки", "автор")]
    assert laid(("title", "не написан ТЕКСТ строк")) == [("Текст", "редактор")]
    assert laid(("title", "чего-то нет")) == [("Название", "автор")]


def test_a_warning_keeps_nothing_from_being_ready() -> None:
    state = readiness(SAMPLE, PARTS, [WARNING.at(SOURCE.span(0), "странно")])
    assert (state.ready, state.units, state.percent, state.lacks) == (3, 3, 100, [])


def test_who_has_most_to_do_comes_first() -> None:
    found = [GAP.at(SOURCE.span(TEXT.index(place)), "пусто") for place in ("вторая", "два", "один", "title")]
    assert list(everyone(readiness(SAMPLE, PARTS, found).lacks).items()) == [
        ("автор", 2),
        ("редактор", 1),
        ("сосед", 1),
    ]


@given(st.lists(st.tuples(st.sampled_from([GAP, ERROR, WARNING]), st.integers(0, len(TEXT) - 1))))
def test_nothing_is_lost_and_a_hundred_means_all(found: list[tuple[object, int]]) -> None:
    problems = [rule.at(SOURCE.span(place), "строк") for rule, place in found]  # type: ignore[attr-defined]
    state = readiness(SAMPLE, PARTS, problems)
    grave = [problem for problem in problems if problem.severity is not Severity.WARNING]
    assert sorted(lack.problem for lack in state.lacks) == sorted(grave)
    assert (state.percent == 100) == (not grave)
    assert state.count(Severity.ERROR) + state.count(Severity.GAP) == len(grave)
