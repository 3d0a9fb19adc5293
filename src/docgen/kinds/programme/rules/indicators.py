"""Indicators by year (D30x)."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.units import PERCENT, is_counted, unit_of
from docgen.kinds.programme.rules.walk import lacking
from docgen.kinds.programme.rules.years import years_of
from docgen.model.programme import Indicator


@rule("D301")
def indicator_twice(document: Document[Programme], corpus: Corpus) -> Findings:
    """Код показателя повторяется.

    Мероприятия и результаты называют показатель кодом; когда код у двух показателей один, неясно, о каком речь.

    Плохо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, base: 0, base_year: 2021, values: {2022: 40, 2023: 80, 2024: 120}}
          - {code: П1, name: Количество мастерских, unit: единиц, base: 0, base_year: 2021, values: {2022: 1, 2023: 2, 2024: 2}}
    Хорошо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, base: 0, base_year: 2021, values: {2022: 40, 2023: 80, 2024: 120}}
          - {code: П2, name: Количество мастерских, unit: единиц, base: 0, base_year: 2021, values: {2022: 1, 2023: 2, 2024: 2}}
    """
    seen: dict[str, Indicator] = {}
    for one in document.record.indicators:
        first = seen.setdefault(one.code, one)
        if first is not one:
            related = (Related(first.at("code"), "первый раз"),)
            message = f"код {one.code} уже занят показателем «{first.name}»"
            yield Finding(one.at("code"), message, "дайте показателю другой код", related)


@rule("D302", Severity.GAP)
def year_missing(document: Document[Programme], corpus: Corpus) -> Findings:
    """Нет значения показателя за год.

    Значение нужно за каждый год программы: по годам показатели кластеров складываются и сравниваются с паспортом
    федерального проекта.

    Плохо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, base: 0, base_year: 2021, values: {2022: 40, 2024: 120}}
    Хорошо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, base: 0, base_year: 2021, values: {2022: 40, 2023: 80, 2024: 120}}
    """
    years = years_of(document, corpus)
    for one in document.record.indicators if years is not None else ():
        missing = [str(year) for year in years.demanded if year not in one.values] if years else []
        if missing:
            told = f"за {', '.join(missing)} {'год' if len(missing) == 1 else 'годы'}"
            message = f"у показателя {one.code} нет значения {told}"
            span = lacking(one, "values", missing[0]) if len(missing) == 1 else lacking(one, "values")
            yield Finding(span, message, f"впишите значение {told}")


@rule("D303", Severity.GAP)
def unit_missing(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не указана единица измерения показателя.

    Без единицы значение не с чем сравнить: 85 – это человек или процентов?

    Плохо:
        indicators:
          - {code: П1, name: Численность обучающихся, base: 0, base_year: 2021, values: {2022: 40, 2023: 80, 2024: 120}}
    Хорошо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, base: 0, base_year: 2021, values: {2022: 40, 2023: 80, 2024: 120}}
    """
    for one in document.record.indicators:
        if not one.unit:
            message = f"у показателя {one.code} не указана единица измерения"
            yield Finding(lacking(one, "unit"), message, "впишите unit: человек, единиц, процентов …")


@rule("D309")
def unit_of_another_kind(document: Document[Programme], corpus: Corpus) -> Findings:
    """Единица измерения не подходит к показателю.

    Доля измеряется в процентах, численность и количество – в людях, единицах, тысячах; «доля, человек» – след
    скопированной строки.

    Плохо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: процентов, base: 0, base_year: 2021, values: {2022: 40, 2023: 80, 2024: 120}}
    Хорошо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, base: 0, base_year: 2021, values: {2022: 40, 2023: 80, 2024: 120}}
    """
    for one in document.record.indicators:
        if has_foreign_unit(one):
            hint = "впишите unit: процентов" if is_share(one) else "впишите unit: человек или единиц"
            yield Finding(
                one.at("unit"), f"единица измерения показателя {one.code} «{one.name}» – «{one.unit}»", hint
            )


def has_foreign_unit(one: Indicator) -> bool:
    """Whether a share is measured in pieces, or a number of things in per cent."""
    unit = unit_of(one.unit)
    if is_share(one):
        return is_counted(unit)
    return unit == PERCENT and one.name.casefold().startswith(("численность ", "количество ", "число "))


@rule("D304", Severity.GAP)
def base_missing(document: Document[Programme], corpus: Corpus) -> Findings:
    """Нет базового значения показателя.

    Рост виден только от исходного уровня: нужно значение до начала программы и год, за который оно взято. Если считать
    начинают с нуля, пишут base: 0.

    Плохо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, values: {2022: 40, 2023: 80, 2024: 120}}
    Хорошо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, base: 0, base_year: 2021, values: {2022: 40, 2023: 80, 2024: 120}}
    """
    for one in document.record.indicators:
        if one.base is None:
            message = f"у показателя {one.code} нет базового значения"
            yield Finding(lacking(one, "base"), message, "впишите base и base_year")
        elif one.base_year is None:
            message = f"у показателя {one.code} не указан год базового значения"
            yield Finding(lacking(one, "base_year"), message, "впишите base_year")


@rule("D305")
def base_year_late(document: Document[Programme], corpus: Corpus) -> Findings:
    """Базовый год – не до начала программы.

    Базовое значение – то, что было до программы: его год раньше первого года программы.

    Плохо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, base: 0, base_year: 2023, values: {2022: 40, 2023: 80, 2024: 120}}
    Хорошо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, base: 0, base_year: 2021, values: {2022: 40, 2023: 80, 2024: 120}}
    """
    years = years_of(document, corpus)
    first = years.demanded.start if years is not None else None
    for one in document.record.indicators:
        if first is not None and one.base_year is not None and one.base_year >= first:
            message = (
                f"базовый год показателя {one.code} – {one.base_year}, а программа начинается в {first} году"
            )
            yield Finding(one.at("base_year"), message, f"укажите год до {first}")


def written_values(one: Indicator) -> Iterator[tuple[tuple[str, ...], str, Decimal]]:
    """Every value with its path and the words for it: «в 2023 году», «базовое значение»."""
    if one.base is not None:
        yield ("base",), "базовое значение", one.base
    for year, value in one.values.items():
        yield ("values", str(year)), f"в {year} году", value


_SHARES = ("доля ", "удельный вес ", "процент ")


def is_share(one: Indicator) -> bool:
    """Whether it is a part of a whole, and not a rate or an index that may be any per cent."""
    return bool(one.share_of) or one.name.casefold().startswith(_SHARES)


def by_code(programme: Programme) -> dict[str, Indicator]:
    """The indicators by their codes, but for codes that are given twice."""
    codes = Counter(one.code for one in programme.indicators)
    return {one.code: one for one in programme.indicators if codes[one.code] == 1}
