"""Figures of the text against the statistics in the layout's own tables (D814)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Span, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.indicator_words import is_slip
from docgen.kinds.programme.rules.stated_numbers import plain_words, sentences
from docgen.kinds.programme.rules.walk import layout_of, prose
from docgen.language.numbers.numerals import group, parse_number
from docgen.language.patterns import lazy
from docgen.model.layout.layout import Layout

_NUMBER = lazy(
    r"(?<![\w.,/№§–-])(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
    r"(?P<unit>[ \u00a0\u202f]?%|(?:[ \u00a0\u202f][а-яё]+\.?){1,3})"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_STEM = 5


@dataclass(frozen=True)
class _Row:
    """A row of statistics: the beginnings of the words of its name, its unit, its values with their places."""

    name: str
    heard: tuple[str, ...]
    unit: tuple[str, ...]
    values: dict[int, tuple[Decimal, Span]]

    def is_named(self, words: str) -> bool:
        """Whether a sentence has all words of the name, or the shortening that stands for them."""
        return all(f" {one}" in words for one in self.heard)


@rule("D814")
def statistics_in_text(document: Document[Programme], corpus: Corpus) -> Findings:
    """Число в тексте – описка против таблицы статистики.

    «486,3 млрд рублей» в тексте и 468,3 в таблице того же пункта: цифры переставлены, одна из них другая или потеряна
    запятая. Сверяются числа с той же единицей в предложении, которое называет показатель таблицы всеми его словами (или
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
    programme = document.record
    rows = list(_rows(programme, layout_of(document, corpus)))
    shortened = {one.short.casefold(): " ".join(plain_words(one.meaning)) for one in programme.abbreviations}
    for one in prose(programme) if rows else ():
        for passage in one.passages:
            for sentence in sentences(passage.text):
                numbers = list(_NUMBER.finditer(sentence.text))
                words = _spelt_out(sentence.words, shortened) if numbers else ""
                for row in rows if numbers else ():
                    for match, value, cell in _slips(row, words, sentence.text, numbers):
                        start = sentence.start + match.start("number")
                        span = one.at(passage, start, sentence.start + match.end("number"))
                        message = f"в тексте «{match['number']}», а в таблице «{row.name}» – {group(value)}"
                        related = (Related(cell, "в таблице"),)
                        yield Finding(span, message, "исправьте текст или таблицу", related)


def _spelt_out(words: str, shortened: dict[str, str]) -> str:
    """The words of a sentence together with those its abbreviations stand for."""
    told = [meaning for short, meaning in shortened.items() if f" {short} " in f"{words} "]
    return " ".join((words, *told))


def _rows(programme: Programme, layout: Layout | None) -> Iterator[_Row]:
    for key, table in layout.tables.items() if layout is not None else ():
        years = {
            name.casefold(): int(found[0])
            for column in table.columns
            for name in (column.key, *column.wordings)
            if (found := _YEAR.search(column.title)) is not None
        }
        for number, row in enumerate(programme.tables.get(key, ()) if years else ()):
            plain = {header.strip().casefold(): (header, value) for header, value in row.items()}
            name, unit = plain.get("name") or plain.get("показатель"), _unit_in(plain)
            values = dict(_values(programme, key, number, plain, years))
            if name is not None and unit and values:
                words = [word for word in plain_words(name[1]) if len(word) > 3]
                yield _Row(name[1], tuple(word[:_STEM] for word in words), unit, values)


def _unit_in(row: dict[str, tuple[str, str]]) -> tuple[str, ...]:
    told = next(
        (row[one][1] for one in ("unit", "единица измерения", "единица", "ед. изм.") if one in row), ""
    )
    return _unit(told)


def _unit(told: str) -> tuple[str, ...]:
    """A unit as the beginnings of its words."""
    flat = told.replace("%", "процентов")
    return tuple(word[:4] for word in plain_words(flat))


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


def _slips(
    row: _Row, words: str, text: str, numbers: list[re.Match[str]]
) -> Iterator[tuple[re.Match[str], Decimal, Span]]:
    """Numbers of a sentence that are a value of the row with a slip of the pen."""
    if not row.heard or not row.is_named(words):
        return
    said = [row.values[year] for year in row.values if str(year) in text]
    known = {value for value, _ in row.values.values()}
    for match in numbers:
        value = parse_number(match["number"])
        if value in known or _unit(match["unit"])[: len(row.unit)] != row.unit:
            continue
        meant = [one for one in said if is_slip(value, one[0])]
        if len(meant) == 1:
            yield match, *meant[0]
