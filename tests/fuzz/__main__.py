"""``make fuzz ARGS="yaml docx --count 1000000 --jobs 2 --seed 7"``: long campaigns; without targets, all of them.

What is found lies in ``tests/fuzz/found/<target>/``, made small; ``--keep`` puts it among the tests (``tests/fuzz/cases``). ``--guided`` looks for new paths through the code with atheris (``pip install atheris``).
"""

import argparse
import os
import re
import sys
from hashlib import sha256
from pathlib import Path

from tests.fuzz.campaign import Found, Tally, run
from tests.fuzz.smaller import smaller
from tests.fuzz.target import Target
from tests.fuzz.targets import NAMES, target

FOUND = Path(__file__).parent / "found"
CASES = Path(__file__).parent / "cases"


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(NAMES))
    parser.add_argument("--count", type=int, default=10_000, help="mutants of each target")
    parser.add_argument(
        "--first", type=int, default=0, help="number of the first mutant: where another campaign ended"
    )
    parser.add_argument("--seconds", type=float, default=float("inf"), help="at most so long for each target")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--guided", action="store_true", help="guided by coverage, one target, until --seconds are over"
    )
    parser.add_argument("--keep", action="store_true", help="make tests of what is found")
    return parser.parse_args()


def main() -> int:
    """Run the campaigns; 1 if anything was found."""
    os.environ["DOCGEN_CACHE"] = "off"
    asked = arguments()
    bad = 0
    for name in asked.targets or NAMES:
        if asked.guided:
            from tests.fuzz.guided import explore

            bad += explore(name, asked.seconds, FOUND / name)
        else:
            bad += _campaign(target(name), asked)
    return 1 if bad else 0


def _campaign(door: Target, asked: argparse.Namespace) -> int:
    """How many kinds of findings there were."""
    limits = {"jobs": asked.jobs, "seconds": asked.seconds, "first": asked.first}
    tally = run(door, asked.seed, asked.count, progress=_say, **limits)
    _say(tally)
    for found in tally.found.values():
        print(f"  {found.kind}: mutant {found.number}, {_saved(door, found, keep=asked.keep)}", flush=True)
    return len(tally.found)


def _say(tally: Tally) -> None:
    print(tally, flush=True)


def _saved(door: Target, found: Found, *, keep: bool) -> Path:
    """Where the finding lies: as small as it could be made, if it is an exception."""
    data = smaller(door, found.data, found.kind) if found.kind.startswith("!") else found.data
    folder = (CASES if keep else FOUND) / door.name
    folder.mkdir(parents=True, exist_ok=True)
    kind = re.sub(r"[^\w.-]+", "-", found.kind).strip("-")[:60]
    path = folder / f"{kind}-{sha256(data).hexdigest()[:8]}{door.suffix}"
    path.write_bytes(data)
    return path


if __name__ == "__main__":
    sys.exit(main())
