"""Outputs that are no longer made from anything."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docgen.build.inputs import digest
from docgen.build.ledger import Ledger
from docgen.build.workspace import CONTENT, Workspace, files_under
from docgen.corpus import Kind


def orphans(workspace: Workspace, kinds: Sequence[Kind[Any, Any]], ledger: Ledger) -> list[Path]:
    """Files that docgen made, that nobody has touched since, and whose source is gone.

    What docgen did not make, what was edited by hand, and what any source names as a signed file is left alone.
    """
    wanted = {
        workspace.output(kind.name, source.stem, form)
        for kind in kinds
        for source in workspace.sources(kind.name)
        for form in ("docx", "pdf", *kind.tables)
    }
    gone = []
    for name, entry in sorted(ledger.entries.items()):
        path = workspace.root / name
        made_here = path.resolve().is_relative_to(workspace.out.resolve())
        untouched = path.is_file() and digest(path.read_bytes()) == entry.sum
        if made_here and untouched and path not in wanted and not _named_as_signed(workspace, name):
            gone.append(path)
    return gone


def _named_as_signed(workspace: Workspace, name: str) -> bool:
    """Whether any source, readable or not, mentions the file: a signed paper must survive a broken source too."""
    sources = files_under(workspace.root / CONTENT, ".yaml")
    return any(name in source.read_text(encoding="utf-8", errors="replace") for source in sources)


def clean(workspace: Workspace, ledger: Ledger, paths: Sequence[Path]) -> None:
    """Remove the files; forget them, and what was removed by a run that could not say so."""
    for path in paths:
        path.unlink(missing_ok=True)
    gone = [name for name in ledger.entries if not (workspace.root / name).is_file()]
    for name in gone:
        ledger.forget(name)
    if gone:
        ledger.write()
