"""The programmes of a portfolio: what each says in figures, and how ready it is."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from docgen.corpus import UNLIMITED, Corpus, Document, readiness_of
from docgen.corpus.readiness import Readiness
from docgen.kinds.portfolio.record import Portfolio
from docgen.model.layout.layout import FundingSource, Layout
from docgen.model.layout.parts import Named
from docgen.model.passport import Passport
from docgen.model.programme import WrittenProgramme
from docgen.model.programme_book import ProgrammeBook
from docgen.model.subjects import Subject

ByYear = dict[int, Decimal]
STUDENTS = "students"
NOT_SAID = "не указана"


@dataclass(frozen=True)
class Member:
    """A programme with what is derived from it; money is in thousand roubles."""

    document: Document[WrittenProgramme]
    layout: Layout | None
    subject: Subject | None
    industry: str
    years: tuple[int, ...]
    corpus: Corpus
    as_of: date
    alone: bool = True

    @cached_property
    def readiness(self) -> Readiness:
        """How ready it is on the day of the portfolio."""
        return readiness_of(self.document, self.corpus, self.as_of)

    @property
    def programme(self) -> WrittenProgramme:
        """What is written."""
        return self.document.record

    @property
    def region(self) -> str:
        """The region's name, or what is written."""
        return self.subject.name if self.subject is not None else self.programme.region or NOT_SAID

    @property
    def name(self) -> str:
        """«Липецкая область, металлургия»; several of one region and industry are told apart by their ids."""
        return f"{self.region}, {self.industry}{'' if self.alone else f' ({self.document.id})'}"

    @property
    def ready(self) -> bool:
        """Whether nothing is missing and nothing is wrong."""
        return not self.readiness.lacks

    @cached_property
    def indicators(self) -> dict[str, ByYear]:
        """The values of its indicators by their keys in the passport; the first row with a key counts."""
        found: dict[str, ByYear] = {}
        for one in self.programme.indicators:
            if one.passport:
                found.setdefault(one.passport, {y: v for y, v in one.values.items() if y in self.years})
        return found

    def last(self, indicator: str) -> Decimal | None:
        """The value of the last year that has one."""
        values = self.indicators.get(indicator, {})
        return values[max(values)] if values else None

    @cached_property
    def money(self) -> dict[str, ByYear]:
        """Sums by the title of their source, in the layout's order."""
        sources: Sequence[Named] = self.layout.sources if self.layout is not None else ()
        found: dict[str, ByYear] = {source.title: {} for source in sources}
        for line in self.programme.funding:
            source = part(line.source, sources)
            amounts = found.setdefault(source.title if source is not None else line.source, {})
            for year, amount in line.amounts.items():
                if year in self.years:
                    amounts[year] = amounts.get(year, Decimal()) + amount
        return {title: amounts for title, amounts in found.items() if amounts}

    @cached_property
    def total(self) -> Decimal:
        """All its money."""
        return sum((sum(amounts.values(), Decimal()) for amounts in self.money.values()), Decimal())

    @cached_property
    def cofunding(self) -> Decimal:
        """What the layout counts as co-funding."""
        return self._of(lambda source: source.cofunding)

    @cached_property
    def grant(self) -> Decimal:
        """What the layout calls a grant."""
        return self._of(lambda source: source.grant)

    def _of(self, wanted: Callable[[FundingSource], bool]) -> Decimal:
        sources = [one for one in self.layout.sources if wanted(one)] if self.layout is not None else []
        titles = {source.title for source in sources}
        return sum(
            (sum(amounts.values(), Decimal()) for title, amounts in self.money.items() if title in titles),
            Decimal(),
        )

    @property
    def per_student(self) -> Decimal | None:
        """Thousand roubles for a student of the last year."""
        students = self.last(STUDENTS)
        return self.total / students if students and self.total else None

    @property
    def cofunding_share(self) -> Decimal | None:
        """Co-funding in per cent of all its money."""
        return self.cofunding * 100 / self.total if self.total else None


@dataclass(frozen=True)
class Matter:
    """A portfolio, its programmes in the order of regions, and the reference data."""

    document: Document[Portfolio]
    members: tuple[Member, ...]
    book: ProgrammeBook
    years: tuple[int, ...]

    @property
    def portfolio(self) -> Portfolio:
        """What is written."""
        return self.document.record

    @property
    def passport(self) -> Passport | None:
        """The passport that the sums are held against."""
        return self.book.passport

    def by_industry(self) -> dict[str, list[Member]]:
        """The members by the names of their industries."""
        return _grouped((member.industry, member) for member in self.members)

    def by_region(self) -> dict[str, list[Member]]:
        """The members by the names of their regions."""
        return _grouped((member.region, member) for member in self.members)


def chosen(document: Document[Portfolio], corpus: Corpus) -> list[Document[WrittenProgramme]]:
    """The programmes of its period, and of its layout if it names one."""
    return [one for one in corpus.of(WrittenProgramme) if _belongs(one.record, document.record)]


class _Last:
    """The matter that was asked for last: the report and the book of a portfolio ask for the same one in turn."""

    asked: tuple[Document[Portfolio], Corpus] | None = None
    matter: Matter | None = None


def matter(document: Document[Portfolio], corpus: Corpus) -> Matter:
    """The matter of a portfolio."""
    last = _Last.asked
    if _Last.matter is None or last is None or last[0] is not document or last[1] is not corpus:
        _Last.asked, _Last.matter = (document, corpus), _matter(document, corpus)
    return _Last.matter


def _matter(document: Document[Portfolio], corpus: Corpus) -> Matter:
    book = ProgrammeBook.of(corpus)
    found = [_member(one, document, corpus, book) for one in chosen(document, corpus)]
    counts = Counter((member.region, member.industry) for member in found)
    found = [replace(one, alone=counts[one.region, one.industry] == 1) for one in found]
    found.sort(key=lambda member: (member.region, member.industry, member.document.id))
    return Matter(document, tuple(found), book, _years(document.record))


def _years(portfolio: Portfolio) -> tuple[int, ...]:
    return tuple(portfolio.period.years) if portfolio.period is not None else ()


def _belongs(programme: WrittenProgramme, portfolio: Portfolio) -> bool:
    if portfolio.layout is not None and programme.layout != portfolio.layout:
        return False
    wanted, own = portfolio.period, programme.period
    return own is not None and wanted is not None and own.first <= wanted.last and wanted.first <= own.last


def _member(
    one: Document[WrittenProgramme], document: Document[Portfolio], corpus: Corpus, book: ProgrammeBook
) -> Member:
    written = one.record
    industry = book.industries.find(written.industry) if written.industry else None
    return Member(
        document=one,
        layout=book.layouts.get(written.layout or ""),
        subject=book.regions.find(written.region) if written.region else None,
        industry=industry.name if industry is not None else written.industry or NOT_SAID,
        years=_years(document.record),
        corpus=corpus,
        as_of=document.record.as_of or UNLIMITED,
    )


def part(name: str | None, parts: Iterable[Named]) -> Named | None:
    """The part of a layout with a key, a title or another wording."""
    wanted = (name or "").casefold()
    return next(
        (one for one in parts if wanted in (one.key, *(wording.casefold() for wording in one.wordings))), None
    )


def _grouped(pairs: Iterable[tuple[str, Member]]) -> dict[str, list[Member]]:
    found: dict[str, list[Member]] = {}
    for name, member in pairs:
        found.setdefault(name, []).append(member)
    return dict(sorted(found.items()))


def added(rows: Iterable[ByYear], years: Sequence[int]) -> ByYear:
    """The sums by year; a year that no row knows is left out."""
    kept = list(rows)
    return {
        year: sum((row.get(year, Decimal()) for row in kept), Decimal())
        for year in years
        if any(year in row for row in kept)
    }
