"""The files that a command was given, as sources of a workspace."""

from collections.abc import Sequence
from pathlib import Path

import click

from docgen.build.workspace import CONTENT, Workspace


def workspace_of(paths: Sequence[Path]) -> Workspace:
    """The workspace around the first path, or around the current folder."""
    return Workspace.around(paths[0] if paths else Path.cwd())


def chosen_sources(workspace: Workspace, paths: Sequence[Path]) -> list[Path] | None:
    """The sources named by files and folders; ``None`` if nothing was named, which means all."""
    if not paths:
        return None
    sources: list[Path] = []
    for path in paths:
        if not path.exists():
            raise click.BadParameter(f"нет такого файла или папки: {path}")
        if not path.resolve().is_relative_to(workspace.root.resolve()):
            raise click.BadParameter(f"файл не из рабочей папки {workspace.root}: {path}")
        if path.resolve() == workspace.root.resolve():
            path = workspace.root / CONTENT
        sources += sorted(path.rglob("*.yaml")) if path.is_dir() else [path]
    return sources
