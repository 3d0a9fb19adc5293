"""Some of the calls of every command that writes fail, or kill it; ``make faults`` goes through all of them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from docgen.diagnostics import Failure
from docgen.publish import find_office
from tests.faults.shaking import strace


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
def test_what_is_there_stays_whole_and_the_next_run_puts_everything_right() -> None:
    told = told_by("fail", "kill", "--only", "docx,fmt,new,clean", "--step", "131", "--first", "3")
    assert proved(told, {"0", "1", "3", "-9"}) >= 12


@pytest.mark.office
@pytest.mark.skipif(strace() is None, reason="needs strace")
def test_so_it_is_while_pdfs_are_made() -> None:
    try:
        find_office()
    except Failure as failure:
        pytest.skip(f"{failure.message}: {failure.hint}")
    told = told_by("fail", "kill", "--only", "pdf", "--step", "151", "--first", "7")
    assert proved(told, {"0", "3", "-9"}) >= 5


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_disk_that_fills_up_anywhere_harms_nothing() -> None:
    told = told_by("fill", "--only", "docx,fmt", "--step", "2")
    assert proved(told, {"0", "3"}) >= 5
    assert all("3" in str(one["codes"]) for one in told)
