"""Sections that are called quite otherwise: known by their place between others, their rank and the points under them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from docgen.papers.outline import Outline, Section
from docgen.papers.paper import Paper
from docgen.papers.sections.choosing import candidates
from docgen.papers.sections.found import Found
from docgen.papers.sections.headings import Heading
from docgen.papers.sections.words import likeness, phrase

_SURE = 0.6
_ALIKE, _POINTS = 0.4, 1 / 3  # either speaks for a heading that stands where the section should

Rank = tuple[int | None, int, bool, bool, bool, bool, float | None]


def guessed(
    paper: Paper, outline: Outline, sections: dict[str, Found], possible: Sequence[Heading]
) -> dict[str, Found]:
    """Headings set like those of the sections found, that stand where a missing one should and hold its points.

    What was found without certainty and is set otherwise than the others is looked for once more.
    """
    usual = _usual(paper, sections)
    placed = sorted(
        (found.heading.first, at)
        for at, one in enumerate(outline.sections)
        if (found := sections.get(one.key)) is not None
        and found.in_order
        and (found.certain or rank(paper, found.heading) == usual)
    )
    if usual is None or not placed or len(placed) == len(outline.sections):
        return {}
    peers = [one for one in shortest(possible) if rank(paper, one) == usual]
    taken = {block for block, _ in placed}
    result: dict[str, Found] = {}
    bounds = [(-1, -1), *placed, (len(paper.blocks), len(outline.sections))]
    for (start, before), (end, after) in pairwise(bounds):
        missing = outline.sections[before + 1 : after]
        free = [one for one in peers if start < one.first < end and one.first not in taken]
        for section, heading in _matched(missing, free, end, possible):
            result[section.key] = Found(section.key, _by_place(heading), _SURE)
    return result


def _usual(paper: Paper, sections: dict[str, Found]) -> Rank | None:
    ranks = Counter(rank(paper, found.heading) for found in sections.values())
    return ranks.most_common(1)[0][0] if ranks else None


def _matched(
    missing: Sequence[Section], free: Sequence[Heading], end: int, possible: Sequence[Heading]
) -> Iterator[tuple[Section, Heading]]:
    """In order, each missing section with the next free heading that fits it."""
    first = 0
    for section in missing:
        for at in range(first, len(free)):
            until = free[at + 1].first if at + 1 < len(free) else end
            own = [one for one in possible if free[at].last < one.first < until]
            if _fits(section, free[at], own):
                yield section, free[at]
                first = at + 1
                break


def _fits(section: Section, heading: Heading, under: Sequence[Heading]) -> bool:
    told = phrase(heading.text)
    if max(likeness(told, phrase(title)) for title in section.wordings) >= _ALIKE:
        return True
    points = {one.at for one in candidates(under, [point.wordings for point in section.points])}
    return bool(points) and len(points) >= _POINTS * len(section.points)


def _by_place(heading: Heading) -> Heading:
    return replace(heading, why=f"{heading.why}; узнан по месту и по пунктам")


def shortest(possible: Sequence[Heading]) -> list[Heading]:
    """Of headings that begin in one paragraph the shortest with words: the next line may be a heading of its own."""
    found: dict[int, Heading] = {}
    for one in possible:
        known = found.get(one.first)
        if not one.run_in and one.text.strip() and (known is None or one.last < known.last):
            found[one.first] = one
    return list(found.values())


def rank(paper: Paper, heading: Heading) -> Rank:
    """What headings of one rank have in common; a style tells all, else it is how they are set."""
    block = paper.blocks[heading.first]
    if heading.level:
        return heading.level, len(heading.number), False, False, False, False, None
    look = block.look
    caps = look.caps or heading.text.isupper()
    return (
        None,
        len(heading.number),
        look.bold,
        caps,
        look.centred and block.page is None,
        block.cell is not None,
        look.size,
    )
