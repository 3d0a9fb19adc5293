"""Everything that can be wrong with a workspace, in one list; nothing is written."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from docgen.build.batch import proved_template
from docgen.build.kept_checks import KeptChecks, inputs_of, inputs_of_references, may_be_kept
from docgen.build.looking import Registry, Seen, Slice, look
from docgen.build.workers import workers
from docgen.build.workspace import Workspace
from docgen.corpus import (
    UNLIMITED,
    Checked,
    Corpus,
    Kind,
    Reference,
    Stage,
    check_references,
    load,
    rules_by_code,
    waived_for,
)
from docgen.diagnostics import Problem, Source
from docgen.sources import read_source

_AT_ONCE, _TURNS = 32, 4
"""The most documents of a slice, and how many slices a worker gets where there are fewer: all end at about the same moment."""


def check_workspace(
    workspace: Workspace,
    kinds: Sequence[Kind[Any, Any]],
    references: Sequence[Reference],
    only: Iterable[Path] | None = None,
    stage: Stage | None = None,
    today: date = UNLIMITED,
    *,
    registry: str = "",
    jobs: int = 1,
) -> Checked:
    """Problems of sources, reference data and templates, sorted; ``only`` limits the documents, not the references.

    A waiver that has expired before ``today`` does not act. Several processes share the work if the kinds are those of
    the module ``registry``.
    """
    chosen = None if only is None else {path.resolve() for path in only}
    # Where reference data could not be read, every key would seem unknown: those problems are told first, alone.
    loaded = load(workspace.root, kinds, references, [])
    if loaded.broken_references:
        loaded = load(workspace.root, kinds, references, chosen)
        checked = Checked()
    else:
        looked = _Looking(workspace, Registry(kinds, references, registry), stage, today)
        checked = looked.at(chosen, jobs)
        checked.problems += looked.references(loaded.corpus)
        looked.keep(whole=chosen is None)
        rules = rules_by_code(*(kind.rules for kind in kinds), *(one.rules for one in references))
        for document in loaded.corpus.documents:
            checked = waived_for(document, checked, rules, today, stage)
    found, waived = checked.problems, checked.waived
    if chosen is None:
        found += [problem for kind in kinds for problem in proved_template(workspace, kind)[1]]
    else:
        found, waived = _within(workspace, chosen, found), _within(workspace, chosen, waived)
    return Checked(sorted({*loaded.problems, *found}), sorted(set(waived)))


class _Looking:
    """Looks at documents, but not at those that were looked at before and have not changed since."""

    def __init__(self, workspace: Workspace, registry: Registry, stage: Stage | None, today: date) -> None:
        self._workspace, self._registry, self._stage, self._today = workspace, registry, stage, today
        self._kept = KeptChecks(workspace, stage, cache(self._source))

    def at(self, chosen: set[Path] | None, jobs: int) -> Checked:
        """What is wrong with the chosen documents, or with all."""
        inputs = {
            source: (kind, sums)
            for source, (kind, sums) in inputs_of(self._workspace, self._registry.kinds, self._today).items()
            if chosen is None or source.resolve() in chosen
        }
        checked, fresh = Checked(), []
        for source, (kind, sums) in inputs.items():
            known = self._kept.get(sums) if may_be_kept(kind.rules) else None
            if known is None:
                fresh.append(source)
            else:
                _add(checked, known)
        for seen in self._seen(fresh, jobs):
            _add(checked, seen.checked)
            kind, sums = inputs[seen.source]
            if seen.lasting and may_be_kept(kind.rules):
                self._kept.put(sums, seen.checked)
        return checked

    def references(self, corpus: Corpus) -> list[Problem]:
        """What is wrong with the reference data, waivers aside."""
        references = self._registry.references
        rules = [rule for one in references for rule in one.rules]
        sums = inputs_of_references(self._workspace, self._today)
        known = self._kept.get(sums) if may_be_kept(rules) else None
        if known is None:
            known = Checked(check_references(corpus, references))
            if may_be_kept(rules):
                self._kept.put(sums, known)
        return known.problems

    def keep(self, *, whole: bool) -> None:
        """Remember what was found for the next time."""
        self._kept.save(whole=whole)

    def _seen(self, sources: Sequence[Path], jobs: int) -> Iterator[Seen]:
        with workers(jobs if self._registry.module else 1, len(sources)) as (pool, size):
            step = max(1, min(_AT_ONCE, -(-len(sources) // (size * _TURNS))))
            parts = [sources[start : start + step] for start in range(0, len(sources), step)]
            work = [
                pool.submit(
                    look,
                    Slice(self._workspace.root, self._registry, tuple(part), self._stage, self._today),
                )
                for part in parts
            ]
            for future in work:
                yield from future.result()

    def _source(self, shown: str) -> Source | None:
        path = self._workspace.root / shown
        try:
            return read_source(path, shown)[0]
        except OSError:
            return None


def _add(checked: Checked, more: Checked) -> None:
    checked.problems += more.problems
    checked.waived += more.waived


def _within(workspace: Workspace, paths: set[Path], problems: list[Problem]) -> list[Problem]:
    return [p for p in problems if _lies_in((workspace.root / p.span.source.path).resolve(), paths)]


def _lies_in(place: Path, sources: set[Path]) -> bool:
    """Whether it is one of the sources, or a table in the folder of one's name."""
    return place in sources or any(
        folder.with_name(f"{folder.name}.yaml") in sources for folder in place.parents[:-1]
    )
