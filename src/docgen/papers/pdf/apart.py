"""Where a line that is in no table goes over from one thing to the next: at gaps much wider than its others."""

import re
from collections.abc import Iterator
from itertools import pairwise

HYPHENS = "\u0002\ufffe"  # PDFium: a hyphen at a line's end, whose break it has taken away
_WIDE, _UNEVEN = 1.6, 1.6  # than the usual gap; than the narrowest one of a justified line
_LABEL = re.compile(
    r"\s*(?:(?:раздел|глава|РАЗДЕЛ|ГЛАВА|Раздел|Глава)\s+[\dIVX]{1,4}[.:]?|(?:\d{1,2}[.)]?){1,4}|[IVXLC]{1,5}[.)]?|[а-яa-z][.)]|[•▪–—-]|[\uF000-\uF0FF])"
)
_CELL_GAP, _FEW_GAPS = 0.75, 4  # of the letters' size; with fewer gaps none is usual
_ALIKE, _ALIKE_SHARE = 1.0, 0.06  # points, or a share: gaps of a justified line differ by no more
_HYPHEN = re.compile(f"[{HYPHENS}]")
_FIGURES = re.compile(r"\s*[–−+-]?[\d.,%\s–-]*\s*")


def apart(line: str, gaps: dict[int, float], size: float) -> Iterator[tuple[int, str]]:
    """A line cut where it goes over from one cell to the next, with where the parts begin; ``gaps`` by their places."""
    wide = {
        at for part in _drawn_apart(line) for at in _wide(line, {k: gaps[k] for k in gaps if k in part}, size)
    }
    last = 0
    for at in sorted(wide):
        if not _LABEL.fullmatch(line[last:at]):
            yield last, line[last:at]
            last = at
    yield last, line[last:]


def _drawn_apart(line: str) -> Iterator[range]:
    """The places of each line of the page: PDFium takes away the break after a hyphen."""
    last = 0
    for match in _HYPHEN.finditer(line):
        yield range(last, match.end())
        last = match.end()
    yield range(last, len(line))


def _wide(line: str, gaps: dict[int, float], size: float) -> list[int]:
    """The gaps that part cells. A justified line has wide gaps too, but all alike; its no-break spaces stay narrow."""
    inner = {at: gap for at, gap in gaps.items() if not _LABEL.fullmatch(line[:at])}
    few = len(inner) <= _FEW_GAPS
    usual = 0.0 if few else sorted(inner.values())[len(inner) // 2]
    wide = [at for at, gap in inner.items() if gap > max(usual * _WIDE, size * _CELL_GAP)]
    justified = _alike([inner[at] for at in wide]) or _even(list(inner.values()))
    return [] if justified and not _is_of_numbers(line, wide) else wide


def _alike(gaps: list[float]) -> bool:
    return len(gaps) > 1 and max(gaps) - min(gaps) < max(_ALIKE, min(gaps) * _ALIKE_SHARE)


def _even(gaps: list[float]) -> bool:
    return len(gaps) > 1 and max(gaps) < _UNEVEN * min(gaps)


def _is_of_numbers(line: str, gaps: list[int]) -> bool:
    """Whether what stands between gaps is figures: columns of them are evenly spaced too."""
    parts = [line[at:end] for at, end in pairwise([0, *gaps, len(line)])]
    return sum(bool(_FIGURES.fullmatch(part)) for part in parts) > 1
