"""The reference data that programmes and the portfolio are held against, as one book."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from docgen.model.clusters import Clusters
from docgen.model.industries import Industries
from docgen.model.layout.layout import Layout
from docgen.model.passport import Passport
from docgen.model.subjects import Regions

PROGRAMME_BOOK_TYPES: tuple[type, ...] = (Layout, Passport, Regions, Industries, Clusters)

G = TypeVar("G")


class Library(Protocol):
    """Where reference data are found (a corpus)."""

    def one(self, record_type: type[G]) -> G | None:
        """The only record of a type."""
        ...

    def of(self, record_type: type[G]) -> Sequence[Any]:
        """The documents of a type, each with an ``id`` and a ``record``."""
        ...


@dataclass(frozen=True)
class ProgrammeBook:
    """Layouts by their ids, the passport, regions, industries and the cards of clusters."""

    layouts: Mapping[str, Layout]
    passport: Passport | None
    regions: Regions
    industries: Industries
    clusters: Clusters

    @classmethod
    def of(cls, library: Library) -> "ProgrammeBook":
        """The book of a corpus; a missing file counts as empty."""
        return cls(
            {document.id: document.record for document in library.of(Layout)},
            library.one(Passport),
            library.one(Regions) or Regions({}),
            library.one(Industries) or Industries({}),
            library.one(Clusters) or Clusters({}),
        )

    @property
    def newest_layout(self) -> str:
        """The layout of the latest period; empty where there is none that can be read."""
        return max(self.layouts, key=lambda name: (self.layouts[name].period.last, name), default="")
