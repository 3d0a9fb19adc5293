"""Random documents come out whole: every value is on paper, and the PDF says what the Word file says.

A dozen of them here; ``make validate`` examines hundreds, with the validators and readers of other people.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from docgen.diagnostics import Failure
from docgen.publish import Office, find_office
from tests.drawn.desk import DRAWN, Printed, printed, trees, write
from tests.drawn.readers import letters, tagged, word
from tests.drawn.values import values

NUMBERS = {"protocol": 9, "programme": 3, "portfolio": 1}


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Printed]:
    root = tmp_path_factory.mktemp("drawn")
    out = root / "made"
    out.mkdir()
    for kind, number in NUMBERS.items():
        write(root, kind, trees(kind, number, seed=12))
    return list(printed(root, out))


def _lost(one: Printed) -> list[tuple[str, str]]:
    everything = word(one.docx).everything
    return [(path, text) for path, text in values(one.view) if text not in everything]


def test_every_value_is_printed(documents: list[Printed]) -> None:
    assert len(documents) == sum(NUMBERS.values())
    assert {one.docx.name: lost for one in documents if (lost := _lost(one))} == {}
    assert sum(len(list(values(one.view))) for one in documents) > 100


def test_a_value_that_is_lost_is_noticed(documents: list[Printed]) -> None:
    protocol = next(one for one in documents if one.docx.stem.startswith("protocol"))
    changed = replace(protocol, view=replace(protocol.view, title="этого не печатали"))
    assert _lost(changed) == [(".title", "этогонепечатали")]


@pytest.mark.parametrize("kind", DRAWN)
def test_the_same_seed_draws_the_same_documents(kind: str) -> None:
    assert trees(kind, 5, seed=1) == trees(kind, 5, seed=1)
    assert trees(kind, 5, seed=1) != trees(kind, 5, seed=2)


def test_the_tags_of_the_pdf_say_what_the_word_file_says(documents: list[Printed], tmp_path: Path) -> None:
    try:
        find_office()
    except Failure as failure:
        pytest.skip(failure.message)
    jobs = [(one.docx, tmp_path / f"{one.docx.stem}.pdf") for one in documents]
    with Office(2) as office:
        assert [done.reason for done in office.convert(jobs) if not done.ok] == []
    for docx, pdf in jobs:
        assert tagged(pdf) == word(docx).numbered, docx.name


def test_what_readers_show_differently_does_not_count() -> None:
    assert letters(" ПРОЕКТ\n№\N{NO-BREAK SPACE}7\N{NON-BREAKING HYPHEN}п ____") == letters("проект №7-п")
    assert letters("№ 7–п") != letters("№ 7-п")
