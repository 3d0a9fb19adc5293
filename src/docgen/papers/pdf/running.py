"""Running heads and the numbers of pages: what stands at the top or the bottom of page after page."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from docgen.papers.pdf.lines import PdfLine
from docgen.papers.pdf.pages import Page

_MARGIN, _EDGE = (
    0.09,
    0.065,
)  # of the page's height: page numbers stand in the margin, running heads at its edge
_RUNNING_HEAD = 80
_ZONE, _DEEPEST = 0.14, 4  # of the height; lines from the edge: there a repeated line is a running head
_REPEATED, _AT_EDGE, _SPAN, _NEAR = 3, 2, 4, 4.0  # on so many pages, of so many before and after; points
_NUMBER = re.compile(
    r"[–—\s-]*(?:(?:стр(?:аница|\.)?|с\.|лист)\s*)?(\d{1,4})(?:\s*(?:из|/|of)\s*\d{1,4})?[–—\s-]*\.?",
    re.IGNORECASE,
)
_CONTINUED = re.compile(r"\s*(?:продолжение|окончание)\s+табл", re.IGNORECASE)


def mark_running(pages: Sequence[Page]) -> set[int]:
    """Marks the running heads of all pages; the pages that show their numbers."""
    numbers = _numbers(pages)
    for page in pages:
        for line in page.lines:
            line.running = line.inside is None and (id(line) in numbers or bool(_CONTINUED.match(line.text)))
    for line in _repeated(pages):
        line.running = True
    return {page.number for page in pages if any(id(line) in numbers for line in page.lines)}


def _numbers(pages: Sequence[Page]) -> set[int]:
    """The lines that number pages: as far from the page's own number on most pages. A year on the title is none."""
    found: dict[int, list[int]] = defaultdict(list)
    for page in pages:
        for line in page.lines:
            number = (
                _NUMBER.fullmatch(line.text) if line.inside is None and _off(line, page) < _MARGIN else None
            )
            if number is not None:
                found[int(number[1]) - page.number].append(id(line))
    most = max(found.values(), key=len) if found else []
    return set(most)


def _off(line: PdfLine, page: Page) -> float:
    """How far from the nearer edge a line is, as a share of the height."""
    at = line.bottom / page.height if page.height else 0.5
    return min(at, 1 - at)


def _repeated(pages: Sequence[Page]) -> Iterator[PdfLine]:
    """Lines near an edge that stand at the same place of several pages, alike but for the page's number."""
    seen: dict[str, list[tuple[Page, PdfLine]]] = defaultdict(list)
    for page in pages:
        for line in _outermost(page):
            for key in _keys(line, page):
                seen[key].append((page, line))
    for same in seen.values():
        for at, (page, line) in enumerate(same):
            near = {
                other.number
                for other, one in same[max(0, at - _SPAN) : at + _SPAN + 1]
                if abs(other.number - page.number) <= _SPAN and abs(one.bottom - line.bottom) < _NEAR
            }
            if len(near) >= (_AT_EDGE if _off(line, page) < _EDGE else _REPEATED):
                yield line


def _keys(line: PdfLine, page: Page) -> Iterator[str]:
    """What is the same in a running head from page to page: all of it, or all but the page's number."""
    text = "".join(line.text.split())
    yield text
    for number in re.finditer(r"\d{1,4}", text):
        yield f"{text[: number.start()]}#{text[number.end() :]} {int(number[0]) - page.number}"


def _outermost(page: Page) -> Iterator[PdfLine]:
    """The lines nearest to the top and to the bottom."""
    lines = sorted((one for one in page.lines if one.inside is None), key=lambda one: one.bottom)
    for line in {id(one): one for one in (*lines[:_DEEPEST], *lines[-_DEEPEST:])}.values():
        if _off(line, page) < _ZONE and len(line.text) < 2 * _RUNNING_HEAD:
            yield line
