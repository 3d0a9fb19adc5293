"""Who was there: by organisation, as groups, or moved to an annex when the list is long."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from docgen.corpus import printed
from docgen.kinds.protocol.record import Attendance, Protocol
from docgen.language.cases import Case
from docgen.model.book import Book
from docgen.model.organisations import Organisation
from docgen.model.people import Person
from docgen.model.references import Ref


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
    """A row for each organisation; where an entry names none, people stand with their own, or with their post."""
    found: list[PresentRow] = []
    for entry in attendance:
        people = [book.person(ref) for ref in entry.people]
        for label, those in groupby(people, key=lambda person: _label(entry.organisation, person, book)):
            found.append(PresentRow(label, "\n".join(person.listed() for person in those)))
    return tuple(found)


def _label(organisation: Ref[Organisation] | None, person: Person, book: Book) -> str:
    """What stands left of a name: «от ФГБОУ …», «Советник министра», or nothing."""
    whose = organisation or person.organisation
    if whose is not None:
        return f"от {book.organisation(whose).form(Case.GENITIVE)}"
    post = person.post_in()
    return post[:1].upper() + post[1:]


def annex_list(protocol: Protocol, book: Book) -> AnnexList | None:
    """The annex, if more people were present than the protocol prints."""
    count = sum(len(entry.people) for entry in protocol.present)
    if count <= protocol.list_limit:
        return None
    return AnnexList(count, rows(protocol.present, book))
