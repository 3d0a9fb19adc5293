"""Commands that end in every way a command can end."""

import time

import click

from docgen.cli.console import Console
from docgen.cli.options import pass_console, report_options
from docgen.diagnostics import Failure, Severity


@click.command()
@click.argument("way")
@pass_console
def ends(console: Console, way: str) -> int | None:
    """Завершиться так, как сказано."""
    match way:
        case "clean":
            console.out("готово")
        case "problems":
            return 1
        case "exit":
            click.get_current_context().exit(1)
        case "failure":
            raise Failure("не найден LibreOffice", "установите его")
        case "bug":
            raise KeyError("протокол")
        case "interrupt":
            raise KeyboardInterrupt
        case "locked":
            raise PermissionError(13, "Permission denied", "out/protocol/x.docx")
        case "pipe":
            raise BrokenPipeError
        case "sleep":
            console.out("засыпаю")
            time.sleep(30)
    return None


@click.command()
@click.argument("paths", nargs=-1, metavar="[ПУТИ]...", type=click.Path(exists=True, dir_okay=False))
@click.option("-j", "--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Сколько сразу.")
@click.option("--as", "kind", required=True, type=click.Choice(["person", "post"]), help="Что это.")
@click.option("--from", "day", type=click.DateTime(["%Y-%m-%d"]), help="С какого дня.")
@click.option("--force", is_flag=True, help="Даже если ничего не изменилось.")
@report_options
@pass_console
def takes(console: Console, /, format_: str, fail_level: Severity, **_: object) -> None:
    """Принять всё, что бывает у команд."""
    console.log("идёт работа")
    console.detail("очень подробно")
    console.out(f"{format_} {fail_level}")
