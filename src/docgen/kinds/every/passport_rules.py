"""What must hold for the passport of the federal project, alone and against the cards (C311–C314, C319–C323)."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.kinds.every.card_differences import Difference, of_card, of_passport, planned, summed
from docgen.kinds.every.card_rules import cards_of
from docgen.language.numbers.numerals import group
from docgen.model.clusters import Card, Clusters
from docgen.model.passport import ControlTotals, Passport


@rule("C311")
def control_totals(document: Document[Any], corpus: Corpus) -> Findings:
    """Сумма по карточкам не равна контрольной.

    Контрольные суммы сложены один раз и записаны в паспорте; если число на карточке изменят по ошибке, сумма перестанет
    сходиться.

    Плохо:
        totals: {clusters: 2, students: 300, enterprises: 4, cofunding: 10}
    Хорошо:
        totals: {clusters: 2, students: 200, enterprises: 4, cofunding: 10}
    """
    passport, cards = document.record, corpus.one(Clusters)
    if not isinstance(passport, Passport) or passport.totals is None or cards is None:
        return
    for field in ControlTotals.model_fields:
        total, found = getattr(passport.totals, field), summed(cards, field)
        if found is not None and found != total:
            message = f"сумма по карточкам – {group(found)}, контрольная – {group(total)}: разница {group(abs(found - total))}"
            related = (Related(cards.at(), "карточки"),)
            yield Finding(passport.at("totals", field), message, "проверьте карточки или сумму", related)


@rule("C312", Severity.WARNING)
def cards_against_passport(document: Document[Any], corpus: Corpus) -> Findings:
    """Карточки расходятся с паспортом.

    Число кластеров (со средствами федерального бюджета и без них), субъектов и отраслей по карточкам должно быть таким,
    как в паспорте, а обучающихся и предприятий – не меньше плана. Если расходится сам исходный документ, поясните это в
    explained паспорта.

    Плохо:
        geography: {year: 2022, clusters: 2, regions: 3, industries: 2, students: 200}
    Хорошо:
        geography: {year: 2022, clusters: 2, regions: 2, industries: 2, students: 200}
    """
    if isinstance(document.record, Passport):
        for difference in of_passport(document.record, corpus):
            if difference.key not in document.record.explained:
                yield difference.finding


@rule("C313", Severity.INFO)
def cards_above_plan(document: Document[Any], corpus: Corpus) -> Findings:
    """По карточкам – больше, чем в паспорте на тот же год.

    Это не ошибка: карточки обещают больше плана. Знать об этом нужно, когда значения программ сверяют с паспортом.

    Плохо:
        indicators:
          students: {name: Численность обучающихся, unit: человек, values: {2022: 150, 2023: 250, 2024: 350}}
    Хорошо:
        indicators:
          students: {name: Численность обучающихся, unit: человек, values: {2022: 200, 2023: 250, 2024: 350}}
    """
    passport, cards = document.record, corpus.one(Clusters)
    if not isinstance(passport, Passport) or passport.geography is None or cards is None or not cards.root:
        return
    year = passport.geography.year
    for key in passport.indicators:
        plan, promised = planned(passport, key), summed(cards, key)
        if plan is not None and promised is not None and promised > plan:
            message = (
                f"по карточкам – {group(promised)}, на {group(promised - plan)} больше плана {year} года"
            )
            related = (Related(cards.at(), "карточки"),)
            place = passport.at("indicators", key, "values", str(year))
            yield Finding(place, message, "учтите при сверке программ", related)


@rule("C314", Severity.WARNING)
def geography_against_indicators(document: Document[Any], corpus: Corpus) -> Findings:
    """Численность обучающихся в паспорте названа по-разному.

    География года и показатель того же года говорят об одном и том же числе обучающихся.

    Плохо:
        geography: {year: 2022, clusters: 2, regions: 2, industries: 2, students: 201}
    Хорошо:
        geography: {year: 2022, clusters: 2, regions: 2, industries: 2, students: 200}
    """
    passport = document.record
    if not isinstance(passport, Passport) or passport.geography is None:
        return
    plan, stated = planned(passport, "students"), passport.geography.students
    if plan is not None and plan != stated:
        year = passport.geography.year
        related = (Related(passport.at("indicators", "students", "values", str(year)), "показатель"),)
        message = f"обучающихся здесь {group(stated)}, а в показателе {year} года – {group(plan)}"
        yield Finding(passport.at("geography", "students"), message, "исправьте одно из чисел", related)


@rule("C319", Severity.INFO)
def explained_difference(document: Document[Any], corpus: Corpus) -> Findings:
    """Расхождение, которое пояснено.

    Исходный документ бывает неточен сам; такое расхождение поясняют в explained, и docgen напоминает о нём
    замечанием, а не предупреждением.

    Плохо:
        geography: {year: 2022, clusters: 2, regions: 3, industries: 2, students: 200}
        explained: {regions: третий субъект в исходном документе не назван}
    Хорошо:
        geography: {year: 2022, clusters: 2, regions: 2, industries: 2, students: 200}
    """
    for owner, differences in _compared(document, corpus):
        for difference in differences:
            if difference.key in owner.explained:
                found, note = difference.finding, Related(owner.at("explained", difference.key), "пояснение")
                yield Finding(found.span, found.message, "уточните исходные сведения", (*found.related, note))


@rule("C320", Severity.WARNING)
def explanation_of_nothing(document: Document[Any], corpus: Corpus) -> Findings:
    """Пояснение ни к чему не относится.

    Расхождения, которое поясняли, больше нет (или ключ пояснения написан с ошибкой). Оставленное пояснение скрыло бы
    следующую ошибку.

    Плохо:
        explained: {regions: третий субъект в исходном документе не назван}
    Хорошо:
        title: Федеральный проект «Профессионалитет»
    """
    for owner, differences in _compared(document, corpus):
        found = {difference.key for difference in differences}
        for key in owner.explained:
            if key not in found:
                message = f"расхождения «{key}», которое здесь пояснено, нет"
                yield Finding(owner.at("explained", key), message, "уберите пояснение")


def _compared(document: Document[Any], corpus: Corpus) -> Iterator[tuple[Passport | Card, list[Difference]]]:
    """What may hold explanations, with its differences."""
    if isinstance(document.record, Passport):
        yield document.record, list(of_passport(document.record, corpus))
    for card in cards_of(document):
        yield card, list(of_card(card))


@rule("C321")
def indicator_by_year(document: Document[Any], corpus: Corpus) -> Findings:
    """Значения показателя паспорта по годам неверны.

    У показателя есть значение на каждый год периода и ни одного – вне его; нарастающий итог не убывает; целое число –
    целое.

    Плохо:
        indicators:
          students: {name: Численность, unit: человек, cumulative: true, values: {2022: 200, 2023: 150, 2024: 350}}
    Хорошо:
        indicators:
          students: {name: Численность, unit: человек, cumulative: true, values: {2022: 200, 2023: 250, 2024: 350}}
    """
    passport = document.record
    if not isinstance(passport, Passport):
        return
    for key, indicator in passport.indicators.items():
        missing = [str(year) for year in passport.period.years if year not in indicator.values]
        if missing:
            place = passport.at("indicators", key, "values")
            yield Finding(place, f"нет значения на {', '.join(missing)} год", "впишите значения на все годы")
        for year, message, hint in _wrong_years(
            indicator.values, indicator.cumulative, indicator.whole, passport
        ):
            yield Finding(passport.at("indicators", key, "values", str(year)), message, hint)


def _wrong_years(
    values: Mapping[int, Any], cumulative: bool, whole: bool, passport: Passport
) -> Iterator[tuple[int, str, str]]:
    """Years whose value is wrong, why, and what to do."""
    last = None
    for year in sorted(values):
        if year not in passport.period.years:
            yield year, f"{year} год – вне периода {passport.period}", "уберите значение или исправьте период"
        elif whole and values[year] % 1:
            yield year, f"{group(values[year])} – не целое число", "исправьте значение"
        elif cumulative and last is not None and values[year] < last:
            message = f"нарастающий итог убывает: {group(last)}, затем {group(values[year])}"
            yield year, message, "исправьте значение или уберите cumulative"
        last = values[year]


@rule("C322", Severity.WARNING)
def preparation_days(document: Document[Any], corpus: Corpus) -> Findings:
    """Даты подготовительной работы не сходятся.

    Дат в календаре столько же, сколько шагов; они идут по порядку, а дата шага – одна из них.

    Плохо:
        preparation: {dates: [2021-11-17, 2021-11-12], steps: [{text: Создание групп}, {text: Анализ программ}]}
    Хорошо:
        preparation: {dates: [2021-11-12, 2021-11-17], steps: [{text: Создание групп}, {text: Анализ программ}]}
    """
    passport = document.record
    if not isinstance(passport, Passport) or passport.preparation is None:
        return
    dates, steps = passport.preparation.dates, passport.preparation.steps
    if len(dates) != len(steps):
        place = passport.at("preparation", "dates")
        yield Finding(place, f"дат – {len(dates)}, а шагов – {len(steps)}", "проверьте, всё ли выписано")
    for position, (before, after) in enumerate(pairwise(dates), 1):
        if after <= before:
            place = passport.at("preparation", "dates", position)
            yield Finding(place, "дата раньше предыдущей или та же", "расположите даты по порядку")
    for position, step in enumerate(steps):
        if step.date is not None and step.date not in dates:
            place = passport.at("preparation", "steps", position, "date")
            yield Finding(place, "этой даты нет среди дат календаря", "проверьте дату")


@rule("C323", Severity.INFO)
def steps_without_days(document: Document[Any], corpus: Corpus) -> Findings:
    """У шагов подготовительной работы нет дат.

    В исходном документе даты и шаги стоят порознь; пока не известно, какая дата к какому шагу относится, docgen её не
    придумывает.

    Плохо:
        preparation: {dates: [2021-11-12], steps: [{text: Создание групп}]}
    Хорошо:
        preparation: {dates: [2021-11-12], steps: [{text: Создание групп, date: 2021-11-12}]}
    """
    passport = document.record
    if isinstance(passport, Passport) and passport.preparation is not None:
        undated = sum(step.date is None for step in passport.preparation.steps)
        if undated:
            place = passport.at("preparation", "steps")
            yield Finding(place, f"шагов без даты: {undated}", "впишите даты, когда они станут известны")
