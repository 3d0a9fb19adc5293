"""What a document is made from, as content hashes, never times."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from docgen.build.workspace import Workspace
from docgen.diagnostics.edition import own_code

Inputs = Mapping[str, str]


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def gather(workspace: Workspace, kind: str, source: Path, shared: Inputs) -> dict[str, str]:
    """The inputs of one document by their names: docgen, template, source, what lies beside it, what its view may read."""
    return {
        "docgen": own_code(),
        "template": digest(workspace.template(kind).read_bytes()),
        "source": digest(source.read_bytes()),
        **shared_inputs(workspace, workspace.attached(source)),
        **shared,
    }


def shared_inputs(workspace: Workspace, paths: Iterable[Path]) -> dict[str, str]:
    """The hashes of files that several documents read, by their names; what may come to be there counts too."""
    return {path.relative_to(workspace.root).as_posix(): content_sum(path) for path in sorted(paths)}


def content_sum(path: Path) -> str:
    """What changes when a file does; for a folder when its files are others; empty where there is nothing."""
    try:
        if path.is_dir():
            return digest("\n".join(sorted(inner.name for inner in path.glob("*.yaml"))).encode())
        return digest(path.read_bytes())
    except OSError:
        return ""


def fingerprint(inputs: Inputs) -> str:
    """One hash of all inputs."""
    return digest("\n".join(f"{name}={value}" for name, value in sorted(inputs.items())).encode())


_REASONS = {
    "docgen": "изменился docgen",
    "template": "изменился шаблон",
    "source": "изменился исходник",
    "office": "изменился LibreOffice или вид PDF",
    "pages": "номера страниц в содержании считаются иначе",
}


def difference(before: Inputs, now: Inputs) -> str:
    """Why something made from ``before`` must be made again from ``now``; empty if they are the same."""
    if not before:
        return "прошлая сборка не прошла проверку"
    changed = [name for name in now if before.get(name) != now[name]]
    gone = [name for name in before if name not in now]
    reasons = [_REASONS.get(name, f"изменился {name}") for name in changed]
    return ", ".join(reasons + [f"нет больше {name}" for name in gone])
