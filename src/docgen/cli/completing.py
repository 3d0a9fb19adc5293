"""What a shell offers for kinds, documents, layouts and codes of rules; loaded only while something is completed."""

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from docgen.diagnostics import Failure


def codes(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Codes of rules with their titles."""
    from docgen.cli.kinds import all_rules
    from docgen.diagnostics.codes import typed

    start = typed(incomplete)
    return [CompletionItem(r.code, help=r.title) for r in all_rules().values() if r.code.startswith(start)]


def code_list(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Codes separated by commas: the last one is completed."""
    before, comma, last = incomplete.rpartition(",")
    return [CompletionItem(f"{before}{comma}{one.value}", help=one.help) for one in codes(ctx, param, last)]


def forms(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """What a build may make, separated by commas: what is not named yet is offered."""
    from docgen.build.plan import FORMS

    before, comma, last = incomplete.rpartition(",")
    left = [form for form in FORMS if form.startswith(last) and form not in before.split(",")]
    return [CompletionItem(f"{before}{comma}{form}") for form in left]


def kinds(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Kinds of documents with their titles."""
    from docgen.kinds import KINDS

    return [CompletionItem(one.name, help=one.title) for one in KINDS if one.name.startswith(incomplete)]


def verifiable(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Kinds that a finished document can be held against."""
    from docgen.kinds.verifying import verifiable as names

    return [CompletionItem(name) for name in names() if name.startswith(incomplete)]


def layouts(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Layouts of the workspace."""
    from docgen.build.workspace import CONTENT, REFERENCE, Workspace

    try:
        folder = Workspace.around(Path.cwd()).root / CONTENT / REFERENCE / "layouts"
    except Failure:
        return []
    names = sorted(path.stem for path in folder.glob("*.yaml"))
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def schemas(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Everything that has a schema: kinds, reference data, reports."""
    from docgen.cli.kinds import schema_titles

    named = schema_titles()
    return [CompletionItem(name, help=title) for name, title in named.items() if name.startswith(incomplete)]


def sources(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Sources of the workspace by their ids («2026-03-13-kadry»), else files and folders as the shell knows them."""
    from docgen.build.workspace import CONTENT, Workspace

    if "/" not in incomplete and "\\" not in incomplete:
        try:
            root = Workspace.around(Path.cwd()).root
        except Failure:
            return [CompletionItem(incomplete, type="file")]
        found = [
            path for path in sorted((root / CONTENT).rglob("*.yaml")) if path.stem.startswith(incomplete)
        ]
        if found and incomplete:
            here = Path.cwd()
            return [CompletionItem(_shown(path, here)) for path in found]
    return [CompletionItem(incomplete, type="file")]


def _shown(path: Path, here: Path) -> str:
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
