"""Options that several commands share, as decorators; and those that every command has."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from docgen.cli import COLOR, QUIET, VERBOSE
from docgen.cli.console import Console

_F = TypeVar("_F", bound=Callable[..., Any])

_FORMATS = ("text", "short", "json", "sarif", "junit", "github", "gitlab")
_LEVELS = ("error", "warning", "info")

pass_console = click.make_pass_decorator(Console, ensure=True)
"""Hands the :class:`Console` to a command as its first argument."""


def format_option(command: _F) -> _F:
    """``--format``, given to the command as ``format_``."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice(_FORMATS),
        default="text",
        show_default=True,
        metavar="ФОРМАТ",
        help=f"Вид отчёта: {', '.join(_FORMATS)}.",
    )(command)


def output_file_option(command: _F) -> _F:
    """``--output-file``, given as a :class:`Path` or None."""
    return click.option(
        "--output-file",
        type=click.Path(dir_okay=False, writable=True, path_type=Path),
        help="Записать отчёт в файл, а не на экран.",
    )(command)


def fail_level_option(command: _F) -> _F:
    """``--fail-level``, given as a :class:`~docgen.diagnostics.Severity`."""
    return click.option(
        "--fail-level",
        type=click.Choice(_LEVELS),
        default="error",
        show_default=True,
        metavar="ТЯЖЕСТЬ",
        callback=_severity,
        help=f"С какой тяжести считать проверку не пройденной: {', '.join(_LEVELS)}.",
    )(command)


def sources_argument(command: _F) -> _F:
    """``[ПУТИ]...``: files and folders of sources, given as ``paths``."""
    return click.argument(
        "paths",
        metavar="[ПУТИ]...",
        nargs=-1,
        type=click.Path(path_type=Path),
        shell_complete=lambda *asked: completing("sources", *asked),
    )(command)


def kind_argument(complete: str = "kinds", *, required: bool = True) -> Callable[[_F], _F]:
    """``ВИД``, given as ``kind``; ``complete`` says what a shell offers."""
    return click.argument(
        "kind",
        metavar="ВИД" if required else "[ВИД]",
        required=required,
        shell_complete=lambda *asked: completing(complete, *asked),
    )


def completing(what: str, *asked: Any) -> list[Any]:
    """What a shell offers: found out by a module that nothing else needs."""
    from docgen.cli import completing

    offered: list[Any] = getattr(completing, what)(*asked)
    return offered


def report_options(command: _F) -> _F:
    """All three: where a report goes, what it looks like, when it fails."""
    return format_option(output_file_option(fail_level_option(command)))


def everywhere() -> list[click.Option]:
    """The options that may stand before the command's name and after it."""
    return [
        click.Option(
            ["--color"],
            type=click.Choice(("auto", "always", "never")),
            metavar="КОГДА",
            expose_value=False,
            callback=_remember,
            help=COLOR,
        ),
        _switch("-q", "--quiet", QUIET),
        _switch("-v", "--verbose", VERBOSE),
    ]


def _switch(short: str, long: str, told: str) -> click.Option:
    return click.Option(
        [short, long], is_flag=True, default=None, expose_value=False, callback=_remember, help=told
    )


def _remember(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    console = ctx.ensure_object(Console)
    if value is not None and param.name:
        setattr(console, param.name, value)


def _severity(ctx: click.Context, param: click.Parameter, value: str) -> Any:
    from docgen.diagnostics import Severity

    return Severity(value)
