"""The folders a workspace consists of."""

import os
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from docgen.diagnostics import Failure

CONTENT, TEMPLATES, OUT, REFERENCE = "content", "templates", "out", "reference"


@dataclass(frozen=True)
class Workspace:
    """A folder with ``content/``, perhaps ``templates/`` of its own, and ``out/``."""

    root: Path

    @classmethod
    def around(cls, start: Path) -> "Workspace":
        """The workspace that ``start`` lies in; ``Failure`` if it lies in none."""
        for folder in (start, *start.resolve().parents):
            if (folder / CONTENT).is_dir():
                return cls(folder)
        raise Failure(
            f"папка content/ не найдена ни здесь, ни выше: {start}",
            "перейдите в рабочую папку или создайте её: docgen init",
        )

    def sources(self, kind: str) -> list[Path]:
        """The sources of a kind, by name."""
        found = files_in(self.root / CONTENT / kind, ".yaml")
        return [path for path in found if path.is_file() and not path.is_symlink()]

    def source(self, kind: str, document: str) -> Path:
        """The source of a document."""
        return self.root / CONTENT / kind / f"{document}.yaml"

    def attached(self, source: Path) -> list[Path]:
        """What lies beside a source, in the folder of its name: tables, pictures; not what is hidden or a mark of Excel."""
        folder = source.with_suffix("")
        files = sorted(folder.rglob("*")) if folder.is_dir() and not folder.is_symlink() else []
        return [path for path in files if not path.name.startswith((".", "~$")) and path.is_file()]

    def template(self, kind: str) -> Path:
        """The workspace's own Word template of a kind, else the one that came with docgen."""
        own = self.root / TEMPLATES / f"{kind}.docx"
        return own if own.is_file() else packaged_template(kind)

    def shown_template(self, kind: str) -> str:
        """The template's path as messages name it."""
        return f"{TEMPLATES}/{kind}.docx"

    def output(self, kind: str, document: str, form: str) -> Path:
        """Where a document goes: ``out/<kind>/<id>.<form>``."""
        return self.root / OUT / kind / f"{document}.{form}"

    @property
    def out(self) -> Path:
        """The folder of everything that is made."""
        return self.root / OUT


def files_in(folder: Path, suffix: str) -> list[Path]:
    """What lies in a folder, by name. One that is there and cannot be read is not empty: ``OSError``."""
    try:
        names = os.listdir(folder)  # noqa: PTH208  # pathlib takes what it may not read for nothing
    except (FileNotFoundError, NotADirectoryError):
        return []
    return sorted(folder / name for name in names if name.endswith(suffix))


def files_under(folder: Path, suffix: str) -> list[Path]:
    """The same with all that lies deeper."""
    found: list[Path] = []
    for within, folders, _ in os.walk(folder, onerror=_raised):
        folders.sort()
        found += files_in(Path(within), suffix)
    return sorted(found)


def _raised(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        raise error


def packaged_template(kind: str) -> Path:
    """The template that is shipped inside the package (beside it, in a checkout)."""
    package = Path(str(files("docgen")))
    shipped = package / TEMPLATES / f"{kind}.docx"
    return shipped if shipped.is_file() else package.parent.parent / TEMPLATES / f"{kind}.docx"
