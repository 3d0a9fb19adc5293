"""One finished file against the rules of a kind: what a child process does, and how its answer comes back.

The child answers :func:`examine` in plain lists and numbers; :func:`problems_from` makes problems of them again.
"""

from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from docgen.diagnostics import Problem, Related, Rule, Severity, Source, Span
from docgen.papers import Paper, Refusal, problems, read_paper
from docgen.papers.examined import Examined
from docgen.papers.heading_path import HeadingPath
from docgen.papers.outline import Outline, Point, Section, WantedTable

TASK = f"{__name__}:examine"
_ROOM = "docgen.kinds"
_MOST = 2_000  # problems of one file: more nobody reads

Told = dict[str, Any]


def verifiable() -> list[str]:
    """The kinds whose finished files can be verified: those with a ``verify`` beside their rules."""
    folders = sorted(path.parent.name for path in Path(__file__).parent.glob("*/verify"))
    return [name for name in folders if name != "every" and find_spec(f"{_ROOM}.{name}.verify")]


def verified_rules(kind: str) -> tuple[Rule, ...]:
    """The rules that ``docgen verify`` runs for a kind; loaded only where a finished file is verified."""
    rules: tuple[Rule, ...] = import_module(f"{_ROOM}.{kind}.verify").RULES
    return rules


def outline_maker(kind: str) -> Callable[[Any], Outline] | None:
    """What makes an outline of a layout; ``None`` for a kind that has no layouts."""
    maker: Callable[[Any], Outline] | None = getattr(import_module(f"{_ROOM}.{kind}.verify"), "outline", None)
    return maker


def request(path: str, kind: str, stage: str, outline: Outline) -> Told:
    """What the child is asked besides the bytes of a file."""
    return {"path": path, "kind": kind, "stage": stage, "outline": asdict(outline)}


def examine(asked: Told, data: bytes) -> Told:
    """In the child: the problems of a file, or why it was refused."""
    try:
        paper = read_paper(data, asked["path"])
    except Refusal as refusal:
        return {"refused": [refusal.rule.code, refusal.message, refusal.hint]}
    examined = Examined(paper, asked["stage"], outline_from(asked["outline"]))
    found = sorted(
        problem for rule in verified_rules(asked["kind"]) if rule.check for problem in rule(examined)
    )
    path = HeadingPath(paper, examined.map.headings)
    return {"problems": _told(_under_heading(_softened(one, paper), path) for one in found[:_MOST])}


def _softened(problem: Problem, paper: Paper) -> Problem:
    """In a PDF lines and cells are put together by their places: what the text rules find there is never certain."""
    doubtful = paper.format == "pdf" and problem.rule.code[0] == "L" and problem.severity is Severity.ERROR
    return replace(problem, raised=Severity.WARNING) if doubtful else problem


def _under_heading(problem: Problem, path: HeadingPath) -> Problem:
    heading = path.over(problem)
    return problem if heading is None else replace(problem, related=(*problem.related, heading))


def problems_from(kind: str, path: str, answer: Told | Refusal) -> list[Problem]:
    """In the parent: the problems of a file, in order."""
    if isinstance(answer, Refusal):
        return [_refused(path, answer.rule.code, answer.message, answer.hint)]
    if "refused" in answer:
        return [_refused(path, *answer["refused"])]
    rules = _by_code(kind)
    sources = [Source(*one) for one in answer["problems"]["sources"]]
    return [
        Problem(
            rules[code],
            _span(sources, place),
            message,
            hint,
            tuple(Related(_span(sources, where), note) for where, note in related),
            raised and Severity(raised),
        )
        for code, place, message, hint, related, raised in answer["problems"]["found"]
    ]


def _refused(path: str, code: str, message: str, hint: str) -> Problem:
    return _refusals()[code].at(Source(path, "").span(0), message, hint)


@cache
def _refusals() -> dict[str, Rule]:
    return {rule.code: rule for rule in vars(problems).values() if isinstance(rule, Rule)}


@cache
def _by_code(kind: str) -> dict[str, Rule]:
    return {rule.code: rule for rule in verified_rules(kind)}


def _told(found: Iterable[Problem]) -> Told:
    """Problems without their objects; each source is told once."""
    numbers: dict[tuple[str, str], int] = {}

    def place(span: Span) -> list[int]:
        key = (span.source.path, span.source.text)
        return [numbers.setdefault(key, len(numbers)), span.start, span.end]

    told = [
        [
            one.rule.code,
            place(one.span),
            one.message,
            one.hint,
            [[place(r.span), r.note] for r in one.related],
            one.raised and one.raised.value,
        ]
        for one in found
    ]
    return {"sources": [list(key) for key in numbers], "found": told}


def _span(sources: list[Source], place: list[int]) -> Span:
    number, start, end = place
    return Span(sources[number], start, end)


def outline_from(told: Told) -> Outline:
    """An outline that has been through JSON."""
    sections = tuple(
        Section(
            one["key"],
            tuple(one["wordings"]),
            tuple(_point(point) for point in one["points"]),
            one["hint"],
        )
        for one in told["sections"]
    )
    tables = tuple(
        WantedTable(
            one["key"],
            tuple(one["wordings"]),
            tuple(tuple(column) for column in one["columns"]),
            one["rows"],
            one["section"],
            one["or_text"],
        )
        for one in told["tables"]
    )
    return Outline(told["title"], sections, tables, tuple(told["signed_by"]), tuple(told["years"]))


def _point(told: Told) -> Point:
    choices = tuple(tuple(choice) for choice in told["choices"])
    return Point(told["key"], tuple(told["wordings"]), told["required"], told["hint"], choices)
