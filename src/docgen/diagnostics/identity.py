"""What makes two problems the same problem, though lines and pages have moved: file, code, message."""

import re

from docgen.diagnostics.json_text import whole
from docgen.diagnostics.problem import Problem

_MOVING = re.compile(r"(?<=строк[аеиу] )\d+|(?<=странице )\d+")

Identity = tuple[str, str, str]


def identity(problem: Problem) -> Identity:
    """Path, code and message without the numbers of lines, pages and paragraphs."""
    return told_identity(problem.span.source.path, problem.rule.code, problem.message)


def told_identity(path: str, code: str, message: str) -> Identity:
    """The same of a problem that a report tells."""
    return whole(steady_path(path)), code, _MOVING.sub("…", whole(message))


def steady_path(path: str) -> str:
    """A path with forward slashes, without the number of a paragraph or page («x.docx#абзац 12»)."""
    path = path.replace("\\", "/")
    return path.rstrip("0123456789") if "#" in path else path
