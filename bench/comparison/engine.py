"""An engine as a warm process of its own, in its own language, asked by lines of JSON."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

BENCH = Path(__file__).parents[1]
PEERS = BENCH / "peers"
ENGINES = Path(__file__).with_name("engines")
ISAL, NODE, VENV = PEERS / "isal", PEERS / "node", PEERS / "venv"
NOT_INSTALLED = "not installed"


def peers_python() -> Path:
    """The Python of the peers' environment."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def pinned(name: str) -> str:
    """The version of a peer, as the committed files say it."""
    for line in (BENCH / "peers-requirements.txt").read_text(encoding="utf-8").splitlines():
        if line.partition("==")[0] == name:
            return line.partition("==")[2]
    packages = json.loads((BENCH / "peers-package.json").read_text(encoding="utf-8"))
    return str(packages["dependencies"].get(name, ""))


@dataclass
class Engine:
    """One engine: what starts it, which prepared template and data it is given, what became of it."""

    title: str
    command: Sequence[str | Path]
    given: str
    needs: Sequence[Path] = ()
    path: Sequence[Path] = ()
    note: str = ""
    spent: list[float] = field(default_factory=list)
    size: int = 0
    cpu: float = 0.0  # milliseconds of CPU per document when last asked, if the engine says it
    process: "subprocess.Popen[str] | None" = None

    def start(self) -> bool:
        """Whether it is there and answers."""
        if not all(one.exists() for one in self.needs) or not shutil.which(str(self.command[0])):
            self.note = NOT_INSTALLED
            return False
        environment = os.environ | {
            "PYTHONPATH": os.pathsep.join(map(str, (BENCH.parent, BENCH.parent / "src", *self.path))),
            "BENCH_NODE": str(NODE),
        }
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(
            list(map(str, self.command)), stdin=pipe, stdout=pipe, text=True, cwd=ENGINES, env=environment
        )
        if not self._line():
            self.note = NOT_INSTALLED
            self.stop()
            return False
        return True

    def ask(self, template: Path, data: Path, count: int, save: Path | None = None) -> list[float]:
        """Milliseconds of ``count`` documents; nothing, and a note, if it could not."""
        if self.process is None or self.process.stdin is None:
            return []
        request = {"template": str(template), "data": str(data), "count": count}
        if save:
            request["save"] = str(save)
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        answer = self._line()
        if "ms" not in answer:
            self.note = f"failed: {answer.get('error', 'it ended')}"
            self.stop()
            return []
        self.size, self.cpu = answer["bytes"], answer.get("cpu", 0.0)
        return list(answer["ms"])

    def stop(self) -> None:
        """End it."""
        if self.process is not None:
            self.process.kill()
            self.process.communicate()
            self.process = None

    def _line(self) -> dict[str, Any]:
        assert self.process is not None
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        return dict(json.loads(line)) if line else {}


def docgen(title: str, *options: str) -> Engine:
    """docgen with ``zlib`` or ``isal``, perhaps with its own ``view``."""
    isal = [ISAL] if "isal" in options else []
    return Engine(title, (sys.executable, "docgen_engine.py", *options), "docgen", isal, isal)


def node(name: str) -> Engine:
    """A peer on Node.js."""
    return Engine(f"{name} {pinned(name)}", ("node", f"{name}.mjs"), name, [NODE / "node_modules" / name])


def python(name: str, script: str, given: str) -> Engine:
    """A peer in Python."""
    return Engine(f"{name} {pinned(name)}", (peers_python(), script), given, [peers_python()])
