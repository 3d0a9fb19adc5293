"""The command line: one thin file per command.

:data:`COMMANDS` says where each command is and what it does, so that ``docgen --help`` and completion load none of
them. A command is a module here with a click command called ``command`` and a line in that table; it may
use plain click, :func:`~docgen.cli.russian.adopt` makes it speak Russian and gives it ``-q``, ``-v``, ``--color``.
It returns its exit code (or None for 0), raises :class:`~docgen.diagnostics.Failure` when the surroundings fail,
and is handed the :class:`~docgen.cli.console.Console` by :data:`~docgen.cli.options.pass_console`.
"""

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import click

from docgen import __version__
from docgen.cli.russian import Command, Group, adopt, table

if TYPE_CHECKING:  # needed only while completing
    from click.shell_completion import CompletionItem

COMMANDS: dict[str, tuple[str, str]] = {
    "build": ("docgen.cli.build:command", "Собрать документы, в которых что-то изменилось."),
    "check": ("docgen.cli.check:command", "Проверить исходные файлы и шаблоны, ничего не записывая."),
    "new": ("docgen.cli.new:command", "Создать заготовку документа с подсказками."),
    "init": ("docgen.cli.init:command", "Создать папку с примером и шаблонами."),
    "fields": ("docgen.cli.fields:command", "Показать имена, которые можно писать в шаблоне Word."),
    "schema": ("docgen.cli.schema:command", "Показать JSON Schema исходного файла для редактора."),
    "rules": ("docgen.cli.rules:command", "Перечислить правила проверки."),
    "explain": ("docgen.cli.explain:command", "Объяснить правило: что, почему, как исправить."),
    "fmt": ("docgen.cli.fmt:command", "Поправить в исходных файлах то, что можно поправить без риска."),
    "decline": ("docgen.cli.decline:command", "Просклонять имя, должность или название по падежам."),
    "proof": ("docgen.cli.proof:command", "Вычитать обычный текст по правилам языка."),
    "forms": ("docgen.cli.forms:command", "Показать падежные формы, которые ждут утверждения."),
    "deadline": ("docgen.cli.deadline:command", "Посчитать срок и объяснить, как он посчитан."),
    "clean": ("docgen.cli.clean:command", "Удалить готовые файлы, у которых больше нет источника."),
    "doctor": ("docgen.cli.doctor:command", "Проверить, всё ли на этом компьютере готово к работе."),
    "completion": ("docgen.cli.completion:command", "Показать скрипт автодополнения для bash, zsh или fish."),
}


class Lazy(Group):
    """A group that knows its commands by name and help and loads only the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands whose modules are there, in the order of the table."""
        return [name for name, (target, _) in COMMANDS.items() if find_spec(target.partition(":")[0])]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command; None if there is no such."""
        if cmd_name not in self.list_commands(ctx):
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
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Коды завершения: 0 — всё хорошо, 1 — есть замечания, 2 — неверная командная строка, "
    "3 — не хватает программы, шрифта или доступа к файлу, 4 — сбой в самом docgen, 130 — прервано.",
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Показать версию."
)
def docgen() -> None:
    """Протоколы и программы, готовые к подписи, — из YAML и шаблонов Word."""


__all__ = ["COMMANDS", "Command", "Group", "docgen"]
