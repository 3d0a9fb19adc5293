"""What lies in ``content/`` and belongs to no document; told even where nothing is to be made."""

from collections.abc import Sequence
from typing import Any

from docgen.build.workspace import Workspace
from docgen.corpus import Kind, Reference, load
from docgen.diagnostics import Problem, Severity


def misplaced(
    workspace: Workspace, kinds: Sequence[Kind[Any, Any]], references: Sequence[Reference]
) -> list[Problem]:
    """What is wrong with folders and reference data, where no document is to be made: nobody else would tell it."""
    found = load(workspace.root, kinds, references, []).problems
    return sorted(problem for problem in found if problem.severity is Severity.ERROR)
