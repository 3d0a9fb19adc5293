"""Expressions of a template with types instead of values: wrong names are noted, empty ones too."""

from dataclasses import dataclass, field
from typing import Any

from jinja2 import nodes

from docgen.diagnostics import Problem, Rule
from docgen.render.fields import is_optional, members, plainly
from docgen.render.problems import MAY_BE_EMPTY, UNKNOWN_NAME
from docgen.render.proof_types import Known, after_filter, either, filled, item, member
from docgen.render.rendering import may_be
from docgen.render.tags import Tag

_RULED_OUT = frozenset({"defined", "undefined"})


@dataclass
class Values:
    """What is known while walking: the view, names of loops, names that are surely not empty."""

    view: Any
    tags: list[Tag]
    scopes: list[dict[str, Known]] = field(default_factory=list)
    sure: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

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
            self.silently(node.node)
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
        sure = self.told(node.left)[1 if isinstance(node, nodes.Or) else 0]
        self.sure += sure
        right = self.value(node.right)
        del self.sure[len(self.sure) - len(sure) :]
        return either(Known(filled(left.kind)) if isinstance(node, nodes.Or) else left, right)

    def _choice(self, node: nodes.CondExpr) -> Known:
        self.value(node.test)
        yes, no = self.told(node.test)
        self.sure += yes
        first = self.value(node.expr1)
        if self.is_sure(first.path):
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
            return Known(filled(self.silently(node.node).kind))
        value = self.value(node.node)
        self.full(node, value)
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
            self.note(UNKNOWN_NAME, node, node.name, message, may_be(node.name, available))
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
            self.note(UNKNOWN_NAME, node, written, message, may_be(name, known))
            return Known(Any)
        self.full(node, base)
        if path:
            self.used.add(path)
        return Known(found, path, written)

    def is_sure(self, path: str) -> bool:
        """Whether a test around has ruled out that the name is empty."""
        return any(one == path or one.startswith((f"{path}.", f"{path}[]")) for one in self.sure)

    def tag(self, node: nodes.Node) -> Tag:
        """The tag that a node was read from."""
        return self.tags[min(node.lineno, len(self.tags)) - 1]

    def note(self, rule: Rule, node: nodes.Node, name: str, message: str, hint: str = "") -> None:
        """Remember a problem at a name in the tag."""
        tag = self.tag(node)
        self.problems.append(rule.at(tag.find(name) if name else tag.span, message, hint))

    def told(self, test: nodes.Node) -> tuple[list[str], list[str]]:
        """Names that are not empty if the test is passed, and if it is not."""
        if isinstance(test, nodes.Not):
            yes, no = self.told(test.node)
            return no, yes
        if isinstance(test, nodes.And):
            return self.told(test.left)[0] + self.told(test.right)[0], []
        if isinstance(test, nodes.Test) and test.name == "none":
            return [], self._path_of(test.node)
        return self._path_of(test), []

    def _path_of(self, node: nodes.Node) -> list[str]:
        if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
            path = self.silently(node).path
            return [path] if path else []
        return []

    def silently(self, node: nodes.Node) -> Known:
        """What is known of an expression that may well be missing."""
        told = len(self.problems)
        value = self.value(node)
        del self.problems[told:]
        return value

    def full(self, node: nodes.Node, value: Known) -> None:
        """What is printed, gone through or looked into should not be empty."""
        if is_optional(value.kind) and value.path and not self.is_sure(value.path):
            message = f"поле «{value.path}» может быть пустым"
            hint = f"{{% if {value.written} %}}…{{% endif %}}"
            self.note(MAY_BE_EMPTY, node, value.written, message, hint)
