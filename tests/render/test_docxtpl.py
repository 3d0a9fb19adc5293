"""The tag language is docxtpl's: what docxtpl prints right, we print the same."""

import io
from typing import Any

import pytest
from docxtpl import DocxTemplate
from jinja2 import Environment

from docgen.render import Template
from tests.render.word import cell, docx, lines, p, parts_of, row, run, table

ORDERS = [
    {"text": "Направить <план> & смету", "people": ["Иванов", "Петров"]},
    {"text": "Учесть 'всё' \"это\"", "people": []},
]
NAMES: dict[str, Any] = {
    "title": "АО «А&Б» и К",
    "orders": ORDERS,
    "empty": [],
    "yes": True,
    "no": False,
    "number": 12,
    "chair": {"name": "Сидоров", "post": {"short": "зам"}},
    "long": "строка\nвторая\tтаб",
    "spaces": "  по краям  ",
    "columns": ["а", "б", "в"],
}

CASES = {
    "plain": [p("{{ title }}"), p("№ {{ number }} от {{ chair.post.short }} {{chair.name}}")],
    "split_runs": [
        p(run("{{ ti", "<w:b/>"), run("tl"), run("e }} дальше", "<w:i/>")),
        p(run("{"), run("{ number }"), run("}")),
    ],
    "paragraph_loop": ["{%p for o in orders %}", "{{ loop.index }}. {{ o.text }}", "{%p endfor %}", "конец"],
    "inline_loop": ["{% for o in orders %}{{ o.text }}{% if not loop.last %}; {% endif %}{% endfor %}."],
    "nested": [
        "{%p for o in orders %}",
        "{%p if o.people %}",
        "{% for x in o.people %}{{ x }} {% endfor %}",
        "{%p else %}",
        "никто",
        "{%p endif %}",
        "{%p endfor %}",
    ],
    "nested_ifs": ["{% if yes %}а{% if no %}б{% elif number == 12 %}в{% else %}г{% endif %}{% endif %}"],
    "if_across_runs": [p(run("а {% if yes %}б"), run("в{% endif %} г", "<w:b/>"))],
    "if_across_paragraphs": ["{% if yes %}", "внутри", "{% endif %}"],
    "rows": [
        table(
            row("Кто", "Что"),
            row("{%tr for o in orders %}", ""),
            row("{{ loop.index }}", "{{ o.text }}"),
            row("{%tr endfor %}", ""),
        ),
        "",
    ],
    "row_if": [
        table(row("Кто", "Что"), row("{%tr if no %}", ""), row("нет", "нет"), row("{%tr endif %}", "")),
        "",
    ],
    "cells": [table(row("{%tc for c in columns %}", "{{ c }}", "{%tc endfor %}"), columns=3), ""],
    "cell_loop": [table(row(cell(p("{%p for c in columns %}"), p("{{ c }}"), p("{%p endfor %}")), "x")), ""],
    "comment": ["до{# ничего #}после", "{#p ничего #}", "конец"],
    "set": ["{% set x = number %}{{ x + 1 }}"],
    "breaks": ["{{ long }}"],
    "spaces": ["[{{ spaces }}]"],
    "filters": [
        "{{ title|upper }} {{ columns|join(', ') }} {{ columns|length }} {{ columns|first }}{{ columns|last }}"
    ],
    "choice": ["{{ 'да' if yes else 'нет' }} {{ no or 'пусто' }}"],
    "quotes": ["{{ no or “пусто” }}"],
    "compare": ["{% if number > 10 and number < 20 %}десяток{% endif %}"],
    "dash": ["начало", "{%- if yes %} и продолжение{% endif %}"],
    "colspan": [table(row("{% colspan number - 11 %}{{ title }}", "б")), ""],
    "cellbg": [table(row("{% cellbg 'FF0000' %}{{ title }}", "б")), ""],
    "vm": [
        table(
            row("{%tr for o in orders %}", ""),
            row("{% vm %}общее", "{{ loop.index }}"),
            row("{%tr endfor %}", ""),
        ),
        "",
    ],
    "hm": [table(row("{%tc for c in columns %}", "{% hm %}{{ title }}", "{%tc endfor %}"), columns=3), ""],
    "escaped": ["{_{ имя }_} {_% if %_}"],
    "range": ["{% for i in range(3) %}{{ i }}{% endfor %}"],
    "unpack": ["{% for a, b in [(1, 2), (3, 4)] %}{{ a }}{{ b }}{% endfor %}"],
    "concat": ["{{ title ~ ' ' ~ number }}"],
}


def by_docxtpl(content: bytes) -> bytes:
    """What docxtpl makes of it, with escaping on."""
    template = DocxTemplate(io.BytesIO(content))
    template.render(NAMES, Environment(autoescape=True))
    made = io.BytesIO()
    template.save(made)
    return made.getvalue()


@pytest.mark.parametrize("name", CASES)
def test_prints_what_docxtpl_prints(name: str) -> None:
    template = docx(*CASES[name])
    assert lines(Template(template).render(NAMES)) == lines(by_docxtpl(template))


def test_header_footer_footnote_and_title_are_filled() -> None:
    template = docx(
        "x",
        header="{{ title }}",
        footer="{{ number }} {{ chair.name }}",
        footnote="см. {{ title }}",
        title="{{ title }}",
    )
    ours, theirs = (
        Template(template).render(NAMES),
        by_docxtpl(docx("x", footer="{{ number }} {{ chair.name }}")),
    )
    assert lines(ours, "word/header1.xml") == ["АО «А&Б» и К"]
    assert lines(ours, "word/footer1.xml") == lines(theirs, "word/footer1.xml")
    assert lines(ours, "word/footnotes.xml")[-1] == "см. АО «А&Б» и К"
    assert "<dc:title>АО «А&amp;Б» и К</dc:title>" in parts_of(ours)["docProps/core.xml"].decode()
