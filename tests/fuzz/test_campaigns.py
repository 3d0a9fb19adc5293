"""What strangers' files do to docgen: short campaigns here, long ones by ``make fuzz``; found cases stay as tests."""

import os
import signal
import sys
import time
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.campaign import Tally, outcome, run
from tests.fuzz.smaller import smaller
from tests.fuzz.target import Target
from tests.fuzz.targets import NAMES, target

CASES = Path(__file__).parent / "cases"
FOUND = sorted(path for path in CASES.rglob("*") if path.is_file())
BOUNDED = {"yaml": 4000, "document": 500, "csv": 900, "xlsx": 150, "template": 300, "docx": 900, "pdf": 600}

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.mark.parametrize("name", NAMES)
def test_no_mutant_makes_docgen_raise_hang_or_die(name: str) -> None:
    tally = run(target(name), seed=20261126, count=BOUNDED[name])
    assert tally.attempts == BOUNDED[name]
    assert list(tally.found) == []
    assert len(tally.verdicts) > 3, "the mutants are all alike"


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_was_found_once_is_answered(path: Path) -> None:
    door = target(path.parent.name)
    began = time.process_time()
    told = outcome(door, path.read_bytes())
    assert not told.startswith("!"), told
    assert time.process_time() - began < door.limit


@settings(max_examples=150)
@given(
    data=st.binary(max_size=300),
    head=st.sampled_from([b"", b"%PDF-1.7\n", b"PK\3\4", b"\xff\xfe", b"# record: people\n"]),
)
def test_no_bytes_make_docgen_raise(data: bytes, head: bytes) -> None:
    for name in ("yaml", "csv", "xlsx", "template", "docx", "pdf"):
        assert not outcome(target(name), head + data).startswith("!")


def _door(attempt: object, limit: float = 5.0) -> Target:
    assert callable(attempt)
    return Target(
        "door", ".bin", lambda: [b"seed"], lambda data, chance, others: chance.randbytes(3), attempt, limit
    )


def _numbered(tally: Tally) -> dict[str, int]:
    return {kind.partition("@")[0]: found.number for kind, found in tally.found.items()}


def test_a_campaign_finds_what_is_wrong_and_goes_on() -> None:
    made = _door(lambda data: "")
    raises, hangs, dies = (made.mutant(5, number) for number in (3, 7, 12))

    def attempt(data: bytes) -> str:
        if data == raises:
            raise ValueError("wrong")
        if data == hangs:
            while True:
                pass
        if data == dies:
            os.kill(os.getpid(), signal.SIGKILL)
        return "fine"

    tally = run(_door(attempt, 0.5), seed=5, count=40, jobs=3)
    assert _numbered(tally) == {"!ValueError": 3, "hang": 7, "crash": 12}
    assert tally.attempts == 40
    assert tally.verdicts == {"fine": 37, "finding": 1}


def test_a_mutant_is_known_by_its_number() -> None:
    for name in NAMES:
        door = target(name)
        again = Target(door.name, door.suffix, door.make_seeds, door.mutate, door.attempt, door.limit)
        for number in range(30):
            assert door.mutant(1, number) == again.mutant(1, number)
        assert len({door.mutant(1, number) for number in range(30)}) > 20


def test_a_finding_is_made_small() -> None:
    def attempt(data: bytes) -> str:
        if b"x" in data and b"y" in data:
            raise ValueError
        return ""

    door = _door(attempt)
    long = Random(1).randbytes(300) + b"x" + bytes(200) + b"y"
    assert smaller(door, long, outcome(door, long)) == b"xy"


def test_the_parent_keeps_its_standard_streams(capsys: pytest.CaptureFixture[str]) -> None:
    run(target("xlsx"), seed=2, count=20)
    sys.stdout.flush()
    assert capsys.readouterr().out == ""
