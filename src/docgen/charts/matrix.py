"""Risk matrix: likelihood across, impact up, the codes of the risks in their cells."""

from collections.abc import Sequence
from dataclasses import dataclass

from docgen.charts.chart import Chart, demand, demand_items, told
from docgen.charts.letters import BODY, LEADING, SMALL, TINY, plain, width, wrap
from docgen.charts.plot import legend, written
from docgen.charts.scene import INK, WHITE, WIDTH, Box, Fill, Mark, Scene, Text, mm

_LEVELS = (
    ("низкий риск (1–4)", Fill(238), INK),
    ("средний риск (5–12)", Fill(187), INK),
    ("высокий риск (15–25)", Fill(68), WHITE),
)
_LEFT = 130
_CELL = mm(15)
_SIDE = 5


@dataclass(frozen=True)
class Risk:
    """A risk by its code; likelihood and impact from 1 to 5."""

    code: str
    name: str
    likelihood: int
    impact: int

    @property
    def level(self) -> int:
        """0 low, 1 middle, 2 high: by the product."""
        return level(self.likelihood, self.impact)


@dataclass(frozen=True)
class RiskMatrix(Chart):
    """Risks in a square of five by five.

    Raises:
        ValueError: no risk or more than 300, likelihood or impact not from 1 to 5.
    """

    what: str
    risks: tuple[Risk, ...]

    def __post_init__(self) -> None:
        demand_items(self.risks, 300, "риски")
        for risk in self.risks:
            both = {risk.likelihood, risk.impact}
            demand(
                both <= {1, 2, 3, 4, 5}, f"вероятность и влияние риска {risk.code} – целые числа от 1 до 5"
            )

    def alt(self) -> str:
        """«Матрица рисков: высокий риск (15–25) – Р1 (вероятность 5, влияние 4); …»."""
        said = []
        for number in (2, 1, 0):
            risks = [risk for risk in self.risks if risk.level == number]
            codes = [
                f"{risk.code} {risk.name} (вероятность {risk.likelihood}, влияние {risk.impact})"
                for risk in risks
            ]
            said.append(f"{_LEVELS[number][0]} – {', '.join(codes) or 'нет'}")
        return told(self.what, said)

    def scene(self) -> Scene:
        """The levels, the cells row by row from the greatest impact, the numbers along both sides."""
        marks, top = legend([(fill, name) for name, fill, _ in _LEVELS], 0)
        top += 16
        start, wide = top, (WIDTH - _LEFT) / _SIDE
        for impact in range(_SIDE, 0, -1):
            cells = [self._codes(likelihood, impact, wide) for likelihood in range(1, _SIDE + 1)]
            high = max(_CELL, *(len(lines) * SMALL * LEADING + TINY * LEADING + 16 for lines in cells))
            for likelihood, lines in enumerate(cells, 1):
                left = _LEFT + (likelihood - 1) * wide
                marks += _cell(likelihood, impact, lines, (left, top, left + wide, top + high))
            number = str(impact)
            marks.append(
                Text(_LEFT - 18 - width(number, BODY), top + high / 2 - BODY * LEADING / 2, number, BODY)
            )
            top += high
        side = "Влияние, баллов"
        marks.append(Text(20, (start + top) / 2 - width(side, BODY) / 2, side, BODY, upright=True))
        for likelihood in range(1, _SIDE + 1):
            marks += written([str(likelihood)], 0, top + 8, BODY, middle=_LEFT + (likelihood - 0.5) * wide)[0]
        below, bottom = written(["Вероятность, баллов"], 0, top + 44, BODY, middle=(_LEFT + WIDTH) / 2)
        return Scene(int(bottom) + 4, tuple(marks + list[Mark](below)))

    def _codes(self, likelihood: int, impact: int, wide: float) -> list[str]:
        codes = [
            plain(r.code).replace(" ", "\u00a0")
            for r in self.risks
            if (r.likelihood, r.impact) == (likelihood, impact)
        ]
        return wrap(", ".join(codes), wide - 24, SMALL) if codes else []


def level(likelihood: int, impact: int) -> int:
    """0 low, 1 middle, 2 high."""
    score = likelihood * impact
    return 0 if score < 5 else 1 if score < 15 else 2


def _cell(
    likelihood: int, impact: int, lines: Sequence[str], sides: tuple[float, float, float, float]
) -> list[Mark]:
    """The shade of the level, the product small in the corner, the codes in the middle of the rest."""
    left, top, right, bottom = sides
    _, fill, shade = _LEVELS[level(likelihood, impact)]
    score, corner = str(likelihood * impact), TINY * LEADING
    marks: list[Mark] = [Box(left, top, right + 1, bottom + 1, fill, WHITE, 2)]
    marks.append(Text(right - 10 - width(score, TINY), top + 4, score, TINY, shade=shade))
    first = top + corner + (bottom - top - corner - len(lines) * SMALL * LEADING) / 2 - 4
    return marks + list[Mark](written(lines, 0, first, SMALL, shade=shade, middle=(left + right) / 2)[0])
