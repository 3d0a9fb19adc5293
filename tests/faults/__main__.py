"""``make faults ARGS="fail|kill [--first 1] [--step 1] [--documents 1]"``: shake builds, one call later each time.

``fail`` makes each call of writing and of opening that a build makes fail, in turn; ``kill`` kills a build at its
first, its second … call of the system, until one gets to its end. Prints how many were shaken and what went wrong.
"""

import argparse
import json
import os
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import count, cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.shaking import ERRORS, Workshop, calls_of, shaken

Point = tuple[str, str, int]


def main() -> int:
    """0 if nothing went wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("way", choices=("fail", "kill"))
    for name in ("--first", "--step", "--documents"):
        parser.add_argument(name, type=int, default=1)
    asked = parser.parse_args()
    os.environ["DOCGEN_CACHE"] = "off"
    with TemporaryDirectory(prefix="docgen-faults-") as folder:
        workshop = Workshop(Path(folder), asked.documents)
        points = failures(workshop) if asked.way == "fail" else deaths()
        result = _shake(workshop, islice(points, asked.first - 1, None, asked.step))
        os.chdir("/")
    sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")
    return 1 if result["wrong"] else 0


def failures(workshop: Workshop) -> Iterator[Point]:
    """Each call that a build makes, with an error of its own."""
    errors = cycle(ERRORS)
    for name, times in sorted(calls_of(workshop.copy("counted")).items()):
        yield from ((name, f"error={next(errors)}", number) for number in range(1, times + 1))


def deaths() -> Iterator[Point]:
    """Any call at all."""
    return (("all", "signal=KILL", number) for number in count(1))


def _shake(workshop: Workshop, points: Iterator[Point]) -> dict[str, object]:
    codes: Counter[int] = Counter()
    wrong: list[str] = []
    for point in points:
        root = workshop.copy("shaken")
        ending = shaken(root, *point)
        wrong += [f"{point}: {one}" for one in workshop.wrong_after(root, ending)]
        shutil.rmtree(root)
        if point[0] == "all" and ending.code != -signal.SIGKILL:
            break
        codes[ending.code] += 1
    return {"shaken": codes.total(), "codes": codes, "wrong": wrong}


if __name__ == "__main__":
    raise SystemExit(main())
