"""The reference data of the project: the figures of the source, and what follows from them."""

from decimal import Decimal
from pathlib import Path

import pytest

from docgen.corpus import check_references, load
from docgen.kinds import KINDS, REFERENCES
from docgen.model.clusters import Proposer
from docgen.model.programme_book import PROGRAMME_BOOK_TYPES, ProgrammeBook
from docgen.model.regions import regions
from docgen.model.values import parse_number

ROOT = Path(__file__).parents[2]
CORPUS = load(ROOT, KINDS, REFERENCES, []).corpus
BOOK = ProgrammeBook.of(CORPUS)
CARDS = BOOK.clusters.root


def test_the_passport_grows_by_the_years() -> None:
    assert BOOK.passport is not None
    indicators = BOOK.passport.indicators
    assert indicators["students"].values == {2022: 150_000, 2023: 250_000, 2024: 350_000}
    assert indicators["enterprises"].values == {2022: 100, 2023: 200, 2024: 300}
    assert BOOK.passport.effects["employment"].value == 85


@pytest.mark.parametrize(
    ("card", "clusters", "students", "enterprises", "cofunding", "rows"),
    [
        ("metallurgy", 10, 19465, 11, "253,2", 11),
        ("engineering", 18, 48031, 19, "521,9", 18),
        ("light", 6, 9044, 17, "70", 5),
        ("pharmaceuticals", 3, 4424, 2, "95", 3),
        ("chemical", 3, 1971, 3, "39,8", 2),
        ("railway", 10, 42407, 1, "100", 10),
        ("nuclear", 3, 3270, 1, "232", 2),
        ("agriculture", 18, 23998, 62, "397,5", 18),
    ],
)
def test_a_card_says_what_the_source_says(
    card: str, clusters: int, students: int, enterprises: int, cofunding: str, rows: int
) -> None:
    read = CARDS[card]
    assert (read.clusters, read.students, read.enterprises) == (clusters, students, enterprises)
    assert read.cofunding == parse_number(cofunding)
    assert len(list(read.proposals())) == rows


def test_the_cards_together() -> None:
    assert sum(card.clusters or 0 for card in CARDS.values()) == 71 == 70 + 1
    assert sum(card.students or 0 for card in CARDS.values()) == 152_610
    assert sum(card.enterprises or 0 for card in CARDS.values()) == 116
    assert sum(card.cofunding or 0 for card in CARDS.values()) == Decimal("1709.4")
    named = {BOOK.regions.find(one.region) for card in CARDS.values() for one in card.proposals()}
    assert None not in named
    assert len(named) == 43


def test_who_proposed_a_region_is_known_only_where_the_card_tells() -> None:
    told = {key: {one.by for one in card.proposals()} for key, card in CARDS.items()}
    assert {key for key, by in told.items() if Proposer.UNSAID in by} == {
        "pharmaceuticals",
        "chemical",
        "railway",
        "nuclear",
    }
    assert told["light"] == {Proposer.INDUSTRY}


def test_all_89_regions_are_those_of_docgens_own_table() -> None:
    kept = [(one.code, one.name, one.district or "", one.zone) for one in BOOK.regions.root.values()]
    assert kept == [(one.code, one.name, one.district, one.zone) for one in regions()]
    assert len(kept) == 89


@pytest.mark.parametrize("text", ["lipetsk", "48", "Липецкая область", "липецкая обл."])
def test_a_region_is_found_however_it_is_named(text: str) -> None:
    found = BOOK.regions.find(text)
    assert found is not None
    assert found.code == "48"
    assert BOOK.regions.find("Липецкий край") is None


def test_an_industry_is_found_however_it_is_named() -> None:
    assert BOOK.industries.find("АПК") is BOOK.industries.find("agriculture") is not None
    assert BOOK.industries.find("легкая промышленность") is BOOK.industries.root["light"]
    assert BOOK.industries.find("космос") is None
    assert {card.industry for card in CARDS.values()} == set(BOOK.industries.keys)


def test_the_differences_of_the_source_are_told_and_stop_nothing() -> None:
    types = {reference.name: reference.record for reference in REFERENCES}
    assert set(PROGRAMME_BOOK_TYPES) <= set(types.values())
    told = [(p.rule.code, p.message) for p in check_references(CORPUS, REFERENCES) if p.rule.code[0] == "C"]
    assert ("C319", "на карточках названы 43 субъекта, а в паспорте – 44") in told
    assert ("C313", "по карточкам – 152\u00a0610, на 2610 больше плана 2022 года") in told
    assert ("C313", "по карточкам – 116, на 16 больше плана 2022 года") in told
    assert [message for code, message in told if code == "C319" and "карточке" in message] == [
        "в карточке 11 строк с субъектами, из них повторяются 2, а кластеров – 10",
        "в карточке 5 строк с субъектами, а кластеров – 6",
        "в карточке 2 строки с субъектами, а кластеров – 3",
        "в карточке 2 строки с субъектами, а кластеров – 3",
    ]
