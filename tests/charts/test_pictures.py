"""Every chart, small and large, long names and short: what the file is and where the letters stand."""

import os
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image

from docgen.charts import Chart, Place, Ranked
from docgen.charts.paint import _palette
from docgen.charts.scene import Box
from tests.charts.overlaps import met, outside
from tests.charts.samples import SAMPLES, gantt, multiples, ranked, structure

every_chart = pytest.mark.parametrize("chart", SAMPLES.values(), ids=SAMPLES)


@every_chart
def test_a_picture_is_165_mm_wide_at_200_dots_to_the_inch_and_tells_nothing_else(chart: Chart) -> None:
    with Image.open(BytesIO(chart.png())) as image:
        image.load()
        assert (image.format, image.mode) == ("PNG", "P")
        assert image.width == 1299
        assert image.height / 200 * 25.4 == pytest.approx(chart.height_mm)
        assert [round(dots) for dots in image.info["dpi"]] == [200, 200]
        assert set(image.info) <= {"dpi"}


@every_chart
def test_the_letters_stand_inside_the_picture_and_never_on_each_other(chart: Chart) -> None:
    scene = chart.scene()
    assert scene.texts
    assert outside(scene) == []
    assert met(scene) == []


@every_chart
def test_what_is_on_the_picture_is_said_in_one_russian_sentence(chart: Chart) -> None:
    alt = chart.alt()
    assert alt.endswith(".")
    assert "\n" not in alt
    assert any(sign.isdigit() for sign in alt)


def test_the_same_data_give_the_same_bytes_in_any_process_and_locale() -> None:
    program = (
        "from hashlib import sha256\n"
        "from tests.charts.samples import SAMPLES\n"
        "names = [name for name in SAMPLES if not name.endswith('0 years') and ' 40' not in name]\n"
        "print(sha256(b''.join(SAMPLES[name].png() for name in names)).hexdigest())\n"
    )
    names = [name for name in SAMPLES if not name.endswith("0 years") and " 40" not in name]
    here = sha256(b"".join(SAMPLES[name].png() for name in names)).hexdigest()
    again = sha256(b"".join(SAMPLES[name].png() for name in names)).hexdigest()
    told = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone},
            capture_output=True,
            check=True,
            text=True,
        ).stdout.strip()
        for seed, locale, zone in (("1", "C", "UTC"), ("77", "ru_RU.UTF-8", "Asia/Kamchatka"))
    ]
    assert [again, *told] == [here] * 3


def test_in_black_and_white_every_shade_is_as_light_as_in_colour() -> None:
    palette = _palette()
    image = Image.new("P", (16, 1))
    image.putpalette(palette)
    image.putdata(list(range(16)))
    greys = list(image.convert("L").tobytes())
    assert all(dark + 10 < light for dark, light in pairwise(greys))
    assert all(abs(grey - level * 17) <= 2 for level, grey in enumerate(greys))


def test_the_package_is_imported_without_the_library_that_paints() -> None:
    program = "import sys, docgen.charts; print('PIL' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True).stdout
    assert told.strip() == "False"


@pytest.mark.parametrize(
    ("parts", "field", "items"),
    [
        (gantt(40).parts(225), "jobs", gantt(40).jobs),
        (multiples(40).parts(225), "panels", multiples(40).panels),
        (ranked(90).parts(225), "places", ranked(90).places),
    ],
)
def test_a_chart_that_is_higher_than_a_page_is_parted_and_loses_nothing(
    parts: tuple[Chart, ...], field: str, items: tuple[object, ...]
) -> None:
    assert len(parts) > 1
    assert all(part.height_mm <= 225 for part in parts)
    assert tuple(item for part in parts for item in getattr(part, field)) == items


def test_a_group_that_is_higher_than_a_page_goes_on_under_its_name() -> None:
    whole = structure(60)
    parts = whole.parts(225)
    assert len(parts) > 1
    assert all(part.height_mm <= 225 for part in parts)
    groups = [group for part in parts for group in part.groups]
    assert [m for g in groups for m in g.members] == [m for g in whole.groups for m in g.members]
    assert [group.name for group in groups][:2] == ["Колледжи", "Колледжи (продолжение)"]


def test_parts_of_a_ranking_have_one_scale() -> None:
    parts = ranked(90).parts(225)
    same = Place("Тула", 10)
    long = [_bar(replace(part, places=(*part.places, same))) for part in parts]
    assert long == [pytest.approx(long[0], abs=2)] * len(parts)


def _bar(chart: Ranked) -> float:
    box = [mark for mark in chart.scene().marks if isinstance(mark, Box)][-1]
    return box.right - box.left
