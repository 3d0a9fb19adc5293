"""``docgen completion``: the script that teaches a shell to complete docgen's commands and options."""

import click

from docgen.cli.console import Console
from docgen.cli.options import pass_console

_WHERE = {
    "bash": '# ~/.bashrc:  eval "$(docgen completion bash)"',
    "zsh": '# ~/.zshrc:  eval "$(docgen completion zsh)"',
    "fish": "# один раз:  docgen completion fish > ~/.config/fish/completions/docgen.fish",
}


@click.command()
@click.argument("shell", metavar="ОБОЛОЧКА", type=click.Choice(tuple(_WHERE)))
@pass_console
def command(console: Console, shell: str) -> None:
    """Напечатать скрипт автодополнения для ОБОЛОЧКИ: bash, zsh или fish.

    Первая строка скрипта говорит, куда его поставить.
    """
    from docgen.cli.shells import script

    console.paint(f"{_WHERE[shell]}\n{script(shell)}", end="")
