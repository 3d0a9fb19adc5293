"""``make faults ARGS="fail kill fill strike [--only docx,pdf] [--first 1] [--step 1] [--most N]"``: disturb runs of docgen.

``fail`` makes each call of writing, opening and starting that a command makes fail, in turn; ``kill`` kills it
at each call of the system; ``fill`` ends the disk after so many bytes of each file; ``strike`` builds PDFs with a real LibreOffice and
kills docgen, LibreOffice or what lies between them at any moment. Prints how many were disturbed and what went wrong.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.scenarios import SCENARIOS
from tests.faults.shaking import ERRORS, Ending, calls_of, shaken, undisturbed
from tests.faults.striking import Blow, blows
from tests.faults.workshop import Workshop

Disturbance = tuple[str, Callable[[Path], Ending]]


def main() -> int:
    """0 if nothing went wrong."""
    asked = _asked()
    results = (
        result
        for name in (asked.only.split(",") if asked.only else SCENARIOS)
        if SCENARIOS[name].pdf or asked.ways != ["strike"]
        for result in _results(name, asked)
    )
    failed = False
    for result in results:
        failed = failed or bool(result["wrong"])
        sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return 1 if failed else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("ways", nargs="+", choices=_WAYS)
    parser.add_argument("--only", default="")
    for name in ("--first", "--step"):
        parser.add_argument(name, type=int, default=1)
    parser.add_argument("--most", type=int)
    return parser.parse_args()


def _results(name: str, asked: argparse.Namespace) -> Iterator[dict[str, object]]:
    """What came of a scenario, way by way."""
    with TemporaryDirectory(prefix="docgen-faults-") as folder:
        workshop = Workshop(Path(folder), SCENARIOS[name], real="strike" in asked.ways)
        for way in asked.ways:
            chosen = islice(_WAYS[way](workshop), asked.first - 1, None, asked.step)
            yield {"scenario": name, "way": way, **_disturb(workshop, islice(chosen, asked.most))}
        workshop.close()


def failures(workshop: Workshop) -> Iterator[Disturbance]:
    """Each call that writes, opens or starts something, with an error of its own."""
    errors = {name: cycle(errors) for name, errors in ERRORS.items()}
    for name, number in _calls(workshop, ",".join(errors)):
        yield _shaken(workshop, name, f"error={next(errors[name])}", number)


def deaths(workshop: Workshop) -> Iterator[Disturbance]:
    """Any call at all."""
    return (_shaken(workshop, name, "signal=KILL", number) for name, number in _calls(workshop, "all"))


def shortages(workshop: Workshop) -> Iterator[Disturbance]:
    """No file may be larger than this, up to the largest that the command makes."""
    largest = max(map(len, workshop.new.values()))
    return (_limited(workshop, size) for size in (0, 1, 100, *range(500, largest + 1000, 1500)))


def strikes(workshop: Workshop) -> Iterator[Disturbance]:
    """Any moment of a build with a real LibreOffice."""
    return (_struck(workshop, told, blow) for told, blow in blows())


def _calls(workshop: Workshop, wanted: str) -> Iterator[tuple[str, int]]:
    with workshop.copied("counted") as root:
        calls = calls_of(workshop.command(root), wanted)
    for name, times in sorted(calls.items()):
        yield from ((name, number) for number in range(1, times + 1))


def _limited(workshop: Workshop, size: int) -> Disturbance:
    return f"{size} bytes", lambda root: undisturbed(replace(workshop.command(root), largest=size))


def _struck(workshop: Workshop, told: str, blow: Blow) -> Disturbance:
    return told, lambda root: blow(workshop.command(root))


_WAYS: dict[str, Callable[[Workshop], Iterator[Disturbance]]] = {
    "fail": failures,
    "kill": deaths,
    "fill": shortages,
    "strike": strikes,
}


def _shaken(workshop: Workshop, calls: str, effect: str, number: int) -> Disturbance:
    return f"{calls} {number} {effect}", lambda root: shaken(workshop.command(root), calls, effect, number)


def _disturb(workshop: Workshop, disturbances: Iterator[Disturbance]) -> dict[str, object]:
    codes: Counter[int] = Counter()
    wrong: list[str] = []
    for told, disturbance in disturbances:
        with workshop.copied("shaken") as root:
            ending = disturbance(root)
            wrong += [f"{told}: {one}" for one in workshop.wrong_after(root, ending)]
        codes[ending.code] += 1
    return {"disturbed": codes.total(), "codes": codes, "wrong": wrong}


if __name__ == "__main__":
    raise SystemExit(main())
