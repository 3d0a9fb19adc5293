"""``docgen init``: a new workspace."""

from pathlib import Path

import click

from docgen.cli.console import Console
from docgen.cli.options import pass_console


@click.command()
@click.argument("folder", metavar="[ПАПКА]", default=".", type=click.Path(file_okay=False, path_type=Path))
@pass_console
def command(console: Console, folder: Path) -> None:
    """Создать рабочую папку: пример протокола, справочники, шаблоны Word.

    Уже существующие файлы не изменяются.
    """
    from docgen.build import atomic
    from docgen.build.starter import starter_files
    from docgen.cli.kinds import write_schemas

    made = 0
    for name, data in starter_files():
        path = folder / name
        if not path.exists():
            atomic.write_where_told(path, data)
            console.out(path.as_posix())
            made += 1
    write_schemas(folder)
    if made:
        there = "" if folder == Path() else f'cd "{folder}", затем '
        console.log(f"Готово. Дальше: {there}docgen build и docgen new protocol ИМЯ")
    else:
        console.log("Всё уже есть, ничего не изменено")
