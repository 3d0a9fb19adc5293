"""The example programmes: whole where they should be, their money adds up, everything they name is there."""

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from docgen.corpus import Corpus, Document, load
from docgen.kinds import KINDS, REFERENCES
from docgen.kinds.programme.record import Programme
from docgen.model.layout.layout import Layout
from docgen.model.markdown.passages import figures, mentions, plain

ROOT = Path(__file__).parents[3]
COMPLETE = ("lipetsk-metallurgy", "saratov-agriculture")


@cache
def _corpus() -> Corpus:
    loaded = load(ROOT, KINDS, REFERENCES)
    assert loaded.problems == []
    return loaded.corpus


def _example(name: str) -> Document[Programme]:
    return next(one for one in _corpus().of(Programme) if one.id == name)


def _texts(programme: Programme) -> list[str]:
    return [text for points in programme.sections.values() for text in points.values()]


@pytest.mark.parametrize("name", COMPLETE)
def test_a_complete_example_has_a_text_at_every_point_of_its_layout(name: str) -> None:
    programme = _example(name).record
    layout = next(one.record for one in _corpus().of(Layout) if one.id == programme.layout)
    assert [(n.section.key, n.point.key) for n in layout.points()] == [
        (section, point) for section, points in programme.sections.items() for point in points
    ]
    assert sum(len(plain(text)) for text in _texts(programme)) > 25_000


@pytest.mark.parametrize("name", COMPLETE)
def test_the_estimate_is_an_excel_sheet_that_adds_up_with_the_funding(name: str) -> None:
    document = _example(name)
    programme = document.record
    assert {Path(source.path.partition("!")[0]).suffix for source in document.attached} == {".xlsx", ".csv"}
    lines: dict[tuple[int | None, str], Decimal] = {}
    for line in programme.estimate:
        assert line.quantity is not None
        assert line.price is not None
        assert line.quantity * line.price == line.sum
        key = (line.year, f"{line.source} / {line.direction}")
        lines[key] = lines.get(key, Decimal()) + (line.sum or 0)
    assert sum(lines.values()) == sum(line.sum for line in programme.funding)
    assert programme.estimate.totals[0].get("sum") == sum(lines.values())


@pytest.mark.parametrize("name", COMPLETE)
def test_pictures_are_there_and_every_one_is_mentioned(name: str) -> None:
    document = _example(name)
    pictures = [figure for text in _texts(document.record) for figure in figures(text)]
    mentioned = {mention.key for text in _texts(document.record) for mention in mentions(text)}
    assert pictures
    for figure in pictures:
        assert (document.picture(figure.path) or b"").startswith(b"\x89PNG")
        assert f"figure-{figure.key}" in mentioned


def test_one_is_governed_by_an_organisation_and_one_by_a_council_with_a_federal_college() -> None:
    organisation, council = (_example(name).record for name in COMPLETE)
    assert organisation.structure is not None
    assert organisation.structure.ano is not None
    assert council.structure is not None
    assert council.structure.association is not None
    assert len(council.structure.association.council) > 2
    (college,) = (one for one in council.participants if one.federal)
    assert f"founder:{college.key}" in {signatory.side for signatory in council.signatories}
