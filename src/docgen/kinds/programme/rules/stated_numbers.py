"""Numbers that running text states: what each counts, of which year it is said, in what sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property, lru_cache

from docgen.kinds.programme.rules.units import PEOPLE, PERCENT
from docgen.language.numbers.numerals import parse_number
from docgen.language.patterns import lazy

_SPACE = "[ \u00a0\u202f]"
_END = lazy(r"\s(?<=[.!?…].)\s*(?=[А-ЯЁA-Z«])", re.DOTALL)
_ABBREVIATED = lazy(r"(?:(?<!\d\s)\bг|\bим|\bул|\bтыс|\bмлн|\bруб|\bрис|\bтабл|\b[А-ЯЁ])\.$")
_NUMBER = lazy(
    rf"(?P<number>\d(?<![\w.,/№§–-].)(?:\d{{0,2}}(?:{_SPACE}\d{{3}})+(?:,\d+)?|\d*(?:,\d+)?))(?![\w/]|[.,:–-]\d|-[а-я])"
    rf"(?P<after>{_SPACE}?%|(?:{_SPACE}[а-яё-]+){{1,3}}|{_SPACE}до{_SPACE}\d|{_SPACE}[–-]{_SPACE}в{_SPACE}20\d\d{_SPACE}год)"
)
_YEAR = lazy(
    rf"(?<![\d–/-])(?P<year>(?:19|20)\d\d)(?![\d/])(?=(?P<range>{_SPACE}?[–-]{_SPACE}?(?:19|20)\d\d)?{_SPACE}*г(?:од|\.|{_SPACE}))"
)
_TO = lazy(rf"{_SPACE}до{_SPACE}(?P<number>\d+(?:,\d+)?){_SPACE}?(?P<unit>%|чел)")
_DATED = lazy(
    r"\bот\s+(?:\d{1,2}\s+\w+|\d{1,2}\.\d{1,2}\.?)\s*$"
)  # «от 16 марта 2022 г.» is an act, no year of the text
_NOT_COUNTED = lazy(
    r"(?:тыс|млн|млрд|рубл|руб$|год|лет$|месяц|дн[яей]|час|недел|минут|гектар|метр|километр|тонн|процентн|голов|"
    r"январ|феврал|март|апрел|мая$|июн|июл|август|сентябр|октябр|ноябр|декабр|"
    r"(?:и|или|от|по|до|в|с|к|на|за|из|раз|раза|га|кв|км|г|т|шт)$)"
)
_AS_BEFORE = "="


@dataclass(frozen=True)
class Sentence:
    """A sentence and where it begins."""

    text: str
    start: int

    @cached_property
    def words(self) -> str:
        """Its words in small letters, each after a space."""
        return " ".join(("", *plain_words(self.text)))


def plain_words(text: str, keep: str = "") -> list[str]:
    """Words in small letters, «ё» as «е»; the name of the federal project is no form of «профессия»."""
    flat = text.casefold().replace("ё", "е").replace("профессионалитет", "федпроект")
    return re.findall(rf"[а-я{keep}]+", flat)


@dataclass(frozen=True)
class Stated:
    """A number of a sentence. ``unit`` is people, per cent or nothing: then ``nouns`` follow that tell what it counts."""

    value: Decimal
    unit: str
    nouns: tuple[str, ...]
    sentence: Sentence = field(repr=False)
    start: int
    end: int
    year: int | None = None

    @property
    def before(self) -> str:
        """The sentence up to the number."""
        return self.sentence.text[: self.start - self.sentence.start]


@lru_cache(maxsize=1024)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text; several rules ask for them."""
    found, start = [], 0
    for gap in _END.finditer(text):
        if not _ABBREVIATED.search(text[max(start, gap.start() - 12) : gap.start()]):
            found.append(Sentence(text[start : gap.start()], start))
            start = gap.end()
    return (*found, Sentence(text[start:], start))


def stated_numbers(text: str) -> Iterator[list[Stated]]:
    """The numbers of each sentence that has any; a sentence without a year is of the year of the one before."""
    counting = [match for match in _NUMBER.finditer(text) if _counted(match) is not None]
    before: Sentence | None = None
    for sentence in sentences(text) if counting else ():
        here = [match for match in counting if 0 <= match.start() - sentence.start < len(sentence.text)]
        if here:
            years = _years(sentence) or (
                _years(before)[-1:] if before is not None and _is_one(before) else []
            )
            numbers = list(_united([_number(match, sentence) for match in here]))
            if numbers:
                yield list(_dated(numbers, years))
        before = sentence


def _counted(match: re.Match[str]) -> tuple[str, tuple[str, ...]] | None:
    """The unit of a number and the words after it; ``None`` if it counts nothing of a programme."""
    to = _TO.match(match.string, match.end("number"))  # «с 76 до 90 %» is per cent twice
    if to is not None:
        return (PERCENT if to["unit"] == "%" else PEOPLE), ()
    if match["after"].lstrip()[0] in "–-":  # «200 человек в 2022 году, 480 – в 2023 году»
        return _AS_BEFORE, ()
    words = match["after"].casefold().replace("ё", "е").split()
    if words[0] in ("%", "процент", "процента", "процентов"):
        return PERCENT, ()
    if words[0] in ("человек", "человека", "чел"):
        return PEOPLE, ()
    return None if _NOT_COUNTED.match(words[0]) else ("", tuple(words))


def _number(match: re.Match[str], sentence: Sentence) -> Stated:
    unit, nouns = _counted(match) or ("", ())
    return Stated(
        parse_number(match["number"]), unit, nouns, sentence, match.start("number"), match.end("number")
    )


def _united(numbers: list[Stated]) -> Iterator[Stated]:
    """Each number with its unit; one that stands alone counts what the number before it counts."""
    before: Stated | None = None
    for one in numbers:
        if one.unit != _AS_BEFORE:
            before = one
            yield one
        elif before is not None:
            yield replace(one, unit=before.unit, nouns=before.nouns)


def _years(sentence: Sentence) -> list[tuple[int, int]]:
    """The years that a sentence names, each with its place."""
    return [
        (sentence.start + match.start(), int(match["year"]))
        for match in _YEAR.finditer(sentence.text)
        if not match["range"] and not _DATED.search(sentence.text[max(0, match.start() - 24) : match.start()])
    ]


def _is_one(sentence: Sentence) -> bool:
    return len({year for _, year in _years(sentence)}) == 1


def _dated(numbers: list[Stated], years: list[tuple[int, int]]) -> Iterator[Stated]:
    """Each number with its year."""
    found = nearest_years([one.start for one in numbers], years)
    return (replace(one, year=year) for one, year in zip(numbers, found, strict=True))


def nearest_years(places: list[int], years: list[tuple[int, int]]) -> list[int | None]:
    """Of numbers the year of each: the only one, or the next one on the side where this sentence puts its years."""
    several = len({year for _, year in years}) > 1
    years_first = bool(years) and bool(places) and years[0][0] < places[0]
    found: list[int | None] = []
    for start in places:
        near = [year for place, year in years if not several or (place < start) == years_first]
        found.append((near[-1] if years_first else near[0]) if near else None)
    return found
