"""The files that a command was given, as sources of a workspace."""

from collections.abc import Sequence
from pathlib import Path

import click

from docgen.build.workspace import CONTENT, Workspace
from docgen.diagnostics import Failure


def workspace_of(paths: Sequence[Path]) -> Workspace:
    """The workspace around the first path, or around the current folder; wrong usage if a path lies in none."""
    for path in paths:
        if not path.exists():
            raise click.BadParameter(f"нет такого файла или папки: {path}")
    try:
        return Workspace.around(paths[0] if paths else Path.cwd())
    except Failure as failure:
        if not paths:
            raise
        raise click.BadParameter(f"не из рабочей папки (рядом и выше нет content/): {paths[0]}") from failure


def chosen_sources(workspace: Workspace, paths: Sequence[Path]) -> list[Path] | None:
    """The sources named by files and folders; ``None`` if nothing or the whole was named, which means all."""
    if not paths:
        return None
    content = (workspace.root / CONTENT).resolve()
    sources: list[Path] = []
    for path in paths:
        place = path.resolve()
        if place in (workspace.root.resolve(), content):
            return None
        if not place.is_relative_to(workspace.root.resolve()) and not place.is_relative_to(content):
            raise click.BadParameter(f"файл не из рабочей папки {workspace.root}: {path}")
        if not place.is_relative_to(content):
            raise click.BadParameter(f"не исходник: {path}; исходники лежат в папке content")
        named = workspace.root / CONTENT / place.relative_to(content)
        sources += sorted(named.rglob("*.yaml")) if named.is_dir() else []
        sources += (
            [_owner(workspace, named)] if not named.is_dir() or _owner(workspace, named).is_file() else []
        )
    return sources


def _owner(workspace: Workspace, named: Path) -> Path:
    """The source that a table or a picture in the folder of its name belongs to; a source belongs to itself."""
    kind_folders = 2 + len((workspace.root / CONTENT).parts)
    parts = named.parts[:kind_folders]
    owner = Path(*parts[:-1]) / f"{parts[-1]}.yaml"
    return owner if owner.is_file() else named
