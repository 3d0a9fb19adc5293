"""What a document is made from, as content hashes, never times."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from docgen.build.workspace import Workspace

Inputs = Mapping[str, str]

_ENGINES = ("docxtpl", "jinja2", "lxml", "pydantic", "pymorphy3", "pymorphy3-dicts-ru")


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


@cache
def own_code() -> str:
    """The hash of docgen's code and of the engines' versions: another docgen may print another text."""
    package = Path(str(files("docgen")))
    total = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        if path.suffix in (".py", ".json", ".tsv", ".txt") and "__pycache__" not in path.parts:
            total.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    for engine in _ENGINES:
        total.update(f"{engine}={version(engine)}".encode())
    return total.hexdigest()


def gather(workspace: Workspace, kind: str, source: Path, shared: Inputs) -> dict[str, str]:
    """The inputs of one document by their names: docgen, template, source, and what its view may read."""
    return {
        "docgen": own_code(),
        "template": digest(workspace.template(kind).read_bytes()),
        "source": digest(source.read_bytes()),
        **shared,
    }


def shared_inputs(workspace: Workspace, paths: Iterable[Path]) -> dict[str, str]:
    """The hashes of files that several documents read, by their names."""
    return {path.relative_to(workspace.root).as_posix(): digest(path.read_bytes()) for path in sorted(paths)}


def fingerprint(inputs: Inputs) -> str:
    """One hash of all inputs."""
    return digest("\n".join(f"{name}={value}" for name, value in sorted(inputs.items())).encode())


_REASONS = {
    "docgen": "изменился docgen",
    "template": "изменился шаблон",
    "source": "изменился исходник",
    "office": "изменился LibreOffice или вид PDF",
}


def difference(before: Inputs, now: Inputs) -> str:
    """Why something made from ``before`` must be made again from ``now``; empty if they are the same."""
    if not before:
        return "прошлая сборка не прошла проверку"
    changed = [name for name in now if before.get(name) != now[name]]
    gone = [name for name in before if name not in now]
    reasons = [_REASONS.get(name, f"изменился {name}") for name in changed]
    return ", ".join(reasons + [f"нет больше {name}" for name in gone])
