"""The headings over a place, so that a problem says in which section it is."""

from bisect import bisect_right
from functools import cached_property

from docgen.diagnostics import Problem, Related, Span
from docgen.papers.paper import Block, Paper
from docgen.papers.sections.headings import Heading

_STRONG = 0.75
_SHOWN = 70


class HeadingPath:
    """Finds for a problem the heading under which it stands."""

    def __init__(self, paper: Paper, headings: tuple[Heading, ...]) -> None:
        self._paper = paper
        self._strong = [
            one for one in headings if one.weight >= _STRONG and one.text.strip() and not one.run_in
        ]
        self._starts = [one.first for one in self._strong]

    def over(self, problem: Problem) -> Related | None:
        """The nearest heading above, with the one over that in the note; ``None`` at a heading and above the first."""
        at = self._block(problem.span)
        before = bisect_right(self._starts, at) - 1 if at is not None else -1
        if before < 0 or at is None or at <= self._strong[before].last:
            return None
        nearest = self._strong[before]
        above = next((o for o in reversed(self._strong[:before]) if _depth(o) < _depth(nearest)), None)
        note = "раздел" if above is None else f"раздел «{_short(above)}»"
        return Related(self._paper.span(self._paper.blocks[nearest.first]), note)

    def _block(self, span: Span) -> int | None:
        known = self._by_path.get(span.source.path)
        if known is None:
            return None
        starts = [start for start, _ in known]
        return known[max(0, bisect_right(starts, span.start) - 1)][1]

    @cached_property
    def _by_path(self) -> dict[str, list[tuple[int, int]]]:
        """Where blocks begin in each source: (offset, index of the block)."""
        found: dict[str, list[tuple[int, int]]] = {}
        for at, block in enumerate(self._paper.blocks):
            found.setdefault(self._path(block), []).append((block.start, at))
        return {path: sorted(starts) for path, starts in found.items()}

    def _path(self, block: Block) -> str:
        return self._paper.span(block).source.path


def _depth(heading: Heading) -> int:
    """1 for a section, 2 for its points: by level, by the parts of the number."""
    return heading.level or max(1, len(heading.number)) + (0 if heading.number else 1)


def _short(heading: Heading) -> str:
    text = " ".join(heading.text.split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
