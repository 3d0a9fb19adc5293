"""What a document is made from, as content hashes, never times."""

import hashlib
import stat
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from docgen.build.workspace import Workspace
from docgen.diagnostics.edition import own_code

Inputs = Mapping[str, str]
_SINCE = " допуск до "
_MOST = 64 << 20


def digest(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def gather(workspace: Workspace, kind: str, source: Path, shared: Inputs, today: date) -> dict[str, str]:
    """The inputs of one document by their names: docgen, template, source, what lies beside it, what its view may read."""
    return {
        "docgen": own_code(),
        "template": digest(workspace.template(kind).read_bytes()),
        "source": content_sum(source, today),
        **shared_inputs(workspace, workspace.attached(source), today),
        **shared,
    }


def shared_inputs(workspace: Workspace, paths: Iterable[Path], today: date) -> dict[str, str]:
    """The hashes of files that several documents read, by their names; what may come to be there counts too."""
    return {path.relative_to(workspace.root).as_posix(): content_sum(path, today) for path in sorted(paths)}


def content_sum(path: Path, today: date) -> str:
    """What changes when a file does; for a folder when its files are others; empty where there is nothing.

    A source changes by itself on the day that a waiver in it has expired.
    """
    try:
        if path.is_dir():
            return digest(
                "\n".join(sorted(inner.name for inner in path.glob("*.yaml"))).encode(
                    errors="surrogateescape"
                )
            )
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):  # a pipe would be waited for
            return ""
        if about.st_size > _MOST:  # nobody reads so much of it either
            return digest(str(about.st_size).encode())
        data = path.read_bytes()
    except OSError:
        return ""
    if path.suffix != ".yaml" or b"docgen" not in data:
        return digest(data)
    from docgen.diagnostics.waiver import passed  # its patterns are slow to compile

    return _SINCE.join([digest(data), *passed(data.decode(errors="replace"), today)])


def fingerprint(inputs: Inputs) -> str:
    """One hash of all inputs."""
    return digest(
        "\n".join(f"{name}={value}" for name, value in sorted(inputs.items())).encode(
            errors="surrogateescape"
        )
    )


_REASONS = {
    "docgen": "изменился docgen",
    "template": "изменился шаблон",
    "source": "изменился исходник",
    "office": "изменился LibreOffice или вид PDF",
    "pages": "номера страниц в содержании считаются иначе",
}


def _reason(name: str, before: str, now: str) -> str:
    if now.startswith(f"{before.partition(_SINCE)[0]}{_SINCE}"):
        return "истёк срок допуска" + ("" if name == "source" else f" в {name}")
    return _REASONS.get(name, f"изменился {name}")


def difference(before: Inputs, now: Inputs) -> str:
    """Why something made from ``before`` must be made again from ``now``; empty if they are the same."""
    if not before:
        return "прошлая сборка не прошла проверку"
    changed = [name for name in now if before.get(name) != now[name]]
    gone = [name for name in before if name not in now]
    reasons = [_reason(name, before.get(name, ""), now[name]) for name in changed]
    return ", ".join(reasons + [f"нет больше {name}" for name in gone])
