"""Some of the calls of every command that writes fail, or kill it; ``make faults`` goes through all of them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from docgen.diagnostics import Failure
from docgen.publish import find_office
from tests.faults.shaking import strace

WRITERS = "docx,cached,fmt,approve,new,clean,status,check,verify"


def told_by(*arguments: str) -> list[dict[str, object]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults", *arguments],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=False,
    )
    assert done.stdout, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.splitlines()]


def proved(told: list[dict[str, object]], allowed: set[str]) -> int:
    """How many runs were disturbed; none went wrong, all ended as they may."""
    assert [one["wrong"] for one in told] == [[]] * len(told)
    assert {code for one in told for code in dict(one["codes"])} <= allowed  # type: ignore[call-overload]
    return sum(int(str(one["disturbed"])) for one in told)


@pytest.mark.skipif(strace() is None, reason="needs strace")
@pytest.mark.parametrize(
    ("way", "step", "least", "allowed"),
    [("fail", "41", 20, {"0", "1", "3"}), ("kill", "211", 18, {"-9", "0", "1"})],
)
def test_what_is_there_stays_whole_and_the_next_run_puts_everything_right(
    way: str, step: str, least: int, allowed: set[str]
) -> None:
    told = told_by(way, "--only", WRITERS, "--step", step, "--first", "3")
    assert proved(told, allowed) >= least


@pytest.mark.office
@pytest.mark.skipif(strace() is None, reason="needs strace")
@pytest.mark.parametrize(("way", "step"), [("fail", "31"), ("kill", "151")])
def test_so_it_is_while_pdfs_are_made(way: str, step: str) -> None:
    try:
        find_office()
    except Failure as failure:
        pytest.skip(f"{failure.message}: {failure.hint}")
    assert proved(told_by(way, "--only", "pdf", "--step", step), {"0", "3", "-9"}) >= 5


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_disk_that_fills_up_anywhere_harms_nothing() -> None:
    told = told_by("fill", "--only", "docx,fmt,check")
    assert proved(told, {"0", "3"}) >= 10
    assert sum(dict(one["codes"]).get("3", 0) for one in told) >= 10  # type: ignore[call-overload]
