"""A template against the type of its view: every name it uses exists, is printed by the right tag, is not empty.

No data are needed: the walk goes through the tags with the scopes of loops and carries types instead of values.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from docgen.diagnostics import Problem, Rule
from docgen.render.environment import ENVIRONMENT
from docgen.render.expression import tags_source
from docgen.render.fields import is_optional, item_of, members, plainly
from docgen.render.lint import misspelt
from docgen.render.problems import MAY_BE_EMPTY, UNKNOWN_NAME, UNPRINTABLE
from docgen.render.proof_types import (
    LOOP,
    Known,
    after_filter,
    either,
    filled,
    item,
    member,
    names_in,
    unprintable,
)
from docgen.render.rendering import may_be
from docgen.render.tags import Tag

_RULED_OUT = frozenset({"defined", "undefined"})


def prove(view: Any, tags: list[Tag]) -> tuple[list[Problem], set[str]]:
    """The problems of the tags of one part, and the dotted names that they use."""
    kept = [tag for tag in tags if tag.kind != "{#" and tag.word not in ("vm", "hm")]
    sound = [tag for tag in kept if not misspelt(tag)]
    try:
        tree = ENVIRONMENT.parse(tags_source(sound))
    except TemplateSyntaxError:
        return [], set()  # the pairs do not match: told already, and scopes would be guesswork
    walk = Walk(view, sound)
    walk.body(tree.body)
    return walk.problems, walk.used


@dataclass
class Walk:
    """One pass through the tags of a part."""

    view: Any
    tags: list[Tag]
    scopes: list[dict[str, Known]] = field(default_factory=list)
    sure: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def body(self, items: list[nodes.Node]) -> None:
        """The statements of a branch."""
        for one in items:
            visit: Callable[[Any], None] | None = getattr(self, f"_{type(one).__name__.lower()}", None)
            if visit:
                visit(one)

    def _output(self, node: nodes.Output) -> None:
        for child in node.nodes:
            if not isinstance(child, nodes.TemplateData):
                self._print(child, self.value(child))

    def _print(self, node: nodes.Expr, value: Known) -> None:
        tag = self._tag(node)
        reason = unprintable(value.kind, tag.marker)
        if reason:
            self._note(UNPRINTABLE, node, value.path, *reason)
        else:
            self._full(node, value)

    def _full(self, node: nodes.Node, value: Known) -> None:
        """What is printed, gone through or looked into should not be empty."""
        if is_optional(value.kind) and value.path and not self._is_sure(value.path):
            message = f"поле «{value.path}» может быть пустым"
            hint = f"{{% if {value.written} %}}…{{% endif %}}"
            self._note(MAY_BE_EMPTY, node, value.written, message, hint)

    def _if(self, node: nodes.If) -> None:
        self.value(node.test)
        yes, no = self._told(node.test)
        self._branch(node.body, yes)
        for one in node.elif_:
            self._branch([one], no)
        self._branch(node.else_, no)

    def _branch(self, body: list[nodes.Node], sure: list[str]) -> None:
        self.sure += sure
        self.body(body)
        del self.sure[len(self.sure) - len(sure) :]

    def _told(self, test: nodes.Node) -> tuple[list[str], list[str]]:
        """Names that are not empty if the test is passed, and if it is not."""
        if isinstance(test, nodes.Not):
            yes, no = self._told(test.node)
            return no, yes
        if isinstance(test, nodes.And):
            return self._told(test.left)[0] + self._told(test.right)[0], []
        if isinstance(test, nodes.Test) and test.name == "none":
            return [], self._path_of(test.node)
        return self._path_of(test), []

    def _path_of(self, node: nodes.Node) -> list[str]:
        if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
            path = self._silently(node).path
            return [path] if path else []
        return []

    def _silently(self, node: nodes.Node) -> Known:
        told = len(self.problems)
        value = self.value(node)
        del self.problems[told:]
        return value

    def _for(self, node: nodes.For) -> None:
        several = self.value(node.iter)
        kind = item_of(several.kind)
        if kind is None:
            self._note(
                UNPRINTABLE, node, several.written, "цикл возможен только по списку", "проверьте имя после in"
            )
            kind = Any
        self._full(node, several)
        one = Known(kind, f"{several.path}[]" if several.path else "")
        self.scopes.append({"loop": Known(LOOP), **names_in(node.target, one)})
        if node.test is not None:
            self.value(node.test)
        self._branch(node.body, self._told(node.test)[0] if node.test is not None else [])
        self.scopes.pop()
        self.body(node.else_)

    def _assign(self, node: nodes.Assign) -> None:
        value = self.value(node.node)
        if not self.scopes:
            self.scopes.append({})
        self.scopes[-1].update(names_in(node.target, value))

    def _with(self, node: nodes.With) -> None:
        scope: dict[str, Known] = {}
        for target, value in zip(node.targets, node.values, strict=True):
            scope |= names_in(target, self.value(value))
        self.scopes.append(scope)
        self.body(node.body)
        self.scopes.pop()

    def value(self, node: nodes.Node) -> Known:
        """What is known of an expression; wrong names in it are noted."""
        if isinstance(node, nodes.Name):
            return self._name(node)
        if isinstance(node, nodes.Getattr):
            return self._member(node, node.node, node.attr)
        if isinstance(node, nodes.Getitem):
            if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
                return self._member(node, node.node, node.arg.value)
            self.value(node.arg)
            return item(self.value(node.node), node)
        if isinstance(node, nodes.Filter):
            return self._filter(node)
        if isinstance(node, nodes.Test) and node.name in _RULED_OUT:
            self._silently(node.node)
            return Known(bool)
        if isinstance(node, nodes.CondExpr):
            return self._choice(node)
        if isinstance(node, nodes.And | nodes.Or):
            return self._both(node)
        if isinstance(node, nodes.Const):
            return Known(type(node.value))
        for child in node.iter_child_nodes():
            self.value(child)
        if isinstance(node, nodes.Concat):
            return Known(str)
        return Known(bool if isinstance(node, nodes.Compare | nodes.Not | nodes.Test) else Any)

    def _both(self, node: nodes.And | nodes.Or) -> Known:
        left = self.value(node.left)
        sure = self._told(node.left)[1 if isinstance(node, nodes.Or) else 0]
        self.sure += sure
        right = self.value(node.right)
        del self.sure[len(self.sure) - len(sure) :]
        return either(Known(filled(left.kind)) if isinstance(node, nodes.Or) else left, right)

    def _choice(self, node: nodes.CondExpr) -> Known:
        self.value(node.test)
        yes, no = self._told(node.test)
        self.sure += yes
        first = self.value(node.expr1)
        if self._is_sure(first.path):
            first = Known(filled(first.kind))
        del self.sure[len(self.sure) - len(yes) :]
        if node.expr2 is None:
            return first
        self.sure += no
        second = self.value(node.expr2)
        del self.sure[len(self.sure) - len(no) :]
        return either(first, second)

    def _filter(self, node: nodes.Filter) -> Known:
        for argument in node.args:
            self.value(argument)
        if node.node is None:
            return Known(Any)
        if node.name in ("default", "d"):
            return Known(filled(self._silently(node.node).kind))
        value = self.value(node.node)
        self._full(node, value)
        return after_filter(node.name, value)

    def _name(self, node: nodes.Name) -> Known:
        for scope in reversed(self.scopes):
            if node.name in scope:
                known = scope[node.name]
                return Known(known.kind, known.path, node.name)
        if node.name == "range":
            return Known(Any)
        self.used.add(node.name)
        if self.view is Any:
            return Known(Any, node.name, node.name)
        names = members(self.view)
        if node.name not in names:
            message = f"имени «{node.name}» нет среди полей документа"
            available = [*names, *(name for scope in self.scopes for name in scope if name != "loop")]
            self._note(UNKNOWN_NAME, node, node.name, message, may_be(node.name, available))
            return Known(Any)
        return Known(names[node.name], node.name, node.name)

    def _member(self, node: nodes.Expr, owner: nodes.Expr, name: str) -> Known:
        base = self.value(owner)
        written = f"{base.written}.{name}" if base.written else name
        path = f"{base.path}.{name}" if base.path else ""
        found = member(base.kind, name)
        if found is None:
            known = sorted(
                {one for kind in plainly(base.kind) if isinstance(kind, type) for one in members(kind)}
            )
            message = f"у «{base.written}» нет поля «{name}»" if base.written else f"поля «{name}» нет"
            self._note(UNKNOWN_NAME, node, written, message, may_be(name, known))
            return Known(Any)
        self._full(node, base)
        if path:
            self.used.add(path)
        return Known(found, path, written)

    def _is_sure(self, path: str) -> bool:
        return any(one == path or one.startswith((f"{path}.", f"{path}[]")) for one in self.sure)

    def _tag(self, node: nodes.Node) -> Tag:
        return self.tags[min(node.lineno, len(self.tags)) - 1]

    def _note(self, rule: Rule, node: nodes.Node, name: str, message: str, hint: str = "") -> None:
        tag = self._tag(node)
        self.problems.append(rule.at(tag.find(name) if name else tag.span, message, hint))
