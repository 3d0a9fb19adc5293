"""Which heading is which section: the likest ones, in order if they can be, each once."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.papers.outline import Outline, Point, Section
from docgen.papers.paper import Paper, Where
from docgen.papers.sections.headings import Heading, headings
from docgen.papers.sections.words import Phrase, covered, likeness, plain

_SURE = 0.8
_NEAR = 0.13  # a candidate this much worse than the best of its section is none
_NEVER = 1.1
_TOLD = 0.8  # a paragraph that holds so much of a point's wording tells of it


@dataclass(frozen=True, slots=True)
class Found:
    """A section or a point found: its heading, and how sure that is (0 to 1)."""

    key: str
    heading: Heading
    sure: float
    in_order: bool = True

    @property
    def certain(self) -> bool:
        """Whether nobody would doubt it."""
        return self.sure >= _SURE


@dataclass(frozen=True)
class Map:
    """What of an outline a document holds.

    ``sections`` by key, ``points`` by (section, point), ``told`` those points without a heading of which a paragraph
    tells; ``strayed`` points that stand in another section; ``repeated`` further headings of a section; ``near`` the
    likest heading of a section that was not found.
    """

    sections: dict[str, Found]
    points: dict[tuple[str, str], Found]
    told: dict[tuple[str, str], int]
    strayed: dict[tuple[str, str], tuple[str, Found]]
    repeated: tuple[Found, ...]
    near: dict[str, Heading]
    headings: tuple[Heading, ...]
    _order: tuple[tuple[int, str], ...]
    _blocks: int

    def extent(self, key: str) -> range:
        """The blocks of a section, without its heading."""
        starts = [start for start, _ in self._order]
        found = self.sections[key].heading
        after = bisect_right(starts, found.first)
        end = starts[after] if after < len(starts) else self._blocks
        return range(found.first if found.run_in else found.last + 1, end)

    def at(self, block: int) -> str | None:
        """The key of the section in which a block stands."""
        before = [key for start, key in self._order if start <= block]
        return before[-1] if before else None


@dataclass(frozen=True, slots=True)
class _Candidate:
    at: int  # the section's place in the outline
    heading: Heading
    like: float
    score: float


def find_sections(paper: Paper, outline: Outline) -> Map:
    """Look for every section and point of the outline."""
    possible = headings(paper)
    candidates = list(_candidates(possible, [section.wordings for section in outline.sections]))
    candidates = _without_lists(candidates, paper)
    chosen = _chosen(candidates, len(outline.sections))
    sections = {
        outline.sections[one.at].key: Found(outline.sections[one.at].key, one.heading, one.score, in_order)
        for one, in_order in chosen
    }
    order = tuple(sorted((found.heading.first, key) for key, found in sections.items()))
    partial = Map(sections, {}, {}, {}, (), {}, tuple(possible), order, len(paper.blocks))
    points, told, strayed = _points(paper, outline, partial)
    return Map(
        sections,
        points,
        told,
        strayed,
        tuple(_repeated(candidates, chosen, outline)),
        _nearest(possible, outline, sections),
        tuple(possible),
        order,
        len(paper.blocks),
    )


def _candidates(possible: Sequence[Heading], wordings: Sequence[tuple[str, ...]]) -> Iterator[_Candidate]:
    titles = [[Phrase(parted) for parted in each] for each in wordings]
    for heading in possible:
        if not heading.text.strip():
            continue
        phrase = Phrase(heading.text)
        for at, phrases in enumerate(titles):
            like = max((likeness(phrase, title) for title in phrases), default=0.0)
            if like >= _threshold(heading.weight):
                fits = heading.number == (at + 1,)
                score = min(1.0, 0.6 * like + 0.36 * heading.weight + 0.04 * fits)
                yield _Candidate(at, heading, like, score)


def _threshold(weight: float) -> float:
    """The less speaks for a heading, the liker it must be."""
    if weight >= 0.8:
        return 0.66
    if weight >= 0.6:
        return 0.72
    if weight >= 0.45:
        return 0.8
    return 0.9 if weight >= 0.3 else _NEVER


def _without_lists(candidates: list[_Candidate], paper: Paper) -> list[_Candidate]:
    """Three titles one under the other with no text between are a list of sections, if the sections come elsewhere too."""
    placed = sorted(
        {one.heading.first: one for one in candidates}.values(), key=lambda one: one.heading.first
    )
    runs: list[list[_Candidate]] = []
    for one in placed:
        if runs and _adjacent(runs[-1][-1].heading, one.heading, paper) and one.at != runs[-1][-1].at:
            runs[-1].append(one)
        else:
            runs.append([one])
    listed = {one.heading.first for run in runs if len(run) >= 3 for one in run}
    elsewhere = {one.at for one in candidates if one.heading.first not in listed}
    return [one for one in candidates if one.heading.first not in listed or one.at not in elsewhere]


def _adjacent(one: Heading, other: Heading, paper: Paper) -> bool:
    between = paper.blocks[one.last + 1 : other.first]
    return not any(block.text.strip() or block.picture for block in between if block.where is Where.BODY)


def _chosen(candidates: Sequence[_Candidate], count: int) -> list[tuple[_Candidate, bool]]:
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


def _is_best_use(candidate: _Candidate, candidates: Sequence[_Candidate]) -> bool:
    """A heading stands for the section it is likest to."""
    rivals = (c.like for c in candidates if c.heading.first == candidate.heading.first)
    return candidate.like >= max(rivals) - 0.02


def _heaviest_in_order(candidates: Sequence[_Candidate]) -> list[_Candidate]:
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


def _repeated(
    candidates: Sequence[_Candidate], chosen: Sequence[tuple[_Candidate, bool]], outline: Outline
) -> Iterator[Found]:
    """Further sure headings of a section that has one."""
    have = {one.at: one for one, _ in chosen}
    blocks = {block for one in have.values() for block in range(one.heading.first, one.heading.last + 1)}
    for one in candidates:
        rival = have.get(one.at)
        free = not blocks & set(range(one.heading.first, one.heading.last + 1))
        if rival is not None and free and one.score >= 0.9 and one.like >= 0.93 and _same_rank(one, rival):
            blocks.add(one.heading.first)
            yield Found(outline.sections[one.at].key, one.heading, one.score)


def _same_rank(one: _Candidate, other: _Candidate) -> bool:
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
            (max(likeness(Phrase(one.text), Phrase(title)) for title in section.wordings), -one.first, one)
            for one in free
        ]
        like, _, heading = max(scored, key=lambda each: each[:2], default=(0.0, 0, None))
        if heading is not None and like >= 0.5:
            near[section.key] = heading
    return near


_Points = tuple[
    dict[tuple[str, str], Found], dict[tuple[str, str], int], dict[tuple[str, str], tuple[str, Found]]
]


def _points(paper: Paper, outline: Outline, sections: Map) -> _Points:
    """The points: under a heading in their section, told of in its text, or under a heading elsewhere."""
    points: dict[tuple[str, str], Found] = {}
    told: dict[tuple[str, str], int] = {}
    strayed: dict[tuple[str, str], tuple[str, Found]] = {}
    taken = {found.heading.first for found in sections.sections.values() if not found.heading.run_in}
    possible = [heading for heading in sections.headings if heading.first not in taken]
    for section in outline.sections:
        within = sections.extent(section.key) if section.key in sections.sections else range(0)
        own = [heading for heading in possible if heading.first in within]
        for at, found in _assigned(own, section.points).items():
            points[section.key, section.points[at].key] = found
    used = {found.heading.first for found in points.values()}
    for section in outline.sections:
        _the_rest(paper, section, sections, possible, used, points, told, strayed)
    return points, told, strayed


def _assigned(possible: Sequence[Heading], points: Sequence[Point]) -> dict[int, Found]:
    candidates = list(_candidates(possible, [point.wordings for point in points]))
    return {
        one.at: Found(points[one.at].key, one.heading, one.score)
        for one, _ in _chosen(candidates, len(points))
    }


def _the_rest(
    paper: Paper,
    section: Section,
    sections: Map,
    possible: Sequence[Heading],
    used: set[int],
    points: dict[tuple[str, str], Found],
    told: dict[tuple[str, str], int],
    strayed: dict[tuple[str, str], tuple[str, Found]],
) -> None:
    """Points of a section that have no heading in it."""
    for point in section.points:
        key = (section.key, point.key)
        if key in points or section.key not in sections.sections:
            continue
        block = _telling(paper, sections.extent(section.key), point)
        if block is not None:
            told[key] = block
            continue
        free = [one for one in possible if one.first not in used and one.weight >= 0.6]
        elsewhere = _assigned(free, (point,)).get(0)
        where = None if elsewhere is None else sections.at(elsewhere.heading.first)
        if elsewhere is not None and elsewhere.sure >= 0.85 and where not in (None, section.key):
            strayed[key] = (str(where), elsewhere)


def _telling(paper: Paper, extent: range, point: Point) -> int | None:
    """The paragraph of a section that holds nearly all telling words of a point's title."""
    for at in extent:
        block = paper.blocks[at]
        if block.where is not Where.BODY or len(block.text) < 15 or block.contents:
            continue
        words = plain(block.text).split()
        if any(covered(Phrase(title).words, words) >= _TOLD for title in point.wordings):
            return at
    return None
