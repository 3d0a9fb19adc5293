"""Data → picture bytes: bars, small multiples, Gantt, structure, risk matrix, map of tiles, ranking, scatter.

A chart is a frozen dataclass of its data. ``scene()`` lays it out as marks at known places, ``png()`` paints the
scene, ``alt()`` says in Russian what is on it. What cannot be drawn is a ``ValueError`` with a Russian sentence when
the chart is made, so a chart that exists can be drawn.

Drawn with Pillow, by measurement: a chart of twenty hatched bars with labels costs 8–20 ms of CPU here and 108 ms with
matplotlib (Agg canvas, no pyplot, figure used again), whose import alone is 0.5 s. Pillow draws no chart by itself, but
what needs work in a chart for a ministry (wrapped Russian labels that never meet, direct figures, one shade per class) is
layout, which is ours either way. The letters are those of the document: Liberation Serif (SIL Open Font License,
``data/OFL.txt``) travels with docgen, so a picture has the same bytes on every computer.
"""

from docgen.charts.bars import Bars, Series
from docgen.charts.chart import Chart
from docgen.charts.gantt import Gantt, Job, Milestone
from docgen.charts.matrix import Risk, RiskMatrix
from docgen.charts.multiples import Moment, Multiples, Panel
from docgen.charts.ranked import Place, Ranked
from docgen.charts.scatter import Dot, Scatter
from docgen.charts.structure import Group, Member, Structure
from docgen.charts.tiles import RegionTile, TileMap

__all__ = [
    "Bars",
    "Chart",
    "Dot",
    "Gantt",
    "Group",
    "Job",
    "Member",
    "Milestone",
    "Moment",
    "Multiples",
    "Panel",
    "Place",
    "Ranked",
    "RegionTile",
    "Risk",
    "RiskMatrix",
    "Scatter",
    "Series",
    "Structure",
    "TileMap",
]
