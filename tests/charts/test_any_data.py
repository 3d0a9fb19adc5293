"""Whatever the data: a picture whose letters are whole and apart, or a ValueError in Russian."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from docgen.charts import (
    Bars,
    Chart,
    Dot,
    Gantt,
    Group,
    Job,
    Member,
    Milestone,
    Moment,
    Multiples,
    Panel,
    Place,
    Ranked,
    RegionTile,
    Risk,
    RiskMatrix,
    Scatter,
    Series,
    Structure,
    TileMap,
)
from docgen.charts.tiles import tiles
from tests.charts.overlaps import met, outside

_RUSSIAN = re.compile("[а-яё]")

words = st.one_of(
    st.text(max_size=40),
    st.text("абвгдежзиклмнопрстуя –-/«»№", max_size=150),
    st.just("Высокопрофессионализированная-научно-исследовательская/производственная"),
)
known = st.one_of(
    st.integers(-(10**6), 10**6),
    st.integers(-(10**15) + 1, 10**15 - 1),
    st.decimals(-1000, 1000, places=1),
    st.decimals(0, 1, allow_nan=False),
    st.sampled_from([Decimal(10) ** 14, Decimal("1e-30"), Decimal("1e-999999"), Decimal(0), Decimal("-0.0")]),
)
numbers = st.none() | known


def several(item: st.SearchStrategy[object], most: int = 14) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(item, max_size=most).map(tuple)


@st.composite
def _bars(draw: st.DrawFn) -> Callable[[], Chart]:
    over = draw(several(words, 20))
    rows = st.builds(
        lambda name, values: (name, tuple(values)),
        words,
        st.lists(numbers, min_size=len(over), max_size=len(over)),
    )
    series = draw(several(rows, 5))
    what, unit, stacked = draw(words), draw(words), draw(st.booleans())
    return lambda: Bars(what, unit, over, tuple(Series(*row) for row in series), stacked)  # type: ignore[arg-type,misc]


days = st.dates(date(2022, 1, 1), date(2026, 12, 31))
milestones = st.lists(st.builds(Milestone, days, words), max_size=3).map(tuple)
jobs = st.builds(
    lambda code, name, ends, block, events: Job(code, name, min(ends), max(ends), block, events),
    words,
    words,
    st.tuples(days, days),
    words,
    milestones,
)
members = st.builds(Member, words, words, st.booleans())
panels = st.builds(Panel, words, words, several(st.builds(Moment, words, numbers, st.booleans())))
few = st.integers(0, 3)
marks = st.integers(1, 5)


def later(
    chart: Callable[..., Chart], *data: st.SearchStrategy[object]
) -> st.SearchStrategy[Callable[[], Chart]]:
    """The chart is made by the test, so that a refusal is seen there."""
    return st.tuples(*data).map(lambda given: lambda: chart(*given))


CHARTS: dict[str, st.SearchStrategy[Callable[[], Chart]]] = {
    "bars": _bars(),
    "multiples": later(Multiples, words, several(panels)),
    "gantt": later(
        Gantt, words, st.just(date(2022, 1, 1)) | days, st.just(date(2026, 12, 31)) | days, several(jobs)
    ),
    "structure": later(Structure, words, members, several(st.builds(Group, words, several(members)), 4)),
    "matrix": later(RiskMatrix, words, several(st.builds(Risk, words, words, marks, marks), 30)),
    "tiles": later(
        TileMap,
        words,
        several(words, 6),
        several(
            st.builds(RegionTile, st.sampled_from([tile.code for tile in tiles()]), few, st.text(max_size=4)),
            4,
        ),
        words,
    ),
    "ranked": later(
        Ranked, words, words, several(st.builds(Place, words, known, st.booleans())), numbers, words
    ),
    "scatter": later(
        Scatter, words, words, words, several(st.builds(Dot, words, known, known, st.booleans()), 30)
    ),
}


@pytest.mark.parametrize("name", CHARTS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_data_become_a_whole_picture_or_a_russian_sentence(name: str, data: st.DataObject) -> None:
    make = data.draw(CHARTS[name])
    refusal = ""
    try:
        chart = make()
    except ValueError as refused:
        refusal = str(refused)
    if refusal:
        assert _RUSSIAN.search(refusal)
        return
    scene = chart.scene()
    assert outside(scene) == []
    assert met(scene) == []
    assert "\n" not in chart.alt()
    with Image.open(BytesIO(chart.png())) as image:
        assert image.size == (scene.width, scene.height)
