"""What was made from what: ``out/.ledger.json``, and ``out/.ledger.journal`` while a build is on its way.

An output is noted in the journal before it is put in place and as soon as it is there, so that a run killed in the
middle knows its own files again; at the end the journal goes into the ledger. What cannot be read of either counts as
unknown: that only costs work.
"""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docgen.build import atomic
from docgen.build.inputs import Inputs, digest
from docgen.diagnostics import Failure

_VERSION = 1
_OUTPUT = re.compile(r"out(?:/(?!\.)[^\0-\x1f\ud800-\udfff/]{1,255}){1,8}")
"""A name of an output; whoever sends a workspace may have written the ledger too."""
_UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, RecursionError)
_ESCAPED = "backslashreplace"  # half a character is written as JSON writes it
UNSOUND: Inputs = {}
"""The inputs of an output that is ours but does not pass, or was not finished: whatever they are now, it is made again."""


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
        """The ledger at a path and the journal beside it; empty if there is none that can be trusted."""
        ledger = cls(path)
        ledger.entries.update(_entries(_text(path)))
        coming: dict[str, str] = {}
        for line in _text(ledger._journal).splitlines():
            ledger.entries.update(_entries(line))
            coming.update(_coming(line))
        ledger._recognise(coming)
        return ledger

    def write(self) -> None:
        """Save it in one step."""
        atomic.write(
            self.path, json.dumps(_told(self.entries), ensure_ascii=False, indent=1).encode(errors=_ESCAPED)
        )
        with suppress(OSError):
            self._journal.unlink(missing_ok=True)

    def settle(self) -> None:
        """Take in the journal that a killed run, or one that could not write, has left."""
        if self._journal.is_file():
            with suppress(Failure):  # as good as ever, only in two files
                self.write()

    def expect(self, name: str, data: bytes) -> None:
        """An output is made and about to be put in its place."""
        self._note({"version": _VERSION, "coming": {name: digest(data)}})

    def remember(self, name: str, inputs: Inputs, data: bytes) -> None:
        """An output was made and is in its place."""
        self.entries[name] = Entry(dict(inputs), digest(data))
        self._note(_told({name: self.entries[name]}))

    def forget(self, name: str) -> None:
        """An output is not vouched for any more."""
        self.entries.pop(name, None)

    def _recognise(self, coming: dict[str, str]) -> None:
        """What a killed run has put in place without a word is ours, but nobody knows what it was made from."""
        for name, total in coming.items():
            if name not in self.entries or self.entries[name].sum != total:
                with suppress(OSError):
                    if digest((self.path.parent.parent / name).read_bytes()) == total:
                        self.entries[name] = Entry(UNSOUND, total)

    def _note(self, told: Any) -> None:
        with suppress(OSError), self._journal.open("a", encoding="utf-8", errors=_ESCAPED) as journal:
            journal.write(json.dumps(told, ensure_ascii=False) + "\n")

    @property
    def _journal(self) -> Path:
        return self.path.with_suffix(".journal")


def _told(entries: dict[str, Entry]) -> Any:
    outputs = {name: {"inputs": dict(e.inputs), "sum": e.sum} for name, e in sorted(entries.items())}
    return {"version": _VERSION, "outputs": outputs}


def _entries(saved: str) -> Iterator[tuple[str, Entry]]:
    """The entries, all or none."""
    try:
        data: Any = json.loads(saved)
        if data["version"] == _VERSION:
            yield from [
                (name, Entry(dict(e["inputs"]), str(e["sum"])))
                for name, e in data["outputs"].items()
                if _OUTPUT.fullmatch(name)
            ]
    except _UNREADABLE:
        return


def _coming(noted: str) -> Iterator[tuple[str, str]]:
    """The sums of what was about to be put in place."""
    try:
        data: Any = json.loads(noted)
        if data["version"] == _VERSION:
            yield from [
                (name, str(total)) for name, total in data["coming"].items() if _OUTPUT.fullmatch(name)
            ]
    except _UNREADABLE:
        return


def _text(path: Path) -> str:
    """What the file says; nothing where there is none, or what is there is no text.

    ``Failure`` if it is there and cannot be read: without it every output would look edited by somebody.
    """
    try:
        return path.read_text(encoding="utf-8") if path.is_file() or not path.exists() else ""
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, ValueError):
        return ""
    except OSError as error:
        message = f"журнал сборки не прочитать: {path} ({error.strerror or error})"
        raise Failure(message, "проверьте права на папку out и диск, затем повторите") from error
