"""What a new workspace starts with: the templates and the example content that docgen came with."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from docgen.build.workspace import CONTENT, TEMPLATES

_SHIPPED = {
    TEMPLATES: frozenset({".docx"}),
    CONTENT: frozenset({".yaml", ".xlsx", ".csv", ".png", ".jpg", ".md"}),
}


def starter_files() -> Iterator[tuple[str, bytes]]:
    """Paths from the workspace's root, and their bytes."""
    for folder, shipped in _SHIPPED.items():
        root = packaged(folder)
        for path in sorted(root.rglob("*")):
            if path.is_file() and path.suffix in shipped and not path.name.startswith((".", "~$")):
                yield f"{folder}/{path.relative_to(root).as_posix()}", path.read_bytes()


def packaged(folder: str) -> Path:
    """A folder that is shipped inside the package (beside it, in a checkout)."""
    package = Path(str(files("docgen")))
    shipped = package / folder
    return shipped if shipped.is_dir() else package.parent.parent / folder
