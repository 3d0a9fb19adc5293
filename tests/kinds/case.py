"""Rule cases: a source with the expected problems drawn under the line.

    deadline: до 2 марта 2026 г.
    #         ^^^^^^^^^^^^^^^^^^ P104

A line of carets belongs to the line above it (several may follow each other); ``#^^^`` starts in the first column.
Such lines are taken out before the source is read. Top-level keys that a case does not write come from a base.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from docgen.corpus import Corpus, Document, Kind
from docgen.diagnostics import Problem, Source
from docgen.kinds import REFERENCES
from docgen.sources import Record, Registry, parse, structure

HERE = Path(__file__).parent
_DRAWN = re.compile(r"(?P<indent> *)#(?P<space> *)(?P<carets>\^+) (?P<code>[A-Z]\d{3})\s*")
_SEPARATOR = "---\n"

T = TypeVar("T", bound=Record | Registry[Any])


@dataclass(frozen=True, order=True)
class Expected:
    """A problem as it is drawn: line, first column and width (on that line), code; counted from 1."""

    line: int
    column: int
    width: int
    code: str


@dataclass(frozen=True)
class Case:
    """A source and the problems drawn in it."""

    name: str
    text: str
    expected: tuple[Expected, ...]


def cases_in(path: Path) -> list[Case]:
    """The cases of a file, one after the other."""
    parts = path.read_text(encoding="utf-8").split(_SEPARATOR)
    return [_case(f"{path.stem}-{number}", part) for number, part in enumerate(parts, 1)]


def _case(name: str, part: str) -> Case:
    kept: list[str] = []
    expected = []
    for line in part.splitlines():
        match = _DRAWN.fullmatch(line)
        if match is None:
            kept.append(line)
        else:
            expected.append(_expected(len(kept), match))
    return Case(name, "\n".join([*kept, ""]), tuple(sorted(expected)))


def _expected(line: int, match: re.Match[str]) -> Expected:
    first = len(match["indent"])
    touching = not match["space"]
    column = first + 1 if touching else match.start("carets") + 1
    return Expected(line, column, len(match["carets"]) + touching, match["code"])


def seen(problems: Iterable[Problem]) -> tuple[Expected, ...]:
    """Problems the way they are drawn."""
    return tuple(sorted(_seen(problem) for problem in problems))


def _seen(problem: Problem) -> Expected:
    span = problem.span
    rest = len(span.source.line(span.line)) - span.column + 1
    width = max(1, min(span.end - span.start, rest))
    return Expected(span.line, span.column, width, problem.rule.code)


def drawn(text: str, problems: Iterable[Problem]) -> str:
    """The text with the problems drawn in: what a case would look like, for the message of a failing test."""
    below: dict[int, list[str]] = {}
    for one in seen(problems):
        lead = "#" if one.column == 1 else f"#{' ' * (one.column - 2)}"
        carets = "^" * (one.width - (one.column == 1))
        below.setdefault(one.line, []).append(f"{lead}{carets} {one.code}")
    lines = []
    for number, line in enumerate(text.splitlines(), 1):
        lines += [line, *below.get(number, ())]
    return "\n".join([*lines, ""])


def merged(text: str, base: str) -> str:
    """The case first, so that its lines keep their numbers; then the top-level parts of the base it does not write."""
    written = {key for key, _ in _parts(text)}
    return text + "".join(part for key, part in _parts(base) if key not in written)


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Top-level keys with their lines."""
    for part in re.split(r"^(?=[a-z_0-9]+:)", text, flags=re.MULTILINE):
        match = re.match(r"([a-z_0-9]+):", part)
        if match is not None:
            yield match[1], part


def read(text: str, record_type: type[T], name: str) -> tuple[T | None, list[Problem], Source]:
    """The record of a text."""
    source = Source(name, text)
    tree, problems = parse(source)
    if tree is None:
        return None, problems, source
    record, wrong = structure(tree, record_type)
    return record, [*problems, *wrong], source


@cache
def references() -> tuple[Document[Any], ...]:
    """The reference data that cases use."""
    documents = []
    for reference in REFERENCES:
        for path in reference.files(HERE / "reference"):
            record, problems, source = read(path.read_text(encoding="utf-8"), reference.record, path.name)
            assert not problems, problems
            documents.append(Document("reference", path.stem, source, record))
    return tuple(documents)


def reference_problems(text: str, name: str) -> list[Problem]:
    """All problems of a file of reference data that stands in the place of the cases' own.

    What a registry does not hold is not there; a record's top-level keys that a case does not write come from the own.
    """
    reference = next(one for one in REFERENCES if one.name == name)
    own = next(iter(reference.files(HERE / "reference")), None)
    if own is not None and not issubclass(reference.record, Registry):
        text = merged(text, own.read_text(encoding="utf-8"))
    record, problems, source = read(text, reference.record, f"{name}.yaml")
    if record is None or problems:
        return sorted(problems)
    document = Document("reference", own.stem if own is not None else name, source, record)
    corpus = Corpus((document, *(other for other in references() if other.id != document.id)))
    return sorted(problem for rule in reference.rules if rule.check for problem in rule(document, corpus))


def problems_of(
    text: str, kind: Kind[Any, Any], others: Sequence[Document[Any]] = (), folder: Path | None = None
) -> list[Problem]:
    """All problems of a document: those of reading it, or those of its kind's rules; pictures lie in ``folder``."""
    record, problems, source = read(text, kind.record, f"{kind.name}.yaml")
    if record is None or problems:
        return sorted(problems)
    document = Document(kind.name, "case", source, record, folder=folder)
    corpus = Corpus((*references(), *others, document))
    return sorted(problem for rule in kind.rules if rule.check for problem in rule(document, corpus))
