"""Deadlines as phrases: every form is read, printed back and read again; the impossible and the vague are refused."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.language.dates.periods import Period, parts, years
from docgen.language.deadlines.parsing import (
    At,
    By,
    DeadlinePhrase,
    During,
    EndOf,
    Every,
    Within,
    lacks_year,
    parse_deadline,
)
from tests.language.deadline_rows import READABLE, REFUSED, ROWS, Row

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))
TIMES = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))
ZONES = st.sampled_from(["", "msk", "msk+9", "local"])


def by_phrase(row: Row) -> str:
    return row.phrase


def test_the_table_is_large_and_has_every_kind() -> None:
    assert len(ROWS) >= 400
    assert {row.kind for row in ROWS} == {
        "instant", "date", "interval", "period", "recurring", "within", "inherited", "permanent", "on_event",
        "none", "-",
    }  # fmt: skip


@pytest.mark.parametrize("row", READABLE, ids=by_phrase)
def test_a_phrase_is_read_and_printed_as_an_office_would(row: Row) -> None:
    phrase = parse_deadline(row.phrase)
    assert (phrase.kind, phrase.canonical) == (row.kind, row.canonical)


@pytest.mark.parametrize("row", READABLE, ids=by_phrase)
def test_the_printed_phrase_means_the_same(row: Row) -> None:
    phrase = parse_deadline(row.phrase)
    assert parse_deadline(phrase.canonical) == phrase


@pytest.mark.parametrize("row", REFUSED, ids=by_phrase)
def test_what_cannot_be_checked_is_refused_in_russian(row: Row) -> None:
    with pytest.raises(ValueError, match=r"[А-Яа-я]+.*\.$"):
        parse_deadline(row.phrase)


@pytest.mark.parametrize("row", READABLE, ids=by_phrase)
def test_case_yo_spaces_and_dashes_do_not_matter(row: Row) -> None:
    said = parse_deadline(row.phrase)
    for other in (
        row.phrase.upper().replace("МСК", "мск"),
        row.phrase.replace("ё", "е"),
        row.phrase.replace(" ", "\u00a0"),
        row.phrase.replace("–", "—"),
    ):
        again = parse_deadline(other)
        assert again.kind == said.kind
        assert again.canonical.lower().replace("ё", "е").replace("—", "–") == said.canonical.lower().replace(
            "ё", "е"
        )


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("до 31 ноября 2023 г.", "в ноябре 2023 года последнее число – 30"),
        ("до 30 февраля", "в феврале последнее число – 29"),
        ("до 25:00 13 ноября 2023 г.", "«25:00» нет"),
        ("до понедельника, 14 ноября 2023 г.", "14.11.2023 – вторник, а написано «понедельник»"),
        ("в ближайшее время", "нельзя проверить"),
        ("до 05.06", "дата без года или время"),
        ("до 18:00", "есть время, но нет даты"),
        ("до ноября 2023 г.", "понять двояко"),
        ("до 10 ноября 2023 г. или 14 ноября 2023 г.", "названы две даты"),
        ("в течение 10 дней, но не позднее 24 ноября 2023 г.", "и дата, и промежуток"),
        ("в течение 3–5 дней", "назван промежуток"),
        ("не ранее 1 декабря 2023 г.", "это начало, а не срок"),
        ("два раза в месяц", "назовите числа или дни недели"),
        ("с 25 по 20 ноября 2023 г.", "кончается раньше"),
        ("ХII квартал 2023 г.", "русская буква"),
        ("", "не указан"),
        ("абракадабра", "не понят"),
        ("в течение 99999999 дней", "не понят"),
        ("в течение 1500 рабочих дней", "от 1 до 1000"),
        ("до 13 ноября 0023 г.", "не понят"),
        ("до 10 числа следующего месяца", "нельзя проверить"),
    ],
)
def test_the_refusal_says_what_is_wrong(phrase: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse_deadline(phrase)


@pytest.mark.parametrize(
    ("phrase", "lacks"),
    [
        ("до 1 октября", True), ("до 12:00 1 октября", True), ("IV квартал", True), ("19–20 декабря", True),
        ("до конца ноября", True), ("до 1 октября 2023 г.", False), ("до конца года", False), ("постоянно", False),
        ("в течение месяца", False), ("ежегодно до 1 февраля", False),
    ],
)  # fmt: skip
def test_a_missing_year_is_noticed(phrase: str, lacks: bool) -> None:
    assert lacks_year(parse_deadline(phrase)) is lacks


def test_documents_that_set_the_deadline_are_named() -> None:
    phrase: Any = parse_deadline(
        "в сроки, установленные протоколами от 5 июля 2023 г. № Д05-84/05пр и № Д05-120/05пр"
    )
    assert phrase.references == ("Д05-84/05пр", "Д05-120/05пр")


def reads_back(phrase: DeadlinePhrase) -> bool:
    return (
        parse_deadline(phrase.canonical) == phrase and parse_deadline(f"Срок – {phrase.canonical}") == phrase
    )


@given(DAYS, TIMES, ZONES)
def test_any_day_and_hour_reads_back(day: date, hour: time, zone: str) -> None:
    assert reads_back(At(day, hour, zone))
    assert reads_back(By(day))


@given(DAYS, st.integers(1, 300), TIMES, ZONES)
def test_any_interval_reads_back(first: date, length: int, hour: time, zone: str) -> None:
    days = Period(first, date.fromordinal(first.toordinal() + length))
    assert reads_back(During(days))
    assert reads_back(During(days, hour, zone, time(0, 0)))


@given(st.integers(2000, 2099), st.integers(1, 12), st.integers(1, 4), st.integers(1, 2))
def test_any_month_quarter_half_and_year_reads_back(year: int, month: int, quarter: int, half: int) -> None:
    for grain, number in (("month", month), ("quarter", quarter), ("half", half)):
        part = parts(grain, year, number, number)  # type: ignore[arg-type]
        assert reads_back(During(part))
        assert reads_back(EndOf(grain, part))  # type: ignore[arg-type]
    assert reads_back(During(years(year, year + 2)))
    assert reads_back(EndOf("year", years(year)))


@given(
    st.integers(1, 999),
    st.sampled_from(["hour", "day", "workday", "week", "month", "quarter", "half", "year"]),
    st.sampled_from(["", "со дня подписания", "с даты получения запроса", "после окончания мероприятия"]),
)
def test_any_term_reads_back(count: int, unit: Any, anchor: str) -> None:
    assert reads_back(Within(count, unit, anchor))


CYCLES = st.one_of(
    st.builds(
        Every,
        st.just("weekly"),
        weekdays=st.sets(st.integers(0, 6)).map(lambda days: tuple(sorted(days))),
        hour=st.none() | TIMES,
        since=st.none() | DAYS,
    ),
    st.builds(
        Every,
        st.sampled_from(["monthly", "quarterly", "half_yearly"]),
        day=st.integers(1, 31),
        offset=st.integers(0, 1),
        hour=st.none() | TIMES,
        since=st.none() | DAYS,
        until=st.none() | DAYS,
    ),
    st.builds(
        Every, st.sampled_from(["monthly", "quarterly"]), workday=st.integers(1, 20), offset=st.integers(0, 1)
    ),
    st.builds(
        Every,
        st.just("monthly"),
        weekdays=st.integers(0, 6).map(lambda day: (day,)),
        nth=st.sampled_from([1, 2, 3, 4, -1]),
    ),
    st.builds(
        Every, st.just("yearly"), day=st.integers(1, 28), month=st.integers(1, 12), offset=st.integers(0, 1)
    ),
    st.builds(Every, st.sampled_from(["daily", "weekly", "monthly", "quarterly", "half_yearly", "yearly"])),
)


@given(CYCLES)
def test_any_cycle_reads_back(cycle: Every) -> None:
    assert reads_back(cycle)


@given(st.text(alphabet="доскв втечние 0123456789.:-– абгмчя()«»№", max_size=40))
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    assert answer(text)


def answer(text: str) -> str:
    """The phrase printed, or the sentence of refusal; anything else gets out."""
    try:
        return parse_deadline(text).canonical
    except ValueError as error:
        return str(error)


@pytest.mark.parametrize("word", ["тысяча ", "девятьсот девяносто девять ", "первый "])
def test_any_number_of_numbers_is_no_deadline(word: str) -> None:
    """Whoever looks for the longest number among them all looks for hours."""
    with pytest.raises(ValueError, match="не понят"):
        parse_deadline(word * 5_000)
