"""The subjects of docxtpl's own tests, with templates written anew: read by both, the texts are the same.

Where docxtpl itself loses text or writes what cannot be read, the right text is said.
"""

import io
from typing import Any

import pytest
from docxtpl import DocxTemplate, InlineImage, Listing, RichText, RichTextParagraph
from jinja2 import Environment

from docgen.render import RenderError, Template
from tests.render.word import body, cell, docx, lines, p, row, run, table, tree

DISHES = [{"name": "Pizza", "parts": ["bread", "ham"]}, {"name": "Pie", "parts": ["flour", "apples"]}]
AUTHORS = [
    {"name": "Saint-Exupéry", "books": [{"title": "Vol de nuit"}, {"title": "L'aviateur"}]},
    {"name": "Barjavel", "books": [{"title": "Ravage"}]},
]
ALERTS = [
    {"date": "2015-03-10", "text": "Very <critical>", "colour": "FF0000"},
    {"date": "2015-03-11", "text": "Just a warning & more", "colour": "FFDD00"},
]
GRID = {
    "heads": ["fruit", "stone", "thing"],
    "rows": [
        {"label": "yellow", "cells": ["banana", "pyrite", "taxi"]},
        {"label": "red", "cells": ["apple", "cinnabar", "bus"]},
    ],
}

CASES: dict[str, tuple[list[str], dict[str, Any]]] = {
    "order": (
        [
            "Dear {{ customer }},",
            table(
                row("Description", "Quantity", "Price"),
                row("{%tr for item in items %}", "", ""),
                row("{{ item.desc }}", "{{ item.qty }}", "{{ item.price }}"),
                row("{%tr endfor %}", "", ""),
                columns=3,
            ),
            "{%p if in_europe %}",
            "You are in Europe",
            "{%p else %}",
            "You are not",
            "{%p endif %}",
            "{% if is_paid %}Thank you{% else %}Please pay {{ total }}{% endif %}",
        ],
        {
            "customer": "Éric",
            "items": [{"desc": "Python", "qty": 2, "price": "FREE"}, {"desc": "Guido", "qty": 1, "price": "100"}],
            "in_europe": True,
            "is_paid": False,
            "total": "100,000,000.00",
        },
    ),
    "a list in a cell, a table in a cell": (
        [
            table(
                row("{%tr for dish in dishes %}", ""),
                row("{{ dish.name }}", cell(p("{%p for i in dish.parts %}"), p("– {{ i }}"), p("{%p endfor %}"))),
                row("{%tr endfor %}", ""),
            ),
            table(
                row("{%tr for one in authors %}", ""),
                row(
                    "{{ one.name }}",
                    cell(
                        table(row("{%tr for b in one.books %}", ""), row("{{ b.title }}", "x"), row("{%tr endfor %}", "")),
                        p(""),
                    ),
                ),
                row("{%tr endfor %}", ""),
            ),
            "",
        ],
        {"dishes": DISHES, "authors": AUTHORS},
    ),
    "a list in a list": (
        [
            "{%p for one in authors %}",
            "{{ one.name }} wrote:",
            "{%p for b in one.books %}",
            "{{ loop.index }}/{{ loop.length }} {{ b.title }}",
            "{%p endfor %}",
            "{%p endfor %}",
        ],
        {"authors": AUTHORS},
    ),
    "columns and rows from data": (
        [
            table(
                row("", "{%tc for one in heads %}", "{{ one }}", "{%tc endfor %}"),
                row("{%tr for item in rows %}", "", "", ""),
                row("{{ item.label }}", "{%tc for one in item.cells %}", "{{ one }}", "{%tc endfor %}"),
                row("{%tr endfor %}", "", "", ""),
                columns=4,
            ),
            "",
        ],
        GRID,
    ),
    "a title over columns from data": (
        [
            table(
                row("{% colspan heads|count %}Title"),
                row("{%tc for one in heads %}", "{{ one }}", "{%tc endfor %}"),
                columns=3,
            ),
            "",
        ],
        GRID,
    ),
    "coloured cells": (
        [
            table(
                row("{%tr for a in alerts %}", ""),
                row("{% cellbg a.colour %}{{ a.date }}", "{{ a.text }}"),
                row("{%tr endfor %}", ""),
            ),
            "",
        ],
        {"alerts": ALERTS},
    ),
    "merged cells in loops in loops": (
        [
            table(
                row("{%tr for i in [1, 2] %}", "", ""),
                row("{%tr for j in [1, 2] %}", "", ""),
                row("{% vm %}{{ i }}", "{{ j }}", "z"),
                row("{%tr endfor %}", "", ""),
                row("{%tr endfor %}", "", ""),
                columns=3,
            ),
            "",
        ],
        {},
    ),
    "fewer cells after a loop": (
        [table(row("a", "{%tc for c in [1, 2] %}", "{{ c }}", "{%tc endfor %}"), columns=6), ""],
        {},
    ),
    "paragraphs run together": (
        ["You live in", "{%- if in_town -%}", "town", "{%- else -%}", "countryside", "{%- endif %}", ", fine."],
        {"in_town": True},
    ),
    "spaces between tags": (
        [p(run("Is "), run("{{ one }}", "<w:b/>"), run(" for "), run("spicy"), run(" {{two}} food"))],
        {"one": "looking", "two": "too"},
    ),
    "spaces and tabs": (["[{{ spaces }}][{{ tabs }}]"], {"spaces": " " * 10, "tabs": "\t" * 5}),
    "comments": (["a {# comment #} b", "{#p comment #}", "c"], {}),
    "an escaping filter": (["{{ one|e }}, {{ two|upper|escape }}"], {"one": "< &", "two": "a"}),
    "filters": (
        ["{{ s|title }} {{ s|capitalize }} {{ l|sort|join }} {{ l|sort(true)|first }} {{ s|wordcount }} {{ l|unique|join }}"],
        {"s": "some dAta text-book", "l": ["b", "a", "b"]},
    ),
    "tests": (
        ["{% if l is iterable %}i{% endif %}{% if d is mapping %}m{% endif %}{% if l is mapping %}-{% endif %}"],
        {"l": [1], "d": {"a": 1}},
    ),
    "a rich text": (
        ["{{r rich }}", "in front {{r rich }} behind", "{% if rich %}{{r rich }}{% endif %}", "{%p if rich %}", "{{r rich }}", "{%p endif %}"],
        {"rich": RichText("Red\nline\ttab <&>", color="ff0000", bold=True)},
    ),
    "a rich text of several paragraphs": (
        ["{{r rich }}", "in front {{r rich }} behind"],
        {"rich": RichText("one\ntwo\athree\fon another page", italic=True)},
    ),
    "rich paragraphs": (
        ["{{p rich }}", "end"],
        {"rich": RichTextParagraph("custom\apoints", parastyle="1")},
    ),
    "a listing": (["{{ listing }}", "x"], {"listing": Listing("the\nlisting\awith paragraphs\tand tabs")}),
    "a link's text": (
        [p(f'<w:hyperlink w:anchor="x">{run("{{ url }}")}</w:hyperlink>')],
        {"url": "https://example.org?a=1&b=2"},
    ),
}  # fmt: skip


def by_docxtpl(content: bytes, names: dict[str, Any]) -> bytes:
    """What docxtpl makes of it, with escaping on."""
    template = DocxTemplate(io.BytesIO(content))
    template.render(names, Environment(autoescape=True))
    made = io.BytesIO()
    template.save(made)
    return made.getvalue()


@pytest.mark.parametrize("name", CASES)
def test_the_text_is_docxtpls(name: str) -> None:
    blocks, names = CASES[name]
    template = docx(*blocks)
    assert lines(Template(template).render(names)) == lines(by_docxtpl(template, names))


@pytest.mark.parametrize("part", ["word/header1.xml", "word/footer1.xml", "word/footnotes.xml"])
def test_the_other_parts_are_docxtpls_too(part: str) -> None:
    names = {"who": "Éric – Ведомство", "orders": ["а", "б"]}
    loop = "{% for one in orders %}{{ one }};{% endfor %}"
    template = docx("x", header="{{ who }}", footer=loop, footnote=f"{{{{ who }}}} {loop}")
    assert lines(Template(template).render(names), part) == lines(by_docxtpl(template, names), part)


RIGHT: dict[str, tuple[list[str], dict[str, Any], list[str]]] = {
    "a sign of percent and a brace in a tag": (
        ["{%p set x = 7 % 4 %}", "{{ x }}", "{%p set d = {'a': 1} %}", "{{ d.a }}"],
        {},
        ["3", "1"],
    ),
    "a rich text in a plain tag": (
        ["in front {{ rich }} behind"],
        {"rich": RichText("one\atwo <three>")},
        ["in front one", "two <three> behind"],
    ),
    "a plain text in a rich tag": (["in front {{r text }}"], {"text": "a & b"}, ["in front a & b"]),
}


@pytest.mark.parametrize("name", RIGHT)
def test_where_docxtpl_loses_text_nothing_is_lost(name: str) -> None:
    blocks, names, right = RIGHT[name]
    template = docx(*blocks)
    made = Template(template).render(names)
    assert lines(made) == right
    assert tree(made) is not None


def test_every_paragraph_of_a_rich_text_looks_like_the_first() -> None:
    template = docx(p("{{r rich }}", look='<w:jc w:val="right"/>'))
    made = body(Template(template).render({"rich": RichText("one\atwo", bold=True)}))
    assert made.count('<w:jc w:val="right"/>') == made.count("<w:b/>") == 2


def test_every_paragraph_of_rich_paragraphs_has_their_style() -> None:
    made = body(Template(docx("{{p rich }}")).render({"rich": RichTextParagraph("one\atwo", parastyle="1")}))
    assert made.count('<w:pStyle w:val="1"/>') == 2


def test_what_is_bound_to_another_template_is_refused_with_a_hint() -> None:
    image = InlineImage(DocxTemplate(io.BytesIO(docx("x"))), io.BytesIO(b""))
    subdoc = type("Subdoc", (), {"__module__": "docxtpl.subdoc"})()  # the real one wants docxcompose
    for tag, value, hint in (
        ("{{ x }}", image, "возьмите docgen.render.Picture"),
        ("{{p x }}", subdoc, "соберите его из абзацев и таблиц: docgen.render.Paragraph, Table"),
    ):
        with pytest.raises(RenderError) as caught:
            Template(docx(tag)).render({"x": value})
        (problem,) = caught.value.problems
        assert problem.message == f"{type(value).__name__} привязан к другому шаблону"
        assert problem.hint == hint
