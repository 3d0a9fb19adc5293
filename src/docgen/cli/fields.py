"""``docgen fields``: the names that a template may use."""

import click

from docgen.cli.console import Console
from docgen.cli.options import kind_argument, pass_console


@click.command()
@kind_argument()
@pass_console
def command(console: Console, kind: str) -> None:
    """Показать имена, которые можно писать в шаблоне Word, с пояснениями.

    ВИД – вид документа, например protocol.
    """
    from docgen.cli.kinds import kind_named
    from docgen.render.fields import fields

    rows = list(fields(kind_named(kind).view_type()))
    width, second = (
        max(len(text) for text in column) for column in ([r.name for r in rows], [r.type for r in rows])
    )
    for row in rows:
        console.out(f"{row.name:<{width}}  {row.type:<{second}}  {row.title}".rstrip())
