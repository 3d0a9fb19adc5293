"""``docgen`` itself: the group of all commands, which loads only the one that is called."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from docgen import __version__
from docgen.cli import CODES, COMMANDS, TITLE, VERSION
from docgen.cli.russian import Group, adopt, table

if TYPE_CHECKING:  # needed only while completing
    from click.shell_completion import CompletionItem


class Lazy(Group):
    """A group that knows its commands by name and help and loads only the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command; None if there is no such."""
        if cmd_name not in COMMANDS:
            return None
        target, short = COMMANDS[cmd_name]
        module, _, attribute = target.partition(":")
        command = adopt(getattr(import_module(module), attribute))
        command.short_help = short
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table, without loading anything."""
        table(formatter, "Команды", [(name, COMMANDS[name][1]) for name in self.list_commands(ctx)])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Names of commands and options, again without loading anything."""
        from click.shell_completion import CompletionItem

        names = [name for name in self.list_commands(ctx) if name.startswith(incomplete)]
        commands = [CompletionItem(name, help=COMMANDS[name][1]) for name in names]
        return commands + click.Command.shell_complete(self, ctx, incomplete)


def _version(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(f"docgen {__version__}")
        ctx.exit()


@click.command(
    cls=Lazy,
    help=TITLE,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=CODES,
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help=VERSION)
def docgen() -> None:
    """What docgen is for."""
