"""click's command and group speaking Russian.

What click composes in English is composed anew here from the same data (parameters, types, contexts); nothing
is found by its English text. :func:`adopt` does it for a command written with plain click.
"""

import copy
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Any

import click

from docgen.cli import HELP
from docgen.cli.options import everywhere
from docgen.cli.types import limits, suggest, translated


class Command(click.Command):
    """A command with Russian help and complaints."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = self.params
        everyones = [each for each in everywhere() if not _clash(each, own)]
        self.params = [_russian(param) for param in (*own, *everyones)]
        if self.options_metavar == "[OPTIONS]":
            self.options_metavar = "[ПАРАМЕТРЫ]"

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help``, told in Russian."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = HELP
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The first line of the help."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix="Использование: ")

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The arguments, if anything is said about them."""
        arguments = [each for each in self.get_params(ctx) if isinstance(each, click.Argument)]
        rows = [(each.make_metavar(ctx), getattr(each, "help", None) or "") for each in arguments]
        if any(text for _, text in rows):
            table(formatter, "Аргументы", rows)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, with what they are when not given."""
        options = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        table(formatter, "Параметры", [_row(each, ctx) for each in options if not each.hidden])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; what is left over is named in Russian."""
        allowed, ctx.allow_extra_args = ctx.allow_extra_args, True
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # the parser does not know it, the complaint needs it
            raise
        ctx.allow_extra_args = allowed
        if rest and not allowed and not ctx.resilient_parsing:
            raise click.UsageError(f"лишнее в командной строке: {' '.join(rest)}", ctx)
        return rest


class Group(Command, click.Group):
    """A command with subcommands, in Russian."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.subcommand_metavar == "COMMAND [ARGS]...":
            self.subcommand_metavar = "КОМАНДА [АРГУМЕНТЫ]..."
        self.commands = {name: adopt(command) for name, command in self.commands.items()}
        if not self.invoke_without_command:
            self.invoke_without_command = True
            self.callback = _demanding(self.callback)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options and then the commands."""
        Command.format_options(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands in the order of :meth:`list_commands`."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, each.get_short_help_str(200)) for name, each in commands if each and not each.hidden]
        table(formatter, "Команды", rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant, or what may have been meant."""
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            names = self.list_commands(ctx)
            raise click.UsageError(f"Нет такой команды: {args[0]}{suggest(args[0], names)}", ctx)
        return super().resolve_command(ctx, args)


def adopt(command: click.Command) -> click.Command:
    """The same command speaking Russian; one with a class of its own is left as it is."""
    if type(command) is click.Command:
        return Command(**_same(command))
    if type(command) is click.Group:
        more = ("commands", "invoke_without_command", "subcommand_metavar", "chain")
        return Group(**_same(command), **{name: getattr(command, name) for name in more})
    return command


def _same(command: click.Command) -> dict[str, Any]:
    names = (
        "name context_settings callback params help epilog short_help options_metavar add_help_option "
        "no_args_is_help hidden deprecated"
    )
    return {name: getattr(command, name) for name in names.split()}


def _russian(param: click.Parameter) -> click.Parameter:
    copied = copy.copy(param)
    copied.type = translated(param.type)
    return copied


def _clash(option: click.Option, params: Iterable[click.Parameter]) -> bool:
    taken = {name for param in params for name in (param.name, *param.opts, *param.secondary_opts)}
    return bool(taken & {option.name, *option.opts})


def _demanding(callback: Callable[..., Any] | None) -> Callable[..., Any]:
    """A group's callback that does not do without a subcommand."""

    @wraps(callback or _demanding)
    def checked(*args: Any, **kwargs: Any) -> Any:
        ctx = click.get_current_context()
        if ctx.invoked_subcommand is None:
            raise click.UsageError("Не указана команда", ctx)
        return callback(*args, **kwargs) if callback else None

    return checked


def _row(option: click.Option, ctx: click.Context) -> tuple[str, str]:
    left, _ = option.get_help_record(ctx) or ("", "")
    extra = option.get_help_extra(ctx)
    notes = [
        *(f"переменная среды: {name}" for name in extra.get("envvars", ())),
        *([f"по умолчанию: {extra['default']}"] if "default" in extra else []),
        *([limits(option.type)] if limits(option.type) else []),
        *(["обязательно"] if "required" in extra else []),
    ]
    return left, f"{option.help or ''}{'  [' + '; '.join(notes) + ']' if notes else ''}".strip()


def table(formatter: click.HelpFormatter, title: str, rows: Sequence[tuple[str, str]]) -> None:
    """A titled list of names and what they mean; nothing at all if it is empty."""
    if rows:
        with formatter.section(title):
            formatter.write_dl(rows)
