"""``docgen schema``: the JSON Schema of a kind's sources."""

import click

from docgen.cli.console import Console
from docgen.cli.options import kind_argument, pass_console


@click.command()
@kind_argument("schemas")
@pass_console
def command(console: Console, kind: str) -> None:
    """Показать JSON Schema исходного файла: для подсказок в редакторе и проверки в других программах.

    ВИД – вид документа (protocol) или справочника (people, organisations, groups, documents, forms, regions,
    industries, clusters, passport, layouts); report – отчёт docgen check --format
    json; status – отчёт docgen status --format json.
    """
    from docgen.cli.kinds import schema_of
    from docgen.diagnostics.json_text import json_text

    console.out(json_text(schema_of(kind), indent=2))
