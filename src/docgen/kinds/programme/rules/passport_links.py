"""Indicators of a programme and of the federal passport (D32x)."""

from collections.abc import Iterator

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.indicator_values import falls
from docgen.kinds.programme.rules.indicators import has_foreign_unit
from docgen.kinds.programme.rules.units import unit_of
from docgen.kinds.programme.rules.walk import book_of, lacking
from docgen.kinds.programme.rules.wording import near
from docgen.language.numbers.numerals import group
from docgen.model.passport import Passport, PassportIndicator
from docgen.model.programme import Indicator


@rule("D321", Severity.GAP)
def federal_indicator_absent(document: Document[Programme], corpus: Corpus) -> Findings:
    """Нет показателя, который задан паспортом федерального проекта.

    Показатели паспорта складываются из показателей программ: у каждой программы есть свой показатель для каждого из
    них, и в его поле passport стоит ключ из passport.yaml.

    Плохо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, base: 0, base_year: 2021, values: {2022: 40, 2023: 80, 2024: 120}, cumulative: true}
    Хорошо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, base: 0, base_year: 2021, values: {2022: 40, 2023: 80, 2024: 120}, cumulative: true, passport: students}
    """
    programme, passport = document.record, book_of(corpus).passport
    if passport is None or not programme.indicators:
        return  # a table that is empty as a whole is told of by its own rule
    linked = {one.passport for one in programme.indicators}
    for key, federal in passport.indicators.items():
        if key not in linked:
            message = f"нет показателя федерального проекта «{federal.name}»"
            related = (Related(passport.at("indicators", key), "в паспорте"),)
            yield Finding(
                lacking(programme, "indicators"), message, f"добавьте показатель с passport: {key}", related
            )


@rule("D322")
def unknown_federal_indicator(document: Document[Programme], corpus: Corpus) -> Findings:
    """Такого показателя в паспорте федерального проекта нет.

    В поле passport пишут ключ показателя или эффекта из passport.yaml.

    Плохо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, base: 0, base_year: 2021, values: {2022: 40, 2023: 80, 2024: 120}, cumulative: true, passport: student}
    Хорошо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, base: 0, base_year: 2021, values: {2022: 40, 2023: 80, 2024: 120}, cumulative: true, passport: students}
    """
    passport = book_of(corpus).passport
    if passport is None:
        return
    known = [*passport.indicators, *passport.effects]
    for one in document.record.indicators:
        if one.passport and one.passport not in known:
            message = f"показателя «{one.passport}» нет в паспорте федерального проекта"
            yield Finding(one.at("passport"), message, near(one.passport, known))


@rule("D323")
def federal_indicator_twice(document: Document[Programme], corpus: Corpus) -> Findings:
    """К одному показателю паспорта отнесены два показателя программы.

    Значения сложатся дважды: показателю паспорта в программе соответствует один показатель.

    Плохо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, base: 0, base_year: 2021, values: {2022: 40, 2023: 80, 2024: 120}, cumulative: true, passport: students}
          - {code: П2, name: Численность выпускников, unit: человек, base: 0, base_year: 2021, values: {2022: 0, 2023: 20, 2024: 60}, cumulative: true, passport: students}
    Хорошо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, base: 0, base_year: 2021, values: {2022: 40, 2023: 80, 2024: 120}, cumulative: true, passport: students}
          - {code: П2, name: Численность выпускников, unit: человек, base: 0, base_year: 2021, values: {2022: 0, 2023: 20, 2024: 60}, cumulative: true}
    """
    seen: dict[str, Indicator] = {}
    for one in document.record.indicators:
        first = seen.setdefault(one.passport, one) if one.passport else one
        if first is not one:
            message = f"к показателю паспорта «{one.passport}» уже отнесён показатель {first.code}"
            related = (Related(first.at("passport"), "первый раз"),)
            yield Finding(one.at("passport"), message, "оставьте passport у одного показателя", related)


@rule("D324")
def reckoned_otherwise(document: Document[Programme], corpus: Corpus) -> Findings:
    """Показатель считается не так, как в паспорте федерального проекта.

    Показатели программ складываются и сравниваются с паспортом, поэтому единица измерения и нарастающий итог у них те
    же, что в нём.

    Плохо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, base: 0, base_year: 2021, values: {2022: 40, 2023: 80, 2024: 120}, passport: students}
    Хорошо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, base: 0, base_year: 2021, values: {2022: 40, 2023: 80, 2024: 120}, cumulative: true, passport: students}
    """
    for one, federal in _linked(document.record, book_of(corpus).passport):
        if one.cumulative != federal.cumulative:
            ours, theirs = ("нарастающим итогом", "за год")[:: 1 if one.cumulative else -1]
            message = f"показатель {one.code} считается {ours}, а в паспорте – {theirs}"
            hint = f"поставьте cumulative: {'true' if federal.cumulative else 'false'}"
            span = one.at("cumulative") if one.has("cumulative") else one.at("passport")
            yield Finding(span, message, hint, _in_passport(federal))
        if one.unit and unit_of(one.unit) != unit_of(federal.unit) and not has_foreign_unit(one):
            message = (
                f"единица измерения показателя {one.code} – «{one.unit}», а в паспорте – «{federal.unit}»"
            )
            yield Finding(one.at("unit"), message, f"пересчитайте в единицы паспорта: {federal.unit}")


@rule("D325")
def more_than_federal(document: Document[Programme], corpus: Corpus) -> Findings:
    """Значение показателя кластера больше, чем по всей стране.

    Значение программы – часть значения федерального проекта. Если оно больше, спутаны единицы или лишние нули.

    Плохо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, base: 0, base_year: 2021, values: {2022: 40, 2023: 80, 2024: 120 000}, cumulative: true, passport: students}
    Хорошо:
        indicators:
          - {code: П1, name: Численность обучающихся, unit: человек, base: 0, base_year: 2021, values: {2022: 40, 2023: 80, 2024: 120}, cumulative: true, passport: students}
    """
    for one, federal in _linked(document.record, book_of(corpus).passport):
        slips = {fall.slip for fall in falls(one)}  # told of already
        for year, value in one.values.items():
            whole = federal.values.get(year)
            if whole is None or value <= whole or year in slips:
                continue
            if unit_of(one.unit) == unit_of(federal.unit):
                message = (
                    f"показатель {one.code} в {year} году – {group(value)}, больше, чем во всём федеральном проекте "
                    f"({group(whole)}), на {group(value - whole)}"
                )
                yield Finding(
                    one.at("values", str(year)), message, "проверьте значение", _in_passport(federal)
                )


def _linked(programme: Programme, passport: Passport | None) -> Iterator[tuple[Indicator, PassportIndicator]]:
    for one in programme.indicators if passport is not None else ():
        federal = passport.indicators.get(one.passport or "") if passport is not None else None
        if federal is not None:
            yield one, federal


def _in_passport(federal: PassportIndicator) -> tuple[Related, ...]:
    return (Related(federal.at(), "показатель паспорта"),)
