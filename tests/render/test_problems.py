"""Every wrong template is told with a code, a place and what to do; all its faults at once."""

from datetime import date

import pytest

from docgen.diagnostics import Rule, rules_in
from docgen.render import Gap, Paragraph, RenderError, Template
from docgen.render import problems as rules
from tests.render.word import docx, p, row, run, table

TEMPLATES = {
    "{{ chair. }}": "T003 {{ chair. }} после точки нет имени",
    "{{ }}": "T003 {{ }} тег не дописан",
    "{{ a b }}": "T003 {{ a b }} в теге лишнее: «b»",
    "{{ a ? b }}": "T003 ? непонятный знак «?» в теге",
    "{% fro x in y %}": "T003 fro команды «fro» нет",
    "{% for x of y %}{% endfor %}": "T003 {% for x of y %} в теге лишнее: «of»",
    "{% if %}{% endif %}": "T003 {% if %} тег не дописан",
    "{% if a %}{% else if %}{% endif %}": "T003 {% else if %} после «else» ничего не пишется",
    "{{ a|uper }}": "T004 uper фильтра «uper» нет",
    "{% if a is emty %}{% endif %}": "T004 emty проверки «emty» нет",
    "{{ a.__class__ }}": "T005 __class__ служебное имя «__class__» не разрешено",
    "{{ a.upper() }}": "T005 {{ a.upper() }} вызовы в шаблоне не разрешены",
    "{% include 'x' %}": "T005 include команда «include» в шаблоне не разрешена",
    "{{ chair": "T006 {{ тег не закончен в этом абзаце",
    "{% if a %}": "T008 {% if a %} «if» не закрыт",
    "{% endif %}": "T008 {% endif %} «endif» без начала",
    "{% else %}": "T008 {% else %} «else» без своего if или for",
    "{% for a in b %}{% endif %}{% endfor %}": "T008 {% endif %} «endif» закрывает не то, что открыто",
    "{{ сhair }}": "T010 сhair в имени «сhair» русские буквы: «с»",
    "{{ a or «нет» }}": "T016 {{ a or «нет» }} в теге типографские кавычки или тире",
}


@pytest.mark.parametrize("text", TEMPLATES)
def test_template(text: str) -> None:
    (problem,) = Template(docx("первый", text)).problems
    assert f"{problem.rule.code} {problem.span.text} {problem.message}" == TEMPLATES[text]
    assert problem.span.line == 2


def test_all_faults_at_once() -> None:
    content = docx("{{ a. }} и {{ сrok }}", table(row("{{ x|y }}", "")), "{% if a %}", footer="{{ a.b() }}")
    assert [f"{one.span} {one.rule.code}" for one in Template(content, "x.docx").problems] == [
        "x.docx:1:1 T003",
        "x.docx:1:15 T010",
        "x.docx:2:6 T004",
        "x.docx:4:1 T008",
        "x.docx#footer1:1:1 T005",
    ]


def test_different_ends_of_a_pair() -> None:
    (problem,) = Template(docx("{%p if a %}", "x", "{% endif %}")).problems
    assert (problem.rule.code, problem.hint) == ("T008", "напишите {%p endif %}")


def test_pair_torn_by_a_cell() -> None:
    content = docx(table(row("{%p if a %}", "{%p endif %}")))
    assert [one.rule.code for one in Template(content).problems] == ["T009"]


def test_row_tag_outside_a_table() -> None:
    assert {one.rule.code for one in Template(docx("{%tr for x in y %}", "{%tr endfor %}")).problems} == {
        "T007"
    }


def test_tag_in_a_link_torn_from_its_end() -> None:
    link = f'<w:hyperlink w:anchor="x">{run("{% if a %}да")}</w:hyperlink>'
    (problem,) = Template(docx(p(link, run("{% endif %}")))).problems
    assert problem.rule.code == "T009"


def test_section_break_in_the_paragraph_of_a_tag() -> None:
    content = docx(p(run("{%p if a %}"), look="<w:sectPr/>"), "x", "{%p endif %}")
    assert [one.rule.code for one in Template(content).problems] == ["T011"]


def test_revisions_left_in_a_template() -> None:
    content = docx(p(f'<w:ins w:id="1" w:author="x">{run("новое")}</w:ins>'))
    assert [(one.rule.code, one.severity.value) for one in Template(content).problems] == [
        ("T019", "warning")
    ]


VALUES = {
    "{{ x }}": {"x": None},
    "{{ x.y }}": {"x": {"y": True}},
    "{{ y }}": {"y": ["список"]},
    "{{ z }}": {"z": {"а": 1}},
    "{{ d }}": {"d": date(2026, 3, 14)},
    "{{ b }}": {"b": Paragraph("x")},
    "{% for i in s %}{{ i }}{% endfor %}": {"s": "строка"},
    "{{ n + s }}": {"n": 1, "s": []},
    "{{ n / m }}": {"n": 1, "m": 0},
    "{{ o }}": {"o": object()},
}


@pytest.mark.parametrize("text", VALUES)
def test_value_that_cannot_be_printed(text: str) -> None:
    with pytest.raises(RenderError) as caught:
        Template(docx("первый", text)).render(VALUES[text])
    (problem,) = caught.value.problems
    assert problem.rule.code in ("T012", "T005")
    assert problem.span.line == 2
    assert problem.span.text in text
    assert problem.hint


def test_paragraph_tag_takes_no_dictionary() -> None:
    with pytest.raises(RenderError, match="T012"):
        Template(docx("{{p x }}")).render({"x": {"а": 1}})


def test_unknown_style() -> None:
    with pytest.raises(RenderError, match="нет стиля «Особый»"):
        Template(docx("{{p x }}")).render({"x": Paragraph("а", style="Особый")})


def test_error_message_lists_all() -> None:
    with pytest.raises(RenderError) as caught:
        Template(docx("{{ a }}{{ b }}")).render({"c": Gap("x")})
    assert len(caught.value.problems) == 2
    assert str(caught.value).count("T002") == 2


def every_rule() -> tuple[Rule, ...]:
    """All rules of the room."""
    return rules_in(rules)


def test_rules_have_codes_in_a_row_and_manuals() -> None:
    found = every_rule()
    assert [one.code for one in found] == [f"T{number:03}" for number in range(1, len(found) + 1)]
    for one in found:
        assert "Плохо: " in one.explanation
        assert "Хорошо: " in one.explanation
