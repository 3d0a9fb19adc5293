"""Texts that one programme has from another: found in all points, mission and goal, told with both places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from docgen.corpus import Document
from docgen.diagnostics import Span
from docgen.kinds.portfolio.record import CopyOptions
from docgen.language.copies import Copy, copies
from docgen.model.layout.layout import Layout
from docgen.model.programme import WrittenProgramme
from docgen.sources import Scalar

_QUOTED = 110


@dataclass(frozen=True)
class Written:
    """A text of a programme: where it stands in the record and in the source."""

    document: Document[WrittenProgramme]
    path: tuple[str, ...]
    scalar: Scalar

    def title(self, layout: Layout | None) -> str:
        """«пункт 1.2», «миссия»."""
        if len(self.path) == 1:
            return {"mission": "миссия", "goal": "стратегическая цель"}[self.path[0]]
        found = layout.find(self.path[1], self.path[2]) if layout is not None else None
        return f"пункт {found.number}" if found is not None else f"пункт {self.path[1]}.{self.path[2]}"


@dataclass(frozen=True)
class Copied:
    """A text that two programmes share: how many words, which share of the shorter text in per cent, and where.

    Places are found when they are asked for: among hundreds of programmes there may be thousands of pairs.
    """

    first: Written
    second: Written
    words: int
    percent: float
    in_first: tuple[int, int]
    in_second: tuple[int, int]

    @property
    def at_first(self) -> Span:
        """The longest passage in the first text."""
        return self.first.scalar.part(*self.in_first)

    @property
    def at_second(self) -> Span:
        """The same passage in the second."""
        return self.second.scalar.part(*self.in_second)

    @property
    def passage(self) -> str:
        """The beginning of the longest passage."""
        text = " ".join(self.first.scalar[slice(*self.in_first)].split())
        return text if len(text) <= _QUOTED else f"{text[:_QUOTED].rpartition(' ')[0]}…"


def copied(documents: Sequence[Document[WrittenProgramme]], options: CopyOptions) -> list[Copied]:
    """Every pair of texts of different programmes, the longest first."""
    ordered = sorted(documents, key=lambda document: document.id)  # one order, so that all ask the same
    texts = [text for document in ordered for text in _texts(document)]
    found = _found(
        tuple(str(text.scalar) for text in texts),
        tuple(text.document.id for text in texts),
        options.words,
        float(options.share) / 100,
    )
    return [_copied(one, texts) for one in found]


@lru_cache(maxsize=2)
def _found(texts: tuple[str, ...], owners: tuple[str, ...], words: int, share: float) -> tuple[Copy, ...]:
    """Rules and view ask the same."""
    return tuple(copies(texts, owners, words, share))


def _texts(document: Document[WrittenProgramme]) -> Iterator[Written]:
    programme = document.record
    paths = [(field,) for field in ("mission", "goal")]
    points = [("sections", key, point) for key, points in programme.sections.items() for point in points]
    for path in (*paths, *points):
        scalar = programme.scalar(*path)
        if scalar is not None:
            yield Written(document, path, scalar)


def _copied(one: Copy, texts: Sequence[Written]) -> Copied:
    first, second = texts[one.first], texts[one.second]
    return Copied(first, second, one.words, one.share * 100, one.at_first, one.at_second)


def pairs(found: Sequence[Copied]) -> dict[tuple[str, str], list[Copied]]:
    """By the two programmes, those that share most words first."""
    by_pair: dict[tuple[str, str], list[Copied]] = {}
    for one in found:
        by_pair.setdefault((one.first.document.id, one.second.document.id), []).append(one)
    return dict(sorted(by_pair.items(), key=lambda item: -sum(one.words for one in item[1])))
