"""The 89 subjects and their clocks."""

from datetime import UTC, datetime

import pytest

from docgen.model.regions import MOSCOW, Region, region, regions


def test_there_are_eighty_nine_subjects_with_codes_of_their_own() -> None:
    codes = [subject.code for subject in regions()]
    assert len(codes) == len(set(codes)) == 89
    assert codes == sorted(codes)


@pytest.mark.parametrize("subject", regions(), ids=lambda subject: subject.code)
def test_the_written_difference_from_moscow_is_that_of_the_time_zone_database(subject: Region) -> None:
    moment = datetime(2024, 6, 1, 12, tzinfo=MOSCOW)
    ours, moscow = subject.local(moment).utcoffset(), moment.utcoffset()
    assert ours is not None
    assert moscow is not None
    assert (ours - moscow).total_seconds() == subject.msk * 3600


@pytest.mark.parametrize(
    ("code", "msk"),
    [
        ("39", -1), ("30", 1), ("63", 1), ("64", 1), ("73", 1), ("18", 1), ("02", 2), ("59", 2), ("56", 2),
        ("66", 2), ("74", 2), ("45", 2), ("72", 2), ("86", 2), ("89", 2), ("55", 3), ("54", 4), ("70", 4),
        ("42", 4), ("22", 4), ("04", 4), ("19", 4), ("17", 4), ("24", 4), ("38", 5), ("03", 5), ("75", 6),
        ("28", 6), ("14", 6), ("25", 7), ("27", 7), ("79", 7), ("65", 8), ("49", 8), ("41", 9), ("87", 9),
        ("34", 0), ("43", 0), ("91", 0), ("92", 0), ("93", 0), ("94", 0), ("90", 0), ("95", 0),
    ],
)  # fmt: skip
def test_every_region_off_moscow_time_is_where_the_law_puts_it(code: str, msk: int) -> None:
    assert region(code).msk == msk


def test_all_the_other_regions_keep_moscow_time() -> None:
    assert sum(subject.msk == 0 for subject in regions()) == 89 - 36


def test_volgograd_joined_moscow_time_on_the_27th_of_december_2020() -> None:
    before = region("34").local(datetime(2020, 12, 26, 9, tzinfo=UTC))
    after = region("34").local(datetime(2020, 12, 28, 9, tzinfo=UTC))
    assert (before.hour, after.hour) == (13, 12)


def test_noon_in_moscow_is_nine_in_the_evening_in_kamchatka() -> None:
    assert region("41").local(datetime(2023, 11, 13, 12, tzinfo=MOSCOW)).hour == 21


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("41", "41"), ("1", "01"), ("Камчатский край", "41"), ("якутия", "14"), ("г. Москва", "77"),
        ("Москва", "77"), ("г.Севастополь", "92"), ("Республика Северная Осетия — Алания", "15"),
        ("Кемеровская область - Кузбасс", "42"), ("Кемеровская область", "42"), ("ХМАО – Югра", "86"),
        ("Липецкая обл.", "48"), ("Чувашская Республика", "21"), ("Республика Татарстан", "16"),
    ],
)  # fmt: skip
def test_a_region_is_found_by_code_or_by_any_of_its_names(text: str, code: str) -> None:
    assert region(text).code == code


@pytest.mark.parametrize("text", ["96", "Атлантида", ""])
def test_an_unknown_region_is_named_in_the_error(text: str) -> None:
    with pytest.raises(ValueError, match=f"«{text}» нет"):
        region(text)


def test_a_region_says_how_far_it_is_from_moscow() -> None:
    assert [region(code).msk_note for code in ("41", "39", "77")] == ["МСК+9", "МСК-1", "МСК"]
