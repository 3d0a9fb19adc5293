"""How much docgen adds to the start of Python with click: ``python bench/startup.py [RUNS]``.

CPU seconds of whole processes, the median of several runs; the aim is 60 ms for ``--help``.
"""

import os
import statistics
import subprocess
import sys

CASES = {
    "python": ["-c", "pass"],
    "python + click": ["-c", "import click"],
    "docgen --help": ["-m", "docgen", "--help"],
    "docgen completion bash": ["-m", "docgen", "completion", "bash"],
}


def cpu(arguments: list[str]) -> float:
    """CPU seconds of one process."""
    before = os.times()
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main() -> None:
    """Print a line for each case."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    for name, arguments in CASES.items():
        spent = statistics.median(cpu(arguments) for _ in range(runs))
        print(f"{name:<24}{spent * 1000:6.0f} ms")


if __name__ == "__main__":
    main()
