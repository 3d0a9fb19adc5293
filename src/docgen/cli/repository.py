"""Files as a build server names them: from the root of the repository, wherever in it docgen was run."""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from docgen.diagnostics import Problem, Related, Source, Span

SERVERS = ("sarif", "github", "gitlab")
"""The formats in which a server looks for the file."""


def named_from_root(problems: Iterable[Problem], folder: Path) -> list[Problem]:
    """The problems with their files named so; ``folder`` is what they are named from now."""
    here = folder.resolve()
    root = next((each for each in (here, *here.parents) if (each / ".git").exists()), here)
    return _Naming(here, root).of(problems)


class _Naming:
    """Each source is named anew once, however many problems it has."""

    def __init__(self, here: Path, root: Path) -> None:
        self._here, self._root = here, root
        self._sources: dict[int, Source] = {}

    def of(self, problems: Iterable[Problem]) -> list[Problem]:
        return [
            replace(
                each,
                span=self._span(each.span),
                related=tuple(Related(self._span(one.span), one.note) for one in each.related),
                waiver=each.waiver and replace(each.waiver, span=self._span(each.waiver.span)),
            )
            for each in problems
        ]

    def _span(self, span: Span) -> Span:
        source = span.source
        if id(source) not in self._sources:
            self._sources[id(source)] = replace(source, path=self._path(source.path))
        return replace(span, source=self._sources[id(source)])

    def _path(self, path: str) -> str:
        """The path from the root; what lies outside of the repository is named as it was."""
        whole = Path(os.path.normpath(self._here / path))  # not resolved: the name counts, not where it leads
        return whole.relative_to(self._root).as_posix() if whole.is_relative_to(self._root) else path
