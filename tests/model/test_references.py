"""People, organisations, documents: by key or in place, in every case."""

import pytest
from pydantic import Field

from docgen.diagnostics import Problem, Source
from docgen.language.cases import Case
from docgen.model.book import Book
from docgen.model.cited import CitedDocument, CitedKind, cite
from docgen.model.forms import ApprovedForms, Forms, approved_as, recording
from docgen.model.lists import OneOrMany
from docgen.model.orders import Addressee
from docgen.model.organisations import Group, Groups, Organisation, Organisations
from docgen.model.people import People, Person
from docgen.model.references import Ref, refs_in
from docgen.sources import Record, parse, structure

NBSP = "\N{NO-BREAK SPACE}"


class Meeting(Record):
    chair: Ref[Person] | None = None
    present: OneOrMany[Ref[Person]] = Field(default=())
    cites: OneOrMany[Ref[CitedDocument]] = Field(default=())


def read(text: str) -> tuple[Meeting | None, list[Problem]]:
    tree, problems = parse(Source("x.yaml", text))
    assert tree is not None, problems
    return structure(tree, Meeting)


def meeting(text: str) -> Meeting:
    record, problems = read(text)
    assert record is not None, problems
    return record


def test_what_looks_like_a_key_is_a_key_and_anything_else_is_the_thing_itself() -> None:
    assert meeting("chair: ivanov-i\n").chair == Ref(key="ivanov-i")
    in_place = meeting("chair: Иванов Иван Иванович\n").chair
    assert in_place is not None
    assert in_place.inline is not None
    assert in_place.inline.signed == f"И.И.{NBSP}Иванов"
    with_post = meeting("chair: {name: Иванов И.И., post: директор}\n").chair
    assert with_post is not None
    assert with_post.inline is not None
    assert with_post.inline.post == "директор"


def test_one_element_may_be_written_without_a_list() -> None:
    assert (
        meeting("present: ivanov\n").present == meeting("present: [ivanov]\n").present == (Ref(key="ivanov"),)
    )


def test_a_problem_inside_a_record_written_in_place_stands_there() -> None:
    _, problems = read("present:\n  - ivanov\n  - {nane: Петров П.П.}\n")
    assert [(p.rule.code, str(p.span)) for p in problems] == [("S102", "x.yaml:3:5"), ("S101", "x.yaml:3:6")]
    assert problems[1].hint == "может быть, name?"


def test_every_reference_of_a_record_is_found_with_its_place() -> None:
    record = meeting("chair: ivanov\npresent: [petrov, Сидоров С.С.]\n")
    found = [(name, ref.key, str(ref.span)) for _, name, ref in refs_in(record)]
    assert found == [
        ("chair", "ivanov", "x.yaml:1:8"),
        ("present", "petrov", "x.yaml:2:11"),
        ("present", None, "x.yaml:2:19"),
    ]


def test_a_cited_document_may_be_written_in_place() -> None:
    (ref,) = meeting("cites: письмо от 27 сентября 2023 г. № 05-3045\n").cites
    assert ref.inline is not None
    assert (ref.inline.kind, ref.inline.number) == (CitedKind.LETTER, "05-3045")
    _, problems = read("cites: записка о встрече\n")
    assert [p.message for p in problems] == ["«записка о встрече» – не ключ и не документ"]


def document(number: str, day: str, kind: str = "protocol") -> CitedDocument:
    return CitedDocument.model_validate({"number": number, "date": day, "kind": kind})


@pytest.mark.parametrize(
    ("documents", "case", "expected"),
    [
        ([("Д05-84/05пр", "2023-07-05")], Case.GENITIVE, "протокола от 5 июля 2023 г. № Д05-84/05пр"),
        (
            [("1", "2023-07-05"), ("2", "2023-08-08")],
            Case.GENITIVE,
            "протоколов от 5 июля 2023 г. № 1, от 8 августа 2023 г. № 2",
        ),
        (
            [("1", "2023-07-05"), ("2", "2023-08-08", "letter")],
            Case.DATIVE,
            "протоколу от 5 июля 2023 г. № 1, письму от 8 августа 2023 г. № 2",
        ),
        (
            [("1", "2023-07-05", "order"), ("2", "2023-08-08", "order")],
            Case.INSTRUMENTAL,
            "приказами от 5 июля 2023 г. № 1, от 8 августа 2023 г. № 2",
        ),
    ],
)
def test_citations_agree_in_number_and_case(
    documents: list[tuple[str, ...]], case: Case, expected: str
) -> None:
    assert cite([document(*one) for one in documents], case) == expected


def book() -> Book:
    return Book(
        People(
            {
                "bondar": Person.model_validate(
                    {"name": "Бондарь О.А.", "gender": "f", "post": "проректор", "organisation": "irpo"}
                )
            }
        ),
        Organisations(
            {"irpo": Organisation(name="Институт развития", short="ФГБОУ ДПО «Институт развития»")}
        ),
        Groups({"winners": Group(name="победители конкурса")}),
        Book.of(_Nothing()).documents,
        ApprovedForms({}),
    )


class _Nothing:
    def one(self, record_type: type) -> None:
        return None


def test_addressees_are_named_in_the_case_the_sentence_wants() -> None:
    who = book()
    assert who.addressed(Ref(key="winners"), Case.DATIVE) == "победителям конкурса"
    assert who.addressed(Ref(key="bondar"), Case.DATIVE) == f"Бондарь{NBSP}О.А."
    both = Addressee.model_validate({"organisation": "irpo", "people": ["bondar"]})
    assert (
        who.addressed(Ref(inline=both), Case.DATIVE) == f"ФГБОУ ДПО «Институт развития» (Бондарь{NBSP}О.А.)"
    )
    assert (
        who.addressed(Ref(inline=Addressee(name="региональные координаторы")), Case.INSTRUMENTAL)
        == "региональными координаторами"
    )
    with pytest.raises(KeyError):
        who.addressed(Ref(key="nobody"), Case.DATIVE)


def test_a_post_is_named_with_its_organisation() -> None:
    who = book()
    person = who.person(Ref(key="bondar"))
    assert who.post_of(person, Case.GENITIVE) == "проректора ФГБОУ ДПО «Институт развития»"


def test_forms_given_by_hand_win_over_rules_and_are_logged_as_such() -> None:
    person = Person(name="Жаде Заур Асланович", cases=Forms(genitive="Жадэ З.А."))
    with recording() as log:
        assert person.listed(Case.GENITIVE) == f"Жадэ{NBSP}З.А."
        person.listed(Case.DATIVE)
    assert [one.certainty.value == "override" for one in log] == [True, False]


def test_approved_forms_win_for_all_documents() -> None:
    person = Person(name="Бондарь О.А.")
    approved = ApprovedForms({"Бондарь О.А.": Forms(genitive="Бондаря О.А.")})
    with recording(approved) as log:
        assert person.listed(Case.GENITIVE) == "Бондаря О.А."
    assert log[0].certainty.value == "override"


def test_what_is_written_for_approval_reads_back() -> None:
    text = approved_as(f"Бондарь{NBSP}О.А.", {"genitive": 'Бондаря «О".А.'})
    tree, problems = parse(Source("forms.yaml", text))
    assert tree is not None, problems
    registry, wrong = structure(tree, ApprovedForms)
    assert registry is not None, wrong
    forms = registry.get("Бондарь О.А.")
    assert forms is not None
    assert forms.genitive == 'Бондаря «О".А.'
