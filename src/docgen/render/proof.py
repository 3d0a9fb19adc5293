"""A template against the type of its view: every name it uses exists, is printed by the right tag, is not empty.

No data are needed: the walk goes through the tags with the scopes of loops and carries types instead of values.
"""

from collections.abc import Callable
from typing import Any

from jinja2 import TemplateSyntaxError, nodes

from docgen.diagnostics import Problem
from docgen.render.environment import ENVIRONMENT
from docgen.render.expression import tags_source
from docgen.render.fields import item_of
from docgen.render.lint import misspelt
from docgen.render.problems import UNPRINTABLE
from docgen.render.proof_types import LOOP, Known, names_in, unprintable
from docgen.render.proof_values import Values
from docgen.render.tags import Tag


def prove(view: Any, tags: list[Tag]) -> tuple[list[Problem], set[str]]:
    """The problems of the tags of one part, and the dotted names that they use."""
    kept = [tag for tag in tags if tag.kind != "{#" and tag.word not in ("vm", "hm")]
    sound = [tag for tag in kept if not misspelt(tag)]
    try:
        tree = ENVIRONMENT.parse(tags_source(sound))
    except (TemplateSyntaxError, RecursionError):
        return (
            [],
            set(),
        )  # the pairs do not match or are too many: told already, and scopes would be guesswork
    walk = Walk(view, sound)
    walk.body(tree.body)
    return walk.problems, walk.used


class Walk(Values):
    """One pass through the tags of a part."""

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
        tag = self.tag(node)
        reason = unprintable(value.kind, tag.marker)
        if reason:
            self.note(UNPRINTABLE, node, value.path, *reason)
        else:
            self.full(node, value)

    def _if(self, node: nodes.If) -> None:
        self.value(node.test)
        yes, no = self.told(node.test)
        self._branch(node.body, yes)
        for one in node.elif_:
            self._branch([one], no)
        self._branch(node.else_, no)

    def _branch(self, body: list[nodes.Node], sure: list[str]) -> None:
        self.sure += sure
        self.body(body)
        del self.sure[len(self.sure) - len(sure) :]

    def _for(self, node: nodes.For) -> None:
        several = self.value(node.iter)
        kind = item_of(several.kind)
        if kind is None:
            self.note(
                UNPRINTABLE, node, several.written, "цикл возможен только по списку", "проверьте имя после in"
            )
            kind = Any
        self.full(node, several)
        one = Known(kind, f"{several.path}[]" if several.path else "")
        self.scopes.append({"loop": Known(LOOP), **names_in(node.target, one)})
        if node.test is not None:
            self.value(node.test)
        self._branch(node.body, self.told(node.test)[0] if node.test is not None else [])
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
