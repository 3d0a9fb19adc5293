"""Expected results (D60x)."""

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.indicator_values import is_doubtful
from docgen.kinds.programme.rules.indicators import by_code, has_foreign_unit
from docgen.kinds.programme.rules.indicators_in_text import contradictions
from docgen.kinds.programme.rules.participants import plain
from docgen.kinds.programme.rules.units import unit_of
from docgen.kinds.programme.rules.walk import lacking
from docgen.kinds.programme.rules.wording import near
from docgen.language.numbers.numerals import group
from docgen.model.programme import Result, ResultKind

_MEASURED_BY = {"value": "значение", "unit": "единица измерения", "year": "год"}


@rule("D601", Severity.GAP)
def not_measurable(document: Document[Programme], corpus: Corpus) -> Findings:
    """Результат нельзя измерить.

    Ожидаемый результат – это значение, единица измерения и год: только тогда видно, достигнут ли он.

    Плохо:
        results:
          - {text: Обучаются по новым программам, kind: social, indicator: П1, unit: человек, year: 2024}
    Хорошо:
        results:
          - {text: Обучаются по новым программам, kind: social, indicator: П1, value: 120, unit: человек, year: 2024}
    """
    for one in document.record.results:
        absent = [field for field in _MEASURED_BY if getattr(one, field) in (None, "")]
        if absent:
            what = ", ".join(_MEASURED_BY[field] for field in absent)
            hint = f"заполните {', '.join(f'{field}:' for field in absent)}"
            yield Finding(
                lacking(one, absent[0]), f"результат «{one.text}» не измерить, не указано: {what}", hint
            )


@rule("D602", Severity.GAP)
def result_without_kind(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не указано, на что влияет результат.

    Макет требует оценить влияние программы на социально-экономическую сферу региона и на конкурентоспособность отрасли.

    Плохо:
        results:
          - {text: Обучаются по новым программам, indicator: П1, value: 120, unit: человек, year: 2024}
    Хорошо:
        results:
          - {text: Обучаются по новым программам, kind: social, indicator: П1, value: 120, unit: человек, year: 2024}
          - {text: Трудоустроены по профессии, kind: industry, indicator: П2, value: "88,5", unit: процентов, year: 2024}
    """
    results = document.record.results
    for one in results:
        if one.kind is None:
            message = f"не указано, на что влияет результат «{one.text}»"
            yield Finding(lacking(one, "kind"), message, "впишите kind: social или industry")
    kinds = {one.kind for one in results}
    for kind in ResultKind if results and None not in kinds else ():
        if kind not in kinds:
            message = f"нет ни одного результата вида «{kind.title}»"
            yield Finding(
                lacking(document.record, "results"), message, f"добавьте результат с kind: {kind.value}"
            )


@rule("D603")
def unknown_indicator(document: Document[Programme], corpus: Corpus) -> Findings:
    """Результат ссылается на показатель, которого нет.

    В поле indicator стоит код показателя программы.

    Плохо:
        results:
          - {text: Обучаются по новым программам, kind: social, indicator: П8, value: 120, unit: человек, year: 2024}
    Хорошо:
        results:
          - {text: Обучаются по новым программам, kind: social, indicator: П1, value: 120, unit: человек, year: 2024}
    """
    known = [one.code for one in document.record.indicators]
    for one in document.record.results if len(set(known)) == len(known) else ():
        if known and one.indicator and one.indicator not in known:
            message = f"показателя {one.indicator} в программе нет"
            yield Finding(one.at("indicator"), message, near(one.indicator, known))


@rule("D604", Severity.WARNING)
def result_without_indicator(document: Document[Programme], corpus: Corpus) -> Findings:
    """Результат не связан с показателем.

    Результат, у которого нет показателя, не следует ни из одного мероприятия и ни с чем не сверяется.

    Плохо:
        results:
          - {text: Обучаются по новым программам, kind: social, value: 120, unit: человек, year: 2024}
    Хорошо:
        results:
          - {text: Обучаются по новым программам, kind: social, indicator: П1, value: 120, unit: человек, year: 2024}
    """
    for one in document.record.results:
        if not one.indicator:
            message = f"результат «{one.text}» не связан с показателем"
            yield Finding(lacking(one, "indicator"), message, "впишите в indicator код показателя")


@rule("D605")
def result_differs(document: Document[Programme], corpus: Corpus) -> Findings:
    """Значение результата не то, что у показателя.

    Результат повторяет значение показателя за тот же год: расхождение увидит каждый, кто сравнит две таблицы.

    Плохо:
        results:
          - {text: Обучаются по новым программам, kind: social, indicator: П1, value: 102, unit: человек, year: 2024}
    Хорошо:
        results:
          - {text: Обучаются по новым программам, kind: social, indicator: П1, value: 120, unit: человек, year: 2024}
    """
    indicators = by_code(document.record)
    said = {
        (other.wording.indicator.code, other.year, other.stated.value)
        for other in contradictions(document.record)
    }
    for one in document.record.results:
        indicator = indicators.get(one.indicator or "")
        expected = indicator.values.get(one.year or 0) if indicator is not None else None
        if indicator is None or expected is None or one.value is None or one.value == expected:
            continue
        if one.unit and indicator.unit and unit_of(one.unit) != unit_of(indicator.unit):
            continue  # the units are told of
        if is_doubtful(indicator, one.year or 0) or (one.indicator, one.year, one.value) in said:
            continue  # the slip is the table's, and is told of
        message = (
            f"значение результата – {group(one.value)}, а у показателя {indicator.code} в {one.year} году – "
            f"{group(expected)}, разница {group(abs(one.value - expected))}"
        )
        related = (Related(indicator.at("values", str(one.year)), "значение показателя"),)
        yield Finding(one.at("value"), message, "исправьте одно из значений", related)


@rule("D606")
def unit_differs(document: Document[Programme], corpus: Corpus) -> Findings:
    """Единица измерения результата не та, что у показателя.

    Результат измеряется своим показателем, и единица у них одна.

    Плохо:
        results:
          - {text: Обучаются по новым программам, kind: social, indicator: П1, value: 120, unit: процентов, year: 2024}
    Хорошо:
        results:
          - {text: Обучаются по новым программам, kind: social, indicator: П1, value: 120, unit: человек, year: 2024}
    """
    indicators = by_code(document.record)
    for one in document.record.results:
        indicator = indicators.get(one.indicator or "")
        if indicator is None or not indicator.unit or not one.unit or has_foreign_unit(indicator):
            continue
        if unit_of(one.unit) != unit_of(indicator.unit):
            message = f"единица измерения результата – «{one.unit}», а показателя {indicator.code} – «{indicator.unit}»"
            related = (Related(indicator.at("unit"), "единица показателя"),)
            yield Finding(one.at("unit"), message, f"впишите unit: {indicator.unit}", related)


@rule("D607", Severity.WARNING)
def result_twice(document: Document[Programme], corpus: Corpus) -> Findings:
    """Результат записан дважды.

    Два результата с одним текстом или об одном показателе за один год – след копирования строки.

    Плохо:
        results:
          - {text: Обучаются по новым программам, kind: social, indicator: П1, value: 120, unit: человек, year: 2024}
          - {text: Обучаются студенты, kind: industry, indicator: П1, value: 120, unit: человек, year: 2024}
    Хорошо:
        results:
          - {text: Обучаются по новым программам, kind: social, indicator: П1, value: 120, unit: человек, year: 2024}
          - {text: Трудоустроены по профессии, kind: industry, indicator: П2, value: "88,5", unit: процентов, year: 2024}
    """
    texts: dict[str, Result] = {}
    measured: dict[tuple[str, int], Result] = {}
    for one in document.record.results:
        first = texts.setdefault(plain(one.text), one)
        if first is one and one.indicator and one.year:
            first = measured.setdefault((one.indicator, one.year), one)
        if first is not one:
            message = f"результат «{one.text}» повторяет результат «{first.text}»"
            related = (Related(first.at("text"), "первый раз"),)
            yield Finding(one.at("text"), message, "уберите или перепишите повтор", related)
