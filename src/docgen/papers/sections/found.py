"""What was found of an outline: sections and points with their headings, and how sure that is."""

from bisect import bisect_right
from dataclasses import dataclass

from docgen.papers.sections.headings import Heading

_SURE = 0.8


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
    likest heading of a section that was not found; ``order`` where each section begins.
    """

    sections: dict[str, Found]
    points: dict[tuple[str, str], Found]
    told: dict[tuple[str, str], int]
    strayed: dict[tuple[str, str], tuple[str, Found]]
    repeated: tuple[Found, ...]
    near: dict[str, Heading]
    headings: tuple[Heading, ...]
    order: tuple[tuple[int, str], ...]
    blocks: int

    def extent(self, key: str) -> range:
        """The blocks of a section, without its heading."""
        starts = [start for start, _ in self.order]
        found = self.sections[key].heading
        after = bisect_right(starts, found.first)
        end = starts[after] if after < len(starts) else self.blocks
        return range(found.first if found.run_in else found.last + 1, end)

    def extent_of_point(self, section: str, point: str) -> range:
        """The blocks of a point, without its heading unless the text begins in it; the section's, if it has none."""
        whole = self.extent(section)
        found = self.points.get((section, point))
        if found is None:
            return whole
        starts = sorted(one.heading.first for one in self.points.values())
        end = next((start for start in starts if start > found.heading.last), whole.stop)
        first = found.heading.first if found.heading.run_in else found.heading.last + 1
        return range(first, min(end, whole.stop))

    def at(self, block: int) -> str | None:
        """The key of the section in which a block stands."""
        before = [key for start, key in self.order if start <= block]
        return before[-1] if before else None
