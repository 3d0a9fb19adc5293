"""Phrases labelled by hand: ``data/deadlines.tsv`` – phrase, from, region, kind, canonical, due; «-» for none."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "deadlines.tsv"


@dataclass(frozen=True)
class Row:
    """One line of the table; ``kind`` «-» means that the phrase must be refused."""

    phrase: str
    start: date
    region: str
    kind: str
    canonical: str
    due: str


def rows() -> list[Row]:
    """All lines but the heading."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()[1:]
    return [_row(*line.split("\t")) for line in lines]


def _row(phrase: str, start: str, region: str, kind: str, canonical: str, due: str) -> Row:
    return Row(phrase, date.fromisoformat(start), region, kind, canonical, due)


ROWS = rows()
READABLE = [row for row in ROWS if row.kind != "-"]
REFUSED = [row for row in ROWS if row.kind == "-"]
