"""How many study or work at a participant, in tables against the list of participants (D815)."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Span, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.indicator_words import is_slip
from docgen.kinds.programme.rules.participants import plain
from docgen.kinds.programme.rules.stated_numbers import sentences
from docgen.kinds.programme.rules.walk import Prose, layout_of, prose
from docgen.language.numbers.numerals import group, parse_number
from docgen.model.layout.layout import Layout
from docgen.model.markdown.passages import Passage, passage, read
from docgen.model.markdown.tree import Grid, every_block
from docgen.model.programme import Participant

_HEADS = {
    "students": re.compile(r"(?:численность|контингент|число|количество)?\W*(?:обучающ\w+|студентов|контингент)\W*(?:чел\w*)?\W*"),
    "staff": re.compile(r"(?:среднесписочная )?(?:численность|число|количество)?\W*(?:работников|сотрудников|персонала)\W*(?:чел\w*)?\W*"),
}  # fmt: skip
_WHAT = {"students": "обучающихся", "staff": "работников"}
_SAID = re.compile(
    r"(?<![\d,.№–-])(?P<number>\d{1,3}(?:[ \u00a0]\d{3})+|\d+)\s+(?:(?P<staff>работник|сотрудник)|студент|обучающ)"
)
_NUMBER = re.compile(r"\s*(\d[\d \u00a0]*)\s*(?:чел(?:овек)?\.?)?\s*")


@dataclass(frozen=True)
class _Cell:
    """A cell of a table with its head."""

    head: str
    text: str
    at: Callable[[int, int], Span]


Row = list[_Cell]


@rule("D815")
def number_of_participant_differs(document: Document[Programme], corpus: Corpus) -> Findings:
    """Численность в тексте или в таблице – не та, что у участника.

    Строка таблицы называет участника, а её столбец – «Обучающихся» или «Работников»: число сверяется с полем students
    или staff участника. Столбцы с другими словами («Обучается по профессиям отрасли») не сверяются.

    Плохо:
        sections:
          general:
            economy: |
              Экономика области держится на металлургии и производстве стали.

              | Колледж | Обучающихся |
              | --- | --- |
              | ГБПОУ «Липецкий колледж» | 660 |
            industry: Отрасль представлена АО «ЛЗТП»; система СПО готовит для него кадры, её МТБ обновляется.
    Хорошо:
        sections:
          general:
            economy: |
              Экономика области держится на металлургии и производстве стали.

              | Колледж | Обучающихся |
              | --- | --- |
              | ГБПОУ «Липецкий колледж» | 600 |
            industry: Отрасль представлена АО «ЛЗТП»; система СПО готовит для него кадры, её МТБ обновляется.
    """
    programme = document.record
    owners = {plain(name): one for one in programme.participants for name in (one.name, one.short) if name}
    for row in _rows(programme, layout_of(document, corpus)) if owners else ():
        named = [owners[plain(cell.text)] for cell in row if plain(cell.text) in owners]
        if len(named) == 1:
            yield from _differing(row, named[0])
    for one in prose(programme):
        for text in one.passages:
            yield from _slips(one, text, programme.participants)


def _slips(one: Prose, text: Passage, participants: Sequence[Participant]) -> Findings:
    """Of a sentence that names one participant: «АО «ЛЗТП» – 5200 работников»."""
    for sentence in sentences(text.text) if _SAID.search(text.text) else ():
        named = [other for other in participants if other.in_text in sentence.text]
        for found in _SAID.finditer(sentence.text) if len(named) == 1 else ():
            field = "staff" if found["staff"] else "students"
            said, right = parse_number(found["number"]), getattr(named[0], field)
            if right is not None and is_slip(said, Decimal(right)):
                start = sentence.start + found.start()
                span = one.at(text, start, start + len(found["number"]))
                yield _told(f"в тексте {_WHAT[field]} {group(said)}", span, named[0], field)


def _differing(row: Row, owner: Participant) -> Findings:
    for cell in row:
        field = next((field for field, head in _HEADS.items() if head.fullmatch(cell.head.casefold())), "")
        right = getattr(owner, field) if field else None
        found = _NUMBER.fullmatch(cell.text)
        if right is None or found is None or parse_number(found[1].strip()) == right:
            continue
        said = f"в таблице {_WHAT[field]} {group(parse_number(found[1].strip()))}"
        yield _told(said, cell.at(*found.span(1)), owner, field)


def _told(said: str, span: Span, owner: Participant, field: str) -> Finding:
    message = f"{said}, а у участника {owner.in_text} – {group(getattr(owner, field))}"
    return Finding(span, message, "исправьте одно из чисел", (Related(owner.at(field), "у участника"),))


def _rows(programme: Programme, layout: Layout | None) -> Iterator[Row]:
    for key, table in layout.tables.items() if layout is not None else ():
        titles = {
            name.casefold(): column.title
            for column in table.columns
            for name in (column.key, *column.wordings)
        }
        for number in range(len(programme.tables.get(key, ()))):
            yield list(_written_row(programme, key, number, titles))
    for one in prose(programme):
        if "|" in one.text:
            for block in every_block(read(one.text).blocks):
                if isinstance(block, Grid):
                    yield from _grid_rows(one, block)


def _written_row(programme: Programme, key: str, number: int, titles: dict[str, str]) -> Iterator[_Cell]:
    for header, value in programme.tables[key][number].items():
        scalar = programme.scalar("tables", key, number, header)
        if scalar is not None:
            yield _Cell(titles.get(header.strip().casefold(), header), value, scalar.part)


def _grid_rows(one: Prose, grid: Grid) -> Iterator[Row]:
    heads = [passage(pieces).text for pieces in grid.header]
    for row in grid.rows:
        cells = zip(heads, map(passage, row), strict=False)
        yield [_Cell(head, cell.text, partial(one.at, cell)) for head, cell in cells]
