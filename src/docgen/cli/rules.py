"""``docgen rules``: all rules."""

import click

from docgen.cli.console import Console
from docgen.cli.options import pass_console


@click.command()
@click.option("--json", "as_json", is_flag=True, help="По одному объекту JSON в строке.")
@pass_console
def command(console: Console, as_json: bool) -> None:
    """Перечислить правила проверки: код, тяжесть, что должно выполняться."""
    from docgen.cli.kinds import all_rules
    from docgen.diagnostics.json_text import json_text

    for rule in all_rules().values():
        if as_json:
            told = {"code": rule.code, "severity": rule.severity.value, "title": rule.title}
            console.out(json_text(told))
        else:
            console.out(f"{rule.code}  {rule.severity.title:<15} {rule.title}")
