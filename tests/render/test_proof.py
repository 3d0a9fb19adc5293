"""A template is compared with the type of its view, without data."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

import pytest
from pydantic import BaseModel

from docgen.render import Block, Gap, Template, Text
from docgen.render.fields import Field, fields
from tests.render.word import docx, p, row, run, table


class Money(NamedTuple):
    amount: str
    unit: str


class Record(BaseModel):
    code: str
    note: str | None = None


@dataclass(frozen=True)
class Person:
    name: str = field(metadata={"title": "ФИО"})
    post: str | None = None


@dataclass(frozen=True)
class Order:
    text: str | Text
    deadline: str | Gap
    people: tuple[Person, ...] = ()
    parts: "tuple[Order, ...]" = ()


@dataclass(frozen=True)
class View:
    title: str
    chair: Person
    secretary: Person | None
    orders: tuple[Order, ...]
    prose: tuple[Block, ...]
    by_region: dict[str, list[Person]]
    record: Record
    money: Money
    day: date
    final: bool
    number: int
    pairs: tuple[tuple[str, Person], ...] = ()


CASES = {
    "{{ title }} {{ chair.name }} {{ number }} {{ number + 1 }}": [],
    "{{ chairman.name }}": ["T002 chairman: имени «chairman» нет среди полей документа (может быть, chair?)"],
    "{{ chair.nmae }}": ["T002 chair.nmae: у «chair» нет поля «nmae» (может быть, name?)"],
    "{{ chair['nmae'] }}": ["T002 {{ chair['nmae'] }}: у «chair» нет поля «nmae» (может быть, name?)"],
    "{% for o in orders %}{{ o.text }} {{ o.deadline }} {{ loop.index }}{% endfor %}": [],
    "{% for o in orders %}{% for p in o.people %}{{ p.name }}{{ p.fio }}{% endfor %}{% endfor %}": [
        "T002 p.fio: у «p» нет поля «fio» (есть: name, post)"
    ],
    "{% for o in orders %}{% endfor %}{{ o.text }}": [
        "T002 o: имени «o» нет среди полей документа (есть: by_region, chair, day, final, money, number, orders, pairs, prose, record, secretary, title)"
    ],
    "{% for o in orders %}{{ loop.idnex }}{% endfor %}": ["T002 loop.idnex: у «loop» нет поля «idnex» ()"],
    "{{ orders[0].text }} {{ orders|first }}": [
        "T012 {{ orders|first }}: запись целиком не печатается (печатайте её поля: text, deadline, people, parts)"
    ],
    "{{ chair.post }}": [
        "T017 chair.post: поле «chair.post» может быть пустым ({% if chair.post %}…{% endif %})"
    ],
    "{% if chair.post %}{{ chair.post }}{% endif %}": [],
    "{% if not chair.post %}нет{% else %}{{ chair.post }}{% endif %}": [],
    "{% if chair.post is none %}нет{% else %}{{ chair.post }}{% endif %}": [],
    "{{ chair.post or 'нет' }} {{ chair.post|default('нет') }} {{ chair.post if chair.post else 'нет' }}": [],
    "{{ secretary.name }}": [
        "T017 secretary: поле «secretary» может быть пустым ({% if secretary %}…{% endif %})"
    ],
    "{% if secretary %}{{ secretary.name }}{% endif %}": [],
    "{% if secretary and secretary.post %}{{ secretary.post }}{% endif %}": [],
    "{% for name, people in by_region %}{% endfor %}": [],
    "{% for p in by_region['а'] %}{{ p.name }}{{ p.x }}{% endfor %}": [
        "T002 p.x: у «p» нет поля «x» (есть: name, post)"
    ],
    "{{ record.code }} {{ record.cod }}": ["T002 record.cod: у «record» нет поля «cod» (может быть, code?)"],
    "{{ money.amount }} {{ money.x }}": ["T002 money.x: у «money» нет поля «x» (есть: amount, unit)"],
    "{{ day }}": ["T012 day: дата печатается только фильтром (добавьте после имени черту и имя фильтра)"],
    "{{ final }}": [
        'T012 final: поле «да/нет» не печатается (выберите слово: {{ "да" if поле else "нет" }})'
    ],
    "{{ 'да' if final else 'нет' }}": [],
    "{{ prose }}": [
        "T012 prose: список целиком не печатается (напечатайте его циклом: {%p for … %} … {%p endfor %})"
    ],
    "{{p prose }}": [],
    "{{ orders }}": [
        "T012 orders: список целиком не печатается (напечатайте его циклом: {%p for … %} … {%p endfor %})"
    ],
    "{% for x in chair %}{% endfor %}": [
        "T012 chair: цикл возможен только по списку (проверьте имя после in)"
    ],
    "{% for a, b in pairs %}{{ a }}{{ b.name }}{{ b.x }}{% endfor %}": [
        "T002 b.x: у «b» нет поля «x» (есть: name, post)"
    ],
    "{% set a = chair %}{{ a.name }}{{ a.x }}": ["T002 a.x: у «a» нет поля «x» (есть: name, post)"],
    "{% with a = chair %}{{ a.x }}{% endwith %}": ["T002 a.x: у «a» нет поля «x» (есть: name, post)"],
    "{{ chair.x is defined }}": [
        'T012 {{ chair.x is defined }}: поле «да/нет» не печатается (выберите слово: {{ "да" if поле else "нет" }})'
    ],
    "{{ title ~ chair.x }}": ["T002 chair.x: у «chair» нет поля «x» (есть: name, post)"],
    "{% for x in range(3) %}{{ x }}{% endfor %}": [],
}


@pytest.mark.parametrize("text", CASES)
def test_proof(text: str) -> None:
    found = Template(docx(text)).proof(View)
    assert [f"{one.rule.code} {one.span.text}: {one.message} ({one.hint})" for one in found] == CASES[text]


def test_all_parts_are_proved() -> None:
    content = docx(
        "{{ a }}",
        table(row("{{ b }}", "")),
        header="{{ c }}",
        footer="{{ d }}",
        footnote="{{ e }}",
        title="{{ f }}",
    )
    assert [str(one.span) for one in Template(content, "x.docx").proof(View)] == [
        "x.docx:1:4",
        "x.docx:2:4",
        "x.docx#footer1:1:4",
        "x.docx#footnotes:3:4",
        "x.docx#header1:1:4",
        "x.docx#properties:1:4",
    ]


def test_wrong_tags_do_not_hide_wrong_names() -> None:
    found = Template(docx("{{ a. }} {{ chairman }}", "{%p if title %} текст", "{%p endif %}")).proof(View)
    assert [one.rule.code for one in found] == ["T003", "T002", "T007"]


def test_a_tag_in_pieces_is_proved_like_a_whole_one() -> None:
    (problem,) = Template(docx(p(run("{{ ti"), run("tle or chair.x }}")))).proof(View)
    assert (problem.rule.code, problem.span.text) == ("T002", "chair.x")


def test_fields_are_listed_with_titles() -> None:
    listed = {one.name: one for one in fields(View)}
    assert listed["chair.name"] == Field("chair.name", "текст", "ФИО", False)
    assert listed["chair.post"].optional
    assert listed["orders"].type == "список: запись"
    assert listed["orders[].people[].name"].title == "ФИО"
    assert listed["orders[].deadline"].type == "текст"
    assert listed["prose"].type == "список: абзацы"
    assert "orders[].parts[].parts[].text" not in listed
    assert listed["record.code"].type == "текст"
