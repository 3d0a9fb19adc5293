"""Figures of the text against the statistics in the layout's own tables (D814)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Span, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.indicator_words import is_slip
from docgen.kinds.programme.rules.stated_numbers import Sentence, nearest_years, plain_words, sentences
from docgen.kinds.programme.rules.statistics import Row, statistics, unit_words
from docgen.kinds.programme.rules.walk import prose
from docgen.language.numbers.numerals import group, parse_number
from docgen.language.patterns import lazy

_NUMBER = lazy(
    r"(?P<number>\d(?<![\w.,/№§–-].)(?:\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d*(?:,\d+)?))"
    r"(?P<unit>[ \u00a0\u202f]?%|(?:[ \u00a0\u202f][а-яё]+\.?){1,3})"
)
_OF_YEAR = lazy(r"\b(?:в|за|на\s+начало)\s+(?:\w+\s+)?(?P<year>(?:19|20)\d\d)\s+г(?:од|\.)", re.IGNORECASE)
_COMPARED = lazy(r"(?:чем|против|сравнени\w+\s+с|отличи\w+\s+от|уровн\w+|относительно)\s*$", re.IGNORECASE)
_CLEAR = 3
"""Digits: a number of so many is not met by chance."""


@dataclass(frozen=True)
class _Said:
    """A number of a sentence, and the year it is said of."""

    start: int
    text: str
    value: Decimal
    unit: tuple[str, ...]
    year: int | None

    @property
    def is_clear(self) -> bool:
        """Whether it has enough digits to be known by them."""
        return len(self.text.replace(",", "").strip("0 ")) >= _CLEAR


@rule("D814")
def statistics_in_text(document: Document[Programme], corpus: Corpus) -> Findings:
    """Число в тексте – описка против таблицы статистики.

    «486,3 млрд рублей» в тексте и 468,3 в таблице того же пункта: цифры переставлены, одна из них другая или потеряна
    запятая. Или число верно, но год назван другой. Сверяются числа с той же единицей в предложении, которое называет показатель таблицы всеми его словами (или
    сокращением из перечня) и год её столбца. Числа, непохожие на табличные, не проверяются: они могут быть о другом.

    Плохо:
        sections:
          general:
            economy: Население области в 2021 году – 1182,2 тыс. человек, экономика держится на металлургии.
            industry: Отрасль представлена заводом тонкого проката, на котором работают 5200 человек.
    Хорошо:
        sections:
          general:
            economy: Население области в 2021 году – 1128,2 тыс. человек, экономика держится на металлургии.
            industry: Отрасль представлена заводом тонкого проката, на котором работают 5200 человек.
    """
    rows = list(statistics(document, corpus))
    units = {row.unit[:1] for row in rows}
    shortened = {
        one.short.casefold(): " ".join(plain_words(one.meaning)) for one in document.record.abbreviations
    }
    for one in prose(document.record) if rows else ():
        for passage in one.passages:
            for sentence in sentences(passage.text):
                said = [number for number in _numbers(sentence) if number.unit[:1] in units]
                words = _spelt_out(sentence.words, shortened) if said else ""
                for row in rows if said else ():
                    for number, told, cell in _wrong(row, rows, words, sentence, said):
                        start = sentence.start + number.start
                        span = one.at(passage, start, start + len(number.text))
                        related = (Related(cell, "в таблице"),)
                        yield Finding(
                            span, f"в тексте «{number.text}»{told}", "исправьте текст или таблицу", related
                        )


def _numbers(sentence: Sentence) -> list[_Said]:
    found = list(_NUMBER.finditer(sentence.text))
    years = [
        (match.start(), int(match["year"]))
        for match in (_OF_YEAR.finditer(sentence.text) if found else ())
        if not _COMPARED.search(sentence.text[: match.start()])
    ]
    dated = nearest_years([match.start() for match in found], years)
    return [
        _Said(match.start(), match["number"], parse_number(match["number"]), unit_words(match["unit"]), year)
        for match, year in zip(found, dated, strict=True)
    ]


def _spelt_out(words: str, shortened: dict[str, str]) -> str:
    """The words of a sentence together with those its abbreviations stand for."""
    told = [meaning for short, meaning in shortened.items() if f" {short} " in f"{words} "]
    return " ".join((words, *told))


def _wrong(
    row: Row, rows: Sequence[Row], words: str, sentence: Sentence, numbers: list[_Said]
) -> Iterator[tuple[_Said, str, Span]]:
    """Numbers of a sentence that are a value of the row with a slip of the pen, or its value of another year."""
    if not row.is_hinted(words):
        return
    alike = [one for one in numbers if one.unit[: len(row.unit)] == row.unit]
    for one in alike:
        years = [year for year, (value, _) in row.values.items() if value == one.value]
        if not years and row.is_named(words):
            yield from _slip(row, sentence, one)
        elif years and one.year in row.values and one.year not in years:
            right, cell = row.values[one.year]
            if any(other.year == one.year and other.value == right for other in alike):
                continue  # «с 581,2 млрд рублей до 560,4 млрд рублей в 2020 году»
            if row.is_named(words) or (one.is_clear and _is_only(one, rows)):
                told = f" сказано за {one.year} год, а в таблице «{row.name}» это {years[0]} год, за {one.year} – {group(right)}"
                yield one, told, cell


def _is_only(said: _Said, rows: Sequence[Row]) -> bool:
    """Whether one row alone has the number."""
    return sum(said.value in {value for value, _ in row.values.values()} for row in rows) == 1


def _slip(row: Row, sentence: Sentence, said: _Said) -> Iterator[tuple[_Said, str, Span]]:
    named = [row.values[year] for year in row.values if str(year) in sentence.text]
    meant = [one for one in named if is_slip(said.value, one[0])]
    if len(meant) == 1 and row.outlier is None:  # D128 tells of it
        yield said, f", а в таблице «{row.name}» – {group(meant[0][0])}", meant[0][1]
