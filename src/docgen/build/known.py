"""What ``docgen check`` found in documents that have not changed since: who asks how ready others are need not check anew."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from docgen.build.kept_checks import KeptChecks, inputs_of, may_be_kept
from docgen.build.workspace import Workspace
from docgen.corpus import Corpus, Document, Kind
from docgen.diagnostics import Problem, Source


class _Known:
    """The verdicts that are kept, read when the first of them is asked for."""

    def __init__(
        self, workspace: Workspace, kinds: Sequence[Kind[Any, Any]], today: date, corpus: Corpus
    ) -> None:
        self._workspace, self._kinds, self._today = workspace, kinds, today
        self._sources: dict[str, Source] = {one.source.path: one.source for one in corpus.documents}
        self._kept = KeptChecks(workspace, None, self._sources.get)

    @cached_property
    def _inputs(self) -> dict[Path, tuple[Kind[Any, Any], str]]:
        return inputs_of(self._workspace, self._kinds, self._today)

    def of(self, document: Document[Any]) -> list[Problem] | None:
        """What was found; nothing is known of a document with waivers: they may expire on another day."""
        if "docgen:" in document.source.text or not self._kept.has_any:
            return None
        kind, sums = self._inputs.get(self._workspace.source(document.kind, document.id), (None, ""))
        if kind is None or not may_be_kept(kind.rules):
            return None
        checked = self._kept.get(sums)
        return checked.problems if checked is not None else None


def with_known(corpus: Corpus, workspace: Workspace, kinds: Sequence[Kind[Any, Any]], today: date) -> Corpus:
    """The corpus that knows what was found in its documents."""
    known: Callable[[Document[Any]], list[Problem] | None] = _Known(workspace, kinds, today, corpus).of
    return replace(corpus, known=known)
