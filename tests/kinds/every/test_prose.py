"""The text rules reach everything that people will read, and nothing else."""

import pytest

from docgen.kinds import protocol
from docgen.kinds.every.prose import prose_in
from docgen.kinds.protocol.record import Protocol
from docgen.model.people import People
from tests.kinds.case import merged, problems_of, read
from tests.kinds.every.test_rules import BASE

MEETING = """\
organisation: ministry
title: >-
  совещания с директорами
  колледжей
place: Тула
chair: {name: Петров Иван Ильич, post: директор департамента, email: p.petrov@example.ru}
secretary: Ежова Анна Павловна
present:
  - organisation: college
    people: [ivanova, Сидоров Пётр Петрович]
  - group: директора колледжей
agenda:
  - topic: об итогах приёма
    aside: доклады директоров
    speakers: ivanova
    discussed: [{person: ivanova, text: рассказала о приёме}]
    decisions:
      - to: [college, директора колледжей]
        text: направить отчёт
        deadline: до 31 марта 2026 г.
annexes: [{title: смета расходов, file: smeta.xlsx}]
"""


def test_all_running_text_is_read_and_keys_are_not() -> None:
    record, problems, _ = read(MEETING, Protocol, "meeting.yaml")
    assert record is not None
    assert problems == []
    assert set(prose_in(record)) == {
        "совещания с директорами колледжей",
        "Петров Иван Ильич",
        "директор департамента",
        "Ежова Анна Павловна",
        "Сидоров Пётр Петрович",
        "директора колледжей",
        "об итогах приёма",
        "доклады директоров",
        "рассказала о приёме",
        "направить отчёт",
        "смета расходов",
    }


def test_reference_data_are_read_too() -> None:
    text = (
        "ivanova: {name: Иванова Анна Сергеевна, phone: 1, post: директор, cases: {dative: Ивановой А.С.}}\n"
    )
    record, _, _ = read(text, People, "people.yaml")
    assert record is not None
    assert sorted(prose_in(record)) == ["Иванова Анна Сергеевна", "Ивановой А.С.", "директор"]


@pytest.mark.parametrize(
    ("fragment", "code", "place"),
    [
        ("title: совещания с директорами  колледжей\n", "L024", "  "),
        ("title: >-\n  совещания с\n  директорами в 2023году\n", "L020", "2023году"),
        ("secretary: Ежовa Анна Павловна\n", "L001", "Ежовa"),
    ],
)
def test_slips_are_shown_where_they_are_written(fragment: str, code: str, place: str) -> None:
    (found,) = (p for p in problems_of(merged(fragment, BASE), protocol.KIND) if p.rule.code.startswith("L"))
    assert (found.rule.code, found.span.text) == (code, place)
    assert found.span.end <= len(fragment)
