"""A workspace with the project's own protocols and reference data, and a command line in it."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from docgen.__main__ import run

PROJECT = Path(__file__).parents[2]
MINISTRY = "content/protocol/2023-11-08-mshrg-4.yaml"
COUNCIL = "content/protocol/2026-03-12-sovet.yaml"

# Programmes of thirty pages, and what is made of them, would make every test of a command slow; their own tests look at them.
THICK = shutil.ignore_patterns("programme", "portfolio", ".*")


@dataclass(frozen=True)
class Said:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


class Desk:
    """``desk("check --format json")`` runs docgen in the workspace's folder."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self._capsys = root, capsys
        shutil.copytree(PROJECT / "content", root / "content", ignore=THICK)

    def __call__(self, line: str, *more: str) -> Said:
        """Run a command; words with spaces in them come as ``more``."""
        code = run([*line.split(), *more])
        return Said(code, *self._capsys.readouterr())

    def write(self, name: str, text: str) -> Path:
        """Put a text into a file."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path

    def read(self, name: str) -> str:
        """What a file says."""
        return (self.root / name).read_bytes().decode()

    def change(self, name: str, old: str, new: str) -> None:
        """Write something else in a file, once."""
        text = self.read(name)
        assert old in text
        self.write(name, text.replace(old, new, 1))

    def files(self, folder: str = ".") -> dict[str, bytes]:
        """Every file there is, but the lock."""
        paths = (path for path in (self.root / folder).rglob("*") if path.is_file() and path.name != ".lock")
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in paths}

    def made(self) -> list[str]:
        """The names of what was made."""
        return sorted(name for name in self.files() if name.startswith("out/") and "/." not in name)
