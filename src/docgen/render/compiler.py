"""From a mended part to code: what each tag prints into, and a proof that no branch can break the markup.

jinja parses and generates; between the two we walk its tree with a stack of open elements. Every ``{{ }}`` learns
where it stands and what its surroundings look like; every branch must leave the stack as it found it, so the
result is well-formed whatever the data are, and need not be parsed again.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from types import CodeType
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from docgen.diagnostics import Problem
from docgen.render.compiled import Compiled
from docgen.render.environment import ENVIRONMENT, TEMPLATE_FILE
from docgen.render.formatting import paragraph_properties
from docgen.render.markup import Markup
from docgen.render.mend import Mended
from docgen.render.problems import SYNTAX, TORN_PAIR

_OPENING = re.compile(r"\{_(?=[{%#])")
_ENDINGS = {"}_}": "}}", "%_}": "%}"}
_COST_OF_VALUE = 64
_COST_OF_TURN = 64


def compile_part(mended: Mended) -> tuple[Compiled | None, list[Problem]]:
    """Code of a part, or why there is none."""
    try:
        tree = ENVIRONMENT.parse(mended.source)
    except RecursionError:
        return None, [_too_deep(mended)]
    except TemplateSyntaxError as error:
        number = error.lineno - 1
        span = mended.tags[min(number, len(mended.tags) - 1)].span
        return None, [SYNTAX.at(span, "тег не читается", "проверьте этот тег и соседние")]
    walk = Walk(mended)
    walk.body(tree.body)
    if walk.problems:
        return None, walk.problems
    if all(isinstance(one, nodes.TemplateData) for one in _leaves(tree)):
        text = "".join(one.data for one in _leaves(tree) if isinstance(one, nodes.TemplateData))
        return Compiled(None, mended.tags, frozenset(walk.markup.repairs), text), []
    try:
        code: CodeType = ENVIRONMENT.compile(tree, None, TEMPLATE_FILE)
    except (SyntaxError, RecursionError):  # Python nests at most twenty loops
        return None, [_too_deep(mended)]
    return Compiled(code, mended.tags, frozenset(walk.markup.repairs)), []


def _too_deep(mended: Mended) -> Problem:
    message = "циклы и условия вложены слишком глубоко"
    return SYNTAX.at(mended.tags[0].span, message, "вынесите часть в отдельный абзац")


def _leaves(tree: nodes.Template) -> list[nodes.Node]:
    found: list[nodes.Node] = []
    for one in tree.body:
        found += one.nodes if isinstance(one, nodes.Output) else [one]
    return found


@dataclass
class Walk:
    """Goes through the tree in the order of the document and rewrites it in place."""

    mended: Mended
    markup: Markup = field(default_factory=Markup)
    problems: list[Problem] = field(default_factory=list)

    def body(self, items: list[nodes.Node]) -> int:
        """Walk a branch; what one pass through it costs at most, nested loops apart."""
        return sum(self._visit(one) for one in items)

    def _visit(self, node: nodes.Node) -> int:
        visits: dict[type, Callable[[Any], int]] = {
            nodes.Output: self._output,
            nodes.If: self._if,
            nodes.For: self._for,
            nodes.With: lambda one: self._branch(one, one.body),
        }
        self._rewrite(node)
        visit = visits.get(type(node))
        return visit(node) if visit else 1

    def _rewrite(self, node: nodes.Node) -> None:
        """``a ~ b`` must not become text before we print it."""
        for concat in list(node.find_all(nodes.Concat)):
            pieces = nodes.List(concat.nodes, lineno=concat.lineno)
            joined = nodes.Filter(pieces, "_joined", [], [], None, None, lineno=concat.lineno)
            _replace(node, concat, joined)

    def _output(self, node: nodes.Output) -> int:
        cost = 0
        for number, child in enumerate(node.nodes):
            if isinstance(child, nodes.TemplateData):
                child.data = self.markup.data(_unescaped(child.data))
                cost += len(child.data)
            else:
                node.nodes[number] = self._printed(child)
                cost += _COST_OF_VALUE
        return cost

    def _if(self, node: nodes.If) -> int:
        cost = self._branch(node, node.body)
        for one in node.elif_:
            cost += self._branch(one, one.body)
        return cost + self._branch(node, node.else_)

    def _for(self, node: nodes.For) -> int:
        self.markup.loops += 1
        cost = self._branch(node, node.body)
        self.markup.loops -= 1
        price = nodes.Const(cost + _COST_OF_TURN, lineno=node.lineno)
        node.iter = nodes.Filter(node.iter, "_counted", [price], [], None, None, lineno=node.lineno)
        self._branch(node, node.else_)
        return 1

    def _branch(self, node: nodes.Node, body: list[nodes.Node]) -> int:
        before = self.markup.begin()
        cost = self.body(body)
        if not self.markup.end(before):
            tag = self.mended.tags[min(node.lineno, len(self.mended.tags)) - 1]
            message = "начало и конец стоят в разных местах: разметка порвалась бы"
            hint = "поставьте их в один абзац или пишите {%p … %}"
            self.problems.append(TORN_PAIR.at(tag.span, message, hint))
        return cost

    def _printed(self, value: nodes.Expr) -> nodes.Expr:
        name = self.markup.hole()
        run, paragraph = self.markup.run, self.markup.paragraph
        if value.lineno in self.mended.looks:
            run, paragraph = self.mended.looks[value.lineno]
            paragraph = paragraph_properties(paragraph) if paragraph else ""
        look = [nodes.Const(run, lineno=value.lineno), nodes.Const(paragraph, lineno=value.lineno)]
        return nodes.Filter(value, name, look, [], None, None, lineno=value.lineno)


def _unescaped(data: str) -> str:
    """docxtpl's way to print brackets: ``{_{`` is ``{{``."""
    data = _OPENING.sub("{", data)
    for escaped, plain in _ENDINGS.items():
        data = data.replace(escaped, plain)
    return data


def _replace(root: nodes.Node, old: nodes.Node, new: nodes.Node) -> None:
    for parent in [root, *root.find_all(nodes.Node)]:
        for name, value in parent.iter_fields():
            if value is old:
                setattr(parent, name, new)
            elif isinstance(value, list) and any(one is old for one in value):
                setattr(parent, name, [new if one is old else one for one in value])
