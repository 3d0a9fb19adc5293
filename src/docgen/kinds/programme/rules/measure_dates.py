"""When measures are carried out (D42x)."""

from datetime import date, timedelta

from docgen.corpus import Corpus, Document
from docgen.diagnostics import Finding, Findings, Related, Severity, rule
from docgen.kinds.programme.record import Programme
from docgen.kinds.programme.rules.walk import lacking
from docgen.kinds.programme.rules.years import Years, years_of
from docgen.language.dates.day import written
from docgen.language.dates.periods import Period as When
from docgen.language.dates.periods import last_day
from docgen.language.dates.periods import period as told
from docgen.model.calendar import production_calendar
from docgen.model.programme import Measure

_DAY = timedelta(days=1)
_EDGE = 6  # months at the beginning and the end of a programme that need no measure: it is adopted, it is reported on


@rule("D421", Severity.GAP)
def dates_missing(document: Document[Programme], corpus: Corpus) -> Findings:
    """Не указан срок мероприятия.

    У мероприятия есть начало и окончание: дата, месяц, квартал или год.

    Плохо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, start: январь 2022 г.}
    Хорошо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, start: январь 2022 г., end: 30 августа 2022 г.}
    """
    for one in document.record.measures:
        absent = [field for field in ("start", "end") if getattr(one, field) is None]
        if absent:
            what = {"start": "начало", "end": "окончание"}
            message = f"у мероприятия {one.code} не указано: {', '.join(what[field] for field in absent)}"
            yield Finding(
                lacking(one, absent[0]), message, f"впишите {' и '.join(absent)}: например, март 2022 г."
            )


@rule("D422")
def ends_before_it_begins(document: Document[Programme], corpus: Corpus) -> Findings:
    """Мероприятие кончается раньше, чем начинается.

    Либо даты переставлены, либо в одной из них неверен год.

    Плохо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, start: сентябрь 2022 г., end: 30 августа 2022 г.}
    Хорошо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, start: январь 2022 г., end: 30 августа 2022 г.}
    """
    years = years_of(document, corpus)
    for one in document.record.measures:
        if (
            one.start is None
            or one.end is None
            or any(_outside(when, years) for when in (one.start, one.end))
        ):
            continue  # a date outside the period is told of
        if one.end.last < one.start.first:
            message = f"мероприятие {one.code} кончается ({told(one.end)}) раньше, чем начинается ({told(one.start)})"
            related = (Related(one.at("start"), "начало"),)
            yield Finding(one.at("end"), message, "исправьте начало или окончание", related)


@rule("D423")
def outside_period(document: Document[Programme], corpus: Corpus) -> Findings:
    """Мероприятие выходит за срок программы.

    Деньги и показатели есть только на годы программы: мероприятие начинается не раньше первого и кончается не позже
    последнего из них.

    Плохо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, start: январь 2022 г., end: 30 июня 2025 г.}
    Хорошо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, start: январь 2022 г., end: 28 июня 2024 г.}
    """
    years = years_of(document, corpus)
    for one in document.record.measures:
        for field, what in (("start", "начинается"), ("end", "кончается")):
            when: When | None = getattr(one, field)
            if when is not None and _outside(when, years):
                message = (
                    f"мероприятие {one.code} {what} за пределами срока программы ({years}): {told(when)}"
                )
                yield Finding(one.at(field), message, "исправьте дату или срок программы")


def _outside(when: When, years: Years | None) -> bool:
    return years is not None and not {when.first.year, when.last.year} <= set(years.admitted)


@rule("D424", Severity.INFO)
def ends_on_day_off(document: Document[Programme], corpus: Corpus) -> Findings:
    """Мероприятие кончается в нерабочий день.

    В выходной или праздник результат некому сдать и принять. Проверяются сроки, указанные днём.

    Плохо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, start: январь 2022 г., end: 1 мая 2022 г.}
    Хорошо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, start: январь 2022 г., end: 29 апреля 2022 г.}
    """
    calendar = production_calendar()
    for one in document.record.measures:
        end = one.end
        if end is None or end.grain != "day" or end.last.year not in calendar.years:
            continue
        if not calendar.is_working(end.last):
            message = f"мероприятие {one.code} кончается в нерабочий день: {written(end.last, 'г.')}"
            # Before the first working day of a known year there may be no working day that is known.
            known = (end.last.replace(month=1, day=1) - _DAY).year in calendar.years or end.last.month > 1
            day = written(calendar.previous_working(end.last), "г.") if known else "рабочий день"
            yield Finding(one.at("end"), message, f"поставьте {day}")


@rule("D425", Severity.WARNING)
def idle_months(document: Document[Programme], corpus: Corpus) -> Findings:
    """В плане есть месяцы без мероприятий.

    Программа выполняется непрерывно: месяц, в который не идёт ни одно мероприятие, – либо пропущенный этап, либо
    ошибка в датах. В начале и в конце программы свободно может быть меньше полугода.

    Плохо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, start: январь 2022 г., end: 28 октября 2022 г.}
          - {code: "2.1", block: infrastructure, text: Оснастить мастерские, start: январь 2023 г., end: 30 октября 2024 г.}
    Хорошо:
        measures:
          - {code: "1.1", block: programmes, text: Разработать программы, start: январь 2022 г., end: 28 октября 2022 г.}
          - {code: "2.1", block: infrastructure, text: Оснастить мастерские, start: ноябрь 2022 г., end: 30 октября 2024 г.}
    """
    years = years_of(document, corpus)
    dated = [(one.start, one.end, one) for one in document.record.measures if one.start and one.end]
    if years is None or not years.demanded or not dated or len(dated) < len(document.record.measures):
        return
    if any(end.last < start.first for start, end, _ in dated):
        return  # a date is wrong and is told of
    dated.sort(key=lambda one: one[0].first)
    busy, last = date(years.demanded[0], 1, 1), None
    for start, end, measure in dated:
        yield from _idle(busy, start.first - _DAY, last, measure)
        if end.last >= busy:
            busy, last = end.last + _DAY, measure
    yield from _idle(busy, date(years.demanded[-1], 12, 31), last, None)


def _idle(first: date, last: date, before: Measure | None, after: Measure | None) -> Findings:
    """The whole months from ``first`` to ``last`` between two measures."""
    if first.day > 1:
        first = last_day(first.year, first.month) + _DAY
    if (last + _DAY).day > 1:
        last = last.replace(day=1) - _DAY
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months < (1 if before is not None and after is not None else _EDGE):
        return
    message = f"{told(When(first, last, 'month'))}: не идёт ни одно мероприятие"
    hint = "проверьте даты соседних мероприятий или добавьте недостающее"
    if before is not None:
        related = (Related(after.at("start"), "следующее начинается здесь"),) if after is not None else ()
        yield Finding(before.at("end"), message, hint, related)
    elif after is not None:
        yield Finding(after.at("start"), message, hint)
