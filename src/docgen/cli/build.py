"""``docgen build``: sources → finished documents."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from docgen.cli import clock
from docgen.cli.build_report import tell, tell_unchanged
from docgen.cli.console import Console
from docgen.cli.exits import Exit
from docgen.cli.options import completing, format_option, output_file_option, pass_console, sources_argument

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.build.ledger import Ledger
    from docgen.build.means import Means
    from docgen.build.outcome import Report
    from docgen.build.plan import Target
    from docgen.build.workspace import Workspace
    from docgen.publish import Office


@click.command()
@sources_argument
@click.option(
    "-t",
    "--to",
    "forms",
    metavar="ВИДЫ",
    shell_complete=lambda *asked: completing("forms", *asked),
    help="Что делать, через запятую: docx, pdf, xlsx (по умолчанию – всё, что есть у вида).",
)
@click.option(
    "-j",
    "--jobs",
    metavar="N",
    type=click.IntRange(1, 64),
    help="Сколько процессов запускать сразу (по умолчанию – по числу ядер).",
)
@click.option(
    "--pdfa", type=click.Choice(("2b", "1b")), default="2b", help="Вид PDF/A: 2b (по умолчанию) или 1b."
)
@click.option(
    "--no-pages", is_flag=True, help="Не считать номера страниц в содержании: быстрее, если PDF не нужен."
)
@click.option("--scheduler", metavar="АДРЕС", default="", help="Собирать на кластере Dask: tcp://адрес:порт.")
@click.option("--watch", is_flag=True, help="Собирать снова после каждого сохранения, до Ctrl-C.")
@click.option("--dry-run", is_flag=True, help="Только показать, что будет собрано.")
@click.option("--why", is_flag=True, help="Показать для каждого документа, почему он собран.")
@click.option("--force", is_flag=True, help="Собрать заново, даже если ничего не изменилось.")
@format_option
@output_file_option
@pass_console
def command(
    console: Console,
    paths: tuple[Path, ...],
    forms: str | None,
    jobs: int | None,
    pdfa: Literal["2b", "1b"],
    no_pages: bool,
    scheduler: str,
    watch: bool,
    dry_run: bool,
    why: bool,
    force: bool,
    format_: str,
    output_file: Path | None,
) -> int:
    """Собрать документы, в которых что-то изменилось: проверить, заполнить шаблоны Word, сделать PDF.

    ПУТИ – файлы или папки внутри content/; без них собирается всё. Готовое – в out/.
    """
    from docgen.build.ledger import Ledger
    from docgen.build.lock import alone
    from docgen.build.means import Means
    from docgen.build.tidying import tidy
    from docgen.cli.paths import chosen_sources, workspace_of

    workspace = workspace_of(paths)
    wanted = _forms(forms)
    jobs = jobs or _cores()
    office, engine = _office(console, wanted, jobs, pdfa, asked=forms is not None)
    pages = "" if no_pages else engine
    engine = engine if "pdf" in wanted else ""
    wanted = tuple(form for form in wanted if form != "pdf" or office is not None)
    wish = _Wish(workspace, chosen_sources(workspace, paths), wanted, engine, pages, force)

    def read() -> Ledger:
        return Ledger.read(workspace.out / ".ledger.json")

    if dry_run:
        return _announce(console, wish.planned(read()))

    def build() -> int:
        with alone(workspace.out, lambda: console.log("Ждём: здесь уже идёт другая сборка")):
            if names := wish.unchanged(ledger := read()):
                tidy(workspace, ledger)
                return tell_unchanged(console, names, why=why, format_=format_, output_file=output_file)
            means = Means("docgen.kinds", jobs, scheduler, office, clock.today())
            report = _made(console, workspace, ledger, wish.planned(ledger), means)
        return tell(console, report, workspace.root, why=why, format_=format_, output_file=output_file)

    if not watch:
        return build()
    from docgen.cli.watch import kept_open
    from docgen.cli.watch import watch as keep_building

    with ExitStack() as stack:
        office = kept_open(office, stack)
        keep_building(console, workspace, build)
    return Exit.CLEAN


@dataclass(frozen=True)
class _Wish:
    """What is to be built of a workspace: which sources (``None`` = all), into which forms, by which engine."""

    workspace: "Workspace"
    only: "list[Path] | None"
    forms: tuple[str, ...]
    engine: str
    pages: str
    force: bool

    def unchanged(self, ledger: "Ledger") -> list[str]:
        """The names of all documents, if all are asked for and none is stale; else nothing."""
        from docgen.build.unchanged import all_unchanged

        if self.force or self.only is not None:
            return []
        return all_unchanged(self.workspace, ledger, self.forms, self.engine, self.pages, clock.today())

    def planned(self, ledger: "Ledger") -> "list[Target]":
        """Every target, with the reason why it is stale."""
        from docgen.build.plan import plan
        from docgen.kinds import KINDS, REFERENCES

        return plan(
            self.workspace,
            KINDS,
            REFERENCES,
            ledger,
            self.forms,
            only=self.only,
            office=self.engine,
            pages=self.pages,
            force=self.force,
            today=clock.today(),
        )


def _cores() -> int:
    from docgen.build.workers import cores

    return cores()


def _made(
    console: Console,
    workspace: "Workspace",
    ledger: "Ledger",
    targets: "list[Target]",
    means: "Means",
) -> "Report":
    """What became of the targets. Where nothing is stale, what renders and converts is not even loaded."""
    from docgen.build.outcome import Outcome, Report
    from docgen.build.tidying import tidy

    tidy(workspace, ledger)
    if not any(target.reason for target in targets):
        from docgen.build.strays import misplaced
        from docgen.kinds import KINDS, REFERENCES

        problems = misplaced(workspace, KINDS, REFERENCES)
        return Report([Outcome(target, "fresh", "") for target in targets], problems)

    if any(target.reason and target.uncounted for target in targets):
        console.log("Номера страниц в содержании не проставлены; в Word их покажут клавиши Ctrl+A и F9")
    from docgen.build.run import Builder
    from docgen.cli.progress import Progress

    progress = Progress(console, sum(1 + ("pdf" in target.outputs) for target in targets if target.reason))
    try:
        return Builder(workspace, ledger, means, progress).build(targets)
    finally:
        progress.close()


def _forms(text: str | None) -> tuple[str, ...]:
    from docgen.build.plan import FORMS

    if text is None:
        return FORMS
    forms = tuple(part.strip() for part in text.lower().split(",") if part.strip())
    unknown = [form for form in forms if form not in FORMS]
    if unknown or not forms:
        raise click.BadParameter(
            f"«{', '.join(unknown) or text}»: можно docx, pdf, xlsx через запятую", param_hint="-t"
        )
    return tuple(form for form in FORMS if form in forms)


def _office(
    console: Console, forms: tuple[str, ...], jobs: int, pdfa: Literal["2b", "1b"], *, asked: bool
) -> tuple["Callable[[], Office] | None", str]:
    """What makes PDFs and counts pages, and what it is called in fingerprints; nothing where LibreOffice is missing."""
    from docgen.diagnostics import Failure
    from docgen.publish import Export, find_office

    try:
        installation = find_office()
    except Failure as failure:
        if "pdf" in forms:
            if asked:
                raise
            console.complain(f"PDF не будет: {failure.message}\n  подсказка: {failure.hint}")
        return None, ""
    export = Export(pdfa)

    def office() -> "Office":
        from docgen.publish import Office

        return Office(jobs, export=export, installation=installation)

    return office, f"{installation.edition} {export.pdfa}"


def _announce(console: Console, targets: "list[Target]") -> int:
    stale = [target for target in targets if target.reason]
    for target in stale:
        console.out(f"{target.name}: {target.reason}")
    console.log(f"К сборке: {len(stale)} из {len(targets)}")
    return Exit.CLEAN
