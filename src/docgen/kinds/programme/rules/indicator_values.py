"""Values of indicators that cannot be (D306–D308)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.indicators import is_share, written_values
from docgen.kinds.programme.rules.units import is_counted, unit_of
from docgen.language.numbers.numerals import group
from docgen.model.programme import Indicator

YearValue = tuple[int, Decimal]


@rule("D306")
def decrease(document: Document[Programme], corpus: Corpus) -> Findings:
    """Показатель, который считается нарастающим итогом, уменьшается.

    Нарастающий итог включает прошлые годы, поэтому он не бывает меньше прошлогоднего. Либо значение неверно, либо
    показатель считается за год и cumulative не нужен.

    Плохо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, base: 0, base_year: 2021, cumulative: true, values: {2022: 40, 2023: 80, 2024: 75}}
    Хорошо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, base: 0, base_year: 2021, cumulative: true, values: {2022: 40, 2023: 80, 2024: 120}}
    """
    for one in document.record.indicators:
        for fall in falls(one):
            (before, was), (year, value) = fall.pair
            message = (
                f"показатель {one.code} нарастающим итогом: в {year} году {group(value)} – меньше, чем "
                f"в {before} году ({group(was)}), на {group(was - value)}"
            )
            hint = "исправьте значение или уберите cumulative"
            related = (Related(one.at(*_path(one, fall.other)), f"значение {fall.other} года"),)
            yield Finding(one.at(*_path(one, fall.slip)), message, hint, related)


@dataclass(frozen=True)
class Fall:
    """Two years' values that do not rise, and the year of the two whose value is the slip, as it seems."""

    pair: tuple[YearValue, YearValue]
    slip: int

    @property
    def other(self) -> int:
        """The year whose value seems right."""
        (before, _), (year, _) = self.pair
        return before if self.slip == year else year


def falls(one: Indicator) -> Iterator[Fall]:
    """Where an indicator that is reckoned cumulatively decreases."""
    series = _series(one) if one.cumulative else []
    for place in range(1, len(series)):
        earlier, later = series[place - 1], series[place]
        if later[1] < earlier[1]:
            without_earlier = _unevenness(series[: place - 1] + series[place:])
            without_later = _unevenness(series[:place] + series[place + 1 :])
            yield Fall((earlier, later), (earlier if without_earlier * 2 < without_later else later)[0])


def _series(one: Indicator) -> list[YearValue]:
    """Base and values in the order of years."""
    first = [(one.base_year, one.base)] if one.base is not None and one.base_year is not None else []
    early = min(one.values, default=0)
    return [pair for pair in first if pair[0] < early] + sorted(one.values.items())


def _unevenness(series: list[YearValue]) -> Decimal:
    """How many times a value is more than the one before, at most; without end if it falls."""
    steps = [(was, value) for (_, was), (_, value) in pairwise(series)]
    if any(value < was for was, value in steps):
        return Decimal("Infinity")
    return max((value / was for was, value in steps if was > 0), default=Decimal(1))


def _path(one: Indicator, year: int) -> tuple[str, ...]:
    return ("values", str(year)) if year in one.values else ("base",)


@rule("D307")
def not_whole(document: Document[Programme], corpus: Corpus) -> Findings:
    """Дробное значение показателя, который считают целыми.

    Людей, предприятий, мастерских не бывает 12,5. Если речь о доле или о тысячах, исправьте единицу измерения.

    Плохо:
        indicators:
          - {code: П1, name: Количество предприятий, unit: единиц, base: 0, base_year: 2021, values: {2022: 4, 2023: "12,5", 2024: 14}}
    Хорошо:
        indicators:
          - {code: П1, name: Количество предприятий, unit: единиц, base: 0, base_year: 2021, values: {2022: 4, 2023: 12, 2024: 14}}
    """
    for one in document.record.indicators:
        if not one.whole and not is_counted(unit_of(one.unit)):
            continue
        for path, told, value in written_values(one):
            if value != value.to_integral_value():
                message = f"показатель {one.code}: {told} – дробное число {group(value)}, а считают целыми"
                yield Finding(one.at(*path), message, "впишите целое число")


@rule("D308")
def negative(document: Document[Programme], corpus: Corpus) -> Findings:
    """Отрицательное значение показателя.

    Численность, количество и доля не бывают меньше нуля.

    Плохо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, base: 0, base_year: 2021, values: {2022: -40, 2023: 80, 2024: 120}}
    Хорошо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, base: 0, base_year: 2021, values: {2022: 40, 2023: 80, 2024: 120}}
    """
    for one in document.record.indicators:
        if not one.whole and not is_counted(unit_of(one.unit)) and not is_share(one):
            continue
        for path, told, value in written_values(one):
            if value < 0:
                message = f"показатель {one.code}: {told} – отрицательное число {group(value)}"
                yield Finding(one.at(*path), message, "исправьте значение")


def is_doubtful(one: Indicator, year: int) -> bool:
    """Whether the value of a year is told of as impossible: then it contradicts nothing else."""
    value = one.values.get(year, Decimal())
    counted = one.whole or is_counted(unit_of(one.unit))
    impossible = value < 0 or (is_share(one) and value > 100) or (counted and value % 1 != 0)
    return impossible or year in {fall.slip for fall in falls(one)}
