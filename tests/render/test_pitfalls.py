"""One test for each row of the table of pitfalls that concerns rendering, named after it."""

import io
import re
from dataclasses import dataclass
from datetime import date

import pytest
from docxtpl import Listing, RichText

from docgen.render import DocumentProperties, Gap, Link, Picture, RenderError, Template, Text
from tests.render.word import W, body, cell, docx, lines, p, parts_of, row, run, table, tree


def problems(content: bytes, context: dict[str, object] | None = None) -> list[str]:
    """What is said of a template, or of its rendering: «line:column code»."""
    template = Template(content)
    found = list(template.problems)
    if context is not None and not found:
        with pytest.raises(RenderError) as caught:
            template.render(context)
        found = list(caught.value.problems)
    return [f"{one.span.line}:{one.span.column} {one.rule.code}" for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "АО «А&Б» и К",
        "доля <85 %",
        "<select>",
        "</w:t></w:r>",
        "&lt;",
        "a\"b'c",
        "]]>",
        "{{ x }}",
        "{% if %}",
    ],
)
def test_01_ampersand_and_angle_in_data(text: str) -> None:
    made = Template(
        docx("[{{ x }}]", table(row("{{ x }}", "")), header="{{ x }}", footnote="{{ x }}")
    ).render({"x": text})
    assert lines(made) == [f"[{text}]", f"| {text} |  |", ""]
    assert lines(made, "word/header1.xml") == [text]
    assert lines(made, "word/footnotes.xml")[-1] == text


def test_02_missing_variable() -> None:
    content = docx("Срок: {{ order.deadlin }}", "{%p for o in ordrs %}", "{{ o }}", "{%p endfor %}")
    template = Template(content)
    with pytest.raises(RenderError) as caught:
        template.render({"order": {"deadline": "1"}, "orders": []})
    first, second = caught.value.problems
    assert (first.span.text, first.message, first.hint) == (
        "order.deadlin",
        "у «order» нет поля «deadlin»",
        "может быть, deadline?",
    )
    assert (second.span.text, second.hint) == ("ordrs", "может быть, orders?")


def test_03_look_alike_names() -> None:
    template = Template(docx("Срок {{ сrok }}"))
    (problem,) = template.problems
    assert (problem.rule.code, problem.span.text, problem.hint) == (
        "T010",
        "сrok",
        "наберите латиницей: crok",
    )


def test_04_error_location() -> None:
    content = docx("первый", table(row("а", "{{ row.sum }}")), "{{ a }} {{ b }}", header="{{ head }}")
    with pytest.raises(RenderError) as caught:
        Template(content, "templates/x.docx").render({"row": {}, "a": "1"})
    assert [f"{one.span} {one.span.text}" for one in caught.value.problems] == [
        "templates/x.docx:3:4 row.sum",
        "templates/x.docx:4:12 b",
        "templates/x.docx#header1:1:4 head",
    ]


@pytest.mark.parametrize("quotes", ["«»", "„“", "“”", "‘’", "''", '""', "„”"])
def test_05_smart_quotes_in_tags(quotes: str) -> None:
    template = Template(
        docx(f"{{{{ note or {quotes[0]}нет{quotes[1]} }}}} {{{{ number – 1 }}}}{{{{\u00a0number\u00a0}}}}")
    )
    assert lines(template.render({"note": "", "number": 2})) == ["нет 12"]
    assert {one.rule.code for one in template.problems} == {"T016"}


def test_05_quotes_of_a_text_in_a_tag_stay() -> None:
    assert lines(Template(docx('{{ note or "АО «А» – Б" }}')).render({"note": ""})) == ["АО «А» – Б"]


def test_06_split_runs_keep_the_look_of_what_follows() -> None:
    made = Template(docx(p(run("{{ na", "<w:b/>"), run("me }} после")))).render({"name": "имя"})
    assert body(made).count("<w:b/>") == 1
    assert '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">имя</w:t>' in body(made)


def test_06_bookmark_inside_a_tag_stays_whole() -> None:
    start, end = '<w:bookmarkStart w:id="0" w:name="x"/>', '<w:bookmarkEnd w:id="0"/>'
    made = Template(docx(p(run("{{ na"), start, run("me"), end, run(" }}")))).render({"name": "имя"})
    assert lines(made) == ["имя"]
    assert body(made).count("bookmarkStart") == body(made).count("bookmarkEnd") == 1


def test_06_tag_across_paragraphs() -> None:
    assert problems(docx("{{ chair.", "name }}")) == ["1:1 T006", "2:6 T006"]


def test_06_field_inside_a_tag() -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert problems(docx(p(run("{{ na"), field, run("me }}")))) == ["1:1 T011"]


def test_07_paragraph_tag_sharing_a_paragraph() -> None:
    assert problems(docx("{%p for i in r %}Пункт {{ i }}", "{%p endfor %}")) == ["1:1 T007"]
    assert problems(docx("{%p if a %}{%p endif %}")) == ["1:1 T007", "1:12 T007"]


def test_08_row_loop_in_the_row_with_data() -> None:
    assert problems(docx(table(row("{%tr for r in rows %}{{ r }}", ""), row("{%tr endfor %}", "")))) == [
        "1:1 T007"
    ]
    assert problems(docx(table(row("{%tr for r in rows %}", "{%tr endfor %}")))) == ["1:1 T007", "2:1 T007"]
    assert problems(docx(table(row("{% for r in rows %}{{ r }}", "{{ r }}{% endfor %}")))) == ["2:8 T009"]


def test_08_empty_row_loop_leaves_no_table() -> None:
    rows = table(row("{%tr for r in rows %}", ""), row("{{ r }}", ""), row("{%tr endfor %}", ""))
    template = Template(docx(rows, "после"))
    assert lines(template.render({"rows": []})) == ["после"]
    assert lines(template.render({"rows": ["а"]})) == ["| а |  |", "после"]
    nested = Template(docx(table(row(cell(rows), "")), ""))
    assert "<w:tbl>" in body(nested.render({"rows": []}))
    assert body(nested.render({"rows": []})).count("<w:tbl>") == 1


def test_08_grid_follows_a_loop_of_cells() -> None:
    template = Template(docx(table(row("{%tc for c in cs %}", "{{ c }}", "{%tc endfor %}"), columns=3), ""))
    for count in (1, 3, 5):
        made = tree(template.render({"cs": ["x"] * count}))
        assert len(list(made.iter(f"{{{W}}}gridCol"))) == count


def test_10_blank_paragraphs_are_told() -> None:
    found = Template(docx("{% if a %}", "да", "{% endif %}")).problems
    assert [(one.rule.code, one.severity.value, one.hint) for one in found] == [
        ("T015", "warning", "напишите {%p if a %}"),
        ("T015", "warning", "напишите {%p endif %}"),
    ]


def test_11_new_lines_tabs_and_control_characters() -> None:
    template = Template(docx(p(run("{{ x }}", "<w:b/>"))))
    made = template.render({"x": "а\nб\tв\r\nг\rд"})
    assert lines(made) == ["а\nб\tв\nг\nд"]
    assert body(made).count("<w:r>") == 1
    for sign in ("\x00", "\x0b", "\x0c", "\x1f", "\ud800", "\uffff"):
        with pytest.raises(RenderError) as caught:
            template.render({"x": f"до{sign}после"})
        assert caught.value.problems[0].rule.code == "T013"


def test_12_rich_text_with_and_without_r() -> None:
    rich = RichText("жирно & <ясно>", bold=True)
    rich.add(" просто")
    for tag in ("{{r x }}", "{{ x }}"):
        made = Template(docx(p(run(f"до {tag} после", "<w:i/>")))).render({"x": rich})
        assert lines(made) == ["до жирно & <ясно> просто после"]
        assert body(made).count("<w:i/>") == 2
        assert "<w:r><w:r>" not in body(made)
        assert not list(tree(made).iterfind(f".//{{{W}}}t//{{{W}}}t"))


def test_12_listing_breaks_paragraphs() -> None:
    made = Template(docx(p(run("{{ x }}", "<w:b/>"), look='<w:jc w:val="center"/>'))).render(
        {"x": Listing("а\nб\aв\fг")}
    )
    assert lines(made) == ["а\nб", "в", "\n", "г"]
    assert body(made).count('<w:jc w:val="center"/>') == 3


def test_16_headers_of_all_kinds() -> None:
    made = Template(docx("x", header="{{ a }} {%if b%}да{%endif%}", footer="{{ a }}")).render(
        {"a": "А&Б", "b": True}
    )
    assert lines(made, "word/header1.xml") == ["А&Б да"]
    assert lines(made, "word/footer1.xml") == ["А&Б"]


def test_17_repeated_bookmarks_and_drawings_get_numbers_of_their_own() -> None:
    start, end = '<w:bookmarkStart w:id="7" w:name="x"/>', '<w:bookmarkEnd w:id="7"/>'
    made = Template(docx("{%p for i in r %}", p(start, run("{{ i }}"), end), "{%p endfor %}")).render(
        {"r": ["1", "2"]}
    )
    assert re.findall(r'w:bookmarkStart w:id="(\d+)" w:name="(\w+)"', body(made)) == [
        ("0", "x"),
        ("1", "x_2"),
    ]
    assert re.findall(r'w:bookmarkEnd w:id="(\d+)"', body(made)) == ["0", "1"]


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


def test_18_images() -> None:
    made = Template(docx("{{ a }}{{ a }}")).render({"a": Picture(PNG, 20, 10, "герб & флаг")})
    assert len(set(re.findall(r'<wp:docPr id="(\d+)"', body(made)))) == 2
    assert len([one for one in parts_of(made) if one.startswith("docgen/media")]) == 1
    assert b'Extension="png"' in parts_of(made)["[Content_Types].xml"]
    assert problems(docx("{{ a }}"), {"a": Picture(b"GIF89a", 1, 1)}) == ["1:1 T012"]


def test_20_every_cell_ends_with_a_paragraph() -> None:
    template = Template(docx(table(row(cell(p("{%p if a %}"), p("да"), p("{%p endif %}")), "x")), ""))
    assert lines(template.render({"a": False})) == ["|  | x |", ""]
    assert lines(template.render({"a": True})) == ["| да | x |", ""]
    empty = Template(docx("x", header=p("{%p if a %}") + p("да") + p("{%p endif %}"))).render({"a": False})
    assert lines(empty, "word/header1.xml") == [""]


def test_20_no_tags_are_left() -> None:
    assert problems(docx("}} {{ a }}")) == ["1:1 T006"]


def test_21_same_bytes() -> None:
    content = docx("{{ a }} {{ b }}", header="{{ a }}", title="{{ a }}")
    context = {"a": Text.of("x", Link("a@b.ru"), Gap("нет")), "b": "2"}
    assert Template(content).render({**context, "a": "1"}) == Template(content).render({**context, "a": "1"})
    plain = docx("{{ a }} {{ b }}")
    assert Template(plain).render(context) == Template(plain).render(context)


def test_22_no_metadata_of_the_template() -> None:
    made = parts_of(Template(docx("x", title="Шаблон")).render({"a": "1"}))["docProps/core.xml"].decode()
    assert "Составитель" not in made
    properties = DocumentProperties(title="Протокол & <1>", author="Отдел", date=date(2026, 3, 14))
    made = parts_of(Template(docx("x")).render({"a": "1"}, properties))["docProps/core.xml"].decode()
    assert "<dc:title>Протокол &amp; &lt;1&gt;</dc:title>" in made
    assert "<dc:creator>Отдел</dc:creator>" in made
    assert "2026-03-14T00:00:00Z" in made


def test_24_variable_discovery() -> None:
    content = docx(
        "{{ chair.name }}",
        "{%p for o in orders %}",
        "{{ o.text }}{% for x in o.people %}{{ x.name }}{% endfor %}",
        "{%p endfor %}",
    )
    assert Template(content).names() == [
        "chair",
        "chair.name",
        "orders",
        "orders[].people",
        "orders[].people[].name",
        "orders[].text",
    ]


def test_26_three_thousand_rows() -> None:
    template = Template(
        docx(table(row("{%tr for r in rows %}", ""), row("{{ r }}", "x"), row("{%tr endfor %}", "")), "")
    )
    assert len(lines(template.render({"rows": [str(one) for one in range(3000)]}))) == 3001


def test_hyphen_that_does_not_break_is_an_element() -> None:
    made = Template(docx("С‑Петербург {{ x }}", header="И‑1")).render({"x": "кол‑во"})
    assert lines(made) == ["С‑Петербург кол‑во"]
    assert "\u2011" not in body(made) + body(made, "word/header1.xml")


def test_value_is_never_read_as_a_template() -> None:
    made = Template(docx("{{ x }}", footnote="{{ x }}")).render({"x": "{{ secret }} {_{", "secret": "тайна"})
    assert lines(made) == ["{{ secret }} {_{", ""]
    assert lines(made, "word/footnotes.xml")[-1] == "{{ secret }} {_{"


@dataclass(frozen=True)
class View:
    title: str
    orders: tuple[str, ...]


def test_dataclass_is_a_context() -> None:
    template = Template(docx("{{ title }}: {% for o in orders %}{{ o }}{% endfor %}"))
    assert lines(template.render(View("Т", ("а", "б")))) == ["Т: аб"]
    assert io.BytesIO(template.render(View("Т", ()))).read(2) == b"PK"
