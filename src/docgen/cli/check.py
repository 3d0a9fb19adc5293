"""``docgen check``: everything that can be wrong, nothing written."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.console import Console, exit_code
from docgen.cli.options import pass_console, report_options

if TYPE_CHECKING:
    from docgen.diagnostics import Problem, Severity


@click.command()
@click.argument("paths", metavar="[ПУТИ]...", nargs=-1, type=click.Path(path_type=Path))
@report_options
@click.option(
    "--stage", type=click.Choice(("draft", "to_sign")), help="Проверить так, будто документ на этой стадии."
)
@click.option("--select", metavar="КОДЫ", help="Только эти коды или их начала, через запятую: P1,L012.")
@click.option("--ignore", metavar="КОДЫ", help="Кроме этих кодов или их начал, через запятую.")
@click.option(
    "--baseline",
    metavar="ФАЙЛ",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Отчёт JSON прошлой проверки: показать только новое.",
)
@pass_console
def command(
    console: Console,
    paths: tuple[Path, ...],
    format_: str,
    output_file: Path | None,
    fail_level: "Severity",
    stage: str | None,
    select: str | None,
    ignore: str | None,
    baseline: Path | None,
) -> int:
    """Проверить исходные файлы и шаблоны, ничего не записывая.

    ПУТИ – файлы или папки внутри content/; без них проверяется всё.
    """
    problems = _problems(paths, stage)
    problems = [problem for problem in problems if _chosen(problem.rule.code, select, ignore)]
    if baseline is not None:
        problems = _new_since(problems, baseline)
    console.report(problems, format_, output_file)
    return exit_code(problems, fail_level)


def _problems(paths: tuple[Path, ...], stage: str | None) -> "list[Problem]":
    from docgen.build.checking import check_workspace
    from docgen.cli.paths import chosen_sources, workspace_of
    from docgen.corpus import Stage
    from docgen.kinds import KINDS, REFERENCES

    workspace = workspace_of(paths)
    only = chosen_sources(workspace, paths)
    return check_workspace(workspace, KINDS, REFERENCES, only, Stage(stage) if stage else None)


def _chosen(code: str, select: str | None, ignore: str | None) -> bool:
    return (select is None or _matches(code, select)) and not (ignore and _matches(code, ignore))


def _matches(code: str, codes: str) -> bool:
    from docgen.cli.kinds import typed

    return any(code.startswith(typed(part)) for part in codes.split(",") if part.strip())


def _new_since(problems: "list[Problem]", baseline: Path) -> "list[Problem]":
    """Problems that the earlier report does not have; a place that only moved to another line is not new."""
    import json
    from collections import Counter

    try:
        data: Any = json.loads(baseline.read_text(encoding="utf-8-sig"))
        known = Counter((p["path"], p["code"], p["message"]) for p in data["problems"])
    except (ValueError, KeyError, TypeError) as error:
        raise click.BadParameter(f"это не отчёт docgen check --format json: {baseline}") from error
    new = []
    for problem in problems:
        key = (problem.span.source.path, problem.rule.code, problem.message)
        if known[key]:
            known[key] -= 1
        else:
            new.append(problem)
    return new
