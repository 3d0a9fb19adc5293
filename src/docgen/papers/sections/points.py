"""The points of sections: under a heading in their section, told of in its text, or under a heading elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from docgen.papers.outline import Outline, Point, Section
from docgen.papers.paper import Paper, Where
from docgen.papers.sections.choosing import candidates, chosen
from docgen.papers.sections.found import Found, Map
from docgen.papers.sections.headings import Heading
from docgen.papers.sections.words import covered, phrase, plain

_TOLD = 0.8  # a paragraph that holds so much of a point's wording tells of it
_STRAYED = 0.85

Key = tuple[str, str]


@dataclass
class Points:
    """What was found of the points, by (section, point)."""

    points: dict[Key, Found] = field(default_factory=dict)
    told: dict[Key, int] = field(default_factory=dict)
    strayed: dict[Key, tuple[str, Found]] = field(default_factory=dict)


def find_points(paper: Paper, outline: Outline, sections: Map) -> Points:
    """Look for every point of the sections that were found."""
    found = Points()
    taken = {one.heading.first for one in sections.sections.values() if not one.heading.run_in}
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
        _without_heading(paper, section, sections, free, found)
    return found


def _assigned(possible: Sequence[Heading], points: Sequence[Point]) -> dict[int, Found]:
    likely = list(candidates(possible, [point.wordings for point in points]))
    return {
        one.at: Found(points[one.at].key, one.heading, one.score) for one, _ in chosen(likely, len(points))
    }


def _without_heading(
    paper: Paper, section: Section, sections: Map, free: Sequence[Heading], found: Points
) -> None:
    """Points of a section that have no heading in it."""
    for point in section.points:
        key = (section.key, point.key)
        if key in found.points:
            continue
        block = _telling(paper, sections.extent(section.key), point)
        if block is not None:
            found.told[key] = block
            continue
        elsewhere = _assigned(free, (point,)).get(0)
        where = None if elsewhere is None else sections.at(elsewhere.heading.first)
        if elsewhere is not None and where not in (None, section.key) and elsewhere.sure >= _STRAYED:
            found.strayed[key] = (str(where), elsewhere)


def _telling(paper: Paper, extent: range, point: Point) -> int | None:
    """The paragraph of a section that holds nearly all telling words of a point's title."""
    for at in extent:
        block = paper.blocks[at]
        if block.where is not Where.BODY or len(block.text) < 15 or block.contents:
            continue
        words = plain(block.text).split()
        if any(covered(phrase(title).words, words) >= _TOLD for title in point.wordings):
            return at
    return None
