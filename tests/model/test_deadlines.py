"""When deadlines are due, why, and what is left for the author to decide."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from docgen.language.deadlines.parsing import Every
from docgen.model.calendar import Adjust, production_calendar
from docgen.model.deadlines.cycles import occurrences
from docgen.model.deadlines.deadline import Deadline, Resolution, Trouble
from docgen.model.deadlines.resolving import months_later
from tests.language.deadline_rows import READABLE, Row

SIGNED = date(2023, 11, 8)
CALENDAR = production_calendar()


def resolved(phrase: str, signed_on: date = SIGNED, **circumstances: Any) -> Resolution:
    return Deadline.parse(phrase).resolve(signed_on, **circumstances)


def due(phrase: str, signed_on: date = SIGNED, **circumstances: Any) -> str:
    found = resolved(phrase, signed_on, **circumstances).due
    return found.isoformat(timespec="minutes") if found else "-"


def troubles(phrase: str, signed_on: date = SIGNED, **circumstances: Any) -> list[Trouble]:
    return [code for code, _ in resolved(phrase, signed_on, **circumstances).problems]


@pytest.mark.parametrize("row", READABLE, ids=lambda row: row.phrase)
def test_a_deadline_is_due_when_the_table_says(row: Row) -> None:
    assert due(row.phrase, row.start, region=row.region or None) == row.due


@pytest.mark.parametrize("row", READABLE, ids=lambda row: row.phrase)
def test_every_answer_has_its_reasons_or_problems(row: Row) -> None:
    found = resolved(row.phrase, row.start, region=row.region or None)
    said = (*found.reasons, *(sentence for _, sentence in found.problems))
    assert said
    assert all(sentence.endswith(".") for sentence in said)


@pytest.mark.parametrize(
    ("phrase", "adjust", "expected"),
    [
        ("до 1 октября 2023 г.", "previous", "2023-09-29T23:59+03:00"),
        ("до 1 октября 2023 г.", "next", "2023-10-02T23:59+03:00"),
        ("до 1 октября 2023 г.", "none", "2023-10-01T23:59+03:00"),
        ("до 12:00 (мск) 1 октября 2023 г.", "previous", "2023-09-29T12:00+03:00"),
        ("в течение 10 дней", "next", "2023-09-11T23:59+03:00"),
    ],
)
def test_orders_move_back_from_days_off_and_contracts_forward(
    phrase: str, adjust: Adjust, expected: str
) -> None:
    assert due(phrase, date(2023, 8, 31), adjust=adjust) == expected


def test_a_moved_deadline_says_from_where_and_why() -> None:
    found = resolved("до 1 октября 2023 г.", date(2023, 9, 4))
    assert found.moved_from == date(2023, 10, 1)
    assert "01.10.2023 (воскресенье) – нерабочий день" in found.reasons[-1]
    assert "предшествующий рабочий день, 29.09.2023 (пятница)" in found.reasons[-1]


def test_a_contract_names_the_civil_code() -> None:
    assert "ГК РФ, ст. 193" in resolved("до 1 октября 2023 г.", date(2023, 9, 4), adjust="next").reasons[-1]


def test_a_day_ends_when_the_project_says() -> None:
    assert due("до 24 ноября 2023 г.", day_end=time(18)) == "2023-11-24T18:00+03:00"
    assert due("до 12:00 (мск) 24 ноября 2023 г.", day_end=time(18)) == "2023-11-24T12:00+03:00"


def test_an_event_is_not_moved_before_its_own_beginning() -> None:
    assert due("с 25 по 26 ноября 2023 г.") == "2023-11-26T23:59+03:00"


def test_a_term_over_the_new_year_is_not_moved_before_the_signing() -> None:
    assert due("в течение 3 дней", date(2023, 12, 30)) == "2024-01-09T23:59+03:00"


def test_local_time_needs_a_region() -> None:
    phrase = "до 12:00 по местному времени 13 ноября 2023 г."
    assert due(phrase) == "-"
    assert troubles(phrase) == [Trouble.NO_REGION]
    assert due(phrase, region="41") == "2023-11-13T12:00+12:00"
    assert due(phrase, region="Калининградская область") == "2023-11-13T12:00+02:00"


def test_moscow_time_is_shown_in_the_regions_own() -> None:
    found = resolved("до 12:00 (мск) 13 ноября 2023 г.", region="41")
    assert "По времени региона (Камчатский край) это 13.11.2023 21:00." in found.reasons


def test_a_time_without_a_zone_is_moscow_time_and_says_so() -> None:
    assert any("принято московское" in reason for reason in resolved("до 12:00 13 ноября 2023 г.").reasons)


@pytest.mark.parametrize(
    ("phrase", "signed_on", "expected"),
    [
        ("до 1 октября", "2023-11-08", "2024-10-01T23:59+03:00"),
        ("до 1 декабря", "2023-11-08", "2023-12-01T23:59+03:00"),
        ("до 8 ноября", "2023-11-08", "2023-11-08T23:59+03:00"),
        ("до 29 февраля", "2024-01-10", "2024-02-29T23:59+03:00"),
        ("с 28 декабря по 10 января", "2023-11-08", "2024-01-10T23:59+03:00"),
        ("IV квартал", "2023-11-08", "2023-12-29T23:59+03:00"),
        ("до конца октября", "2023-11-08", "2024-10-31T23:59+03:00"),
    ],
)
def test_a_missing_year_is_guessed_and_told(phrase: str, signed_on: str, expected: str) -> None:
    start = date.fromisoformat(signed_on)
    assert due(phrase, start) == expected
    assert troubles(phrase, start) == [Trouble.NO_YEAR]


def test_a_deadline_before_the_signing_is_a_problem() -> None:
    assert troubles("до 1 ноября 2023 г.") == [Trouble.PAST]
    assert troubles("с 1 января 2022 г. ежемесячно по 1 января 2023 г.") == [Trouble.PAST]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [("до 3 марта 2031 г.", "2031-03-03T23:59+03:00"), ("до 2 марта 2031 г.", "2031-03-02T23:59+03:00")],
)
def test_without_a_calendar_a_day_stays_where_it_is_and_says_so(phrase: str, expected: str) -> None:
    assert due(phrase) == expected
    assert troubles(phrase) == [Trouble.NO_CALENDAR]


def test_without_a_calendar_working_days_are_not_counted() -> None:
    assert due("в течение 10 рабочих дней", date(2031, 3, 3)) == "-"
    assert troubles("в течение 10 рабочих дней", date(2031, 3, 3)) == [Trouble.NO_CALENDAR]


def test_an_order_without_a_deadline_has_a_month_and_a_contract_has_none() -> None:
    assert due("без срока", date(2024, 1, 31)) == "2024-02-29T23:59+03:00"
    assert "в течение месяца со дня подписания" in resolved("без срока").reasons[0]
    assert due("без срока", adjust="next") == "-"


def test_an_anchor_other_than_the_signing_is_told() -> None:
    reasons = resolved("в течение 5 рабочих дней со дня получения запроса").reasons
    assert reasons[0] == "Отсчёт – «со дня получения запроса»: за этот день принято 08.11.2023."


@pytest.mark.parametrize(
    ("phrase", "signed_on", "expected"),
    [
        ("ежемесячно до 5 числа", "2023-11-01", "2023-11-03T23:59+03:00"),
        ("ежемесячно до 5 числа", "2023-11-04", "2023-12-05T23:59+03:00"),
        ("ежемесячно до 5 числа", "2024-04-10", "2024-05-03T23:59+03:00"),
        ("ежемесячно до 31 числа", "2024-02-01", "2024-02-29T23:59+03:00"),
        ("ежемесячно в первый понедельник месяца", "2023-11-08", "2023-12-04T23:59+03:00"),
        ("ежемесячно до 3 рабочего дня", "2023-11-08", "2023-12-05T23:59+03:00"),
        ("ежеквартально до 10 числа", "2024-01-10", "2024-04-10T23:59+03:00"),
        ("раз в полугодие до 10 числа месяца, следующего за отчётным полугодием", "2023-11-08", "2024-01-10T23:59+03:00"),
        ("с 4 октября 2023 г. еженедельно по средам", "2023-09-01", "2023-10-04T23:59+03:00"),
    ],
)  # fmt: skip
def test_a_cycle_gives_its_next_day(phrase: str, signed_on: str, expected: str) -> None:
    assert due(phrase, date.fromisoformat(signed_on)) == expected


FIELDS: list[tuple[dict[str, Any], str]] = [
    ({"at": "2023-11-13T12:00", "tz": "msk"}, "до 12:00 (мск) 13 ноября 2023 г."),
    ({"by": "2023-11-24"}, "до 24 ноября 2023 г."),
    ({"by": {"month": "10", "day": "1"}}, "до 1 октября"),
    ({"from": "2023-12-19", "to": "2023-12-20"}, "с 19 по 20 декабря 2023 г."),
    ({"event": {"from": "2023-12-19", "to": "2023-12-20"}}, "с 19 по 20 декабря 2023 г."),
    ({"freq": "monthly", "day": "5"}, "ежемесячно до 5 числа"),
    ({"recur": {"freq": "monthly", "day": 5, "until": "2024-12-31"}}, "ежемесячно до 5 числа до 31 декабря 2024 г."),
    ({"freq": "quarterly", "day": 10, "offset_months": 1}, "ежеквартально до 10 числа месяца, следующего за отчётным"),
    ({"freq": "quarterly", "day": 10}, "ежеквартально до 10 числа"),
    ({"freq": "weekly", "weekday": "wed", "from": "2023-10-04"}, "с 4 октября 2023 г. еженедельно по средам"),
    ({"freq": "weekly", "weekday": ["mon", "thu"], "time": "12:00"}, "по понедельникам и четвергам до 12:00"),
    ({"freq": "yearly", "month": 2, "day": 1}, "ежегодно до 1 февраля"),
    ({"freq": "monthly", "workday": -1}, "ежемесячно до последнего рабочего дня месяца"),
    ({"within": {"n": "10", "unit": "workday"}}, "в течение 10 рабочих дней"),
    ({"within": {"n": 10, "unit": "workday", "from": "signing", "include_start": "false"}}, "в течение 10 рабочих дней со дня подписания"),
    ({"within": {"n": 1, "unit": "month"}}, "в течение месяца"),
    ({"period": "2024-01/2024-03"}, "январь – март 2024 г."),
    ({"period": "2023-12"}, "декабрь 2023 г."),
    ({"period": "IV квартал 2023 г."}, "IV квартал 2023 г."),
    ({"permanent": "true", "review": "monthly"}, "постоянно"),
    ({"on_event": "true"}, "при необходимости"),
    ({"on_event": "по мере поступления"}, "по мере поступления"),
    ({"inherit": []}, "в установленные сроки"),
    ({"none": "true"}, "без срока"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "phrase"), FIELDS)
def test_fields_and_phrase_are_equal(fields: dict[str, Any], phrase: str) -> None:
    assert Deadline.from_fields(fields) == Deadline.parse(phrase)


def test_fields_may_say_where_to_move_and_from_which_documents() -> None:
    kept = Deadline.from_fields({"by": "2023-10-01", "adjust": "none"})
    assert kept.resolve(date(2023, 9, 4)).moved_from is None
    assert Deadline.from_fields({"inherit": ["Д05-84/05пр#3"]}).references == ("Д05-84/05пр#3",)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({}, "нужно одно из полей"),
        ({"till": "2023-11-24"}, "нужно одно из полей"),
        ({"by": "2023-11-24", "day": 5}, "лишнее поле day"),
        ({"by": "2023-11-31"}, "последнее число – 30"),
        ({"by": {"month": 2, "day": 30}}, "последнее число – 29"),
        ({"by": {"month": 2}}, "нужны month и day"),
        ({"at": "2023-11-13"}, "не день со временем"),
        ({"at": "2023-11-13T12:00", "tz": "utc"}, "не msk"),
        ({"from": "2023-12-19"}, "нужны оба поля"),
        ({"from": "2023-12-20", "to": "2023-12-19"}, "раньше, чем начинается"),
        ({"freq": "hourly"}, "не daily"),
        ({"freq": "monthly", "day": "35"}, "число от 1 до 31"),
        ({"freq": "weekly", "weekday": "wednesday"}, "не mon"),
        ({"within": 10}, "нужны n и unit"),
        ({"within": {"n": 10, "unit": "moon"}}, "нужны n и unit"),
        ({"within": {"n": 1, "unit": "day", "include_start": "true"}}, "include_start"),
        ({"period": "2024-13"}, "не от 01 до 12"),
        ({"by": "2023-11-24", "adjust": "up"}, "не previous"),
    ],
)
def test_wrong_fields_are_refused_in_russian(fields: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Deadline.from_fields(fields)


class Order(BaseModel):
    """A record with a deadline."""

    deadline: Deadline


@pytest.mark.parametrize(
    "written", ["до 24 ноября 2023 г.", "2023-11-24", date(2023, 11, 24), {"by": "2023-11-24"}]
)
def test_a_record_takes_a_deadline_in_any_form(written: Any) -> None:
    order = Order(deadline=written)
    assert order.deadline == Deadline.parse("до 24 ноября 2023 г.")
    assert order.model_dump(mode="json") == {"deadline": "до 24 ноября 2023 г."}
    assert str(order.deadline) == "до 24 ноября 2023 г."


def test_a_record_refuses_in_russian() -> None:
    with pytest.raises(ValidationError) as caught:
        Order(deadline="до 31 ноября 2023 г.")
    assert caught.value.errors()[0]["msg"].endswith("в ноябре 2023 года последнее число – 30.")
    with pytest.raises(ValidationError, match="словами"):
        Order(deadline=5)


def test_the_schema_offers_a_phrase_or_fields() -> None:
    assert Order.model_json_schema()["properties"]["deadline"]["anyOf"] == [
        {"type": "string"},
        {"type": "object"},
    ]


@settings(deadline=None)
@given(st.dates(date(2022, 1, 1), date(2026, 12, 31)), st.integers(1, 60))
def test_working_days_are_as_many_as_were_asked_for(signed_on: date, count: int) -> None:
    found = resolved(f"в течение {count} рабочих дней", signed_on).due
    assert found is not None
    assert CALENDAR.is_working(found.date())
    assert CALENDAR.working_days_between(signed_on, found.date()) == count


@settings(deadline=None)
@given(
    st.dates(date(2022, 2, 1), date(2026, 6, 30)),
    st.integers(1, 31),
    st.sampled_from(["monthly", "quarterly"]),
)
def test_a_cycle_is_never_due_before_the_signing(signed_on: date, day: int, frequency: Any) -> None:
    cycle = Deadline(Every(frequency, day=day))
    found = cycle.resolve(signed_on)
    assert found.due is not None
    assert found.due.date() >= signed_on
    assert CALENDAR.is_working(found.due.date())


@given(st.dates(date(2022, 1, 1), date(2027, 12, 31)))
def test_the_days_of_a_cycle_rise(after: date) -> None:
    days = list(occurrences(Every("monthly", day=31), after, CALENDAR))
    assert days == sorted(set(days))
    assert days[0] > after


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [("2023-11-30", 3, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2023-12-15", 1, "2024-01-15")],
)
def test_a_month_ends_on_the_same_day_or_on_the_last(day: str, months: int, expected: str) -> None:
    assert months_later(date.fromisoformat(day), months).isoformat() == expected
