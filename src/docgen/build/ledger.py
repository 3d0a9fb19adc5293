"""What was made from what: ``out/.ledger.json``.

Written after the outputs are in place, so a run killed in between only does some work again; a ledger that cannot
be read counts as empty.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docgen.build import atomic
from docgen.build.inputs import Inputs, digest

_VERSION = 1


@dataclass(frozen=True)
class Entry:
    """An output: the hashes of its inputs and of its own bytes."""

    inputs: Inputs
    sum: str


@dataclass
class Ledger:
    """Entries by the output's path from the workspace's root."""

    path: Path
    entries: dict[str, Entry] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> "Ledger":
        """The ledger at a path; empty if there is none that can be trusted."""
        try:
            data: Any = json.loads(path.read_text(encoding="utf-8"))
            if data["version"] != _VERSION:
                return cls(path)
            entries = {name: Entry(dict(e["inputs"]), str(e["sum"])) for name, e in data["outputs"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return cls(path)
        return cls(path, entries)

    def write(self) -> None:
        """Save it in one step."""
        outputs = {name: {"inputs": dict(e.inputs), "sum": e.sum} for name, e in sorted(self.entries.items())}
        text = json.dumps({"version": _VERSION, "outputs": outputs}, ensure_ascii=False, indent=1)
        atomic.write(self.path, text.encode())

    def remember(self, name: str, inputs: Inputs, data: bytes) -> None:
        """An output was made."""
        self.entries[name] = Entry(dict(inputs), digest(data))

    def forget(self, name: str) -> None:
        """An output is not vouched for any more."""
        self.entries.pop(name, None)
