"""The layout that a command was asked for: of this workspace, or one that came with docgen."""

from pathlib import Path

import click

from docgen.build.workspace import CONTENT, REFERENCE, Workspace
from docgen.diagnostics import Failure, Source
from docgen.model.layout.layout import Layout
from docgen.sources import parse, structure

_FOLDER = "layouts"


def layout_named(name: str | None) -> Layout:
    """The layout with a name; without one the last by name, which is the newest."""
    files = {path.stem: path for path in _files()}
    if not files:
        raise Failure("нет ни одного макета", f"положите макет в {CONTENT}/{REFERENCE}/{_FOLDER}/")
    if name is not None and name not in files:
        raise click.BadParameter(f"макета «{name}» нет: есть {', '.join(files)}", param_hint="--layout")
    return _read(files[name or max(files)])


def _files() -> list[Path]:
    """Those of the workspace around the current folder; without one those that came with docgen."""
    try:
        root = Workspace.around(Path.cwd()).root / CONTENT
    except Failure:
        root = Path()
    own = sorted((root / REFERENCE / _FOLDER).glob("*.yaml"))
    return own or sorted((_packaged() / REFERENCE / _FOLDER).glob("*.yaml"))


def _packaged() -> Path:
    from docgen.build.starter import packaged

    return packaged(CONTENT)


def _read(path: Path) -> Layout:
    source = Source(str(path), path.read_text(encoding="utf-8-sig"))
    tree, problems = parse(source)
    layout, wrong = structure(tree, Layout) if tree is not None else (None, [])
    if layout is None:
        first = next(iter([*problems, *wrong]), None)
        told = f": {first.message}" if first else ""
        raise Failure(f"макет {path} не читается{told}", "проверьте его: docgen check")
    return layout
