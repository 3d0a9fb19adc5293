"""Tags in the properties of a template (title, author…): filled like the text, but nothing except characters."""

from typing import TYPE_CHECKING

from docgen.diagnostics import Problem, Severity, Source
from docgen.render.compiled import Compiled
from docgen.render.compiler import compile_part
from docgen.render.escape import in_plain
from docgen.render.lint import lint
from docgen.render.mend import Mended
from docgen.render.properties import RENDERED
from docgen.render.source import Line, Page
from docgen.render.tags import Tag, find_tags

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Parts = dict[str, tuple[Compiled, list[Tag]]]
_SPACES = {"dc": "{http://purl.org/dc/elements/1.1/}"}


def property_parts(root: "Element", path: str) -> tuple[Page, Parts, list[Problem]]:
    """The properties with tags as a page with a line for each, and their code."""
    lines: list[Line] = []
    names: list[str] = []
    start = 0
    for name, tag in RENDERED.items():
        prefix, _, local = tag.partition(":")
        element = root.find(f"{_SPACES[prefix]}{local}")
        text = (element.text or "").replace("\n", " ") if element is not None else ""
        if element is not None and "{" in text:
            names.append(name)
            lines.append(Line(element, text, (), start))
            start += len(text) + 1
    page = Page(Source(path, "\n".join(line.text for line in lines)), tuple(lines))
    tags = find_tags(page)
    problems = lint(page, tags)
    parts: Parts = {}
    if not any(one.severity is Severity.ERROR for one in problems):
        for name, line in zip(names, lines, strict=True):
            own = [tag for tag in tags if tag.line is line]
            compiled, found = compile_part(
                Mended(_source(line, own), [tag for tag in own if tag.kind != "{#"])
            )
            problems += found
            if compiled:
                parts[name] = (compiled, own)
    return page, parts, problems


def _source(line: Line, tags: list[Tag]) -> str:
    made: list[str] = []
    position = 0
    for tag in tags:
        made.append(in_plain(line.text[position : tag.start]))
        if tag.kind != "{#":
            made.append(f"{tag.kind} {tag.inner}\n{'}}' if tag.kind == '{{' else '%}'}")
        position = tag.end
    return "".join([*made, in_plain(line.text[position:])])
