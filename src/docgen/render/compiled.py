"""A template as it is rendered: code of the parts that change, packed bytes of those that do not."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from types import CodeType
from typing import Any

from jinja2 import Template as JinjaTemplate

from docgen.diagnostics import Problem, Source
from docgen.render import properties
from docgen.render.archive import Entry
from docgen.render.environment import ENVIRONMENT
from docgen.render.tags import Tag

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass
class Compiled:
    """A part that can be rendered: jinja's function, its tags by line, what must be put right afterwards."""

    code: CodeType | None
    tags: list[Tag]
    repairs: frozenset[str]
    static: str = ""

    def __post_init__(self) -> None:
        self._template: JinjaTemplate | None = None
        if self.code is not None:
            self._template = JinjaTemplate.from_code(ENVIRONMENT, self.code, ENVIRONMENT.globals)

    def pieces(self, names: dict[str, Any]) -> Iterator[str]:
        """The finished XML, piece by piece."""
        if self._template is None:
            return iter((self.static,))
        return self._template.root_render_func(self._template.new_context(names, shared=True))

    def tag_at(self, line: int) -> Tag | None:
        """The tag that a line of the generated code was made from."""
        if self._template is None or not line:
            return None
        number = self._template.get_corresponding_lineno(line) - 1
        return self.tags[number] if 0 <= number < len(self.tags) else None


@dataclass(frozen=True)
class Part:
    """A part of the document that tags are printed in."""

    name: str
    source: Source
    compiled: Compiled


@dataclass
class Assembly:
    """A template taken apart; ``parts`` change with every document, ``entries`` never; ``sources`` are the texts."""

    entries: dict[str, Entry] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    core: str = properties.CORE
    parts: list[Part] = field(default_factory=list)
    properties: dict[str, Part] = field(default_factory=dict)
    groups: list[list[Tag]] = field(default_factory=list)
    styles: dict[str, str] = field(default_factory=dict)
    sources: list[Source] = field(default_factory=list)
    problems: tuple[Problem, ...] = ()
