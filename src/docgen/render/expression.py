"""One tag, read by jinja on its own: so that every wrong tag of a template is told, not only the first."""

import re
from collections.abc import Iterator

from jinja2 import TemplateSyntaxError, nodes

from docgen.diagnostics import Problem, Span
from docgen.render.environment import ENVIRONMENT
from docgen.render.filters import FILTERS, TESTS
from docgen.render.problems import FORBIDDEN, SYNTAX, UNKNOWN_FILTER
from docgen.render.rendering import may_be
from docgen.render.tags import Tag

_ENDINGS = {"for": "endfor", "if": "endif", "with": "endwith"}
_ALONE = frozenset({"else", "endfor", "endif", "endwith", "vm", "hm"})
_CELLS = frozenset({"colspan", "cellbg"})
COMMANDS = frozenset({*_ENDINGS, *_ALONE, *_CELLS, "elif", "set"})
_BANNED = frozenset(
    {
        "macro",
        "include",
        "import",
        "from",
        "extends",
        "block",
        "call",
        "filter",
        "autoescape",
        "raw",
        "do",
        "trans",
        "break",
        "continue",
    }
)
_ALLOWED = (
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Slice,
    nodes.Filter,
    nodes.Test,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.CondExpr,
    nodes.Concat,
    nodes.Add,
    nodes.Sub,
    nodes.Mul,
    nodes.Div,
    nodes.FloorDiv,
    nodes.Mod,
    nodes.Neg,
    nodes.Pos,
    nodes.Tuple,
    nodes.List,
    nodes.Dict,
    nodes.Pair,
    nodes.Keyword,
)
_FRAME = (nodes.Template, nodes.Output, nodes.For, nodes.If, nodes.Assign, nodes.With, nodes.TemplateData)
_STRANGE = re.compile(r"unexpected char (?P<sign>'.'|\".\") at (?P<place>\d+)")
_GOT = re.compile(r"got '(?P<got>.+)'$")


def source_of(tag: Tag) -> str:
    """A whole template made of the one tag; empty if there is nothing in it to read."""
    inner = tag.inner.strip()
    if tag.kind == "{{":
        return f"{{{{{tag.inner}}}}}"
    if tag.word in _CELLS:
        return f"{{{{{' ' * len(tag.word)}{tag.inner.replace(tag.word, '', 1)}}}}}"
    if tag.word == "elif":
        return f"{{%{tag.inner.replace('elif', '  if', 1)}%}}{{% endif %}}"
    if tag.word == "set":
        return f"{{%{tag.inner}%}}"
    return f"{{%{tag.inner}%}}{{% {_ENDINGS[tag.word]} %}}" if inner and tag.word in _ENDINGS else ""


def tags_source(tags: list[Tag]) -> str:
    """The tags alone, one to a line, without the document around them."""
    return "".join(map(_line, tags))


def _line(tag: Tag) -> str:
    if tag.kind == "{{" or tag.word in _CELLS:
        inner = tag.inner.replace(tag.word, "", 1) if tag.word else tag.inner
        return f"{{{{ {inner}\n}}}}"
    return f"{{% {tag.inner}\n%}}"


def check_tag(tag: Tag) -> Iterator[Problem]:
    """What is wrong inside a tag: spelling, unknown filters, what is not allowed."""
    if tag.kind == "{#":
        return
    if tag.kind == "{%" and tag.word not in COMMANDS:
        yield _unknown_command(tag)
        return
    if tag.word == "set" and "=" not in tag.inner:
        yield FORBIDDEN.at(tag.span, "set без знака «=» не разрешён", "напишите {% set имя = значение %}")
        return
    if tag.word in _ALONE:
        if tag.inner.strip() != tag.word:
            yield SYNTAX.at(tag.span, f"после «{tag.word}» ничего не пишется", "уберите лишнее")
        return
    tree = parse_tag(tag)
    if isinstance(tree, Problem):
        yield tree
    else:
        yield from _check_nodes(tag, tree)


def parse_tag(tag: Tag) -> nodes.Template | Problem:
    """The tree of the tag, or what is wrong with its spelling."""
    try:
        return ENVIRONMENT.parse(source_of(tag))
    except TemplateSyntaxError as error:
        return _syntax(tag, error.message or "")
    except RecursionError:
        return SYNTAX.at(tag.span, "выражение в теге слишком сложное", "упростите его")


def _unknown_command(tag: Tag) -> Problem:
    word = tag.word or tag.inner.strip()
    span = tag.find(tag.word) if tag.word else tag.span
    if tag.word in _BANNED:
        return FORBIDDEN.at(span, f"команда «{word}» в шаблоне не разрешена", "шаблон только печатает поля")
    return SYNTAX.at(span, f"команды «{word}» нет", may_be(word, COMMANDS))


def _syntax(tag: Tag, message: str) -> Problem:
    hint = "внутри тега стоит имя поля: {{ chair.name }}"
    if strange := _STRANGE.search(message):
        place = max(0, int(strange["place"]) - 2)
        return SYNTAX.at(
            tag.part(place, place + 1), f"непонятный знак «{strange['sign'][1:-1]}» в теге", "уберите его"
        )
    got = _GOT.search(message)
    if message == "expected name or number":
        return SYNTAX.at(tag.span, "после точки нет имени", hint)
    if got and got["got"].startswith("end of"):
        return SYNTAX.at(tag.span, "тег не дописан", hint)
    if got:
        return SYNTAX.at(tag.span, f"в теге лишнее: «{got['got']}»", hint)
    return SYNTAX.at(tag.span, "тег не читается", hint)


def _check_nodes(tag: Tag, tree: nodes.Template) -> Iterator[Problem]:
    for node in _walk(tree):
        if isinstance(node, nodes.Filter) and node.name not in FILTERS:
            yield UNKNOWN_FILTER.at(
                _at(tag, node.name), f"фильтра «{node.name}» нет", may_be(node.name, FILTERS)
            )
        elif isinstance(node, nodes.Test) and node.name not in TESTS:
            yield UNKNOWN_FILTER.at(
                _at(tag, node.name), f"проверки «{node.name}» нет", may_be(node.name, TESTS)
            )
        elif isinstance(node, nodes.For) and node.recursive:
            yield FORBIDDEN.at(tag.span, "рекурсивный цикл не разрешён", "уберите слово recursive")
        elif isinstance(node, nodes.Assign) and _gathers(node):
            # A list of two of the same, sixty times over, is compared for longer than anyone lives.
            yield FORBIDDEN.at(tag.span, "списки полей в set не разрешены", "присваивайте поле или текст")
        elif isinstance(node, nodes.Call):
            if not _allowed_call(node):
                yield FORBIDDEN.at(
                    tag.span, "вызовы в шаблоне не разрешены", "печатайте поле: {{ chair.name }}"
                )
        elif (name := _name(node)) and name.startswith("_"):
            yield FORBIDDEN.at(_at(tag, name), f"служебное имя «{name}» не разрешено")
        elif not isinstance(node, (*_ALLOWED, *_FRAME)):
            yield FORBIDDEN.at(
                tag.span, "такое выражение в шаблоне не разрешено", "печатайте поле: {{ chair.name }}"
            )


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _walk(child)


def _name(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return node.attr
    if (
        isinstance(node, nodes.Getitem)
        and isinstance(node.arg, nodes.Const)
        and isinstance(node.arg.value, str)
    ):
        return node.arg.value
    return ""


def _gathers(node: nodes.Assign) -> bool:
    """Whether names are put together into a list."""
    gathered = node.find_all((nodes.List, nodes.Tuple, nodes.Dict))
    return any(name.ctx == "load" for one in gathered for name in one.find_all(nodes.Name))


def _allowed_call(node: nodes.Call) -> bool:
    if node.kwargs or node.dyn_args or node.dyn_kwargs:
        return False
    called = node.node
    if isinstance(called, nodes.Name):
        return called.name == "range"
    return (
        isinstance(called, nodes.Getattr)
        and called.attr == "cycle"
        and isinstance(called.node, nodes.Name)
        and called.node.name == "loop"
    )


def _at(tag: Tag, name: str) -> Span:
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", tag.inner)
    return tag.part(found.start(), found.end()) if found else tag.span
