"""YAML: text → tree → record of any kind, and the editing of a value in place."""

import re
from pathlib import Path

from docgen.diagnostics import Problem, Source
from docgen.kinds import KINDS, REFERENCES
from docgen.sources import parse, structure
from docgen.sources.edit import Change, edit
from docgen.sources.tree import Mapping, Node, Scalar
from tests.fuzz.mutation.text import spoilt_yaml
from tests.fuzz.target import Target

CONTENT = Path(__file__).parents[3] / "content"
RECORDS = {one.name: one.record for one in (*KINDS, *REFERENCES)}
_LARGE = 9_000
_NAMED = re.compile(r"# record: (\w+)\n")


def seeds() -> list[bytes]:
    """The sources of the project, each with a first line that names its record; large ones in pieces."""
    found = []
    for path in sorted(CONTENT.rglob("*.yaml")):
        name = next((part for part in (path.parent.name, path.stem) if part in RECORDS), "protocol")
        found += [f"# record: {name}\n".encode() + piece for piece in _pieces(path.read_bytes())]
    return found


def _pieces(text: bytes) -> list[bytes]:
    """A text cut before top-level keys, so that a mutant is read in a millisecond."""
    if len(text) < 1_500:
        return [text]
    parts = re.split(rb"\n(?=\w)", text)
    whole = [text] if len(text) < _LARGE else []
    return [*whole, *(part for part in parts if len(part) < _LARGE)]


def attempt(data: bytes) -> str:
    """Read a source as ``docgen`` does; the record's name is in its first line."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return "not text"
    named = _NAMED.match(text)
    source = Source("fuzz.yaml", text)
    tree, problems = parse(source)
    if tree is None:
        return verdict(problems)
    record, wrong = structure(tree, RECORDS.get(named[1] if named else "", RECORDS["protocol"]))
    told = verdict([*problems, *wrong])
    assert record is not None or wrong, "neither a record nor a problem"
    if not problems:
        _edited(source, tree)
    return told


def _edited(source: Source, tree: Mapping) -> None:
    """The first text that says something, made to say more: the rest must read the same."""
    scalar = _first(tree)
    if scalar is not None:
        parse(Source("fuzz.yaml", edit(source, [Change(scalar, f"{scalar} – ё")])))


def _first(node: Node) -> Scalar | None:
    if isinstance(node, Scalar):
        return node or None
    inner = node.values() if isinstance(node, Mapping) else node
    return next((found for one in inner if (found := _first(one)) is not None), None)


def verdict(problems: list[Problem]) -> str:
    """The code of the first problem; every problem must have a place in its source, a sentence, and a rule."""
    for problem in problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(problem.span.source.text), "no place"
        assert problem.message, "nothing said"
        str(problem.span)
    return problems[0].rule.code if problems else "ok"


YAML = Target("yaml", ".yaml", seeds, spoilt_yaml, attempt, 5.0)
