"""A template from a stranger can print fields and nothing else."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from docgen.render import RenderError, Template
from docgen.render.environment import ENVIRONMENT, bounded_range
from tests.render.injections import INJECTIONS
from tests.render.word import body, docx, lines

PAYLOADS = [
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ joiner.__init__.__globals__.os.popen('id').read() }}",
    "{{ namespace.__init__.__globals__.os }}",
    "{{ lipsum.__globals__['os'].popen('id').read() }}",
    "{{ self.__init__.__globals__.__builtins__ }}",
    "{{ self._TemplateReference__context.cycler.__init__.__globals__.os }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ x.__class__.__base__.__subclasses__() }}",
    "{{ x['__class__'] }}",
    "{{ x['__cla' ~ 'ss__'] }}",
    "{{ x['__cla' + 'ss__']['__mro__'] }}",
    "{{ x|attr('__class__') }}",
    "{{ x|attr('\\x5f\\x5fclass\\x5f\\x5f') }}",
    "{{ ''|attr('format') }}",
    "{{ '%s'|format(x) }}",
    "{{ '{0.__class__}'.format(x) }}",
    "{{ '{0.__class__}'.format_map({}) }}",
    "{{ x.format }}",
    "{{ x.upper() }}",
    "{{ x.upper }}",
    "{{ config }}",
    "{{ request.application.__globals__ }}",
    "{{ get_flashed_messages.__globals__ }}",
    "{{ url_for.__globals__ }}",
    "{{ dict(a=1) }}",
    "{{ (1).__class__ }}",
    "{{ [].append(1) }}",
    "{{ items.append(1) }}",
    "{{ items.pop() }}",
    "{{ items.__len__() }}",
    "{{ mapping.items() }}",
    "{{ mapping.update({'a': 1}) }}",
    "{{ view.method() }}",
    "{{ view.method }}",
    "{{ view._secret }}",
    "{{ view.__dict__ }}",
    "{{ view.__dataclass_fields__ }}",
    "{{ view.shown.fget }}",
    "{{ function.__globals__ }}",
    "{{ function() }}",
    "{{ loop.__init__ }}",
    "{% for i in items %}{{ loop._iterator }}{% endfor %}",
    "{% for i in items %}{{ loop.changed(1) }}{% endfor %}",
    "{% for i in items recursive %}{{ loop(items) }}{% endfor %}",
    "{% macro m() %}{{ caller() }}{% endmacro %}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% from 'os' import system %}",
    "{% extends 'x' %}",
    "{% block x %}{% endblock %}",
    "{% call x() %}{% endcall %}",
    "{% filter upper %}{% endfilter %}",
    "{% autoescape false %}{{ x }}{% endautoescape %}",
    "{% raw %}{{ x }}{% endraw %}",
    "{% set x %}<w:p/>{% endset %}",
    "{% set items.a = 1 %}",
    "{{ x|safe }}",
    "{{ x|tojson }}",
    "{{ x|pprint }}",
    "{{ items|map('upper') }}",
    "{{ items|map(attribute='__class__')|list }}",
    "{{ items|groupby('__class__') }}",
    "{{ items|sort(attribute='__class__') }}",
    "{{ x|xmlattr }}",
    "{{ x|_text }}",
    "{{ x|_run }}",
    "{{ range(999999999)|length }}",
    "{% for i in range(5000) %}{% endfor %}",
    "{{ 'x' * 999999999 }}",
    "{{ items * 999999999 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ 2 ** 100000000 }}",
    "{{ '%999999999d' % 1 }}",
    "{{ debug }}",
    "{% debug %}",
    "{% do items.append(1) %}",
    "{{ g.pop.__globals__ }}",
    "{{ x is callable }}",
    "{{ x is filter }}",
    "{{ lambda: 1 }}",
]


ALL = list(dict.fromkeys([*PAYLOADS, *INJECTIONS]))


@dataclass(frozen=True)
class View:
    value: str = "v"
    _secret: str = "секрет"
    items: list[str] = field(default_factory=list)

    def method(self) -> str:
        raise AssertionError("a method was called")

    @property
    def shown(self) -> str:
        raise AssertionError("a property was read")


def context() -> dict[str, Any]:
    """Data with everything that might be reached for."""
    return {
        "x": "текст",
        "items": ["a", "b"],
        "mapping": {"key": "value"},
        "view": View(),
        "function": context,
    }


def test_there_are_many_payloads() -> None:
    assert len(ALL) > 300


@pytest.mark.parametrize("payload", ALL)
@pytest.mark.parametrize("place", ["body", "title"])
def test_payload_is_refused(payload: str, place: str) -> None:
    data = context()
    template = Template(docx(payload) if place == "body" else docx("x", title=payload))
    with pytest.raises(RenderError) as caught:
        template.render(data)
    assert all(one.rule.code.startswith("T") for one in caught.value.problems)
    assert "uid=" not in str(caught.value)
    assert data["items"] == ["a", "b"]
    assert data["mapping"] == {"key": "value"}


def test_fields_keys_and_items_are_read() -> None:
    template = Template(
        docx(
            "{{ view.value }} {{ mapping.key }} {{ mapping['key'] }} {{ items[1] }} {{ items[-1] }} {{ x[:3] }}"
        )
    )
    assert lines(template.render(context())) == ["v value value b b тек"]


def test_key_goes_before_a_method_of_the_same_name() -> None:
    assert lines(
        Template(docx("{{ m.items }} {{ m.keys }}")).render({"m": {"items": "вещи", "keys": "ключи"}})
    ) == ["вещи ключи"]


def test_nested_loops_are_bounded() -> None:
    loops = "".join(f"{{% for {name} in range(1000) %}}" for name in "abcd")
    template = Template(docx(f"{loops}x{'{% endfor %}' * 4}"))
    with pytest.raises(RenderError, match="T014"):
        template.render({"x": 1})


def test_doubling_is_bounded() -> None:
    doubling = "".join(f"{{% set a{n + 1} = a{n} ~ a{n} %}}" for n in range(60))
    with pytest.raises(RenderError):
        Template(docx("{% set a0 = x %}" + doubling + "{{ a60 }}")).render({"x": "1234567890"})


def test_environment_has_nothing_but_range() -> None:
    assert dict(ENVIRONMENT.globals) == {"range": bounded_range}
    assert ENVIRONMENT.autoescape
    assert ENVIRONMENT.sandboxed
    assert ENVIRONMENT.loader is None


def test_environment_survives_a_render_unchanged() -> None:
    before = dict(ENVIRONMENT.filters), dict(ENVIRONMENT.globals)
    Template(docx("{% set range = 1 %}{{ range }}")).render({"x": 1})
    assert before == (dict(ENVIRONMENT.filters), dict(ENVIRONMENT.globals))


@pytest.mark.parametrize(
    "text",
    [
        "{{ " + "(" * 900 + "x" + ")" * 900 + " }}",
        "{{ " + "not " * 490 + "x }}",
        "{% for i in items %}" * 40 + "{% endfor %}" * 40,
        "{{" * 50_000,
        "{% if x %}" * 3_000 + "{% endif %}" * 3_000,
        "{{ " + "x" * 5_000 + " }}",
        "{{ '" * 20_000,
        "{{ x[" + "9" * 1_900 + "] }}",
    ],
)
def test_monsters_are_told_and_do_not_hang(text: str) -> None:
    with pytest.raises(RenderError):
        Template(docx(text)).render(context())


@pytest.mark.parametrize("text", ["{{ {[1]: 2} }}", "{{ {{}: x} }}", "{{ [1] in {[1]: 2} }}"])
def test_a_constant_that_cannot_be_is_told_at_its_tag(text: str) -> None:
    with pytest.raises(RenderError):
        Template(docx(text)).render(context())


def test_a_template_of_thousands_of_tags_is_refused() -> None:
    (problem,) = Template(docx("{{ x }}" * 5_001)).problems
    assert problem.message == "в части «word/document.xml» больше 5000 тегов"


PLACES = {
    "attribute": '<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr></w:p>',
    "text of a drawing": "<w:p><w:r><w:drawing><a:t xmlns:a='urn:a'>{}</a:t></w:drawing></w:r></w:p>",
    "between runs": "<w:p>{}<w:r><w:t>a</w:t></w:r></w:p>",
    "field code": "<w:p><w:r><w:instrText>{}</w:instrText></w:r></w:p>",
    "outside of paragraphs": "<w:t>{}</w:t>",
    "instruction": "<w:p><?do {}?></w:p>",
}
"""Where a tag stands in no paragraph's text: nobody sees it in Word."""


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "text",
    [
        "{% include 'x' %}",
        "{{ x|_joined }}",
        "{% for i in range(9)|_counted(-99999999) %}{% endfor %}",
        "{% autoescape false %}{{ x }}{% endautoescape %}",
        "{% filter upper %}{{ x }}{% endfilter %}",
        "{% macro m() %}{% endmacro %}",
        "{{ x.__class__ }}",
        "{{ x|safe }}",
        "{% if x %}" * 30 + "{% endif %}" * 30,
        "{% if x %}",
        "\ufdd07\ufdd1",
    ],
)
def test_a_tag_that_nobody_sees_is_checked_like_the_others(place: str, text: str) -> None:
    template = Template(docx(PLACES[place].format(text)))
    if not template.problems:  # the place is none for tags: what stands there is text
        assert text in body(template.render(context()))
    else:
        with pytest.raises(RenderError):
            template.render(context())


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", ["{{", "}} {{", "{%", "{#", "{{{%{#" * 5, "{{ (" * 3_000])
def test_brackets_that_are_no_tag_are_text_where_nobody_sees_them(place: str, text: str) -> None:
    assert text in body(Template(docx(PLACES[place].format(text))).render(context()))


def test_brackets_without_end_in_an_attribute_are_searched_once() -> None:
    whole = docx("<w:p><w:pPr><w:pStyle w:val='" + "{{" * 500_000 + "'/></w:pPr></w:p>")
    assert len(Template(whole).render(context())) > 1_000


def test_lists_do_not_double() -> None:
    doubled = "{% set a = [a, a] %}{% set b = [b, b] %}" * 60
    with pytest.raises(RenderError, match="списки полей в set не разрешены"):
        Template(docx("{% set a = x %}{% set b = x %}" + doubled + "{{ a == b }}")).render(context())
