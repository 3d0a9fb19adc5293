"""Whole processes: what the start costs, one document from end to end, and memory; and the text rooms' own benches."""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.comparison.workload import PROTOCOL, ROOT

_RUNS = 9
_LETTER = ROOT / "tests" / "kinds" / "protocol" / "data" / "ministry-protocol.txt"
# A small parent: a child's memory is at least what its parent had when it was forked.
_LAUNCHER = """
import json, os, subprocess, sys, time
begin = time.perf_counter()
running = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, used = os.wait4(running.pid, 0)
spent = time.perf_counter() - begin
print(json.dumps([status, used.ru_utime + used.ru_stime, spent, used.ru_maxrss]))
"""


@dataclass
class Process:
    """What one process took: CPU and wall seconds, the most memory in MB."""

    cpu: float
    wall: float
    memory: float


def measure(runs: int = _RUNS) -> dict[str, object]:
    """Bare Python, ``docgen --help`` and one document without PDF, in turns."""
    if not hasattr(os, "wait4"):
        return {"note": "not measured: this system does not tell what a process took"}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("content", "templates"):
            shutil.copytree(ROOT / part, folder / part)
        source = f"content/protocol/{PROTOCOL}.yaml"
        cases = {
            "bare Python": ["-c", "pass"],
            "docgen --help": ["-m", "docgen", "--help"],
            "one protocol, YAML → DOCX": ["-m", "docgen", "build", source, "-t", "docx", "--force"],
        }
        taken: dict[str, list[Process]] = {case: [] for case in cases}
        for arguments in cases.values():
            _run(arguments, folder)
        for _ in range(runs):
            for case, arguments in cases.items():
                if took := _run(arguments, folder):
                    taken[case].append(took)
    return {case: asdict(_middle(some)) for case, some in taken.items() if some}


def _run(arguments: Sequence[str], folder: Path) -> Process | None:
    """What it took; nothing if it failed."""
    command = [sys.executable, "-S", "-c", _LAUNCHER, sys.executable, *arguments]
    answer = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    status, cpu, wall, memory = json.loads(answer.stdout)
    if status:
        print(f"{arguments} ended with {status}", file=sys.stderr)
        return None
    return Process(cpu, wall, memory / 1024 / (1024 if sys.platform == "darwin" else 1))


def _middle(some: Sequence[Process]) -> Process:
    return Process(
        *(statistics.median(getattr(one, name) for one in some) for name in ("cpu", "wall", "memory"))
    )


def text_rooms() -> dict[str, list[str]]:
    """What the benches of declension and typography say."""
    said = {}
    for name, arguments in (("declension", []), ("typography", [str(_LETTER)])):
        script = ROOT / "bench" / f"{name}.py"
        answer = subprocess.run(
            [sys.executable, str(script), *arguments],
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        lines = [line for line in answer.stdout.splitlines() if line and not line.startswith("    ")]
        said[name] = lines or [f"failed: {answer.stderr.strip().splitlines()[-1:]}"]
    return said
