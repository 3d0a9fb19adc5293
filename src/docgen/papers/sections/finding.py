"""Which heading of a finished document is which section of the outline."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docgen.papers.outline import Outline
from docgen.papers.paper import Paper
from docgen.papers.sections.choosing import (
    Candidate,
    candidates,
    chosen,
    without_inner,
    without_lists,
    without_longer,
    without_points,
)
from docgen.papers.sections.found import Found, Map
from docgen.papers.sections.guessing import guessed
from docgen.papers.sections.headings import Heading, headings
from docgen.papers.sections.points import find_points
from docgen.papers.sections.words import likeness, phrase


def find_sections(paper: Paper, outline: Outline) -> Map:
    """Look for every section and point of the outline."""
    possible = headings(paper)
    alike = list(candidates(possible, [one.wordings for one in outline.sections]))
    points = [[title for point in one.points for title in point.wordings] for one in outline.sections]
    outer = without_points(without_inner(without_lists(alike, paper)), points, possible)
    likely = without_longer(outer)
    best = chosen(likely, len(outline.sections))
    sections = {
        outline.sections[one.at].key: Found(outline.sections[one.at].key, one.heading, one.score, in_order)
        for one, in_order in best
    }
    sections |= guessed(paper, outline, sections, possible)
    order = tuple(sorted((found.heading.first, key) for key, found in sections.items()))
    partial = Map(sections, {}, {}, {}, (), {}, tuple(possible), order, len(paper.blocks))
    found = find_points(paper, outline, partial)
    return replace(
        partial,
        points=found.points,
        told=found.told,
        strayed=found.strayed,
        repeated=tuple(_repeated(likely, best, outline)),
        near=_nearest(possible, outline, sections),
    )


def _repeated(
    likely: Sequence[Candidate], best: Sequence[tuple[Candidate, bool]], outline: Outline
) -> Iterator[Found]:
    """Further sure headings of a section that has one."""
    have = {one.at: one for one, _ in best}
    blocks = {block for one in have.values() for block in range(one.heading.first, one.heading.last + 1)}
    for one in likely:
        rival = have.get(one.at)
        free = not blocks & set(range(one.heading.first, one.heading.last + 1))
        if rival is not None and free and one.score >= 0.9 and one.like >= 0.93 and _same_rank(one, rival):
            blocks.add(one.heading.first)
            yield Found(outline.sections[one.at].key, one.heading, one.score)


def _same_rank(one: Candidate, other: Candidate) -> bool:
    return one.heading.level == other.heading.level and len(one.heading.number) == len(other.heading.number)


def _nearest(possible: Sequence[Heading], outline: Outline, sections: dict[str, Found]) -> dict[str, Heading]:
    """For what was not found, the heading that is likest, to be named in the message."""
    taken = {found.heading.first for found in sections.values()}
    free = [one for one in possible if one.first not in taken and one.weight >= 0.5]
    near = {}
    for section in outline.sections:
        if section.key in sections:
            continue
        scored = [
            (max(likeness(phrase(one.text), phrase(title)) for title in section.wordings), -one.first, one)
            for one in free
        ]
        like, _, heading = max(scored, key=lambda each: each[:2], default=(0.0, 0, None))
        if heading is not None and like >= 0.5:
            near[section.key] = heading
    return near
