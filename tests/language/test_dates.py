"""Dates and periods in every office form, and back."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.language.dates.day import clock, in_digits, in_words, parse_clock, parse_date, written
from docgen.language.dates.period_reading import parse_period
from docgen.language.dates.periods import Period, parts, period, years

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31))
DAY = date(2023, 11, 13)


def test_the_three_forms_of_a_date() -> None:
    assert in_digits(DAY) == "13.11.2023"
    assert written(DAY) == "13 ноября 2023 г."
    assert written(DAY, "года") == "13 ноября 2023 года"
    assert in_words(DAY) == "тринадцатое ноября две тысячи двадцать третьего года"
    assert in_words(DAY, "genitive") == "тринадцатого ноября две тысячи двадцать третьего года"
    assert in_words(DAY, capital=True).startswith("Тринадцатое")


def test_a_written_day_has_no_leading_zero() -> None:
    assert written(date(2023, 7, 5)) == "5 июля 2023 г."
    assert in_digits(date(2023, 7, 5)) == "05.07.2023"


@pytest.mark.parametrize(
    "text",
    [
        "13.11.2023", "13.11.23", "13/11/2023", "2023-11-13", "13 ноября 2023 г.", "13 ноября 2023 года",
        "13 ноября 2023", "13\u00a0ноября\u00a02023\u00a0г.", "«13» ноября 2023 г.", "13 Ноября 2023г.",
        "13 нояб. 2023 г.", "13-го ноября 2023 года", "тринадцатое ноября две тысячи двадцать третьего года",
        "Тринадцатого ноября две тысячи двадцать третьего года", " 13.11.2023 г. ",
    ],
)  # fmt: skip
def test_a_date_is_read_in_any_form(text: str) -> None:
    assert parse_date(text) == DAY


@given(DAYS, st.sampled_from(["nominative", "genitive"]))
def test_every_form_of_a_date_reads_back(day: date, case: str) -> None:
    words = in_words(day) if case == "nominative" else in_words(day, "genitive")
    for text in (
        in_digits(day),
        written(day),
        written(day, "года"),
        written(day, ""),
        words,
        day.isoformat(),
    ):
        assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("31 ноября 2023 г.", "в ноябре 2023 года последнее число – 30"),
        ("29.02.2023", "в феврале 2023 года последнее число – 28"),
        ("13.13.2023", "в году 12 месяцев"),
        ("00.11.2023", "последнее число – 30"),
        ("13 ноября", "не дата"),
        ("13 брюмера 2023 г.", "не дата"),
        ("вчера", "не дата"),
    ],
)
def test_a_date_that_cannot_be_says_why(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse_date(text)


@pytest.mark.parametrize(
    ("text", "moment"),
    [("12:00", time(12)), ("12.30", time(12, 30)), ("9:05", time(9, 5)), ("12 часов", time(12)),
     ("12 ч 30 мин", time(12, 30)), ("24:00", time(23, 59))],
)  # fmt: skip
def test_a_time_is_read_in_any_form(text: str, moment: time) -> None:
    assert parse_clock(text) == moment


@pytest.mark.parametrize("text", ["25:00", "12:60"])
def test_there_is_no_such_time(text: str) -> None:
    with pytest.raises(ValueError, match="нет: часы – от 0 до 23"):
        parse_clock(text)


@given(st.times())
def test_a_time_reads_back_to_the_minute(moment: time) -> None:
    assert parse_clock(clock(moment)) == moment.replace(second=0, microsecond=0)


PERIODS = [
    ("с 19 по 20 декабря 2023 г.", Period(date(2023, 12, 19), date(2023, 12, 20))),
    ("с 28 ноября по 2 декабря 2023 г.", Period(date(2023, 11, 28), date(2023, 12, 2))),
    ("с 28 декабря 2023 г. по 10 января 2024 г.", Period(date(2023, 12, 28), date(2024, 1, 10))),
    ("с 28 ноября по 2 декабря", Period(date(4, 11, 28), date(4, 12, 2))),
    ("декабрь 2023 г.", parts("month", 2023, 12, 12)),
    ("январь – март 2024 г.", parts("month", 2024, 1, 3)),
    ("ноябрь 2023 г. – март 2024 г.", parts("month", 2023, 11, 3, 2024)),
    ("IV квартал 2023 г.", parts("quarter", 2023, 4, 4)),
    ("I–III кварталы 2024 г.", parts("quarter", 2024, 1, 3)),
    ("IV квартал 2023 г. – I квартал 2024 г.", parts("quarter", 2023, 4, 1, 2024)),
    ("II полугодие 2024 г.", parts("half", 2024, 2, 2)),
    ("2023 год", years(2023)),
    ("2022–2024 годы", years(2022, 2024)),
]


@pytest.mark.parametrize(("text", "value"), PERIODS)
def test_a_period_is_written_and_read_back(text: str, value: Period) -> None:
    assert period(value) == text
    assert parse_period(text) == value


def test_days_can_be_joined_by_a_dash() -> None:
    assert period(Period(date(2023, 12, 19), date(2023, 12, 20)), "dash") == "19–20 декабря 2023 г."
    assert period(Period(date(2023, 11, 28), date(2023, 12, 2)), "dash") == "28 ноября – 2 декабря 2023 г."
    assert period(Period(date(2023, 12, 19), date(2023, 12, 20)), "digits") == "19.12.2023–20.12.2023"


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("19-20 декабря 2023 года", "с 19 по 20 декабря 2023 г."), ("19.12.2023—20.12.2023", "с 19 по 20 декабря 2023 г."),
        ("с 19.12 по 20.12.2023", "с 19 по 20 декабря 2023 г."), ("Январь-Март 2024 г.", "январь – март 2024 г."),
        ("с января по март 2024 года", "январь – март 2024 г."), ("4 квартал 2023 года", "IV квартал 2023 г."),
        ("4-й квартал 2023", "IV квартал 2023 г."), ("четвёртый квартал 2023 г.", "IV квартал 2023 г."),
        ("IV кв. 2023 г.", "IV квартал 2023 г."), ("в IV квартале 2023 года", "IV квартал 2023 г."),
        ("первое полугодие 2024 года", "I полугодие 2024 г."), ("2022-2024 гг.", "2022–2024 годы"),
        ("с 2022 по 2024 год", "2022–2024 годы"), ("9 месяцев 2023 г.", "январь – сентябрь 2023 г."),
        ("2023/24 учебный год", "сентябрь 2023 г. – август 2024 г."), ("II декада декабря 2023 г.", "с 11 по 20 декабря 2023 г."),
        ("с 28 декабря по 10 января 2024 г.", "с 28 декабря 2023 г. по 10 января 2024 г."),
    ],
)  # fmt: skip
def test_a_period_is_read_in_any_form(text: str, canonical: str) -> None:
    assert period(parse_period(text)) == canonical


@given(DAYS, st.integers(0, 400), st.sampled_from(["words", "dash", "digits"]))
def test_any_run_of_days_reads_back(first: date, length: int, style: str) -> None:
    last = date.fromordinal(first.toordinal() + length)
    value = Period(first, last)
    text = {"words": period(value), "dash": period(value, "dash"), "digits": period(value, "digits")}[style]
    assert parse_period(text) == value


@given(st.integers(1900, 2199), st.integers(0, 3), st.data())
def test_any_run_of_months_quarters_and_halves_reads_back(year: int, more: int, data: st.DataObject) -> None:
    for grain, count in (("month", 12), ("quarter", 4), ("half", 2)):
        first = data.draw(st.integers(1, count))
        last = data.draw(st.integers(first if not more else 1, count))
        value = parts(grain, year, first, last, year + more)  # type: ignore[arg-type]
        assert parse_period(period(value)) == value
    assert parse_period(period(years(year, year + more))) == years(year, year + more)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("с 20 по 19 декабря 2023 г.", "кончается раньше, чем начинается"),
        ("2024–2022 годы", "кончается раньше, чем начинается"),
        ("V квартал 2023 г.", "в году 4 квартала"),
        ("III полугодие 2023 г.", "2 полугодия"),
        ("ХI квартал 2023 г.", "русская буква"),
        ("с 30 по 31 ноября 2023 г.", "последнее число – 30"),
        ("весной", "не период"),
    ],
)
def test_a_period_that_cannot_be_says_why(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse_period(text)


def test_a_period_without_a_year_is_put_into_one() -> None:
    assert parse_period("с 28 декабря по 10 января").in_year(2023) == Period(
        date(2023, 12, 28), date(2024, 1, 10)
    )
    assert parse_period("февраль").in_year(2023).last == date(2023, 2, 28)
    assert not parse_period("февраль").has_year


def test_a_period_must_fit_its_grain() -> None:
    with pytest.raises(ValueError, match="не из целых частей"):
        Period(date(2023, 1, 2), date(2023, 1, 31), "month")
