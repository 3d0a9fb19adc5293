"""What was found in a document is found again as long as nothing that it depends on changes: kept between runs.

All verdicts of a workspace lie in one entry of the cache, each a little pickle of its own under the hash of all it
depends on. Texts of sources are not in it: they are read anew from the files, which are the same to the letter.
"""

import io
import os
import pickle
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from docgen.build.inputs import content_sum, digest, fingerprint
from docgen.build.workspace import CONTENT, REFERENCE, Workspace
from docgen.corpus import Checked, Kind, Stage
from docgen.diagnostics import Rule, Source
from docgen.render.cache import keep, kept

_KIND = "checks"
_RULES = __name__.partition(".")[0]


class KeptChecks:
    """The verdicts of a workspace; ``sources`` reads the text of a file by the path that messages show."""

    def __init__(
        self, workspace: Workspace, stage: Stage | None, sources: Callable[[str], Source | None]
    ) -> None:
        self._name = (os.fsencode(workspace.root.resolve()), str(stage).encode())
        self._sources = sources
        self._used: dict[str, bytes] = {}

    @cached_property
    def _known(self) -> dict[str, bytes]:
        data = kept(_KIND, *self._name)
        return pickle.loads(data) if data is not None else {}  # the user's own, under a signature

    @property
    def has_any(self) -> bool:
        """Whether anything is kept at all."""
        return bool(self._known)

    def get(self, inputs: str) -> Checked | None:
        """What was found when the inputs were these."""
        data = self._known.get(inputs)
        if data is None:
            return None
        self._used[inputs] = data
        try:
            found: Checked = _Reader(data, self._sources).load()
        except LookupError:
            return None
        return found

    def put(self, inputs: str, checked: Checked) -> None:
        """This is what was found now."""
        buffer = io.BytesIO()
        with suppress(LookupError):
            _Writer(buffer, self._sources).dump(checked)
            self._used[inputs] = buffer.getvalue()

    def save(self, *, whole: bool) -> None:
        """Keep what was asked for or put; after a look at a part of the ``whole`` workspace, all the rest too."""
        wanted = self._used if whole else self._known | self._used
        if wanted != self._known:
            keep(pickle.dumps(wanted), _KIND, *self._name)


class _Writer(pickle.Pickler):
    def __init__(self, file: io.BytesIO, sources: Callable[[str], Source | None]) -> None:
        super().__init__(file)
        self._sources = sources

    def persistent_id(self, obj: Any) -> str | None:
        """Texts are left out, if they can be read again; tables, whose text is made of their cells, are not."""
        if type(obj) is not Source:
            return None
        if self._sources(obj.path) != obj:
            raise LookupError(obj.path)
        path: str = obj.path
        return path


class _Reader(pickle.Unpickler):
    def __init__(self, data: bytes, sources: Callable[[str], Source | None]) -> None:
        super().__init__(io.BytesIO(data))
        self._sources = sources

    def persistent_load(self, pid: Any) -> Source:
        source = self._sources(str(pid))
        if source is None:
            raise LookupError(pid)
        return source


def may_be_kept(rules: Iterable[Rule]) -> bool:
    """Whether a change of the rules would be noticed: those of other packages are always asked."""
    return all(rule.check is None or rule.check.__module__.partition(".")[0] == _RULES for rule in rules)


def inputs_of_references(workspace: Workspace, today: date) -> str:
    """The hash of all reference data."""
    return fingerprint(_references(workspace, today) | {" kind": REFERENCE})


def _references(workspace: Workspace, today: date) -> dict[str, str]:
    return _sums(workspace, sorted((workspace.root / CONTENT / REFERENCE).rglob("*.yaml")), today)


def inputs_of(
    workspace: Workspace, kinds: Sequence[Kind[Any, Any]], today: date
) -> dict[Path, tuple[Kind[Any, Any], str]]:
    """Every source of the kinds, and the hash of all that its check depends on."""
    reference = _references(workspace, today)
    found = {}
    for kind in kinds:
        others = [
            file
            for other in kinds
            if kind.may_read(other.record)
            for source in workspace.sources(other.name)
            for file in (source, *workspace.attached(source))
        ]
        shared = digest(fingerprint(reference | _sums(workspace, others, today)).encode())
        for source in workspace.sources(kind.name):
            own = _sums(workspace, [source, *workspace.attached(source)], today)
            found[source] = kind, fingerprint({**own, " kind": kind.name, " shared": shared})
    return found


def _sums(workspace: Workspace, files: Iterable[Path], today: date) -> dict[str, str]:
    return {path.relative_to(workspace.root).as_posix(): content_sum(path, today) for path in files}
