"""Every row of ``rows.txt`` names tests that exist: nobody loses a fix by renaming or deleting its test."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
LINES = (Path(__file__).parent / "rows.txt").read_text(encoding="utf-8").splitlines()
ROWS = [[cell.strip() for cell in line.split("|")] for line in LINES if line and not line.startswith("#")]
EXPECTED = [
    *(
        [
            "1",
            "1b",
            "1c",
            "1d",
            "2",
            "3",
            "4",
            "5",
            "6",
            "7",
            "8",
            "9",
            "10",
            "11",
            "12",
            "13",
            "14",
            "15",
            "15b",
            "15c",
            "15d",
            "16",
            "16b",
        ]
    ),
    *(str(number) for number in range(17, 25)),
    *(f"p{number}" for number in range(1, 28)),
    *(f"r{number}" for number in range(1, 10)),
]


def test_every_row_is_there() -> None:
    assert [row[0] for row in ROWS] == EXPECTED


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_its_tests_exist(row: list[str]) -> None:
    _, breaks, does, named = row
    assert breaks
    assert does
    for one in named.split(";"):
        file, test = one.split()
        text = (TESTS / f"{file}.py").read_text(encoding="utf-8")
        wanted = r"test_\w+" if test == "*" else re.escape(test)
        assert re.search(rf"^def {wanted}\(", text, re.MULTILINE), one
