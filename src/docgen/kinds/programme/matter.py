"""What a programme is printed from: its record, its layout, the people it names; and how its figures look."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from docgen.corpus import Corpus, Document
from docgen.kinds.programme.record import Programme
from docgen.language.dates.day import in_digits
from docgen.language.numbers.numerals import group
from docgen.model.book import Book
from docgen.model.layout.layout import Layout
from docgen.model.people import Person
from docgen.model.programme_book import ProgrammeBook
from docgen.model.references import Ref
from docgen.model.values import Period

DASH = "–"
"""What a cell shows where there is nothing to show."""


def gap(what: str) -> str:
    """What a draft shows where something is not written yet."""
    return f"⟦{what}⟧"


_FOUR = re.compile(r"\A(\D?\d)(\d{3})(?!\d)")


def capital(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


_NO_LAYOUT = Layout.model_validate({"title": "–", "period": {"from": 2022, "to": 2024}, "sections": []})


@dataclass(frozen=True)
class Matter:
    """A programme and all that it refers to."""

    document: Document[Programme]
    layout: Layout
    book: Book
    reference: ProgrammeBook

    @classmethod
    def of(cls, document: Document[Programme], corpus: Corpus) -> "Matter":
        """The matter of a document; a layout that is not there is an empty one, the rules tell of it."""
        reference = ProgrammeBook.of(corpus)
        layout = reference.layouts.get(document.record.layout or "")
        return cls(document, layout or _NO_LAYOUT, Book.of(corpus), reference)

    @property
    def programme(self) -> Programme:
        """What is written."""
        return self.document.record

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years of the programme, or those of its layout."""
        return tuple((self.programme.period or self.layout.period).years)

    @property
    def period(self) -> Period:
        """From which year to which."""
        return self.programme.period or self.layout.period

    @cached_property
    def region(self) -> str:
        """The region's full name, or what is written."""
        written = self.programme.region
        if not written:
            return gap("субъект Российской Федерации")
        known = self.reference.regions.find(written)
        return known.name if known is not None else written

    @cached_property
    def industry(self) -> str:
        """The industry's name, or what is written."""
        written = self.programme.industry
        if not written:
            return gap("отрасль")
        known = self.reference.industries.find(written)
        return known.name if known is not None else written

    def named(self, participant: str | None) -> str:
        """A participant as tables name it; what is no key is the name itself."""
        if not participant:
            return ""
        found = self.programme.participant(participant)
        return found.in_text if found is not None else participant

    def person(self, ref: Ref[Person] | None) -> Person | None:
        """The person of a reference; ``None`` if nobody is named or nobody has the key."""
        if ref is None:
            return None
        try:
            return self.book.person(ref)
        except KeyError:
            return None

    def title(self, part: str | None, parts: Iterable[object]) -> str:
        """The title of a source, a direction or a block by its key or any of its wordings."""
        found = named(part, parts)
        return str(getattr(found, "title", part or ""))


def named(part: str | None, parts: Iterable[object]) -> object | None:
    """The part of the layout with a key, a title or another wording."""
    wanted = (part or "").casefold()
    for one in parts:
        wordings = (getattr(one, "key", ""), *getattr(one, "wordings", ()))
        if wanted in (wording.casefold() for wording in wordings):
            return one
    return None


def number(value: Decimal | int | None, places: int | None = None) -> str:
    """«1 709,4», in a column four figures are grouped like five; a dash where there is no number."""
    return DASH if value is None else _FOUR.sub("\\1\N{NO-BREAK SPACE}\\2", group(value, places))


def places(values: Iterable[Decimal | None], least: int = 0, most: int = 2) -> int:
    """How many figures after the comma a column of numbers needs, that all of it may look alike."""
    scales = [-int(value.normalize().as_tuple().exponent) for value in values if value is not None]
    return min(most, max([least, *scales]))


def sums(rows: Iterable[Mapping[int, Decimal]], years: Sequence[int]) -> dict[int, Decimal]:
    """The sum of several rows by year."""
    kept = list(rows)
    return {year: sum((row.get(year, Decimal()) for row in kept), Decimal()) for year in years}


def dated(what: str, day: date | None, code: str | None) -> str:
    """«доверенность от 12.01.2022 № 7»."""
    return f"{what}{f' от {in_digits(day)}' if day else ''}{f' № {code}' if code else ''}"
