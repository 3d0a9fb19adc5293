"""``docgen new``: a commented draft to start from."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.console import Console
from docgen.cli.options import completing, kind_argument, pass_console

if TYPE_CHECKING:
    from docgen.build.workspace import Workspace
    from docgen.corpus import Kind, Scaffold


@click.command()
@kind_argument()
@click.argument("document", metavar="ИМЯ")
@click.option("--cluster", metavar="КЛЮЧ", help="Карточка отрасли из clusters.yaml: для программы развития.")
@click.option("--region", metavar="СУБЪЕКТ", help="Название или код субъекта РФ: для программы развития.")
@click.option(
    "--layout",
    metavar="МАКЕТ",
    shell_complete=lambda *asked: completing("layouts", *asked),
    help="Имя макета из content/reference/layouts; по умолчанию – макет самого позднего периода.",
)
@pass_console
def command(
    console: Console, kind: str, document: str, cluster: str | None, region: str | None, layout: str | None
) -> None:
    """Создать заготовку документа с подсказками: content/ВИД/ИМЯ.yaml.

    ИМЯ – строчные латинские буквы, цифры и дефисы, удобно с даты: 2026-03-14-kadry.
    """
    import re

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
    asked = {"cluster": cluster, "region": region, "layout": layout}
    scaffold = _scaffold(chosen, workspace, document, {key: text for key, text in asked.items() if text})
    write_schemas(workspace.root)
    for made in _put(path, scaffold):
        console.out(made.relative_to(workspace.root).as_posix())
    _tell_gaps(console, workspace, path)


def _scaffold(
    chosen: "Kind[Any, Any]", workspace: "Workspace", document: str, asked: dict[str, str]
) -> "Scaffold":
    """What the kind starts a document with; wrong usage if it cannot be started so."""
    from docgen.corpus import CannotStart, Start, load
    from docgen.kinds import KINDS, REFERENCES

    if chosen.scaffold is None:
        raise click.UsageError(f"для вида «{chosen.name}» заготовки нет")
    foreign = next((option for option in asked if option not in chosen.asks), None)
    if foreign is not None:
        raise click.UsageError(f"документам вида «{chosen.name}» параметр --{foreign} не нужен")
    corpus = load(workspace.root, KINDS, REFERENCES, only=()).corpus
    try:
        return chosen.scaffold(Start(document, f"../.schema/{chosen.name}.json", corpus, asked))
    except CannotStart as error:
        raise click.BadParameter(str(error), param_hint=f"--{error.option}") from error


def _put(path: Path, scaffold: "Scaffold") -> list[Path]:
    """Write the source and what lies beside it; a file that is there already is left as it is.

    The source comes last: a document that is there is there with everything.
    """
    from docgen.build import atomic

    files = {path: scaffold.text.encode()} | {
        path.with_suffix("") / name: data for name, data in scaffold.beside.items()
    }
    made = [file for file in files if not file.exists()]
    for file in reversed(made):
        atomic.write_where_told(file, files[file])
    return made


def _tell_gaps(console: Console, workspace: "Workspace", path: Path) -> None:
    """How much there is to write, and what to do next."""
    from collections import Counter

    from docgen.build.checking import check_workspace
    from docgen.diagnostics import Severity
    from docgen.kinds import KINDS, REFERENCES

    shown = path.relative_to(workspace.root).as_posix()
    problems = check_workspace(workspace, KINDS, REFERENCES, [path], None).problems
    gaps = Counter(
        p.rule.title for p in problems if p.severity is Severity.GAP and p.span.source.path == shown
    )
    if gaps:
        console.log(f"Ещё не написано ({gaps.total()}):")
        for title, count in gaps.most_common():
            console.log(f"  {title}{f' – {count}' if count > 1 else ''}")
    console.log(f"Заполните поля, затем: docgen check {shown} и docgen build")
