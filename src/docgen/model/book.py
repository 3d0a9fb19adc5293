"""The reference data as one book: looks up what a document refers to."""

from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from docgen.language.cases import Case
from docgen.model.cited import CitedDocument, CitedDocuments
from docgen.model.forms import ApprovedForms
from docgen.model.orders import Addressee
from docgen.model.organisations import Group, Groups, Organisation, Organisations
from docgen.model.people import People, Person
from docgen.model.references import Ref
from docgen.sources import Record, Registry

BOOK_TYPES: tuple[type[Registry[Any]], ...] = (People, Organisations, Groups, CitedDocuments, ApprovedForms)

R = TypeVar("R", bound=Record)
G = TypeVar("G")


class Shelf(Protocol):
    """Where registries are found (a corpus)."""

    def one(self, record_type: type[G]) -> G | None:
        """The registry of a type."""
        ...


@dataclass(frozen=True)
class Book:
    """People, organisations, groups and documents by key.

    A key that is not there raises ``KeyError``: rules report it before any view is made.
    """

    people: People
    organisations: Organisations
    groups: Groups
    documents: CitedDocuments
    approved: ApprovedForms

    @classmethod
    def of(cls, shelf: Shelf) -> "Book":
        """The book of a corpus; a missing file counts as empty."""
        return cls(
            shelf.one(People) or People({}),
            shelf.one(Organisations) or Organisations({}),
            shelf.one(Groups) or Groups({}),
            shelf.one(CitedDocuments) or CitedDocuments({}),
            shelf.one(ApprovedForms) or ApprovedForms({}),
        )

    def person(self, ref: Ref[Person]) -> Person:
        """The person a reference means."""
        return _found(ref, self.people)

    def organisation(self, ref: Ref[Organisation]) -> Organisation:
        """The organisation a reference means."""
        return _found(ref, self.organisations)

    def group(self, ref: Ref[Group]) -> Group:
        """The group a reference means."""
        return _found(ref, self.groups)

    def document(self, ref: Ref[CitedDocument]) -> CitedDocument:
        """The cited document a reference means."""
        return _found(ref, self.documents)

    def addressee(self, ref: Ref[Addressee]) -> Group | Organisation | Person | Addressee:
        """Whom a reference means: a group, an organisation, a person, or one written in place."""
        if ref.inline is not None:
            return ref.inline
        key = str(ref.key)
        found = self.groups.get(key) or self.organisations.get(key) or self.people.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def addressed(self, ref: Ref[Addressee], case: Case) -> str:
        """The addressee's name in a case, people in brackets after their organisation."""
        who = self.addressee(ref)
        if isinstance(who, Person):
            return who.listed(case)
        if not isinstance(who, Addressee):
            return who.form(case)
        names = ", ".join(self.person(person).listed(case) for person in who.people)
        if who.organisation is None and who.name is None:
            return names
        named = (
            self.organisation(who.organisation).form(case) if who.organisation is not None else who.form(case)
        )
        return f"{named} ({names})" if names else named

    def post_of(self, person: Person, case: Case = Case.NOMINATIVE) -> str:
        """The post and its organisation: «директора Департамента … Минпросвещения России»."""
        if person.post is None or person.organisation is None:
            return person.post_in(case)
        return f"{person.post_in(case)} {self.organisation(person.organisation).form(Case.GENITIVE)}"


def _found(ref: Ref[R], registry: Registry[R]) -> R:
    if ref.inline is not None:
        return ref.inline
    record = registry.get(str(ref.key))
    if record is None:
        raise KeyError(ref.key)
    return record
