"""The whole road, YAML to DOCX on disk: docgen with all its checks against docxtpl and PyYAML that check nothing.

``python bench/road.py [DOCUMENTS]``. The documents are all different (``varied.py``). The peer takes turns with docgen
in one process, so a busy machine slows both: trust ratios and minima. Then ``docgen build -t docx`` makes all of them
cold with two processes, and runs again with nothing to do. Results go to ``bench/results/road.json``.
"""

import gc
import io
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from dataclasses import fields, is_dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any

import yaml
from docxtpl import DocxTemplate
from jinja2 import Environment
from varied import ROOT, write_workspace

import docgen.kinds
from docgen.build import atomic
from docgen.build.batch import Batch, make_batch
from docgen.build.workspace import Workspace
from docgen.corpus import load
from docgen.model.forms import viewed
from docgen.render.inline import Inline

SAMPLE, TURN = 24, 8  # documents that the peer makes, and how many of them in a turn


def main() -> None:
    """Measure, print, write down."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with TemporaryDirectory(prefix="docgen-road-") as folder:
        root = Path(folder)
        sources = write_workspace(root, number)
        one_core = in_turns(root, sources)
        whole = {"cold": command(root), "nothing to do": command(root), "help": command(root, "--help")}
        whole["python"] = timed([sys.executable, "-c", "pass"], root)
        single = sources[0].relative_to(root).as_posix()
        whole["one document"] = command(root, "build", "-q", "--force", "-t", "docx", single)
    result = {"documents": number, "one core, ms per document": one_core, "commands": whole}
    show(result)
    path = ROOT / "bench" / "results" / "road.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")


def in_turns(root: Path, sources: list[Path]) -> dict[str, list[float]]:
    """CPU milliseconds per document of the peer and of docgen, a value for each turn; docgen never sees one twice."""
    seeds = [sources[index] for index in range(min(SAMPLE, len(sources)))]
    contexts = peer_contexts(root, seeds)
    template = (ROOT / "templates" / "protocol.docx").read_bytes()
    fresh = sources[SAMPLE:]
    make_ids(
        root, [path.stem for path in seeds]
    )  # imports, dictionary, template, reference data: once per run
    turns = max(3, min(10, len(fresh) // TURN))
    step = len(fresh) // turns
    spent: dict[str, list[float]] = {"peer": [], "docgen": []}
    for turn in range(turns):
        some = [seeds[(turn * TURN + place) % len(seeds)] for place in range(TURN)]
        spent["peer"].append(cpu(lambda: peer(root, some, contexts, template)) / TURN)  # noqa: B023
        ids = [path.stem for path in fresh[turn * step : (turn + 1) * step]]
        spent["docgen"].append(cpu(lambda: make_ids(root, ids)) / step)  # noqa: B023
    return spent


def cpu(work: Any) -> float:
    """CPU milliseconds."""
    gc.collect()
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def peer(root: Path, sources: list[Path], contexts: dict[str, Any], template: bytes) -> None:
    """What a script of a page does: pure PyYAML, a new docxtpl for each document, no checks, no sums, no cases."""
    for source in sources:
        yaml.load(source.read_text(encoding="utf-8"), yaml.SafeLoader)
        document = DocxTemplate(io.BytesIO(template))
        document.render(contexts[source.stem], Environment(autoescape=True))
        document.save(root / f"peer-{source.stem}.docx")


def make_ids(root: Path, ids: list[str]) -> None:
    """docgen's road in this process; the documents must all come out."""
    workspace = Workspace(root)
    for made in make_batch(Batch(str(root), "docgen.kinds", "protocol", tuple(ids))):
        if made.docx:
            atomic.write(workspace.output("protocol", made.id, "docx"), made.docx)


def peer_contexts(root: Path, sources: list[Path]) -> dict[str, Any]:
    """The peer is given all that docgen has to work out: the names and texts as they are printed."""
    kind = next(kind for kind in docgen.kinds.KINDS if kind.name == "protocol")
    loaded = load(root, docgen.kinds.KINDS, docgen.kinds.REFERENCES, sources)
    documents = [one for one in loaded.corpus.documents if one.kind == kind.name]
    return {
        one.id: vars(plain(viewed(kind.view, one, loaded.corpus.only(kind.reads)).view)) for one in documents
    }


def plain(value: Any) -> Any:
    """A view as simple objects, lists and texts."""
    if is_dataclass(value) and not isinstance(value, Inline):
        return SimpleNamespace(**{field.name: plain(getattr(value, field.name)) for field in fields(value)})
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return value if isinstance(value, str | int | bool | None) else str(value)


def command(root: Path, *arguments: str) -> dict[str, float]:
    """``docgen build -q -t docx``, or another command."""
    return timed([sys.executable, "-m", "docgen", *(arguments or ("build", "-q", "-t", "docx"))], root)


def timed(arguments: list[str], root: Path) -> dict[str, float]:
    """Seconds of wall and CPU, and the largest process's memory in MB, of a whole command."""
    before, start = os.times(), time.perf_counter()
    process = subprocess.Popen(arguments, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, tree_memory(process.pid))
        time.sleep(0.02)
    wall, after = time.perf_counter() - start, os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {"wall s": wall, "CPU s": used, "tree MB": peak, "largest so far MB": largest}


def tree_memory(pid: int) -> float:
    """Proportional memory of a process and its children in MB (what forked processes share counts once); Linux only."""
    total = 0
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    for line in rollup.splitlines():
        if line.startswith("Pss:"):
            total = int(line.split()[1])
    return total / 1024 + sum(tree_memory(int(child)) for child in children)


def show(result: dict[str, Any]) -> None:
    """A table for people."""
    spent = result["one core, ms per document"]
    base = statistics.median(spent["peer"]), min(spent["peer"])
    for name, times in spent.items():
        median, least = statistics.median(times), min(times)
        ratios = f"×{base[0] / median:.1f}  min {least:6.2f} ms  ×{base[1] / least:.1f}"
        print(f"{name:10} one core: median {median:6.2f} ms of CPU  {ratios}")
    number = result["documents"]
    for name, one in result["commands"].items():
        memory = f"{one['tree MB']:6.0f} MB"
        print(f"{name:15} wall {one['wall s']:7.3f} s  CPU {one['CPU s']:7.3f} s  {memory}")
    wall = result["commands"]["cold"]["wall s"] / number * 1000
    print(
        f"docgen build, two processes: {wall:.2f} ms per document, ×{base[1] / wall:.1f} of the peer's minimum"
    )


if __name__ == "__main__":
    main()
