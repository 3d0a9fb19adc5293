"""The files that a worker on another machine needs, since it does not see this disk."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from docgen.build.plan import Target
from docgen.build.workspace import TEMPLATES, Workspace


def files_for(
    workspace: Workspace, targets: Sequence[Target], read: Iterable[Path]
) -> tuple[tuple[str, bytes], ...]:
    """Sources with what lies beside them, what their view may ``read``, and the template, by path from the root; all of one kind."""
    kind = targets[0].kind.name
    paths = {*(target.source for target in targets), *read}
    paths |= {beside for target in targets for beside in workspace.attached(target.source)}
    shipped = {path.relative_to(workspace.root).as_posix(): path.read_bytes() for path in paths}
    shipped[f"{TEMPLATES}/{kind}.docx"] = workspace.template(kind).read_bytes()
    return tuple(sorted(shipped.items()))
