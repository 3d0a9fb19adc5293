"""``docgen schema``: the JSON Schema of a kind's sources."""

import click

from docgen.cli.console import Console
from docgen.cli.options import kind_argument, pass_console


@click.command()
@kind_argument("schemas", required=False)
@pass_console
def command(console: Console, kind: str | None) -> None:
    """Показать JSON Schema исходного файла: для подсказок в редакторе и проверки в других программах.

    ВИД – вид документа (protocol), справочника (people) или отчёта в JSON (report, status); без него
    перечисляется всё, у чего есть схема.
    """
    from docgen.cli.kinds import schema_of, schema_titles
    from docgen.diagnostics.json_text import json_text

    if kind is not None:
        console.out(json_text(schema_of(kind), indent=2))
        return
    titles = schema_titles()
    width = max(map(len, titles))
    for name, title in titles.items():
        console.out(f"{name:<{width}}  {title}")
