"""Labelled declensions: lists written by grammar, and the share of them the code gets right."""

import csv
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from docgen.language.cases import CASES, Case, Certainty, Gender
from docgen.language.declension import decline

DATA = Path(__file__).parent / "data"


@dataclass
class Score:
    """What a list says of the code: right forms by case, wrong rows, and how doubt was spread."""

    total: Counter[Case] = field(default_factory=Counter)
    right: Counter[Case] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    wrong_unsure: int = 0
    rows: int = 0
    right_unsure: int = 0

    def share(self, case: Case) -> float:
        """Per cent of right forms in a case."""
        return 100 * self.right[case] / self.total[case]

    @property
    def needless_doubt(self) -> float:
        """Per cent of right rows that are marked unsure."""
        return 100 * self.right_unsure / max(1, self.rows - len(self.wrong))


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a labelled list."""
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def measured(name: str, *kinds: str) -> Score:
    """The code against a labelled list, or against its rows of these kinds."""
    score = Score()
    for row in rows(name):
        if not kinds or row["kind"] in kinds:
            _measure(row, score)
    return score


def _measure(row: dict[str, str], score: Score) -> None:
    gender = Gender(row["gender"]) if row.get("gender") else None
    declined = decline(row["nominative"], row["kind"], gender)
    missed = []
    for case in CASES:
        expected = row.get(case.value)
        if not expected:
            continue
        score.total[case] += 1
        if declined.form(case) == expected:
            score.right[case] += 1
        else:
            missed.append(f"{declined.form(case)} вместо {expected}")
    unsure = declined.certainty is Certainty.UNSURE
    score.rows += 1
    score.right_unsure += unsure and not missed
    score.wrong_unsure += unsure and bool(missed)
    if missed:
        score.wrong.append(f"{row['nominative']}: {'; '.join(missed)}")
