"""Any text in, the same text out: in a paragraph, a cell, a header, a footnote, a property."""

from xml.sax.saxutils import unescape

from hypothesis import given
from hypothesis import strategies as st

from docgen.render import Bold, Gap, Italic, Link, Paragraph, Template, Text
from tests.render.word import body, docx, lines, p, parts_of, row, run, said, table, tree

# All that XML 1.0 can say; \r alone becomes a line break, as in every text editor.
legal = st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff\r").filter(
    lambda sign: sign in "\t\n" or ord(sign) >= 32
)
texts = st.text(legal | st.sampled_from("&<>\"'{}%#\t\n\u2011\u00a0\u00ad «»"), max_size=40)
inlines = st.recursive(
    texts
    | st.builds(Gap, texts)
    | st.builds(Link, texts)
    | st.builds(Link, texts, st.just("https://минобрнауки.рф/а б?в=г")),
    lambda inner: (
        st.builds(Bold, inner) | st.builds(Italic, inner) | st.builds(lambda *x: Text(x), inner, inner)
    ),
    max_leaves=6,
)
EVERYWHERE = Template(
    docx(
        p(run("[{{ x }}]", "<w:i/>")),
        table(row("[{{ x }}]", "{{ x|upper }}")),
        "{%p for y in [x, x] %}",
        "[{{ y }}]",
        "{%p endfor %}",
        header="[{{ x }}]",
        footnote="[{{ x }}]",
        title="[{{ x }}]",
    )
)


@given(texts)
def test_text_in_is_text_out(text: str) -> None:
    made = EVERYWHERE.render({"x": text})
    found = [said(one) for one in tree(made).iter("{*}p")]
    assert [found[0], found[1], *found[3:5]] == [f"[{text}]"] * 4
    assert said(tree(made, "word/header1.xml")) == f"[{text}]"
    assert said(tree(made, "word/footnotes.xml")) == f"[{text}]"
    title = (
        parts_of(made)["docProps/core.xml"].decode().partition("<dc:title>")[2].partition("</dc:title>")[0]
    )
    assert unescape(title) == f"[{text}]"


@given(inlines)
def test_inline_in_is_text_out(value: object) -> None:
    template = Template(docx(p(run("[{{ x }}]", '<w:sz w:val="28"/>')), "[{{r x }}]", "{{p x }}"))
    text = str(value)
    made = template.render({"x": value})
    found = [said(one) for one in tree(made).iter("{*}p")]
    assert found[:2] == [f"[{text}]"] * 2
    if not isinstance(value, str):
        assert found[2] == text


@given(
    st.lists(
        st.dictionaries(st.sampled_from("ab"), st.booleans() | st.lists(st.booleans(), max_size=3)),
        max_size=4,
    )
)
def test_result_is_whole_whatever_the_branches(rows: list[dict[str, object]]) -> None:
    data = {"rows": [{"a": False, "b": [], **one} for one in rows]}
    for one in data["rows"]:
        one["b"] = one["b"] if isinstance(one["b"], list) else []
    made = BRANCHES.render(data)
    root = tree(made)
    assert all(cell[-1].tag.endswith("}p") for cell in root.iter("{*}tc"))
    assert all(one.find("{*}tr") is not None for one in root.iter("{*}tbl"))
    assert all(one.find("{*}tc") is not None for one in root.iter("{*}tr"))


BRANCHES = Template(
    docx(
        table(
            row("{%tr for r in rows %}", ""),
            row(
                "{%tc if r.a %}",
                "да",
                "{%tc endif %}",
                "{%tc for x in r.b %}",
                "{{ loop.index }}{% if x %}!{% endif %}",
                "{%tc endfor %}",
            ),
            row("{%tr endfor %}", ""),
            columns=3,
        ),
        "{%p for r in rows %}",
        p(run("{% if r.a %}а"), run("б{% else %}в", "<w:b/>"), run("г{% endif %}")),
        "{%p endfor %}",
    )
)


def test_look_of_the_surroundings_goes_on() -> None:
    template = Template(docx(p(run("до {{ x }} после", '<w:i/><w:sz w:val="28"/>'))))
    made = body(template.render({"x": Text.of("а", Gap("нет"), Bold("б"))}))
    assert made.count('<w:i/><w:sz w:val="28"/></w:rPr>') == 4
    assert (
        '<w:i/><w:sz w:val="28"/><w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">⟦нет⟧' in made
    )
    assert '<w:b/><w:bCs/><w:i/><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">б' in made


def test_link_is_a_relation() -> None:
    made = Template(docx("{{ a }} {{ b }} {{ c }}")).render(
        {
            "a": Link("d-13@minobrnauki.gov.ru"),
            "b": Link("сайт", "www.минобрнауки.рф/о нас"),
            "c": Link("слово", "javascript:x"),
        }
    )
    relations = parts_of(made)["word/_rels/document.xml.rels"].decode()
    assert 'Target="mailto:d-13@minobrnauki.gov.ru" TargetMode="External"' in relations
    assert 'Target="https://www.xn--80abucjiibhv9a.xn--p1ai/%D0%BE%20%D0%BD%D0%B0%D1%81"' in relations
    assert "javascript" not in relations
    assert lines(made) == ["d-13@minobrnauki.gov.ru сайт слово"]
    assert body(made).count("<w:hyperlink") == 2
    assert '<w:rStyle w:val="a4"/>' in body(made)


def test_link_in_a_running_head_is_text() -> None:
    made = parts_of(Template(docx("{{ a }}", header="{{ a }}")).render({"a": Link("a@b.ru")}))
    header = made["word/header1.xml"].decode()
    assert "a@b.ru" in header
    assert "w:hyperlink" not in header
    assert "mailto" not in made.get("word/_rels/header1.xml.rels", b"").decode()
    assert "mailto" in made["word/_rels/document.xml.rels"].decode()


def test_link_in_a_link_is_text() -> None:
    link = f'<w:hyperlink w:anchor="x">{run("{{ a }}")}</w:hyperlink>'
    made = Template(docx(p(link))).render({"a": Link("a@b.ru")})
    assert body(made).count("<w:hyperlink") == 1
    assert lines(made) == ["a@b.ru"]


def test_tags_of_a_list_are_joined_with_their_look() -> None:
    made = Template(docx("{{ x|join('; ') }}")).render({"x": ["а", Gap("б"), "в"]})
    assert lines(made) == ["а; ⟦б⟧; в"]
    assert body(made).count("highlight") == 1


def test_filters_leave_a_gap_alone() -> None:
    made = Template(docx("{{ x|upper }} {{ x|capital }} {{ x|round(2) }}")).render({"x": Gap("нет")})
    assert lines(made) == ["⟦нет⟧ ⟦нет⟧ ⟦нет⟧"]
    assert body(made).count("highlight") == 3


def test_paragraphs_look_like_the_one_of_the_tag() -> None:
    template = Template(docx(p(run("{{p x }}", "<w:b/>"), look='<w:jc w:val="center"/>')))
    made = template.render(
        {
            "x": [
                "раз\nдва",
                Paragraph("три", style="heading 1"),
                Paragraph(Text.of("че", Gap("т")), align="right"),
            ]
        }
    )
    assert lines(made) == ["раз", "два", "три", "че⟦т⟧"]
    assert body(made).count('<w:jc w:val="center"/>') == 2
    assert '<w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t' in body(made)
    assert '<w:jc w:val="right"/>' in body(made)
