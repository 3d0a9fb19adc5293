"""Which heading stands for which title: the likest ones, in order if they can be, each once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.papers.paper import Paper, Where
from docgen.papers.sections.headings import Heading
from docgen.papers.sections.words import likeness, phrase

_NEAR = 0.13  # a candidate this much worse than the best of its section is none
_NEVER = 1.1
_LARGER = 0.5  # points: a section's heading over those of its points
_LITTLE = 0.1  # what a second line must add at least to be of the heading
_REAL, _CLEARLY = 0.6, 0.05
_OUTER = 0.8  # so alike a heading of a higher rank must be to take the section from one below it


@dataclass(frozen=True, slots=True)
class Candidate:
    """A heading for one of the titles: ``at`` is the title's place, ``like`` how alike, ``score`` all in all."""

    at: int
    heading: Heading
    like: float
    score: float


def candidates(possible: Sequence[Heading], wordings: Sequence[tuple[str, ...]]) -> Iterator[Candidate]:
    """Every heading that may stand for one of the titles, each given with its other wordings."""
    titles = [[phrase(parted) for parted in each] for each in wordings]
    for heading in possible:
        if not heading.text.strip():
            continue
        told = phrase(heading.text)
        for at, phrases in enumerate(titles):
            like = max((likeness(told, title) for title in phrases), default=0.0)
            if like >= _threshold(heading.weight):
                fits = heading.number == (at + 1,)
                score = min(1.0, 0.6 * like + 0.36 * heading.weight + 0.04 * fits)
                yield Candidate(at, heading, like, score)


def _threshold(weight: float) -> float:
    """The less speaks for a heading, the liker it must be."""
    if weight >= 0.8:
        return 0.66
    if weight >= 0.6:
        return 0.72
    if weight >= 0.45:
        return 0.8
    return 0.9 if weight >= 0.3 else _NEVER


def without_lists(candidates: list[Candidate], paper: Paper) -> list[Candidate]:
    """Three titles one under the other with no text between are a list of sections, if the sections come elsewhere too."""
    placed = sorted(
        {one.heading.first: one for one in candidates}.values(), key=lambda one: one.heading.first
    )
    runs: list[list[Candidate]] = []
    for one in placed:
        if runs and _adjacent(runs[-1][-1].heading, one.heading, paper) and one.at != runs[-1][-1].at:
            runs[-1].append(one)
        else:
            runs.append([one])
    listed = {one.heading.first for run in runs if len(run) >= 3 for one in run}
    elsewhere = {one.at for one in candidates if one.heading.first not in listed}
    return [one for one in candidates if one.heading.first not in listed or one.at not in elsewhere]


def without_inner(candidates: list[Candidate]) -> list[Candidate]:
    """«Миссия» under «2. Миссия, цели и задачи» is a point of the section, though one word may stand for all of it."""
    return [
        one
        for one in candidates
        if not any(
            other.at == one.at
            and other.like >= _OUTER
            and other.heading.first < one.heading.first
            and _is_under(one.heading, other.heading)
            for other in candidates
        )
    ]


def without_points(
    candidates: list[Candidate], points: Sequence[Sequence[str]], possible: Sequence[Heading]
) -> list[Candidate]:
    """A heading under others that says a point's title better than its section's is that point; ``points`` by section."""
    real = [one for one in possible if one.weight >= _REAL and not one.run_in]
    return [
        one
        for one in candidates
        if one.like >= _likest(one, points[one.at]) - _CLEARLY or not _stands_under(one.heading, real)
    ]


def _likest(one: Candidate, wordings: Sequence[str]) -> float:
    told = phrase(one.heading.text)
    return max((likeness(told, phrase(wording)) for wording in wordings), default=0.0)


def _stands_under(one: Heading, real: Sequence[Heading]) -> bool:
    """Whether headings of a higher rank stand above it and below it: a title of the whole does not count."""
    above = any(other.last < one.first and _is_under(one, other) for other in real)
    return above and any(other.first > one.last and _is_under(one, other) for other in real)


def without_longer(candidates: list[Candidate]) -> list[Candidate]:
    """A heading that says it all on its first line does not go on in the next: that is a heading of its own."""
    return [
        one
        for one in candidates
        if not any(
            other.at == one.at
            and other.heading.first == one.heading.first
            and other.heading.last < one.heading.last
            and not other.heading.run_in
            and other.like >= max(_OUTER, one.like - _LITTLE)
            for other in candidates
        )
    ]


def _is_under(one: Heading, other: Heading) -> bool:
    """Whether a heading is of a lower rank: by level, by the parts of its number or the lack of one, by capitals, by size."""
    if one.level is not None and other.level is not None and one.level != other.level:
        return one.level > other.level
    if other.number and (not one.number or len(one.number) > len(other.number)):
        return True
    if one.level is None and other.text.isupper() and not one.text.isupper():
        return True
    return bool(one.size and other.size and other.size - one.size >= _LARGER)


def _adjacent(one: Heading, other: Heading, paper: Paper) -> bool:
    between = paper.blocks[one.last + 1 : other.first]
    return not any(block.text.strip() or block.picture for block in between if block.where is Where.BODY)


def chosen(candidates: Sequence[Candidate], count: int) -> list[tuple[Candidate, bool]]:
    """One heading for each section: the heaviest set in order, then what is left out of order."""
    best = {at: max((c.score for c in candidates if c.at == at), default=0.0) for at in range(count)}
    good = [c for c in candidates if c.score >= best[c.at] - _NEAR and _is_best_use(c, candidates)]
    ordered = _heaviest_in_order(good)
    taken = {c.heading.first for c in ordered}
    have = {c.at for c in ordered}
    chosen = [(c, True) for c in ordered]
    for candidate in sorted(good, key=lambda c: -c.score):
        if candidate.at not in have and candidate.heading.first not in taken:
            chosen.append((candidate, False))
            have.add(candidate.at)
            taken.add(candidate.heading.first)
    return chosen


def _is_best_use(candidate: Candidate, candidates: Sequence[Candidate]) -> bool:
    """A heading stands for the section it is likest to."""
    rivals = (c.like for c in candidates if c.heading.first == candidate.heading.first)
    return candidate.like >= max(rivals) - 0.02


def _heaviest_in_order(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The heaviest chain of candidates in which both sections and places only go forward."""
    ordered = sorted(candidates, key=lambda c: (c.heading.first, c.at))
    best: list[tuple[float, int]] = []
    for here, one in enumerate(ordered):
        chains = (
            (best[before][0], before)
            for before in range(here)
            if ordered[before].at < one.at and ordered[before].heading.last < one.heading.first
        )
        weight, previous = max(chains, default=(0.0, -1))
        best.append((weight + one.score**2, previous))
    if not best:
        return []
    chain = []
    at = max(range(len(best)), key=lambda index: best[index][0])
    while at >= 0:
        chain.append(ordered[at])
        at = best[at][1]
    return chain[::-1]
