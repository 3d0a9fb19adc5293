"""What goes on through the years in a programme: its statistics and its indicators, and how a text speaks of one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Span
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.indicators import by_code
from docgen.kinds.programme.rules.money_meant import stem
from docgen.kinds.programme.rules.stated_numbers import plain_words
from docgen.kinds.programme.rules.statistics import statistics, unit_words
from docgen.language.word_lists import word_set

_WHAT = (
    "числ",
    "коли",
    "объе",
    "уров",
    "нача",
    "конец",
    "год",
    "клас",
    "обла",
    "реги",
    "край",
    "края",
    "респ",
)
"""Beginnings of the words of a name that a text may leave out."""
_SILENT = word_set(
    "в во на за к ко по с со и а до от из у что это этом при также уже то есть или том числе их его ее всего "
    "год года году годом годы годах лет два две три четыре пять сравнению уровню действующих ценах сопоставимых "
    "области региона региону края республики кластера кластере человек рублей рубля тыс млн млрд процентов процента "
    "единиц период"
)
_VERBS = (
    *("выро", "выра", "увел", "возр", "сокр", "умен", "сниз", "раст", "упал", "подн", "рост", "прир", "прев"),
    *("сост", "дост", "равн", "бол", "мен", "выше", "ниже"),
)


@dataclass(frozen=True)
class Series:
    """A name with a value for each year; ``core`` are the words that no text may leave out."""

    name: str
    words: tuple[str, ...]
    core: tuple[str, ...]
    unit: tuple[str, ...]
    values: dict[int, Decimal]
    span: Span

    def is_meant(self, said: Sequence[str]) -> bool:
        """Whether words speak of nothing else."""
        return all(_among(self.words, one) for one in said) and all(_among(said, one) for one in self.core)


def _among(stems: Sequence[str], wanted: str) -> bool:
    return any(one.startswith(wanted) or wanted.startswith(one) for one in stems)


def subject(text: str, shortened: dict[str, str]) -> list[str]:
    """The words of a clause that tell what it is about, as stems."""
    found = []
    for word in re.findall(r"[а-яё]+(?:-[а-яё]+)*", text.casefold()):
        flat = word.replace("ё", "е")
        if flat in _SILENT or flat.startswith(_VERBS) or (len(flat) < 3 and flat not in shortened):
            continue
        found += [stem(one) for one in plain_words(shortened.get(flat, flat))]
    return found


def all_series(document: Document[Programme], corpus: Corpus) -> Iterator[Series]:
    """Everything with at least two values."""
    for row in statistics(document, corpus):
        if row.outlier is not None:
            continue  # D128 tells of it
        values = {year: value for year, (value, _) in row.values.items()}
        yield from _series(row.name, row.unit, values, next(iter(row.values.values()))[1])
    for one in by_code(document.record).values():
        values = dict(one.values)
        if one.base is not None and one.base_year is not None:
            values[one.base_year] = one.base
        yield from _series(one.name, unit_words(one.unit or ""), values, one.at("values"))


def _series(name: str, unit: tuple[str, ...], values: dict[int, Decimal], span: Span) -> Iterator[Series]:
    words = [stem(word) for word in plain_words(name) if len(word) > 2]
    core = [word for word in words if not word.startswith(_WHAT)]
    if core and len(values) > 1:
        yield Series(name, tuple(words), tuple(core), unit, values, span)
