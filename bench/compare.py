"""docgen beside its peers in one run: ``python bench/compare.py [--readme] [--quick] [--long]``.

A Markdown table on stdout, everything in bench/results/<date>.json; ``--readme`` puts the short table into README.md.
What is not installed (bench/install.py) says so in its row.
"""

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.comparison import docx_stage, pdf_stage, process_stage, report, road_stage
from bench.comparison.workload import ROOT

RESULTS = ROOT / "bench" / "results"
_START, _END = "<!-- bench -->", "<!-- /bench -->"
_SIZES = (10, 100, 500, 10_000)  # documents; the last takes ten minutes by itself


def main() -> None:
    """Measure, print, remember."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readme", action="store_true", help="rewrite the block in README.md")
    parser.add_argument("--quick", action="store_true", help="few rounds: to see that everything runs")
    parser.add_argument("--long", action="store_true", help="a workspace of 10 000 documents too")
    asked = parser.parse_args()
    rounds, documents = (4, 10) if asked.quick else (25, 100)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # who is measured may keep compiled modules, as users do
    now = datetime.now().astimezone()
    results: dict[str, Any] = {"date": now.date().isoformat(), "python": platform.python_version()}
    with tempfile.TemporaryDirectory(prefix="docgen-bench-") as name:
        folder = Path(name)
        stages: dict[str, Callable[[], Any]] = {
            "docx": lambda: docx_stage.measure(folder, rounds),
            "tables": lambda: docx_stage.measure_growth(folder, 3),
            "pdf": lambda: pdf_stage.measure(folder, documents),
            "processes": process_stage.measure,
            "road": lambda: road_stage.measure(_SIZES if asked.long else _SIZES[:-1]),
            "texts": process_stage.text_rooms,
        }
        for stage, measure in stages.items():
            begin = time.perf_counter()
            results[stage] = measure()
            print(f"{stage}: {time.perf_counter() - begin:.0f} s", file=sys.stderr)
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{now:%Y-%m-%dT%H%M}.json"
    path.write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")
    print(report.whole(results))
    if asked.readme:
        _write_readme(report.short(results))


def _write_readme(block: str) -> None:
    path = ROOT / "README.md"
    text = path.read_text(encoding="utf-8")
    before, found, rest = text.partition(_START)
    if not found:
        raise SystemExit(f"README.md has no {_START}")
    after = rest.partition(_END)[2]
    path.write_text(f"{before}{_START}\n{block.strip()}\n{_END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
