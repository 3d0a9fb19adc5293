"""Organisations, and collective addressees of orders."""

from typing import Self

from pydantic import Field

from docgen.language.cases import Case
from docgen.model.forms import Forms, inflect
from docgen.sources import Prose, Record, Registry


class Organisation(Record):
    """An organisation: its full name and the name that running text uses."""

    name: Prose = Field(
        title="Наименование", description="Полное официальное наименование, в именительном падеже"
    )
    short: Prose | None = Field(
        default=None, title="Сокращённое наименование", description="Как пишут в тексте: «ФГБОУ ДПО «…»»"
    )
    letterhead: list[str] = Field(
        default_factory=list, title="Строки бланка", description="Наименование по строкам, как на бланке"
    )
    city: str | None = Field(default=None, title="Город", description="Место составления документов")
    cases: Forms | None = Field(
        default=None, title="Падежи", description="Падежи сокращённого наименования вручную"
    )

    @classmethod
    def from_text(cls, text: str) -> Self:
        """An organisation written in place by its name alone."""
        return cls(name=text)

    @property
    def in_text(self) -> str:
        """The name that running text uses."""
        return self.short or self.name

    def form(self, case: Case) -> str:
        """The name in a case."""
        return inflect(self.in_text, "organisation", case, self, "cases", self.cases)


class Organisations(Registry[Organisation]):
    """``content/reference/organisations.yaml``."""


class Group(Record):
    """A collective addressee or participant: «инициаторы создания …»."""

    name: Prose = Field(
        title="Наименование", description="Во множественном числе, в именительном падеже, со строчной"
    )
    cases: Forms | None = Field(
        default=None, title="Падежи", description="Падежи наименования, заданные вручную"
    )

    @classmethod
    def from_text(cls, text: str) -> Self:
        """A group written in place."""
        return cls(name=text)

    def form(self, case: Case) -> str:
        """The name in a case."""
        return inflect(self.name, "group", case, self, "cases", self.cases)


class Groups(Registry[Group]):
    """``content/reference/groups.yaml``."""
