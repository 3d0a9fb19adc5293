"""The statistics in the layout's own tables: rows with a name, a unit and a value for each year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Span
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.stated_numbers import plain_words
from docgen.kinds.programme.rules.walk import layout_of
from docgen.language.numbers.numerals import parse_number

_YEAR = re.compile(r"(?:19|20)\d\d")
_STEM = 5
_ALIKE, _MANY = Decimal(2), 100
"""Times. Of small numbers («2, 3, 20 мастерских») one may well be ten times another."""
_TENFOLD = [Decimal(10) ** power for power in (-6, -3, -2, -1, 1, 2, 3, 6)]
_UNITS = ("unit", "единица измерения", "единица", "ед. изм.")


@dataclass(frozen=True)
class Row:
    """A row of statistics: the beginnings of the words of its name, its unit, its values with their places."""

    name: str
    heard: tuple[str, ...]
    unit: tuple[str, ...]
    values: dict[int, tuple[Decimal, Span]]

    def is_named(self, words: str) -> bool:
        """Whether a sentence has all words of the name, or the shortening that stands for them."""
        return bool(self.heard) and all(f" {one}" in words for one in self.heard)

    def is_hinted(self, words: str) -> bool:
        """Whether a sentence has any word of the name."""
        return any(f" {one}" in words for one in self.heard)

    @property
    def outlier(self) -> int | None:
        """The year whose value would be like all others', which are alike, if its comma or its unit were another."""
        for year, (value, _) in self.values.items():
            others = [other for one, (other, _) in self.values.items() if one != year]
            if len(others) > 1 and 0 < max(others) <= 2 * min(others) and max(value, *others) >= _MANY:
                least, most = min(others) / _ALIKE, max(others) * _ALIKE
                if not least <= value <= most and any(least <= value * ten <= most for ten in _TENFOLD):
                    return year
        return None


def unit_words(told: str) -> tuple[str, ...]:
    """A unit as the beginnings of its words."""
    flat = told.replace("%", "процентов")
    return tuple(word[:4] for word in plain_words(flat))


def statistics(document: Document[Programme], corpus: Corpus) -> Iterator[Row]:
    """The rows of all tables whose columns are years."""
    programme, layout = document.record, layout_of(document, corpus)
    for key, table in layout.tables.items() if layout is not None else ():
        years = {
            name.casefold(): int(found[0])
            for column in table.columns
            for name in (column.key, *column.wordings)
            if (found := _YEAR.search(column.title)) is not None
        }
        for number, row in enumerate(programme.tables.get(key, ()) if years else ()):
            plain = {header.strip().casefold(): (header, value) for header, value in row.items()}
            name = plain.get("name") or plain.get("показатель")
            unit = unit_words(next((plain[one][1] for one in _UNITS if one in plain), ""))
            values = dict(_values(programme, key, number, plain, years))
            if name is not None and unit and values:
                words = [word for word in plain_words(name[1]) if len(word) > 3]
                yield Row(name[1], tuple(word[:_STEM] for word in words), unit, values)


def _values(
    programme: Programme, key: str, number: int, row: dict[str, tuple[str, str]], years: dict[str, int]
) -> Iterator[tuple[int, tuple[Decimal, Span]]]:
    for header, (written, value) in row.items():
        if header in years:
            try:
                worth = parse_number(value.strip())
            except ValueError:
                continue  # D126 tells of it
            yield years[header], (worth, programme.at("tables", key, number, written))
