"""``docgen new``: a commented draft to start from."""

from pathlib import Path

import click

from docgen.cli.console import Console
from docgen.cli.options import pass_console


@click.command()
@click.argument("kind", metavar="ВИД")
@click.argument("document", metavar="ИМЯ")
@pass_console
def command(console: Console, kind: str, document: str) -> None:
    """Создать заготовку документа с подсказками: content/ВИД/ИМЯ.yaml.

    ИМЯ – строчные латинские буквы, цифры и дефисы, удобно с даты: 2026-03-14-kadry.
    """
    import re

    from docgen.build import atomic
    from docgen.build.workspace import CONTENT, Workspace
    from docgen.cli.kinds import kind_named, write_schemas

    chosen = kind_named(kind)
    document = document.removesuffix(".yaml")
    if not re.fullmatch(r"[a-z0-9][a-z0-9._-]{0,99}", document):
        raise click.BadParameter(
            f"имя «{document}» не годится: строчные латинские буквы, цифры, точка, дефис"
        )
    workspace = Workspace.around(Path.cwd())
    path = workspace.root / CONTENT / chosen.name / f"{document}.yaml"
    if path.exists():
        raise click.UsageError(f"документ уже есть: {path.relative_to(workspace.root)}")
    write_schemas(workspace.root)
    atomic.write(path, chosen.scaffold.format(schema=f"../.schema/{chosen.name}.json").encode())
    console.out(path.relative_to(workspace.root).as_posix())
    console.log("Заполните поля, затем: docgen check и docgen build")
