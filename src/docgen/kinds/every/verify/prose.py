"""The text rules (L-codes) over the text of a finished document."""

from dataclasses import replace
from itertools import accumulate

from docgen.diagnostics import Finding, Findings, Rule
from docgen.kinds.every.text import RULES as TEXT_RULES
from docgen.kinds.every.text import check_text
from docgen.papers.examined import Examined
from docgen.papers.paper import Paper

_COVERED = frozenset(
    ("L130", "L131")
)  # what is left to fill in: V207 and V210 know where a line is to be signed
_PAIRS = ("L030", "L031")  # brackets and quotes
_NEAR = 300  # characters between two lines of a cell, or of a paragraph that a page's end has cut
_MOST = 30  # of one kind in one file: the author has understood by then

_last: tuple[Examined, dict[str, list[Finding]]] | None = None


def _read(examined: Examined) -> dict[str, list[Finding]]:
    """What the text rules find, by code; a document is read once for all of them."""
    global _last
    if _last is None or _last[0] is not examined:
        found: dict[str, list[Finding]] = {}
        for block in examined.text if not examined.unreadable else ():
            spans = lambda start, end, block=block: examined.paper.span(block, start, end)  # noqa: E731
            for problem in check_text(spans, block.text):
                finding = Finding(problem.span, problem.message, problem.hint, problem.related)
                found.setdefault(problem.rule.code, []).append(finding)
        if examined.paper.format == "pdf":
            begins = _begins(examined.paper)
            found.update({code: _unpaired(found.get(code, []), begins) for code in _PAIRS})
        _last = (examined, found)
    return _last[1]


def _begins(paper: Paper) -> dict[str, int]:
    """Where each page begins in the text of all pages, by the name of the page."""
    before = [0, *accumulate(len(text) + 1 for text in paper.pages)]
    return {paper.span(block).source.path: before[block.page - 1] for block in paper.blocks if block.page}


def _unpaired(findings: list[Finding], begins: dict[str, int]) -> list[Finding]:
    """Without what is opened in one line and closed in the next: a PDF knows no cells, and a page cuts paragraphs."""
    left: list[Finding] = []
    for finding in findings:
        last = left[-1] if left else None
        closes = finding.message.startswith("закрыва")
        if last is not None and closes and _opens_near(last, finding, begins):
            left.pop()
        else:
            left.append(finding)
    return left


def _opens_near(last: Finding, finding: Finding, begins: dict[str, int]) -> bool:
    one, other = (begins[it.span.source.path] + it.span.start for it in (last, finding))
    return last.message.startswith("открыва") and 0 <= other - one < _NEAR


def _first(found: list[Finding]) -> Findings:
    """As many as anybody reads; the last of them tells how many more there are."""
    yield from found[: _MOST - 1]
    for last in found[_MOST - 1 : _MOST]:
        more = len(found) - _MOST
        yield replace(last, message=f"{last.message}; таких мест ещё {more}") if more > 0 else last


def _over_paper(rule: Rule) -> Rule:
    """A rule over a text as a rule over a paper."""

    def check(examined: Examined) -> Findings:
        yield from _first(_read(examined).get(rule.code, []))

    return replace(rule, check=check)


RULES = tuple(_over_paper(rule) for rule in TEXT_RULES if rule.code not in _COVERED)
