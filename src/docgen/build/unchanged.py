"""Whether there is nothing to do at all: told from the ledger and hashes alone, without loading any kind.

The usual run changes nothing, and records, rules and views take longer to load than a thousand hashes to compare. What
is not as the ledger says, or not known to it, is left to ``plan``, which knows what every kind reads.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from docgen.build.inputs import content_sum
from docgen.build.ledger import Entry, Ledger
from docgen.build.plan import FORMS, TABLES
from docgen.build.workspace import CONTENT, REFERENCE, Workspace
from docgen.diagnostics.edition import own_code


def all_unchanged(
    workspace: Workspace,
    ledger: Ledger,
    forms: Sequence[str],
    office: str,
    pages: str = "",
    today: date = date.min,
) -> list[str]:
    """The names of all documents («protocol/x»), if each is just as it was made; none if anything may be to do."""
    told = _Told(workspace, office, pages, today)
    names = []
    for folder in sorted((workspace.root / CONTENT).iterdir()):
        if folder.name == REFERENCE or folder.name.startswith(".") or not folder.is_dir():
            continue
        sources = workspace.sources(folder.name)
        if not sources and any(folder.iterdir()):  # a name that is no kind's, files that are no sources
            return []
        for source in sources:
            if not told.made(folder.name, source, ledger, forms):
                return []
            names.append(f"{folder.name}/{source.stem}")
    return names


class _Told:
    """What the ledger says of an output, held against the files; files that many read are hashed once."""

    def __init__(self, workspace: Workspace, office: str, pages: str, today: date) -> None:
        self.workspace, self.office, self.pages, self.today = workspace, office, pages, today
        # Reference data that a kind would read are inputs even while they are not there: what appears is a change.
        self.shared = cache(lambda path: content_sum(path, today))

    def made(self, kind: str, source: Path, ledger: Ledger, forms: Sequence[str]) -> bool:
        """Whether all that is asked for is there and fresh; only some kinds make tables, their entries say so."""
        outputs = {form: self.workspace.output(kind, source.stem, form) for form in FORMS}
        names = {form: output.relative_to(self.workspace.root).as_posix() for form, output in outputs.items()}
        entries = {form: ledger.entries[name] for form, name in names.items() if name in ledger.entries}
        tables = {name for entry in entries.values() for name in entry.inputs.get(TABLES, "").split(",")}
        wanted = [form for form in forms if form in ("docx", "pdf") or form in tables]
        return bool(entries) and all(
            form in entries and self.confirm(entries[form], kind, source, outputs[form]) for form in wanted
        )

    def confirm(self, entry: Entry, kind: str, source: Path, output: Path) -> bool:
        """Whether the output was made from what is there now, and nobody has touched it since."""
        inputs = dict(entry.inputs)
        own = {"docgen": own_code(), "template": self.shared(self.workspace.template(kind))}
        if output.suffix == ".pdf":
            own["office"] = self.office
        if any(inputs.pop(name, None) != value for name, value in own.items()):
            return False
        inputs.pop(TABLES, None)
        if inputs.pop("pages", self.pages) != self.pages:
            return False
        if inputs.pop("source", None) != content_sum(source, self.today):
            return False
        beside = {
            path.relative_to(self.workspace.root).as_posix() for path in self.workspace.attached(source)
        }
        if not beside <= inputs.keys():
            return False
        others = all(self.shared(self.workspace.root / name) == value for name, value in inputs.items())
        return others and content_sum(output, self.today) == entry.sum
