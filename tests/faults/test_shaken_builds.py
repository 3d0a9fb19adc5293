"""Some of the calls of a build fail, or kill it; ``make faults`` goes through all of them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.shaking import strace

pytestmark = pytest.mark.skipif(strace() is None, reason="needs strace")


@pytest.mark.parametrize(("way", "step", "least"), [("fail", 7, 10), ("kill", 41, 8)])
def test_what_is_there_stays_whole_and_the_next_build_puts_everything_right(
    way: str, step: int, least: int
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults", way, "--step", str(step), "--first", "3"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=False,
    )
    told = json.loads(done.stdout)
    assert told["wrong"] == []
    assert told["shaken"] >= least
    assert set(told["codes"]) <= ({"0", "3"} if way == "fail" else {"-9"})
