"""Indicators that are shares (D31x)."""

import re
from decimal import Decimal
from itertools import pairwise

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.indicators import is_share, written_values
from docgen.kinds.programme.rules.units import PERCENT, unit_of
from docgen.kinds.programme.rules.walk import lacking, layout_of
from docgen.kinds.programme.rules.wording import near
from docgen.language.numbers.numerals import group
from docgen.model.programme import Indicator

_EMPLOYMENT = re.compile(
    r"(?<!не )(?<!не)трудоустро|(?<!не )(?:работающ|занят)\w+\s+по\s+(?:\w+\s+)?(?:професси|специальност)"
)
_WORSE = re.compile(
    r"вакан|безработ|износ|изнош|отчисл|отток|брак|не\s?трудоустр|потер|старше|устаре|нехватк|дефицит|прост[оа]|авари|"
    r"травм|нарушен|выбыт|выбывш|задолж|просроч|незанят|неуспева|убыт"
)


@rule("D311")
def share_over_hundred(document: Document[Programme], corpus: Corpus) -> Findings:
    """Доля больше 100 %.

    Часть не бывает больше целого: скорее всего, потеряна запятая или в процентах записано число людей.

    Плохо:
        indicators:
          - {code: П2, name: Доля трудоустроенных выпускников, unit: процентов, base: 79, base_year: 2021, values: {2022: 85, 2023: 870, 2024: 88}}
    Хорошо:
        indicators:
          - {code: П2, name: Доля трудоустроенных выпускников, unit: процентов, base: 79, base_year: 2021, values: {2022: 85, 2023: 87, 2024: 88}}
    """
    for one in document.record.indicators:
        if not is_share(one) or unit_of(one.unit) != PERCENT:
            continue
        for path, told, value in written_values(one):
            if value > 100:
                message = f"показатель {one.code} – доля, но {told} – {group(value)} %"
                yield Finding(one.at(*path), message, "исправьте значение: доля не больше 100 %")


@rule("D312", Severity.WARNING)
def share_of_nothing(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не сказано, от чего считается доля.

    Доля без знаменателя не проверяется: 88 % – от выпускников колледжа, кластера или области? Код показателя, от
    которого она считается, пишут в share_of.

    Плохо:
        indicators:
          - {code: П2, name: Доля трудоустроенных выпускников, unit: процентов, base: 79, base_year: 2021, values: {2022: 85, 2023: 87, 2024: 88}}
          - {code: П4, name: Численность выпускников, unit: человек, base: 500, base_year: 2021, values: {2022: 510, 2023: 520, 2024: 530}}
    Хорошо:
        indicators:
          - {code: П2, name: Доля трудоустроенных выпускников, unit: процентов, base: 79, base_year: 2021, values: {2022: 85, 2023: 87, 2024: 88}, share_of: П4}
          - {code: П4, name: Численность выпускников, unit: человек, base: 500, base_year: 2021, values: {2022: 510, 2023: 520, 2024: 530}}
    """
    for one in document.record.indicators:
        if is_share(one) and not one.share_of:
            message = f"показатель {one.code} – доля, а от чего она считается, не указано"
            yield Finding(lacking(one, "share_of"), message, "впишите в share_of код показателя-знаменателя")


@rule("D313")
def share_of_unknown(document: Document[Programme], corpus: Corpus) -> Findings:
    """Доля считается от показателя, которого нет или который сам – доля.

    Знаменатель доли – другой показатель программы, численность или количество.

    Плохо:
        indicators:
          - {code: П2, name: Доля трудоустроенных выпускников, unit: процентов, base: 79, base_year: 2021, values: {2022: 85, 2023: 87, 2024: 88}, share_of: П9}
          - {code: П4, name: Численность выпускников, unit: человек, base: 500, base_year: 2021, values: {2022: 510, 2023: 520, 2024: 530}}
    Хорошо:
        indicators:
          - {code: П2, name: Доля трудоустроенных выпускников, unit: процентов, base: 79, base_year: 2021, values: {2022: 85, 2023: 87, 2024: 88}, share_of: П4}
          - {code: П4, name: Численность выпускников, unit: человек, base: 500, base_year: 2021, values: {2022: 510, 2023: 520, 2024: 530}}
    """
    known = {one.code: one for one in document.record.indicators}
    for one in document.record.indicators:
        whole = known.get(one.share_of or "")
        if not one.share_of:
            continue
        others = [code for code, other in known.items() if not is_share(other)]
        if whole is None:
            message = f"доля {one.code} считается от показателя {one.share_of}, а такого нет"
            yield Finding(one.at("share_of"), message, near(one.share_of, others))
        elif is_share(whole):
            message = f"доля {one.code} считается от показателя {one.share_of}, а он сам – доля"
            yield Finding(one.at("share_of"), message, near("", others))


@rule("D314", Severity.WARNING)
def low_employment(document: Document[Programme], corpus: Corpus) -> Findings:
    """Доля трудоустроенных ниже, чем обещает федеральный проект.

    Федеральный проект ждёт, что трудоустроятся 85 % обучившихся; граница задана в макете: limits.employment_at_least.
    Программа, которая планирует меньше, должна объяснить почему.

    Плохо:
        indicators:
          - {code: П2, name: Доля трудоустроенных выпускников, unit: процентов, base: 79, base_year: 2021, values: {2022: 82, 2023: 87, 2024: 88}}
    Хорошо:
        indicators:
          - {code: П2, name: Доля трудоустроенных выпускников, unit: процентов, base: 79, base_year: 2021, values: {2022: 85, 2023: 87, 2024: 88}}
    """
    layout = layout_of(document, corpus)
    least = layout.limits.employment_at_least if layout is not None else None
    if layout is None or least is None:
        return
    related = (Related(layout.limits.at("employment_at_least"), "граница"),)
    for one in filter(_is_employment, document.record.indicators):
        for year, value in one.values.items():
            if 0 <= value < least:
                message = (
                    f"трудоустройство ({one.code}) в {year} году – {group(value)} %, ниже границы {group(least)} % "
                    f"на {group(least - value)}"
                )
                hint = f"запланируйте не менее {group(least)} % или обоснуйте в тексте"
                yield Finding(one.at("values", str(year)), message, hint, related)


def _least_employment(document: Document[Programme], corpus: Corpus) -> Decimal | None:
    layout = layout_of(document, corpus)
    return layout.limits.employment_at_least if layout is not None else None


def _is_employment(one: Indicator) -> bool:
    if unit_of(one.unit) != PERCENT:
        return False
    return one.passport == "employment" or bool(_EMPLOYMENT.search(one.name.casefold()))


@rule("D315", Severity.WARNING)
def share_falls(document: Document[Programme], corpus: Corpus) -> Findings:
    """Доля уменьшается от года к году.

    Программа развития должна улучшать показатели. Если уменьшение и есть цель (доля вакансий, износ), это должно быть
    видно из названия показателя.

    Плохо:
        indicators:
          - {code: П2, name: Доля трудоустроенных выпускников, unit: процентов, base: 79, base_year: 2021, values: {2022: 88, 2023: 87, 2024: 89}}
    Хорошо:
        indicators:
          - {code: П2, name: Доля трудоустроенных выпускников, unit: процентов, base: 79, base_year: 2021, values: {2022: 86, 2023: 87, 2024: 89}}
    """
    for one in document.record.indicators:
        if not is_share(one) or one.cumulative or _WORSE.search(one.name.casefold()):
            continue
        years = sorted(one.values)
        for before, year in pairwise(years):
            fall = one.values[before] - one.values[year]
            if _is_employment(one) and one.values[year] < (_least_employment(document, corpus) or 0):
                continue  # below the limit, and told of
            if fall > 0 and one.values[before] <= 100:
                message = (
                    f"доля {one.code} в {year} году – {group(one.values[year])}, меньше, чем в {before} году "
                    f"({group(one.values[before])}), на {group(fall)}"
                )
                related = (Related(one.at("values", str(before)), f"значение {before} года"),)
                yield Finding(one.at("values", str(year)), message, "проверьте значения", related)
