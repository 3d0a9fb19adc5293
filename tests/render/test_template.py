"""The room as a caller sees it: a template, data, a document."""

import io
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

import docx as python_docx
import pytest
from markupsafe import Markup
from pydantic import BaseModel

from docgen.render import RenderError, Template
from tests.render.word import W, body, cell, docx, lines, p, parts_of, row, run, table, tree

PROTOCOL = docx(
    p(run("ПРОТОКОЛ № {{ number }}", "<w:b/>"), look='<w:jc w:val="center"/>'),
    "{{ place }}, {{ date }}",
    "Присутствовали:",
    "{%p for person in people %}",
    "{{ loop.index }}. {{ person.name }}{% if person.post %} – {{ person.post }}{% endif %}",
    "{%p endfor %}",
    "{%p if orders %}",
    table(
        row("№", "Поручение"),
        row("{%tr for order in orders %}", ""),
        row(
            "{{ order.number }}",
            cell(
                p("{{ order.text }}"),
                p("{%p if order.deadline %}"),
                p("Срок: {{ order.deadline }}"),
                p("{%p endif %}"),
            ),
        ),
        row("{%tr endfor %}", ""),
    ),
    "{%p else %}",
    "Поручений нет.",
    "{%p endif %}",
    footer="{{ number }}",
)


class Stage(StrEnum):
    DRAFT = "проект"


class Person(BaseModel):
    name: str
    post: str | None = None


@dataclass(frozen=True)
class Order:
    number: str
    text: str
    deadline: str = ""


@dataclass(frozen=True)
class View:
    number: str
    place: str
    date: str
    people: tuple[Person, ...]
    orders: tuple[Order, ...] = ()


VIEW = View(
    "МШ-12",
    "Москва",
    "14\u00a0марта 2026\u00a0г.",
    (Person(name="Иванов И. И.", post="зам. директора"), Person(name="Петров П. П.")),
    (Order("1.1", "Направить «план» & смету", "до 1 апреля"), Order("1.2", "Учесть")),
)


def test_a_protocol_reads_like_this() -> None:
    assert lines(Template(PROTOCOL).render(VIEW)) == [
        "ПРОТОКОЛ № МШ-12",
        "Москва, 14\u00a0марта 2026\u00a0г.",
        "Присутствовали:",
        "1. Иванов И. И. – зам. директора",
        "2. Петров П. П.",
        "| № | Поручение |",
        "| 1.1 | Направить «план» & смету ¶ Срок: до 1 апреля |",
        "| 1.2 | Учесть |",
    ]


def test_the_other_branch() -> None:
    assert lines(Template(PROTOCOL).render(View("1", "М", "д", ())))[2:] == [
        "Присутствовали:",
        "Поручений нет.",
    ]


def test_a_dictionary_gives_the_same_document() -> None:
    orders = [{"number": one.number, "text": one.text, "deadline": one.deadline} for one in VIEW.orders]
    people = [{"name": one.name, "post": one.post} for one in VIEW.people]
    data = {"number": VIEW.number, "place": VIEW.place, "date": VIEW.date, "people": people, "orders": orders}
    assert Template(PROTOCOL).render(data) == Template(PROTOCOL).render(VIEW)


def test_path_and_bytes(tmp_path: Path) -> None:
    file = tmp_path / "x.docx"
    file.write_bytes(PROTOCOL)
    assert Template(file).render(VIEW) == Template(str(file)).render(VIEW) == Template(PROTOCOL).render(VIEW)
    assert Template(file).sources[0].path == str(file)


def test_sources_are_paragraphs() -> None:
    body_source, footer = Template(PROTOCOL, "x.docx").sources
    assert (
        body_source.line(5)
        == "{{ loop.index }}. {{ person.name }}{% if person.post %} – {{ person.post }}{% endif %}"
    )
    assert (footer.path, footer.text) == ("x.docx#footer1", "{{ number }}")


def test_one_template_in_many_threads() -> None:
    template = Template(docx("{{ x }} {% for i in r %}{{ i }}{% endfor %}"))
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda n: lines(template.render({"x": n, "r": [n] * 50})), range(64)))
    assert made == [[f"{n} {str(n) * 50}"] for n in range(64)]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12, "12"),
        (Decimal("1.10"), "1.10"),
        (0.5, "0.5"),
        (Stage.DRAFT, "проект"),
        (Markup("<b>&amp;</b>"), "<b>&amp;</b>"),
        ("", ""),
    ],
)
def test_scalars(value: object, text: str) -> None:
    assert lines(Template(docx("[{{ x }}]")).render({"x": value})) == [f"[{text}]"]


def test_templates_and_errors_travel_between_processes() -> None:
    template = pickle.loads(pickle.dumps(Template(docx("{{ x }}"), "x.docx")))
    assert lines(template.render({"x": "а"})) == ["а"]
    with pytest.raises(RenderError) as caught:
        template.render({"y": "а"})
    again = pickle.loads(pickle.dumps(caught.value))
    assert again.problems == caught.value.problems
    assert str(again) == str(caught.value)


def test_headers_of_first_even_and_other_pages_of_two_sections() -> None:
    document = python_docx.Document()
    for number in range(2):
        section = document.sections[0] if not number else document.add_section()
        section.different_first_page_header_footer = True
        for name in ("header", "first_page_header", "even_page_footer"):
            part = getattr(section, name)
            part.is_linked_to_previous = False
            part.paragraphs[0].text = f"{name} {{{{ x }}}}"
    made = io.BytesIO()
    document.save(made)
    parts = parts_of(Template(made.getvalue()).render({"x": "А&Б"}))
    filled = [name for name, content in parts.items() if "А&amp;Б" in content.decode("utf-8", "ignore")]
    assert len(filled) == 6


def test_context_must_be_data() -> None:
    with pytest.raises(TypeError):
        Template(docx("x")).render(object())


def test_tags_in_attributes_and_field_codes() -> None:
    code = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "{{ x }}"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    content = docx(
        p(code, "<w:bookmarkStart w:id='1' w:name='{{ x }}'/>", "<w:bookmarkEnd w:id='1'/>", "{{ x }}")
    )
    made = body(Template(content).render({"x": 'а"&<б>\nв'}))
    assert '<w:instrText>HYPERLINK "а"&amp;&lt;б&gt;\nв"</w:instrText>' in made
    assert 'w:name="а&quot;&amp;&lt;б&gt; в"' in made


def test_text_frames_and_controls() -> None:
    frame = f'<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>{p("{%p if x %}")}{p("{{ x }}")}{p("{%p endif %}")}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>'
    control = f"<w:sdt><w:sdtContent>{p('{{ x }}')}</w:sdtContent></w:sdt>"
    template = Template(docx(p("до", frame), control))
    assert not template.problems
    assert "да" in body(template.render({"x": "да"}))
    assert "<w:txbxContent><w:p/></w:txbxContent>" in body(template.render({"x": ""}))


def test_pieces_of_a_tag_in_every_way() -> None:
    text = "{{ person.name|upper }}"
    for first in range(1, len(text)):
        for second in range(first + 1, len(text), 3):
            content = docx(
                p(
                    run(text[:first]),
                    run(text[first:second], "<w:b/>"),
                    '<w:proofErr w:type="spellStart"/>',
                    run(text[second:] + " конец"),
                )
            )
            assert lines(Template(content).render({"person": {"name": "имя"}})) == ["ИМЯ конец"]


def test_ids_of_paragraphs_are_not_repeated() -> None:
    marked = p("{{ i }}").replace(
        "<w:p>",
        '<w:p w:rsidR="00AB12CD" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" w14:paraId="12345678">',
    )
    made = tree(Template(docx("{%p for i in r %}", marked, "{%p endfor %}")).render({"r": ["1", "2"]}))
    assert not [one for one in made.iter(f"{{{W}}}p") if one.attrib]


def test_rendering_needs_neither_docxtpl_nor_python_docx() -> None:
    code = "import sys, docgen.render; assert not {'docx', 'docxtpl'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
