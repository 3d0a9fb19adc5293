"""``docgen fmt``: mends what is safe in the YAML sources."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from docgen.cli.console import Console
from docgen.cli.exits import Exit
from docgen.cli.options import pass_console, sources_argument

if TYPE_CHECKING:
    from docgen.build.workspace import Workspace
    from docgen.diagnostics import Problem, Source


@click.command()
@sources_argument
@click.option(
    "--check", "only_check", is_flag=True, help="Ничего не менять, только сказать, что изменилось бы."
)
@pass_console
def command(console: Console, paths: tuple[Path, ...], only_check: bool) -> int:
    """Поправить в исходных файлах то, что можно поправить без риска: пробелы, кавычки, тире, знак №.

    Меняются только тексты; комментарии, отступы и порядок строк остаются как есть.
    """
    from docgen.cli.paths import chosen_sources, workspace_of

    workspace = workspace_of(paths)
    chosen = chosen_sources(workspace, paths)
    changed = failed = 0
    for path in chosen if chosen is not None else _sources(workspace):
        outcome = _format(console, workspace, path, only_check=only_check)
        changed += outcome == "changed"
        failed += outcome == "failed"
    console.log(f"{'Изменилось бы' if only_check else 'Изменено'} файлов: {changed}")
    return Exit.PROBLEMS if failed or (only_check and changed) else Exit.CLEAN


def _sources(workspace: "Workspace") -> list[Path]:
    """Everything that may be mended; what a link leads to lies elsewhere and is not ours."""
    from docgen.build.workspace import CONTENT, files_under

    found = files_under(workspace.root / CONTENT, ".yaml")
    return [path for path in found if not path.is_symlink()]


def _format(console: Console, workspace: "Workspace", path: Path, *, only_check: bool) -> str:
    """``same``, ``changed`` or ``failed``."""
    from docgen.build import atomic
    from docgen.corpus.load import record_type_of, shown
    from docgen.diagnostics import Source
    from docgen.kinds import KINDS, REFERENCES
    from docgen.kinds.every.prose import prose_in
    from docgen.sources import read_source
    from docgen.sources.edit import Change, edit

    record_type = record_type_of(workspace.root, path, KINDS, REFERENCES)
    if record_type is None:
        return "same"
    source, problems = read_source(path, shown(workspace.root, path))
    if not problems:
        record, problems = _read(source, record_type)
    if problems:
        console.report(problems)
        return "failed"
    texts = list(prose_in(record))
    changes = [Change(scalar, mended) for scalar in texts if (mended := _mended(scalar)) != scalar]
    text = edit(source, changes)
    if text == source.text:
        return "same"
    made = prose_in(_read(Source(source.path, text), record_type)[0])
    for before, after in zip(texts, made, strict=True):
        if before != after:
            console.out(f"{before.span}: {before} → {after}")
    if not only_check:
        atomic.write_where_told(path, _as_before(path.read_bytes(), text))
    return "changed"


def _read(source: "Source", record_type: Any) -> "tuple[Any, list[Problem]]":
    from docgen.sources import parse, structure
    from docgen.sources.tables import detach

    tree, found = parse(source)
    if tree is None:
        return None, found
    detach(tree, record_type)  # tables are their authors' own
    record, wrong = structure(tree, record_type)
    return record, [] if record is not None and not found else [*found, *wrong]


def _mended(text: str) -> str:
    from docgen.language.proofreading.reading import mend
    from docgen.language.typography import fix

    return fix(mend(str(text)))


def _as_before(old: bytes, text: str) -> bytes:
    """The text with the line ends and the byte order mark that the file had."""
    mark = b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b""
    ends = [b"\r\n" if line.endswith(b"\r") else b"\n" for line in old.split(b"\n")[:-1]]
    lines = text.encode().split(b"\n")
    if len(ends) != len(lines) - 1:
        ends = [b"\r\n" if b"\r\n" in old else b"\n"] * (len(lines) - 1)
    return mark + b"".join(line + end for line, end in zip(lines, [*ends, b""], strict=True))
