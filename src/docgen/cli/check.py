"""``docgen check``: everything that can be wrong, nothing written."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.choosing import Choice, choice_options
from docgen.cli.console import Console, exit_code
from docgen.cli.options import pass_console, report_options, sources_argument

if TYPE_CHECKING:
    from docgen.corpus import Checked
    from docgen.diagnostics import Severity


@click.command()
@sources_argument
@report_options
@click.option(
    "--stage", type=click.Choice(("draft", "to_sign")), help="Проверить так, будто документ на этой стадии."
)
@choice_options
@pass_console
def command(
    console: Console,
    paths: tuple[Path, ...],
    format_: str,
    output_file: Path | None,
    fail_level: "Severity",
    stage: str | None,
    choice: Choice,
) -> int:
    """Проверить исходные файлы и шаблоны, ничего не записывая.

    ПУТИ – файлы или папки внутри content/; без них проверяется всё.
    """
    checked, root, looked = _checked(paths, stage)
    compared = choice.compared(choice.chosen(checked.problems), root)
    console.report(compared.new, format_, output_file, choice.chosen(checked.waived), root)
    for path, code, message in compared.gone:
        if looked(path):
            console.detail(f"{path}: {code} больше нет: {message}")
    return exit_code(compared.new, fail_level)


def _checked(paths: tuple[Path, ...], stage: str | None) -> "tuple[Checked, Path, Callable[[str], bool]]":
    """What is wrong, in which workspace, and which files (as messages name them) were looked at for it."""
    from docgen.build.checking import check_workspace
    from docgen.build.workers import cores
    from docgen.cli import clock
    from docgen.cli.paths import chosen_sources, workspace_of
    from docgen.corpus import Stage
    from docgen.kinds import KINDS, REFERENCES

    workspace = workspace_of(paths)
    only = chosen_sources(workspace, paths)
    as_if = Stage(stage) if stage else None
    checked = check_workspace(
        workspace, KINDS, REFERENCES, only, as_if, clock.today(), registry="docgen.kinds", jobs=cores()
    )
    asked = None if only is None else {path.resolve() for path in only}
    return checked, workspace.root, lambda path: asked is None or (workspace.root / path).resolve() in asked
