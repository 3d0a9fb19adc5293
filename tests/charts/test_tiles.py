"""The map: every subject of the Federation once, each on its own tile, neighbours near."""

from docgen.charts import RegionTile, TileMap
from docgen.charts.scene import Box
from docgen.charts.tiles import tiles
from docgen.model.regions import regions

PLACES = {tile.code: (tile.column, tile.row) for tile in tiles()}


def test_all_89_subjects_have_a_tile_of_their_own() -> None:
    assert {tile.code: tile.name for tile in tiles()} == {region.code: region.name for region in regions()}
    assert len(tiles()) == len(set(PLACES.values())) == len({tile.label for tile in tiles()}) == 89


def test_neighbours_on_the_ground_are_neighbours_on_the_map() -> None:
    pairs = "77-50 78-47 16-02 16-18 66-74 66-59 54-55 54-22 03-75 27-28 25-79 61-94 93-94 91-23 38-03 42-54 63-73 34-61"
    far = [
        pair
        for pair in pairs.split()
        for (x, y), (left, top) in [(PLACES[pair[:2]], PLACES[pair[3:]])]
        if max(abs(x - left), abs(y - top)) > 1
    ]
    assert far == []


def test_west_is_left_and_north_is_up() -> None:
    west_to_east = [PLACES[code][0] for code in ("39", "60", "77", "16", "66", "55", "24", "14", "27", "41")]
    north_to_south = [PLACES[code][1] for code in ("51", "10", "78", "77", "57", "36", "61", "23", "09")]
    assert west_to_east == sorted(west_to_east)
    assert north_to_south == sorted(north_to_south)


def test_kaliningrad_touches_no_other_region() -> None:
    x, y = PLACES["39"]
    beside = {(x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)}
    assert beside.isdisjoint(PLACES.values())


def test_a_picture_has_89_tiles_shaded_by_class_and_counts_them_in_the_legend() -> None:
    shown = (RegionTile("16", 1, "3"), RegionTile("40", 0, "1"), RegionTile("41", 0, "1"))
    chart = TileMap("Участие регионов", ("один кластер", "больше"), shown)
    shades = [mark.fill.shade for mark in chart.scene().marks if isinstance(mark, Box) and mark.fill]
    map_of_tiles, legend = shades[:89], shades[89:]
    assert sorted(map_of_tiles)[:4] == [85, 221, 221, 255]
    assert legend == [221, 85, 255]
    assert {"один кластер – 2", "больше – 1", "нет данных – 86"} <= {
        text.words for text in chart.scene().texts
    }
    assert chart.alt() == (
        "Участие регионов: один кластер (2) – Калужская область 1, Камчатский край 1; "
        "больше (1) – Республика Татарстан (Татарстан) 3; нет данных (86)."
    )
