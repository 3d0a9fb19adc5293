"""``docgen status``: how ready each document is, what is missing, and who can act."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli.console import Console
from docgen.cli.exits import Exit
from docgen.cli.options import output_file_option, pass_console, sources_argument

if TYPE_CHECKING:
    from docgen.build.standing import Standing
    from docgen.diagnostics import Problem

_FEW = 5


@click.command()
@sources_argument
@click.option(
    "--stage",
    type=click.Choice(("draft", "to_sign")),
    help="Посмотреть так, будто документы на этой стадии.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(("text", "json", "html")),
    default="text",
    show_default=True,
    metavar="ФОРМАТ",
    help="Вид отчёта: text, json, html (одна страница, открывается без сервера).",
)
@output_file_option
@pass_console
def command(
    console: Console, paths: tuple[Path, ...], stage: str | None, format_: str, output_file: Path | None
) -> int:
    """Показать готовность документов по разделам: чего не хватает и кто может это восполнить.

    ПУТИ – файлы или папки внутри content/; без них – все документы. Подробности печатаются, если документов
    не больше пяти, или с ключом -v.
    """
    found, broken = _found(paths, stage)
    told = _told(console, found, stage, format_, to_file=output_file is not None)
    if output_file is None:
        console.out(told, end="")
    else:
        from docgen.build import atomic

        atomic.write_where_told(output_file, told.encode())
        console.log(f"Записано: {output_file}")
    if broken:
        console.log("Справочники прочитаны не полностью, документы по ним не проверены:")
        for problem in broken:
            console.log(f"  {problem.span}: {problem.message}")
    return Exit.PROBLEMS if broken or any(one.state in ("unread", "errors") for one in found) else Exit.CLEAN


def _found(paths: tuple[Path, ...], stage: str | None) -> "tuple[list[Standing], list[Problem]]":
    from docgen.build.standing import standings
    from docgen.cli import clock
    from docgen.cli.paths import chosen_sources, workspace_of
    from docgen.corpus import Stage
    from docgen.kinds import KINDS, REFERENCES

    workspace = workspace_of(paths)
    only = chosen_sources(workspace, paths)
    as_if = Stage(stage) if stage else None
    return standings(workspace, KINDS, REFERENCES, only, as_if, clock.today())


def _told(
    console: Console, found: "list[Standing]", stage: str | None, format_: str, *, to_file: bool
) -> str:
    if format_ == "json":
        from docgen.cli.readiness.json import render as as_json

        return as_json(found, stage)
    if format_ == "html":
        from docgen.cli.readiness.page import render as as_page

        return as_page(found, stage)
    from docgen.cli.readiness.text import WIDTH, render

    width = WIDTH if to_file else _columns()
    return render(found, width, in_detail=console.verbose or len(found) <= _FEW)


def _columns() -> int:
    from shutil import get_terminal_size

    return max(60, min(get_terminal_size().columns, 120))
