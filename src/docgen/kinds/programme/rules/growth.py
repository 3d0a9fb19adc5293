"""By how much something grew, in the text: against the numbers of the sentence and against the tables (D816)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.series import Series, all_series, subject
from docgen.kinds.programme.rules.stated_numbers import Sentence, plain_words, sentences
from docgen.kinds.programme.rules.statistics import unit_words
from docgen.kinds.programme.rules.walk import prose
from docgen.language.numbers.numerals import group, parse_number
from docgen.language.patterns import lazy

_NUMBER = r"\d{1,3}(?:[ \u00a0]\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_GREW = (
    *(
        "вырос",
        "вырас",
        "возрос",
        "возрас",
        "увелич",
        "сокра",
        "уменьш",
        "сниз",
        "сниж",
        "раст",
        "упал",
        "подня",
        "подни",
    ),
    *("прирост", "больше", "меньше", "выше", "ниже"),
)
_THAN = re.compile(r"\s+(?:больше|меньше|выше|ниже)", re.IGNORECASE)
_BY = lazy(
    rf"(?:(?<!не )\bна\s+(?P<by>{_NUMBER})[ \u00a0]*(?P<unit>%|процентн\w+\s+пункт\w*|п\.\s?п\.|[а-яё]+\.?(?:[ \u00a0][а-яё]+)?)"
    rf"|\bв\s+(?P<times>\d+(?:,\d+)?)\s+раз[а]?\b)"
)
_FROM_TO = lazy(
    rf"\bсо?\s+(?P<one>{_NUMBER})(?:\s|%)[^.;:()]*?\bдо\s+(?P<two>{_NUMBER})(?:[ \u00a0]*(?:%|[а-яё]+\.?)){{0,3}}"
    rf"(?:\s+в\s+20\d\d\s+году)?[,\s–]*(?:то\s+есть|или|т\.\s?е\.|а\s+именно)?[,\s–]*$"
)
_VAGUE = lazy(r"(?:почти|около|более|менее|свыше|примерно|чем|порядка|приблизительно|ещё)\s+$", re.IGNORECASE)
_YEARS = lazy(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SPAN = lazy(r"\bза\s+(?:последни[ех]\s+)?(?P<count>два|три|четыре|пять|\d)\s+(?:года|лет)")
_OTHER_TIME = lazy(
    r"\bза\s+\S+\s+(?:лет|года?|годы)\b|ежегодн|кажд\w+\s+год|квартал|месяц|полугоди|десятилети|январ|декабр|\bсезон"
)
_COUNTS = {"два": 2, "три": 3, "четыре": 4, "пять": 5}
_ASIDE = re.compile(r"\([^)]*\)")
_CLAUSE = re.compile(r"[,;:()]\s|\s–\s")


@dataclass(frozen=True)
class _Growth:
    """«На 20 %», «в 1,5 раза», «на 15,8 тыс. человек»: ``how`` is per cent, points, times or a unit."""

    start: int
    end: int
    value: Decimal
    half: Decimal
    how: str
    unit: tuple[str, ...]

    def between(self, one: Decimal, two: Decimal) -> Decimal | None:
        """What it would be from one value to another; ``None`` from nothing."""
        low, high = sorted((one, two))
        if self.how == "times":
            return high / low if low else None
        if self.how == "percent":
            return 100 * abs(two - one) / one if one else None
        return high - low

    def told(self, value: Decimal) -> str:
        """A growth in the words of this one."""
        digits = max(1, -int(self.value.normalize().as_tuple().exponent))
        said = group(value, digits)
        return {"times": f"в {said} раза", "percent": f"на {said} %"}.get(self.how, f"на {said}")


@rule("D816", Severity.WARNING)
def growth_in_text(document: Document[Programme], corpus: Corpus) -> Findings:
    """Прирост, названный в тексте, не получается из чисел.

    «Вырос с 512 до 640 человек, то есть на 35 %» – а получается 25 %. Если чисел в предложении нет, прирост сверяется с
    показателем или строкой статистики, которую предложение называет: за названные годы, а где они не названы – за любые.
    Приблизительные слова («почти», «около») не сверяются.

    Плохо:
        sections:
          general:
            economy: Численность учеников выросла с 80 до 120 человек, то есть на 40 %, экономика держится на металлургии (Липецкстат, 2022).
            industry: Отрасль представлена заводом тонкого проката, на котором работают 5200 человек.
    Хорошо:
        sections:
          general:
            economy: Численность учеников выросла с 80 до 120 человек, то есть на 50 %, экономика держится на металлургии (Липецкстат, 2022).
            industry: Отрасль представлена заводом тонкого проката, на котором работают 5200 человек.
    """
    series: list[Series] | None = None
    shortened = {
        one.short.casefold(): " ".join(plain_words(one.meaning)) for one in document.record.abbreviations
    }
    for one in prose(document.record):
        for passage in one.passages:
            for sentence, growth in _growths(passage.text):
                series = list(all_series(document, corpus)) if series is None else series
                wrong = _within(sentence, growth) or _against(sentence, growth, series, shortened)
                if wrong is not None:
                    said = passage.text[growth.start : growth.end]
                    message = f"в тексте «{said}», а {wrong[0]}"
                    span = one.at(passage, growth.start, growth.end)
                    yield Finding(span, message, "исправьте прирост или числа", wrong[1])


def _growths(text: str) -> Iterator[tuple[Sentence, _Growth]]:
    """Where a text tells a growth: after a word for it, or before «больше, чем»."""
    for sentence in sentences(text) if _tells_growth(text) else ():
        for match in _BY.finditer(sentence.text) if _tells_growth(sentence.text) else ():
            before = sentence.text[: match.start("by") if match["by"] else match.start("times")]
            grew = _tells_growth(before) or _THAN.match(sentence.text, match.end())
            if grew and not _VAGUE.search(before):
                yield sentence, _growth(match, sentence.start)


def _tells_growth(text: str) -> bool:
    flat = text.lower().replace("ё", "е")
    return any(one in flat for one in _GREW)


def _growth(match: re.Match[str], offset: int) -> _Growth:
    written = match["by"] or match["times"]
    half = Decimal("0.5") / 10 ** len(written.partition(",")[2])
    unit = (match["unit"] or "").casefold()
    how = "times" if match["times"] else "percent" if unit == "%" else "points" if unit[0] == "п" else "much"
    return _Growth(
        offset + match.start(), offset + match.end(), parse_number(written), half, how, unit_words(unit)
    )


Wrong = tuple[str, tuple[Related, ...]]


def _within(sentence: Sentence, growth: _Growth) -> Wrong | None:
    """A growth against «с 512 до 640 человек» right before it."""
    found = _FROM_TO.search(sentence.text[: growth.start - sentence.start])
    if found is None:
        return None
    right = growth.between(parse_number(found["one"]), parse_number(found["two"]))
    if right is None or abs(right - growth.value) <= growth.half:
        return None
    return f"с {found['one']} до {found['two']} – это {growth.told(right)}", ()


def _against(
    sentence: Sentence, growth: _Growth, series: Sequence[Series], shortened: dict[str, str]
) -> Wrong | None:
    """A growth against the one series that the clause speaks of."""
    before = sentence.text[: growth.start - sentence.start]
    if _FROM_TO.search(before):
        return None
    said = _subject(before, shortened)
    meant = [one for one in series if said and one.is_meant(said)]
    if len(meant) != 1 or not _measures(growth, meant[0]):
        return None
    pairs = list(_pairs(sentence.text, meant[0]))
    right = [growth.between(meant[0].values[one], meant[0].values[two]) for one, two in pairs]
    if (
        not pairs
        or None in right
        or growth.value in meant[0].values.values()
        or any(abs((one or 0) - growth.value) <= growth.half for one in right)
    ):
        return None
    (first, last), value = pairs[0], right[0] or Decimal()
    related = (Related(meant[0].span, "значения"),)
    return f"«{meant[0].name}» с {first} по {last} год – {growth.told(value)}", related


def _subject(before: str, shortened: dict[str, str]) -> list[str]:
    """What the clause is about; if it names nothing («что в 1,5 раза больше»), the clause before it."""
    starts = [0, *(match.end() for match in _CLAUSE.finditer(before))]
    for start in reversed(starts):
        if found := subject(before[start:], shortened):
            return found
    return []


def _measures(growth: _Growth, series: Series) -> bool:
    """Whether the growth is measured as the series is."""
    is_share = series.unit[:1] == ("проц",)
    if growth.how == "much":
        return not is_share and growth.unit[: len(series.unit)] == series.unit
    return is_share if growth.how == "points" else not is_share


def _pairs(text: str, series: Series) -> Iterator[tuple[int, int]]:
    """The years that may be meant: those that are named, and as far apart as is said."""
    named = {int(one) for one in _YEARS.findall(_ASIDE.sub("", text))}
    apart = _SPAN.search(text)
    if not named <= set(series.values) or (apart is None and _OTHER_TIME.search(text)):
        return
    count = (_COUNTS.get(apart["count"]) or int(apart["count"])) if apart is not None else 0
    pairs = combinations(sorted(series.values), 2)
    for one, two in sorted(pairs, key=lambda pair: pair[0] - pair[1]):  # the longest time first
        if named <= {one, two} and (not count or two - one in (count, count - 1)):
            yield one, two
