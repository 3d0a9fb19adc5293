"""A portfolio as Word shows it, for a reviewer to read; and its figures, added up once more."""

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from docgen.build.compose import Composed, compose
from docgen.corpus import Document
from docgen.kinds.portfolio import KIND
from docgen.kinds.portfolio.coverage import State, covered
from docgen.kinds.portfolio.members import Matter, matter
from docgen.kinds.portfolio.sums import indicator_sums, money_by_source
from docgen.render import Template
from tests.conftest import Compare
from tests.kinds.portfolio.programmes import COPIED, corpus, portfolio, programme, varied
from tests.templates.word_file import WordFile

HERE = Path(__file__).parent
WORD = HERE.parents[2] / "templates" / "portfolio.docx"
TEXT = (HERE / "base.yaml").read_text(encoding="utf-8")


@cache
def programmes() -> tuple[Document[Any], ...]:
    """A complete one, five begun ones of which one stands out, two that share a text, one of other years."""
    text = f"sections:\n  general:\n    economy: {COPIED}\n"
    return (
        programme("lipetsk", text),
        varied("ivanovo", 100, 10_500, "Ивановская область"),
        varied("ivanovo-steel", 110, 10_000, "Ивановская область", "metallurgy"),
        varied("moscow", 90, 9_000),
        varied("vladimir", 105, 90_000, "Владимирская область"),
        programme("nowhere", f"region:\nindustry: Судостроение\nindicators:\nfunding:\n{text}"),
        programme("later", "period: {from: 2025, to: 2027}\n"),
    )


@cache
def found() -> Matter:
    document = portfolio(TEXT)
    return matter(document, corpus(*programmes(), document))


@cache
def printed() -> Composed:
    document = portfolio(TEXT)
    return compose(document, KIND, corpus(*programmes(), document), Template(WORD))


def test_the_portfolio_reads_as_recorded(golden: Compare) -> None:
    lines = WordFile(printed().docx).lines()
    golden(HERE / "printed.txt", "".join(f"{line}\n" for line in lines).replace("\N{NO-BREAK SPACE}", "°"))


def test_the_template_asks_for_what_the_view_has() -> None:
    assert Template(WORD).proof(KIND.view_type()) == []


def test_only_programmes_of_its_years_are_in_it() -> None:
    assert [member.document.id for member in found().members] == [
        "vladimir",
        "moscow",
        "ivanovo",
        "ivanovo-steel",
        "lipetsk",
        "nowhere",
    ]


def test_students_and_money_are_the_sums_of_the_programmes() -> None:
    sums = indicator_sums(found().members, "students", (2022, 2023, 2024))
    assert sums == {2022: 40 + 4, 2023: 80 + 4 * 2, 2024: 120 + 100 + 110 + 90 + 105}
    assert sum(sum(amounts.values()) for amounts in money_by_source(found()).values()) == Decimal(
        26_000 + 10_500 + 10_000 + 9_000 + 90_000
    )


@pytest.mark.parametrize(("region", "state"), [("48", State.BEGUN), ("33", State.BEGUN), ("77", State.BEGUN)])
def test_the_map_knows_every_region(region: str, state: State) -> None:
    assert {one.subject.code: one.state for one in covered(found())}[region] is state


def test_a_region_of_the_cards_without_programmes_is_only_proposed() -> None:
    document = portfolio(TEXT)
    alone = matter(document, corpus(varied("ivanovo", 1, 1, "Ивановская область"), document))
    assert {one.subject.code: one.state for one in covered(alone)} == {
        "37": State.BEGUN,
        "48": State.PROPOSED,
        "77": State.PROPOSED,
    }


def test_a_portfolio_of_nothing_can_be_printed() -> None:
    document = portfolio("stage: draft\n")
    made = compose(document, KIND, corpus(*programmes(), document), Template(WORD))
    lines = list(WordFile(made.docx).lines())
    assert any("⟦период⟧" in line for line in lines)
    assert any("Готовы все программы" in line or "программ" in line for line in lines)


def test_the_same_bytes_every_time() -> None:
    document = portfolio(TEXT)
    again = compose(document, KIND, corpus(*programmes(), document), Template(WORD))
    assert again.docx == printed().docx
