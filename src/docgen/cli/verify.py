"""``docgen verify``: finished and foreign files, DOCX and PDF, against the rules of a kind."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.choosing import Choice, choice_options
from docgen.cli.console import Console, exit_code
from docgen.cli.options import completing, pass_console, report_options
from docgen.cli.types import suggest

if TYPE_CHECKING:
    from docgen.diagnostics import Problem, Severity
    from docgen.papers.outline import Outline

_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm", ".pdf")


@click.command()
@click.argument(
    "paths", metavar="ФАЙЛЫ...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path)
)
@click.option(
    "--as",
    "kind",
    metavar="ВИД",
    required=True,
    shell_complete=lambda *asked: completing("verifiable", *asked),
    help="Чем должен быть документ: protocol, programme.",
)
@click.option(
    "--layout",
    metavar="МАКЕТ",
    shell_complete=lambda *asked: completing("layouts", *asked),
    help="Макет программы; без ключа – единственный или последний по имени.",
)
@click.option(
    "--stage",
    type=click.Choice(("to_sign", "final")),
    default="final",
    show_default=True,
    help="to_sign – на подпись (метки штампов нужны), final – готовый (меток быть не должно).",
)
@click.option("-j", "--jobs", type=click.IntRange(1, 64), help="Сколько процессов читают файлы.")
@choice_options
@report_options
@pass_console
def command(
    console: Console,
    paths: tuple[Path, ...],
    kind: str,
    layout: str | None,
    stage: str,
    jobs: int | None,
    choice: Choice,
    format_: str,
    output_file: Path | None,
    fail_level: "Severity",
) -> int:
    """Проверить готовые или чужие документы, DOCX и PDF.

    ФАЙЛЫ – файлы или папки (в папках берутся .docx, .docm, .dotx, .dotm и .pdf). Каждый файл читается в отдельном процессе с
    пределами времени и памяти: испорченный или опасный файл получает отказ с причиной, остальные проверяются дальше.
    """
    outline = _outline(kind, layout, paths)
    files = _files(paths)
    by_file = {}
    for file, problems in zip(files, _verified(files, kind, stage, outline, jobs), strict=True):
        console.detail(f"проверен {file}")
        by_file[str(file)] = choice.chosen(problems)
    compared = choice.compared([problem for problems in by_file.values() for problem in problems], Path())
    console.report(compared.new, format_, output_file)
    for path, code, message in compared.gone:
        if path.partition("#")[0] in by_file:
            console.detail(f"{path}: {code} больше нет: {message}")
    if format_ == "text" and output_file is None and len(by_file) > 1 and not console.quiet:
        from docgen.cli.verdicts import table

        told = set(map(id, compared.new))
        console.out(
            "\n" + table({Path(file): [p for p in found if id(p) in told] for file, found in by_file.items()})
        )
    return exit_code(compared.new, fail_level)


def _files(paths: tuple[Path, ...]) -> list[Path]:
    """The named files and what lies in the named folders, each once, in a fixed order."""
    found: dict[Path, None] = {}
    for path in paths:
        within = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in within:
            temporary = file.name.startswith(("~$", "."))
            if file == path or (file.suffix.lower() in _SUFFIXES and not temporary and not file.is_dir()):
                found.setdefault(file)
    if not found:
        raise click.BadParameter(f"в папке нет файлов DOCX и PDF: {', '.join(map(str, paths))}")
    return list(found)


def _verified(
    files: list[Path], kind: str, stage: str, outline: "Outline", jobs: int | None
) -> "list[list[Problem]]":
    """The problems of each file, in the order of the files."""
    from docgen.kinds.verifying import TASK, problems_from, request
    from docgen.papers import Children

    asked = [(file, request(str(file), kind, stage, outline)) for file in files]
    with Children(TASK, min(jobs or os.cpu_count() or 1, len(files))) as children:
        answers: list[Any] = list(children.run(asked))
    return [problems_from(kind, str(file), answer) for file, answer in zip(files, answers, strict=True)]


def _outline(kind: str, layout: str | None, paths: tuple[Path, ...]) -> "Outline":
    """What a programme must hold, by its layout; nothing for kinds that have none."""
    from docgen.kinds.verifying import outline_maker, verifiable
    from docgen.papers.outline import Outline

    if kind not in verifiable():
        known = f"({', '.join(verifiable())}){suggest(kind, list(verifiable()))}"
        raise click.BadParameter(f"«{kind}» – не то, что можно проверить {known}", param_hint="--as")
    make = outline_maker(kind)
    if make is None:
        if layout is not None:
            raise click.BadParameter(f"у документов вида {kind} нет макетов", param_hint="--layout")
        return Outline()
    from docgen.cli.layouts import layout_named

    return make(layout_named(layout))
