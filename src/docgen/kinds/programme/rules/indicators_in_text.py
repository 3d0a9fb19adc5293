"""Values of indicators in running text (D331, D332)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Span, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.indicator_values import is_doubtful
from docgen.kinds.programme.rules.indicator_words import Wording, is_slip, wording
from docgen.kinds.programme.rules.indicators import by_code
from docgen.kinds.programme.rules.stated_numbers import Stated, stated_numbers
from docgen.kinds.programme.rules.units import PERCENT, unit_of
from docgen.kinds.programme.rules.walk import prose
from docgen.language.numbers.numerals import group
from docgen.model.programme import Measure
from docgen.sources import kept_of_last

_LOOSE = re.compile(
    r"(?:\bещ[её]|\bпочти|\bоколо|\bпримерно|\bпорядка|(?<!\bне )\bболее|(?<!\bне )\bменее|\bсвыше|\bбольше|\bменьше|\bна|"
    r"\bиз|\bтолько|\bлишь|\bпо|\bежегодно|\bкаждые|\bпервые|\bостальные)\s$",
    re.IGNORECASE,
)
_BOUND = re.compile(r"\bне\s+(менее|меньше|ниже|более|больше|выше)\s$", re.IGNORECASE)
_FLOW = re.compile(r"при[её]м[аеу]?\b|принят|зачисл|набор|прирост|дополнит|в том числе|из них", re.IGNORECASE)


@dataclass(frozen=True)
class Place:
    """A text, where its characters stand, and the measure it is about."""

    text: str
    at: Callable[[int, int], Span]
    field: str
    measure: Measure | None = None


@dataclass(frozen=True)
class Contradiction:
    """A number of a text that is not the indicator's."""

    stated: Stated
    wording: Wording
    year: int
    expected: Decimal
    span: Span


@rule("D331")
def text_differs(document: Document[Programme], corpus: Corpus) -> Findings:
    """Число в тексте не то, что в таблице показателей.

    «К 2024 году обучаются 2530 человек», а в таблице – 2350: читатель не знает, чему верить. Сверяются числа с ясной
    связью: той же единицы, того же года и со словами из названия показателя. Где связь неясна, docgen молчит.

    Плохо:
        goal: К концу 2024 года обучать по программам профессионалитета 210 человек.
    Хорошо:
        goal: К концу 2024 года обучать по программам профессионалитета 120 человек.
    """
    programme = document.record
    found: dict[tuple[str, int], list[Contradiction]] = {}
    for one in contradictions(programme):
        found.setdefault((one.wording.indicator.code, one.year), []).append(one)
    for alike in found.values():
        yield from _told(alike, programme)


@kept_of_last
def contradictions(programme: Programme) -> Iterator[Contradiction]:
    """Every number of the texts that is not the indicator's."""
    wordings = [wording(one) for one in by_code(programme).values() if one.values]
    for place in _places(programme) if wordings else ():
        for numbers in stated_numbers(place.text):
            yield from _contradictions(numbers, wordings, place)


def _told(found: list[Contradiction], programme: Programme) -> Findings:
    """Each by itself; where several places agree on another number, the table's is the one to look at."""
    first = found[0]
    indicator, stated = first.wording.indicator, first.stated.value
    places = [one.span for one in found] + [
        result.at("value")
        for result in programme.results
        if (result.indicator, result.year, result.value) == (indicator.code, first.year, stated)
    ]
    if len(places) > 1 and all(one.stated.value == stated for one in found):
        message = (
            f"значение показателя {indicator.code} за {first.year} год – {group(first.expected)}, а в других местах – "
            f"{group(stated)}, разница {group(abs(stated - first.expected))}"
        )
        related = tuple(Related(place, "здесь другое") for place in places)
        yield Finding(_cell(first), message, "исправьте таблицу или текст", related)
        return
    for one in found:
        message = (
            f"в тексте – {group(one.stated.value)}, а у показателя {indicator.code} «{indicator.name}» за {one.year} год – "
            f"{group(one.expected)}, разница {group(abs(one.stated.value - one.expected))}"
        )
        related = (Related(_cell(one), "значение показателя"),)
        yield Finding(one.span, message, "исправьте текст или таблицу", related)


def _cell(one: Contradiction) -> Span:
    indicator = one.wording.indicator
    return indicator.at("values", str(one.year)) if one.year in indicator.values else indicator.at("base")


def _places(programme: Programme) -> Iterator[Place]:
    for field in ("goal", "mission"):
        scalar = programme.scalar(field)
        if scalar is not None:
            yield Place(str(scalar), scalar.part, field)
    for measure in programme.measures:
        scalar = measure.scalar("result")
        if scalar is not None:
            yield Place(str(scalar), scalar.part, "result", measure)
    for one in prose(programme):
        for passage in one.passages:
            yield Place(passage.text, partial(one.at, passage), "sections")


def _contradictions(numbers: list[Stated], wordings: list[Wording], place: Place) -> Iterator[Contradiction]:
    for stated in numbers:
        able = [one for one in wordings if one.counts(stated)]
        if not able or _LOOSE.search(stated.before[-12:]):
            continue
        if place.measure is not None:
            known = {value for one in able for value in one.indicator.values.values()}
            if stated.year is None and stated.value not in known:
                yield from _of_measure(stated, able, place, place.measure)
        elif stated.year is not None and not any(one.agrees(stated) for one in able):
            heard = [one for one in able if _clear(stated, one, numbers, place)]
            slips = [one for one in heard if is_slip(stated.value, one.value(stated.year) or Decimal())]
            meant = heard if len(heard) == 1 else slips
            if len(meant) == 1:
                yield from _contradiction(stated, meant[0], stated.year, place)


def _contradiction(stated: Stated, one: Wording, year: int, place: Place) -> Iterator[Contradiction]:
    expected = one.value(year)
    if expected is None or _within_bound(stated, expected):
        return
    if is_doubtful(one.indicator, year):
        return
    yield Contradiction(stated, one, year, expected, place.at(stated.start, stated.end))


def _within_bound(stated: Stated, expected: Decimal) -> bool:
    """«Не менее 2000» does not contradict 2350 unless it is that number with a slip."""
    bound = _BOUND.search(stated.before[-12:])
    if bound is None or is_slip(stated.value, expected):
        return False
    return (
        stated.value < expected
        if bound[1].lower() in ("менее", "меньше", "ниже")
        else stated.value > expected
    )


def _clear(stated: Stated, one: Wording, numbers: list[Stated], place: Place) -> bool:
    """Whether the sentence says this number of this indicator, beyond doubt."""
    expected = one.value(stated.year)
    if expected is None or (_FLOW.search(stated.before) and not _FLOW.search(one.indicator.name)):
        return False
    others = [other for other in numbers if other is not stated and one.counts(other)]
    right = [other for other in others if one.agrees(other)]
    if any(other.year == stated.year for other in right):
        return False  # the sentence has the right number too, and this one is about something else
    own, common = one.heard(stated.sentence)
    half = own > 0 and own * 2 >= len(one.own)
    words = len(one.own) + len(one.common)
    if right and len(right) == len(others) and (half or (len(right) > 1 and own + common)):
        return True  # the other numbers of the sentence are the indicator's
    if half and others and all(one.has(other) for other in (stated, *others)):
        return True  # all numbers of the sentence are, but of other years
    if is_slip(stated.value, expected):
        return half or (own + common > 1 and (own + common) * 2 >= words)
    if stated.year == one.indicator.base_year or len(right) < len(others):
        return False
    if place.field == "goal" or one.is_counted_by(stated):
        return own + common > 1 and half
    return own + common > 1 and own * 4 >= len(one.own) * 3 and (own + common) * 4 >= words * 3


def _of_measure(
    stated: Stated, able: list[Wording], place: Place, measure: Measure
) -> Iterator[Contradiction]:
    """The result of a measure speaks of the measure's own indicators, and of its last year."""
    if measure.end is None:
        return
    year = measure.end.last.year
    for one in able:
        expected = one.value(year)
        if one.indicator.code not in measure.indicators or expected is None:
            continue
        own, common = one.heard(stated.sentence)
        whole = own == len(one.own) and (own > 3 or common == len(one.common))
        if whole or (is_slip(stated.value, expected) and own and own * 2 >= len(one.own)):
            yield from _contradiction(replace(stated, year=year), one, year, place)
            return


@rule("D332")
def result_text_differs(document: Document[Programme], corpus: Corpus) -> Findings:
    """В тексте результата – не то число, что в его значении.

    Результат «Обучаются 130 человек» со значением 120 противоречит сам себе. Сверяется единственное в тексте число той же
    единицы.

    Плохо:
        results:
          - {text: По новым программам обучаются 130 человек, kind: social, indicator: П1, value: 120, unit: человек, year: 2024}
    Хорошо:
        results:
          - {text: По новым программам обучаются 120 человек, kind: social, indicator: П1, value: 120, unit: человек, year: 2024}
    """
    for one in document.record.results:
        scalar, unit = one.scalar("text"), unit_of(one.unit)
        if scalar is None or one.value is None or not unit:
            continue
        numbers = [
            number
            for line in stated_numbers(str(scalar))
            for number in line
            if number.unit == unit or (not number.unit and unit != PERCENT)
        ]
        if len(numbers) != 1 or _LOOSE.search(numbers[0].before[-12:]) or numbers[0].value == one.value:
            continue
        stated = numbers[0]
        if stated.unit and not _within_bound(stated, one.value):
            message = (
                f"в тексте результата – {group(stated.value)}, а его значение – {group(one.value)}, разница "
                f"{group(abs(stated.value - one.value))}"
            )
            related = (Related(one.at("value"), "значение результата"),)
            yield Finding(scalar.part(stated.start, stated.end), message, "исправьте одно из чисел", related)
