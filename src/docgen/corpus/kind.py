"""A kind of document, told as a value."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from docgen.corpus.document import Corpus, Document
from docgen.corpus.readiness import Part
from docgen.corpus.start import Scaffold, Start
from docgen.diagnostics import Rule
from docgen.sources import Record, Registry

D = TypeVar("D")
V = TypeVar("V", bound="Printable")


class Printable(Protocol):
    """What every view tells the machine besides what it tells its template."""

    @property
    def document_title(self) -> str:
        """The title that goes into the file's properties."""
        ...

    @property
    def document_date(self) -> date | None:
        """The date that goes into the file's properties; ``None`` while unknown."""
        ...


def printed(title: str, *, verbatim: bool = False, default: Any = MISSING) -> Any:
    """A field of a view with the title that ``docgen fields`` shows; ``verbatim`` ones get no typography."""
    return field(default=default, metadata={"title": title, "verbatim": verbatim})


@dataclass(frozen=True)
class Kind(Generic[D, V]):
    """One kind of document.

    ``name`` is said five times: the folder in ``content/``, in ``kinds/``, in ``tests/kinds/``, in ``out/`` and the
    Word file in ``templates/``. ``view`` makes of a document what the template prints; ``view_type`` loads the type
    that templates are proved against, which who only checks sources does not need. ``reads`` are the record types
    that the view may ask the corpus for. ``finished`` says what the PDF must satisfy (a ``publish.PageExpectation``).
    A ``paged`` kind has a contents whose page numbers are known only when the pages are laid out. ``scaffold`` makes
    what ``docgen new`` starts a document from; ``asks`` are the options that it understands. ``parts`` says of what a
    document consists and who answers for it, which ``docgen status`` tells the readiness of. ``tables`` are what the kind makes besides Word and PDF: the ending of
    the file («xlsx»), and what makes its bytes of a document and of what its view may read.
    """

    name: str
    title: str
    record: type[D]
    view: Callable[[Document[D], Corpus], V]
    view_type: Callable[[], type[V]]
    rules: tuple[Rule, ...] = ()
    reads: tuple[type, ...] = ()
    finished: Callable[[Document[D], V], Any] | None = None
    paged: bool = False
    scaffold: Callable[[Start], Scaffold] | None = None
    asks: tuple[str, ...] = ()
    parts: Callable[[Document[D], Corpus], tuple[Part, ...]] | None = None
    tables: Mapping[str, Callable[[Document[D], Corpus], bytes]] = field(default_factory=dict)

    def may_read(self, record_type: type) -> bool:
        """Whether its view may ask the corpus for records of the type: for the type itself or one it is made of."""
        return issubclass(record_type, self.reads)


@dataclass(frozen=True)
class Reference:
    """A file of reference data, ``content/reference/<name>.yaml``; with ``folder`` a folder of them, ``<name>/*.yaml``."""

    name: str
    title: str
    record: type[Registry[Any]] | type[Record]
    rules: tuple[Rule, ...] = ()
    folder: bool = False

    def place(self, reference_folder: Path) -> Path:
        """Where it lies within the folder of reference data, whether it is there or not: a file or a folder."""
        return reference_folder / (self.name if self.folder else f"{self.name}.yaml")

    def holds_any(self, record_types: tuple[type, ...]) -> bool:
        """Whether its record is of one of these types."""
        return self.record in record_types

    def files(self, reference_folder: Path) -> list[Path]:
        """Its files within the folder of reference data, by name."""
        place = self.place(reference_folder)
        paths = sorted(place.glob("*.yaml")) if self.folder else [place]
        return [path for path in paths if path.is_file()]


def read_kinds(
    kind: Kind[Any, Any], kinds: Sequence[Kind[Any, Any]], references: Sequence[Reference]
) -> list[Kind[Any, Any]]:
    """The kinds whose documents a kind's view may ask for; none of them is loaded if it asks for reference data alone."""
    types = {one for one in kind.reads if not any(reference.holds_any((one,)) for reference in references)}
    return [other for other in kinds if kind.may_read(other.record)] if types else []
