"""The subjects of the Federation as equal tiles: every region is seen, however small it is on the ground."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from docgen.charts.chart import Chart, demand, demand_items, told
from docgen.charts.letters import LEADING, SMALL, TINY, plain, pt, width, wrap
from docgen.charts.plot import written
from docgen.charts.scene import GREY, INK, PALE, WHITE, WIDTH, Box, Fill, Mark, Scene, Text

_NAME = pt(6.5)
_COLUMNS = 18
_PITCH = WIDTH / _COLUMNS
_LEGEND = (8, 6)
"""The column and the row where the empty corner of the map begins: the south of Siberia and the Far East."""
_SHADES = {1: (85,), 2: (221, 85), 3: (221, 153, 51), 4: (238, 187, 119, 34), 5: (238, 204, 153, 102, 34)}


@dataclass(frozen=True, slots=True)
class Tile:
    """Where a region lies in the grid, what is written on it, what it is called."""

    code: str
    column: int
    row: int
    label: str
    name: str


@dataclass(frozen=True)
class RegionTile:
    """What is shown of a region: the number of its class, from 0, and perhaps a short figure."""

    code: str
    of: int
    value: str = ""


@dataclass(frozen=True)
class TileMap(Chart):
    """``classes`` name the shades from light to dark; a region that is not among ``regions`` stays white.

    Raises:
        ValueError: no region, none or more than five classes, an unknown or a repeated code, a class there is not,
            a figure that does not fit a tile.
    """

    what: str
    classes: tuple[str, ...]
    regions: tuple[RegionTile, ...]
    absent: str = "нет данных"

    def __post_init__(self) -> None:
        demand_items(self.classes, 5, "классы")
        demand_items(self.regions, len(tiles()), "регионы")
        known = {tile.code for tile in tiles()}
        seen: set[str] = set()
        for region in self.regions:
            demand(region.code in known, f"на карте нет региона с кодом «{region.code}»")
            demand(region.code not in seen, f"регион с кодом «{region.code}» назван дважды")
            demand(0 <= region.of < len(self.classes), f"у региона с кодом «{region.code}» нет такого класса")
            demand(
                width(plain(region.value), TINY) <= _PITCH - 8,
                f"«{region.value}» не помещается на плитку карты",
            )
            seen.add(region.code)

    def alt(self) -> str:
        """«Участие регионов: один кластер (1) – Калужская область 1; два кластера (0) – нет; нет данных (88)»."""
        names = {tile.code: tile.name for tile in tiles()}
        said = []
        for number, name in enumerate(self.classes):
            inside = [f"{names[r.code]} {r.value}".strip() for r in self.regions if r.of == number]
            said.append(f"{name} ({len(inside)}) – {', '.join(inside) or 'нет'}")
        rest = len(tiles()) - len(self.regions)
        return told(self.what, [*said, *([f"{self.absent} ({rest})"] if rest else [])])

    def scene(self) -> Scene:
        """The tiles, the legend in the corner where the country has none."""
        shown = {region.code: region for region in self.regions}
        marks: list[Mark] = []
        for tile in tiles():
            marks += self._tile(tile, shown.get(tile.code))
        return Scene(round((max(tile.row for tile in tiles()) + 1) * _PITCH), (*marks, *self._legend()))

    def _tile(self, tile: Tile, region: RegionTile | None) -> list[Mark]:
        left, top = tile.column * _PITCH, tile.row * _PITCH
        shade = WHITE if region is None else _SHADES[len(self.classes)][region.of]
        ink = WHITE if shade < 130 else INK
        edge = PALE if region is None else GREY
        sides = (left + 1, top + 1, left + _PITCH - 1, top + _PITCH - 1)
        marks: list[Mark] = [Box(*sides, Fill(shade), edge, 1)]
        lines = [(tile.label, _NAME)] + (
            [(plain(region.value), TINY)] if region is not None and region.value else []
        )
        y = top + (_PITCH - sum(size * LEADING for _, size in lines)) / 2
        for words, size in lines:
            marks.append(Text(left + (_PITCH - width(words, size)) / 2, y, words, size, shade=ink))
            y += size * LEADING
        return marks

    def _legend(self) -> list[Mark]:
        """A row for every class with how many regions are in it."""
        counts = [sum(region.of == number for region in self.regions) for number in range(len(self.classes))]
        rows = [
            (Fill(shade), f"{name} – {count}")
            for shade, name, count in zip(_SHADES[len(self.classes)], self.classes, counts, strict=True)
        ]
        if rest := len(tiles()) - len(self.regions):
            rows.append((Fill(WHITE), f"{self.absent} – {rest}"))
        marks: list[Mark] = []
        left, top = _LEGEND[0] * _PITCH, _LEGEND[1] * _PITCH
        for fill, words in rows:
            lines, bottom = written(wrap(words, WIDTH - left - 60, SMALL), left + 56, top, SMALL)
            marks += [Box(left, top + 4, left + 40, top + SMALL * LEADING - 4, fill, GREY, 1), *lines]
            top = bottom + 8
        return marks


@cache
def tiles() -> tuple[Tile, ...]:
    """All 89, by code."""
    text = files("docgen.charts").joinpath("data/tiles.json").read_text(encoding="utf-8")
    return tuple(Tile(**row) for row in json.loads(text)["tiles"])
