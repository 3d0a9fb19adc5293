"""The points of sections: under a heading in their section, told of in its text, or under a heading elsewhere."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from docgen.papers.outline import Outline, Point, Section
from docgen.papers.paper import Paper, Where
from docgen.papers.sections.choosing import candidates, chosen
from docgen.papers.sections.found import Found, Map
from docgen.papers.sections.guessing import rank, shortest
from docgen.papers.sections.headings import Heading
from docgen.papers.sections.listed import listed
from docgen.papers.sections.words import covered, phrase, plain

_TOLD = 0.8  # a paragraph that holds so much of a point's wording tells of it
_TOLD_UNDER = 0.6  # so much of the wording a heading and the text under it hold together,
_HINTED = 0.25  # and so much the heading alone
_HEADING = 0.5
_STRAYED = 0.85

Key = tuple[str, str]


@dataclass
class Points:
    """What was found of the points, by (section, point)."""

    points: dict[Key, Found] = field(default_factory=dict)
    told: dict[Key, int] = field(default_factory=dict)
    strayed: dict[Key, tuple[str, Found]] = field(default_factory=dict)


def find_points(paper: Paper, outline: Outline, sections: Map) -> Points:
    """Look for every point of the sections that were found; what a table lists is none."""
    found = Points()
    rows = listed(paper, [one.heading.first for one in sections.sections.values()])
    taken = {one.heading.first for one in sections.sections.values() if not one.heading.run_in}
    sections = replace(sections, headings=tuple(one for one in sections.headings if one.first not in rows))
    possible = [heading for heading in sections.headings if heading.first not in taken]
    present = [section for section in outline.sections if section.key in sections.sections]
    for section in present:
        within = sections.extent(section.key)
        own = [heading for heading in possible if heading.first in within]
        for at, one in _assigned(own, section.points).items():
            found.points[section.key, section.points[at].key] = one
    used = {one.heading.first for one in found.points.values()}
    free = [one for one in possible if one.first not in used and one.weight >= 0.6]
    for section in present:
        _without_heading(paper, section, sections, free, found, rows)
    return found


def _assigned(possible: Sequence[Heading], points: Sequence[Point]) -> dict[int, Found]:
    likely = list(candidates(possible, [point.wordings for point in points]))
    return {
        one.at: Found(points[one.at].key, one.heading, one.score) for one, _ in chosen(likely, len(points))
    }


def _without_heading(
    paper: Paper,
    section: Section,
    sections: Map,
    free: Sequence[Heading],
    found: Points,
    rows: frozenset[int],
) -> None:
    """Points of a section that have no heading in it."""
    for at, heading in _left_over(paper, section, sections, found):
        found.told[section.key, section.points[at].key] = heading.first
    for point in section.points:
        key = (section.key, point.key)
        if key in found.points or key in found.told:
            continue
        extent = sections.extent(section.key)
        block = _telling(paper, (at for at in extent if at not in rows), point)
        if block is None:
            block = _under_other_words(paper, extent, point, sections.headings, found)
        if block is not None:
            found.told[key] = block
            continue
        elsewhere = _assigned(free, (point,)).get(0)
        where = None if elsewhere is None else sections.at(elsewhere.heading.first)
        if elsewhere is not None and where not in (None, section.key) and elsewhere.sure >= _STRAYED:
            found.strayed[key] = (str(where), elsewhere)


def _telling(paper: Paper, within: Iterable[int], point: Point) -> int | None:
    """The paragraph of a section that holds nearly all telling words of a point's title."""
    for at in within:
        block = paper.blocks[at]
        if block.where is not Where.BODY or len(block.text) < 15 or block.contents:
            continue
        words = plain(block.text).split()
        if any(covered(phrase(title).words, words) >= _TOLD for title in point.wordings):
            return at
    return None


def _under_other_words(
    paper: Paper, extent: range, point: Point, headings: Sequence[Heading], found: Points
) -> int | None:
    """A heading of the section that is no other point's, when it and the text under it tell of the point."""
    own = [one for one in headings if one.first in extent and one.weight >= _HEADING and not one.run_in]
    used = {one.heading.first for one in found.points.values()} | set(found.told.values())
    starts = sorted({one.first for one in own})
    for one in own:
        if one.first in used or paper.blocks[one.first].cell is not None:
            continue
        end = next((start for start in starts if start > one.last), extent.stop)
        text = " ".join(block.text for block in paper.blocks[one.last + 1 : end])
        if _tells(point, one.text, text):
            return one.first
    return None


def _tells(point: Point, heading: str, text: str) -> bool:
    titles = [phrase(title).words for title in point.wordings]
    title_words, all_words = phrase(heading).words, (*phrase(heading).words, *plain(text).split())
    return any(
        covered(title, title_words) >= _HINTED and covered(title, all_words) >= _TOLD_UNDER
        for title in titles
    )


def _left_over(paper: Paper, section: Section, sections: Map, found: Points) -> Iterator[tuple[int, Heading]]:
    """Between two points found as many other headings as points missing: each for each, if they share a word."""
    placed = [
        (at, one.heading)
        for at, point in enumerate(section.points)
        if (one := found.points.get((section.key, point.key))) is not None
    ]
    extent = sections.extent(section.key)
    used = {one.first for _, one in placed}
    own = [
        one for one in shortest([h for h in sections.headings if h.first in extent]) if one.weight >= _HEADING
    ]
    models = [one for _, one in placed] or own[:1]
    if not models:
        return
    usual = Counter(rank(paper, one) for one in models).most_common(1)[0][0]
    free = [one for one in own if rank(paper, one) == usual and one.first not in used]
    bounds = [
        (-1, extent.start - 1),
        *((at, one.first) for at, one in placed),
        (len(section.points), extent.stop),
    ]
    for (before, start), (after, end) in pairwise(bounds):
        missing = range(before + 1, after)
        between = [one for one in free if start < one.first < end]
        if len(missing) == len(between):
            for at, heading in zip(missing, between, strict=True):
                if _shares(section.points[at], heading):
                    yield at, heading


def _shares(point: Point, heading: Heading) -> bool:
    words = phrase(heading.text).words
    return any(covered(phrase(title).words, words) >= _HINTED for title in point.wordings)
