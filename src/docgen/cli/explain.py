"""``docgen explain``: the manual of one rule."""

import click

from docgen.cli.console import Console
from docgen.cli.options import completing, pass_console


@click.command()
@click.argument("code", metavar="КОД", shell_complete=lambda *asked: completing("codes", *asked))
@pass_console
def command(console: Console, code: str) -> None:
    """Объяснить правило: что проверяется, почему, как исправить.

    КОД – как в сообщении: P104.
    """
    from docgen.cli.kinds import rule_with

    rule = rule_with(code)
    console.out(f"{rule.code} · {rule.severity.title}")
    console.out(rule.explanation)
