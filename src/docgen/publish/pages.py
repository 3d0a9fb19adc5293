"""What a finished PDF must satisfy: the last look before it is sent."""

from collections.abc import Callable, Iterator
from pathlib import Path

from docgen.diagnostics import Problem
from docgen.publish import checks, layout
from docgen.publish.expectation import PageExpectation
from docgen.publish.finished import Finished, read_pdf

__all__ = ["PageExpectation", "check_pages"]


def check_pages(pdf: Path | bytes, expectation: PageExpectation) -> list[Problem]:
    """Everything wrong with a finished PDF, page by page."""
    finished = read_pdf(pdf, expectation.path)
    return sorted(problem for check in _CHECKS for problem in check(finished, expectation))


_CHECKS: tuple[Callable[[Finished, PageExpectation], Iterator[Problem]], ...] = (
    checks.fonts,
    checks.leftovers,
    checks.claim,
    checks.anchors,
    checks.paper,
    layout.emptiness,
    layout.signature,
    layout.numbers,
    layout.breaks,
    layout.torn,
)
