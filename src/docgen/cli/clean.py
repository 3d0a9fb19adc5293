"""``docgen clean``: removes what is made from nothing."""

from contextlib import nullcontext
from pathlib import Path

import click

from docgen.cli.console import Console
from docgen.cli.options import pass_console


@click.command()
@click.option("--dry-run", is_flag=True, help="Только показать, что будет удалено.")
@pass_console
def command(console: Console, dry_run: bool) -> None:
    """Удалить из out/ готовые файлы, у которых больше нет исходника.

    Подписанные файлы, файлы, изменённые вручную, и всё, что docgen не делал, не удаляются никогда.
    """
    from docgen.build.cleaning import clean, orphans
    from docgen.build.ledger import Ledger
    from docgen.build.lock import alone
    from docgen.build.tidying import tidy
    from docgen.build.workspace import Workspace
    from docgen.kinds import KINDS

    workspace = Workspace.around(Path.cwd())
    with alone(workspace.out) if not dry_run else nullcontext():
        ledger = Ledger.read(workspace.out / ".ledger.json")
        gone = orphans(workspace, KINDS, ledger)
        for path in gone:
            console.out(path.relative_to(workspace.root).as_posix())
        if not dry_run:
            tidy(workspace, ledger)
            clean(workspace, ledger, gone)
    console.log(f"{'Лишних файлов' if dry_run else 'Удалено файлов'}: {len(gone)}")
