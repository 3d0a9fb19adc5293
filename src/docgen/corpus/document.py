"""A document, its stage, and the corpus of all documents."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import Field

from docgen.diagnostics import Problem, Source
from docgen.sources import Record


class Stage(Enum):
    """How far a document has come.

    A draft shows what is not written yet; ``to_sign`` admits no gap and carries the stamp anchors; ``signed`` is
    frozen.
    """

    DRAFT = "draft"
    TO_SIGN = "to_sign"
    SIGNED = "signed"


class SignedFile(Record):
    """The file that was signed: it is never written again."""

    file: str = Field(title="Файл", description="Путь к подписанному файлу от корня рабочей папки")
    sha256: str = Field(
        title="Сумма SHA-256", description="Контрольная сумма подписанного файла", pattern="^[0-9a-fA-F]{64}$"
    )


class DocumentRecord(Record):
    """What every document's source may say, whatever its kind."""

    stage: Stage = Field(
        default=Stage.DRAFT,
        title="Стадия",
        description="draft – черновик («ПРОЕКТ», пробелы видны); to_sign – на подпись; signed – подписан",
    )
    signed: SignedFile | None = Field(
        default=None,
        title="Подписанный файл",
        description="Обязателен на стадии signed; файл больше не изменяется",
    )


D = TypeVar("D", bound=Any)


@dataclass(frozen=True)
class Document(Generic[D]):
    """A source that was read: its kind's name, its id (the file's stem), its record, the tables read with it.

    ``folder`` is where the tables and pictures of a document lie.
    """

    kind: str
    id: str
    source: Source
    record: D
    as_if: Stage | None = None
    attached: tuple[Source, ...] = ()
    folder: Path | None = None

    def picture(self, path: str) -> bytes | None:
        """The picture that the text calls by its path in the document's folder; ``None`` if there is no such file."""
        if self.folder is None:
            return None
        file = self.folder / path
        if not file.resolve().is_relative_to(self.folder.resolve()):
            return None
        try:
            return file.read_bytes()
        except OSError:
            return None

    @property
    def stage(self) -> Stage:
        """The stage its source says, or the one it is looked at ``as_if``; reference data have none, they count as ready."""
        if self.as_if is not None:
            return self.as_if
        return self.record.stage if isinstance(self.record, DocumentRecord) else Stage.TO_SIGN


def nothing_known(document: Document[Any]) -> list[Problem] | None:
    """Where nobody has checked before."""
    return None


@dataclass(frozen=True)
class Corpus:
    """All documents and reference data that were read without errors.

    ``kinds`` are those that the documents are of: a document that tells of others asks how ready they are. ``known``
    tells what was found in a document when it was checked last, if nothing has changed since.
    """

    documents: tuple[Document[Any], ...] = ()
    kinds: tuple[Any, ...] = field(default=(), repr=False)
    known: Callable[[Document[Any]], list[Problem] | None] = field(
        default=nothing_known, repr=False, compare=False
    )

    @cached_property
    def _by_type(self) -> dict[type, tuple[Document[Any], ...]]:
        return {}

    def of(self, record_type: type[D]) -> tuple[Document[D], ...]:
        """Every document whose record is of the type or of one made of it, in the order of their ids."""
        if record_type not in self._by_type:
            self._by_type[record_type] = tuple(d for d in self.documents if isinstance(d.record, record_type))
        return self._by_type[record_type]

    def one(self, record_type: type[D]) -> D | None:
        """The record of the only document of a type (a file of reference data); ``None`` if there is none."""
        documents = self.of(record_type)
        return documents[0].record if documents else None

    @cached_property
    def _parts(self) -> "dict[frozenset[type], Corpus]":
        return {}

    def only(self, record_types: Iterable[type]) -> "Corpus":
        """What a view may see: an undeclared dependency fails at once instead of going stale later.

        The same types give the same corpus: what was reckoned from it may be remembered.
        """
        key = frozenset(record_types)
        if key not in self._parts:
            admitted = tuple(key)
            self._parts[key] = Corpus(
                tuple(d for d in self.documents if isinstance(d.record, admitted)), self.kinds, self.known
            )
        return self._parts[key]
