"""Who was there: by organisation, as groups, or moved to an annex when the list is long."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from docgen.corpus import printed
from docgen.kinds.protocol.record import Attendance, Protocol
from docgen.language.cases import Case
from docgen.model.book import Book


@dataclass(frozen=True)
class PresentRow:
    """An organisation's people: «от ФГБОУ …» on the left, names on the right, a line each."""

    organisation: str = printed("От какой организации")
    names: str = printed("Фамилия И.О., по одной в строке")


@dataclass(frozen=True)
class AnnexList:
    """The list of those present, moved to an annex."""

    title: ClassVar[str] = "Список участников"
    count: int = printed("Сколько человек")
    rows: tuple[PresentRow, ...] = printed("Организации и имена")


def rows(attendance: Sequence[Attendance], book: Book) -> tuple[PresentRow, ...]:
    """A row for each organisation."""
    return tuple(_row(entry, book) for entry in attendance if entry.people)


def _row(entry: Attendance, book: Book) -> PresentRow:
    names = "\n".join(book.person(person).listed() for person in entry.people)
    if entry.organisation is None:
        return PresentRow("", names)
    return PresentRow(f"от {book.organisation(entry.organisation).form(Case.GENITIVE)}", names)


def annex_list(protocol: Protocol, book: Book) -> AnnexList | None:
    """The annex, if more people were present than the protocol prints."""
    count = sum(len(entry.people) for entry in protocol.present)
    if count <= protocol.list_limit:
        return None
    return AnnexList(count, rows(protocol.present, book))
